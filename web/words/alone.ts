function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** What each element is, for lists of figures. */
const kinds: Record<string, string> = {
  "fl-descent": "paths on a contour map",
  "fl-derivation": "a derivation, line by line",
  "fl-loss-curve": "losses as one score moves",
  "fl-predict": "a prediction",
  "fl-quiz": "the questions",
  "fl-race": "methods side by side",
  "fl-score-line": "scores and a margin on one axis",
  "fl-scores": "scores and their losses",
  "fl-slip": "find the slip",
  "fl-starts": "a race from many starts",
  "fl-fit-chart": "a line through data",
  "fl-table-chart": "a chart",
  "fl-trace": "a chart",
};

/** What the page that shows one figure by itself says; no other page has to load it. */
export const aloneWords = {
  figuresOf: (title: string) => `Figures of “${title}”`,
  kind: (element: string) => kinds[element] ?? element.replace(/^fl-/, ""),
  noPage: (name: string) => `There is no lesson “${name.slice(0, 60)}”. Choose one of these.`,
  noFigure: (name: string) =>
    `This lesson has no figure “${name.slice(0, 60)}”. Choose one of these.`,
  noTheme: (name: string) =>
    `The address asks for theme = “${name.slice(0, 40)}”; allowed: light, dark. The colours are the system’s.`,
  notShown: (error: unknown) =>
    `The figure could not be loaded (${reason(error)}). Reload the page, or open the lesson itself.`,
};
