// What web/commands/content.mjs imports through Vite.
import { inRoot } from "../commands/root.mjs";
import { engineAtBuild } from "../site/engine-at-build.js";
import { lintSite } from "./lint-site.js";
import { findingText } from "./problem.js";

const engine = await engineAtBuild(inRoot());

/** A line for every problem of this repository's lessons, and what was looked at. */
export async function report(isBuilt: boolean): Promise<{ problems: string[]; checked: string }> {
  const dist = isBuilt ? inRoot("dist") : undefined;
  const { findings, pages, questions } = await lintSite({ root: inRoot(), dist }, engine);
  return { problems: findings.map(findingText), checked: `${pages} pages, ${questions} questions` };
}
