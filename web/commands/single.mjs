import { statSync } from "node:fs";
import { run } from "./child.mjs";
import { inRoot } from "./root.mjs";
import { buildEnvironment } from "./site.mjs";
import { Stop } from "./stop.mjs";

const call = "npm run build:single -- adam [--course https://example.org/fall-line/]";

/**
 * @typedef {object} Wanted
 * @property {string[]} lessons their folders
 * @property {string} course where links to other lessons lead; empty where they are to be text
 */

/**
 * What the arguments of `npm run build:single` ask for.
 *
 * @param {readonly string[]} args
 * @returns {Wanted}
 * @throws {Stop} if an argument is none that is known
 */
export function wantedFiles(args) {
  const lessons = [...args];
  const at = lessons.indexOf("--course");
  const course = at < 0 ? "" : courseAddress(lessons.splice(at, 2)[1]);
  const unknown = lessons.find((one) => one.startsWith("-"));
  if (unknown) throw new Stop(`"${unknown}" is no argument of this command: ${call}`);
  return { lessons: lessons.map((one) => one.replace(/\/$/, "")), course };
}

/** @param {string | undefined} text */
function courseAddress(text = "") {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url && /^https?:$/.test(url.protocol)) {
    url.search = "";
    url.hash = "";
    return url.href.replace(/\/?$/, "/");
  }
  throw new Stop(
    `--course is "${text}": it must be the address of the course, as in --course https://example.org/fall-line/`,
  );
}

/**
 * @param {Wanted} wanted
 * @returns {Promise<void>}
 * @throws {Stop} if there is no such lesson, with those there are
 */
export async function assertLessons({ lessons }) {
  // Packages may be installed only by a step before this one.
  const { runnerImport } = await import("vite");
  /** @type {{ module: typeof import("../site/lesson-list.js") }} */
  const { module } = await runnerImport(inRoot("web/site/lesson-list.ts"), {
    root: inRoot(),
    logLevel: "error",
  });
  const known = module.listLessons(inRoot("lessons"));
  const unknown = lessons.filter((name) => !known.some(({ slug }) => slug === name));
  if (lessons.length > 0 && unknown.length === 0) return;
  const width = Math.max(...known.map(({ slug }) => slug.length));
  const list = known.map(({ slug, title }) => `  ${slug.padEnd(width)}  ${title}`);
  const what =
    lessons.length === 0
      ? `Which lesson? ${call}`
      : `There is no lesson "${unknown.join('", "')}".`;
  throw new Stop(`${what} The lessons are:\n\n${list.join("\n")}`);
}

/**
 * Steps that write each lesson into dist-single/ as one file.
 *
 * @param {Wanted} wanted
 * @returns {import("./steps.mjs").Step[]}
 */
export const singleSteps = ({ lessons, course }) =>
  lessons.map((lesson) => ({
    title: `Writing dist-single/${lesson}.html`,
    run: async () => {
      const vite = inRoot("node_modules/vite/bin/vite.js");
      const config = inRoot("web/single/vite.config.ts");
      const env = { ...buildEnvironment(), FALL_LINE_LESSON: lesson, FALL_LINE_COURSE: course };
      await run(process.execPath, [vite, "build", "-c", config], { env });
      const { size } = statSync(inRoot("dist-single", `${lesson}.html`));
      return `${(size / 1e6).toFixed(1)} MB`;
    },
  }));
