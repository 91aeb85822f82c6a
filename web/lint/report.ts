// What web/commands/content.mjs imports through Vite: the report on this repository's lessons.
import { inRoot } from "../commands/root.mjs";
import { engineAtBuild } from "../site/engine-at-build.js";
import { lintSite } from "./lint-site.js";
import { findingText } from "./problem.js";

const engine = await engineAtBuild(inRoot());
const { findings, pages, questions } = await lintSite(
  { root: inRoot(), dist: inRoot("dist") },
  engine,
);

/** A line for every problem. */
export const problems: string[] = findings.map(findingText);

export const checked = `${pages} pages, ${questions} questions`;
