import { inRoot } from "./root.mjs";
import { Stop } from "./stop.mjs";

/**
 * A step that checks what lessons say: numbers, questions, links, headings, figures. It needs the
 * engine and the built site.
 *
 * @type {import("./steps.mjs").Step}
 */
export const contentStep = {
  title: "Content of the lessons",
  run: async () => {
    // Packages may be installed only by a step before this one.
    const { runnerImport } = await import("vite");
    /** @type {{ module: typeof import("../lint/report.js") }} */
    const { module } = await runnerImport(inRoot("web/lint/report.ts"), {
      root: inRoot(),
      logLevel: "error",
    });
    const { problems, checked } = module;
    if (problems.length === 0) return checked;
    const count = problems.length === 1 ? "1 problem" : `${problems.length} problems`;
    throw new Stop(`${count} in ${checked}.`, { output: problems.join("\n") });
  },
};
