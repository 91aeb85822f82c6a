import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { delimiter } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { run } from "./child.mjs";
import { inRoot } from "./root.mjs";

/**
 * A step that runs one of the npm packages' commands.
 *
 * @param {string} title
 * @param {string} command
 * @param {string[]} args
 * @param {() => NodeJS.ProcessEnv} [variables] to add to its environment
 * @returns {import("./steps.mjs").Step}
 */
export const packageCommandStep = (title, command, args, variables = () => ({})) => ({
  title,
  run: async () => {
    const path = [inRoot("node_modules/.bin"), process.env.PATH].join(delimiter);
    const env = { ...process.env, ...variables(), PATH: path };
    return countTests(await run(command, args, { env }));
  },
});

/**
 * A step that runs the tests of a CMake tree.
 *
 * @param {string} title
 * @param {string} directory
 * @param {string[]} [which] of its tests, as CTest's options; all where not given
 * @returns {import("./steps.mjs").Step}
 */
export const ctestStep = (title, directory, which = []) => ({
  title,
  run: async () => {
    const where = ["--test-dir", directory, "--parallel", String(availableParallelism())];
    await run("ctest", [...where, ...which, "--output-on-failure", "--no-tests=error"]);
    return countTests(readFileSync(inRoot(directory, "Testing/Temporary/LastTest.log"), "utf8"));
  },
});

/**
 * How many tests a tool says it ran.
 *
 * @param {string} output of GoogleTest, once or more often, or of Vitest
 * @returns {string} for example "57 tests"; empty where it tells no number
 */
export function countTests(output) {
  const text = stripVTControlCharacters(output);
  const vitest = /^ *Tests +(.*)$/m.exec(text)?.[1] ?? "";
  const passed = [
    ...text.matchAll(/^\[ {2}PASSED {2}\] (\d+) tests?\./gm),
    ...vitest.matchAll(/(\d+) passed/g),
  ].reduce((sum, [, count]) => sum + Number(count), 0);
  const skipped = /(\d+) skipped/.exec(vitest)?.[1];
  return [passed && `${passed} tests`, skipped && `${skipped} skipped`].filter(Boolean).join(", ");
}
