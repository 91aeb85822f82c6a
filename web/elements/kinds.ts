/** What an element is to a reader who cannot see it, and to a lesson that must have one of each. */
interface ElementKind {
  /** It draws a picture: `caption` or `description` must say what is to be seen in it. */
  picture?: true;
  /** What in it says what it is about, where no attribute does. */
  saidBy?: string;
  /** What of a lesson it is. */
  part?: LessonPart;
}

export type LessonPart = "figure" | "prediction" | "derivation" | "experiment" | "slip" | "quiz";

/** Every element a page can have; a new one is entered here, in wanted.ts and with its script in fetched.ts. */
export const elementKinds = {
  "fl-circle": { picture: true, part: "experiment" },
  "fl-circle-plot": {},
  "fl-code": {},
  "fl-controls": { part: "experiment" },
  "fl-damping-chart": {},
  "fl-damping-pad": { picture: true, part: "experiment" },
  "fl-damping-plane": {},
  "fl-data-panel": {},
  "fl-derivation": { part: "derivation" },
  "fl-descent": { picture: true, part: "experiment" },
  "fl-descent-curve": {},
  "fl-descent-plot": {},
  "fl-example-table": {},
  "fl-figure-menu": {},
  "fl-figure-source": {},
  "fl-fit-chart": { picture: true, part: "experiment" },
  "fl-gradient-samples": { picture: true, part: "experiment" },
  "fl-loss-curve": { picture: true, part: "experiment" },
  "fl-matrix": {},
  "fl-notation": {},
  "fl-notice": {},
  "fl-penalties": { picture: true, part: "experiment" },
  "fl-penalty-plane": {},
  "fl-plane": { picture: true, part: "experiment" },
  "fl-plane-view": {},
  "fl-prepared": {},
  "fl-predict": { saidBy: ":scope > p", part: "prediction" },
  "fl-progress": {},
  "fl-quiz": { part: "quiz" },
  "fl-race": { picture: true, part: "experiment" },
  "fl-review": {},
  "fl-schedule": { picture: true, part: "experiment" },
  "fl-score-line": { picture: true, part: "experiment" },
  "fl-scores": { picture: true, part: "experiment" },
  "fl-search": {},
  "fl-seed-band": { picture: true, part: "experiment" },
  "fl-slip": { picture: true, saidBy: ":scope > .before :is(h2, h3, h4)", part: "slip" },
  "fl-step-cost": { picture: true, part: "experiment" },
  "fl-starts": { picture: true, part: "experiment" },
  "fl-starts-map": {},
  "fl-surface": { picture: true, part: "experiment" },
  "fl-taylor": { picture: true, part: "experiment" },
  "fl-teacher": {},
  "fl-table-chart": { picture: true, part: "experiment" },
  "fl-theme": {},
  "fl-trace": { picture: true, part: "figure" },
  "fl-transport": {},
  "fl-value": {},
  "fl-way-in": {},
  "fl-your-data": {},
} satisfies Record<string, ElementKind>;

export type ElementName = keyof typeof elementKinds;

/** Elements that the build puts HTML in place of. */
export const builtElements = ["fl-course-plan", "fl-lesson-list", "fl-name-list", "fl-symbol-list"];

export function kindOf(name: string): ElementKind | undefined {
  return (elementKinds as Record<string, ElementKind>)[name];
}
