import { inRoot } from "./root.mjs";
import { Stop } from "./stop.mjs";

/**
 * A step that checks what lessons say: numbers, questions, links, headings, figures. It needs the
 * engine, and builds the site by a step before it or by the one given. Where that one fails, what
 * was written is checked nevertheless: it will tell why, and what else is wrong.
 *
 * @param {{ siteStep?: import("./steps.mjs").Step }} [options]
 * @returns {import("./steps.mjs").Step}
 */
export const contentStep = ({ siteStep } = {}) => ({
  title: "Content of the lessons",
  run: async (progress) => {
    /** @type {Stop | undefined} */
    let unbuilt;
    try {
      await siteStep?.run(progress);
    } catch (error) {
      if (!(error instanceof Stop)) throw error;
      unbuilt = error;
    }
    // Packages may be installed only by a step before this one.
    const { runnerImport } = await import("vite");
    /** @type {{ module: typeof import("../lint/report.js") }} */
    const { module } = await runnerImport(inRoot("web/lint/report.ts"), {
      root: inRoot(),
      logLevel: "error",
    });
    const { problems, checked } = await module.report(!unbuilt);
    if (problems.length === 0 && unbuilt) throw unbuilt;
    if (problems.length === 0) return checked;
    const count = problems.length === 1 ? "1 problem" : `${problems.length} problems`;
    const but = unbuilt ? " The site could not be built, so links were not followed." : "";
    throw new Stop(`${count} in ${checked}.${but}`, { output: problems.join("\n") });
  },
});
