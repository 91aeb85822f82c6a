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
  run: async () => countTests(await runPackageCommand(command, args, { variables })),
});

/**
 * @param {string} command
 * @param {string[]} args
 * @param {{ variables: () => NodeJS.ProcessEnv, onLine?: (line: string) => void }} options
 */
function runPackageCommand(command, args, { variables, onLine }) {
  const path = [inRoot("node_modules/.bin"), process.env.PATH].join(delimiter);
  return run(command, args, {
    env: { ...process.env, ...variables(), PATH: path },
    ...(onLine && { onLine }),
  });
}

/**
 * A step that runs Vitest; a test that fails is told at once, since there are many after it.
 *
 * @param {string} title
 * @param {() => NodeJS.ProcessEnv} variables to add to its environment
 * @returns {import("./steps.mjs").Step}
 */
export const vitestStep = (title, variables) => ({
  title,
  run: async (progress) => {
    let files = 0;
    const onLine = (/** @type {string} */ line) => {
      const text = stripVTControlCharacters(line);
      if (/\.test\.ts \(\d+ tests?\b/.test(text)) progress.detail(`${++files} files`);
      if (!/^ +× /.test(text)) return;
      progress.release();
      console.log(text);
    };
    return countTests(await runPackageCommand("vitest", ["run"], { variables, onLine }));
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
