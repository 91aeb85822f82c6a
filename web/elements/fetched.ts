import type { ElementName } from "./kinds.js";
import { missingScripts } from "./missing-scripts.js";
import { type ScriptName, wantedBy, wantedScripts } from "./wanted.js";

type Elements = Partial<Record<ElementName, CustomElementConstructor>>;

/** Elements by the script that they come with. */
const scripts = {
  runs: async () => (await import("./of-runs.js")).elements,
  curve: async () => ({ "fl-descent-curve": (await import("./descent-curve.js")).DescentCurve }),
  model: async () => {
    await import("./model-lines.js");
    return {};
  },
  scores: async () => (await import("./scores/of-scores.js")).elements,
  "table-scene": async () => {
    await import("../scene/table-scene.js");
    return {};
  },
  tables: async () => (await import("./of-tables.js")).elements,
  questions: async () => (await import("./of-questions.js")).elements,
  code: async () => ({ "fl-code": (await import("./code.js")).Code }),
  review: async () => ({ "fl-review": (await import("./review.js")).Review }),
  "your-data": async () => ({ "fl-your-data": (await import("./your-data.js")).YourData }),
} satisfies Record<ScriptName, () => Promise<Elements>>;

type Names<Script> = Script extends () => Promise<infer Defined> ? keyof Defined : never;

export type FetchedName = Names<(typeof scripts)[ScriptName]>;

/** Those that have scenes in them, which elements of other scripts use. */
const withScenes: readonly ScriptName[] = ["runs", "scores", "table-scene", "tables"];

/**
 * Makes elements known once their code has come. Where it does not come the reader is told so and
 * can have it fetched again; what stands in `selector` stays as it came with the page.
 */
export async function defineFetched(
  part: string,
  selector: string,
  fetch: () => Promise<Elements>,
): Promise<void> {
  try {
    const elements = Object.entries(await fetch());
    for (const [name] of elements) {
      for (const one of document.querySelectorAll<HTMLElement>(name)) delete one.dataset.failed;
    }
    for (const [name, element] of elements) {
      if (!customElements.get(name)) customElements.define(name, element);
    }
  } catch {
    for (const one of document.querySelectorAll<HTMLElement>(`:is(${selector}):not(:defined)`)) {
      one.dataset.failed = "true";
    }
    missingScripts.add(part, () => defineFetched(part, selector, fetch));
  }
}

/** Resolves when the elements that stand on the page are known, or the reader is told of it. */
export async function defineWanted(): Promise<void> {
  const wanted = wantedScripts((selector) => document.querySelector(selector) !== null);
  const scenes = wanted.filter((name) => withScenes.includes(name));
  await Promise.all(
    wanted.map((name) =>
      defineFetched(name, wantedBy[name], async () => {
        const [elements] = await Promise.all([
          scripts[name](),
          ...scenes.map((one) => scripts[one]()),
        ]);
        return elements;
      }),
    ),
  );
}

/** What shows a scene of runs, for elements that have such figures in them. */
export const ofRuns = scripts.runs;
