import type { PageEngineName, Part } from "./types.js";

/** The parts of the catalog that each engine of pages has, as wasm/CMakeLists.txt links them; the smallest engine first. */
export const partsOf: Readonly<Record<PageEngineName, readonly Part[]>> = {
  descent: ["descent"],
  methods: ["descent", "curvature", "races", "noise"],
  curvature: ["descent", "curvature", "analyses", "noise"],
  learning: ["descent", "learning", "classifiers"],
  regression: ["descent", "learning", "regression", "noise"],
  everything: [
    "descent",
    "curvature",
    "analyses",
    "races",
    "learning",
    "classifiers",
    "regression",
    "noise",
  ],
};

/** Those a page may load at first; the last is too large for a first visit. */
export const firstEngines = (Object.keys(partsOf) as PageEngineName[]).filter(
  (name): name is FirstEngineName => name !== "everything",
);

export type FirstEngineName = Exclude<PageEngineName, "everything">;
