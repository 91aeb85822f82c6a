import { readFileSync } from "node:fs";
import { ctestStep } from "./checks.mjs";
import { nativeStep } from "./native.mjs";
import { canFuzz, findClang } from "./requirements.mjs";
import { inRoot } from "./root.mjs";

const directory = "build/fuzz";

/**
 * Builds the fuzzers and lets each of them run for a minute, side by side. Where there is no
 * libFuzzer they are left out, and the step says so.
 *
 * @returns {import("./steps.mjs").Step[]}
 */
export function fuzzSteps() {
  if (!canFuzz) {
    return [{ title: "Fuzzers", run: async () => "left out: Apple's clang has no libFuzzer" }];
  }
  const fuzzing = ctestStep("Fuzzers, a minute each", directory);
  return [
    nativeStep({
      title: "Building the fuzzers",
      directory,
      variables: {
        CMAKE_BUILD_TYPE: "RelWithDebInfo",
        CMAKE_CXX_COMPILER: findClang() ?? "clang++",
        FALL_LINE_FUZZ: "ON",
      },
    }),
    {
      title: fuzzing.title,
      run: async (progress) => {
        await fuzzing.run(progress);
        return countInputs(
          readFileSync(inRoot(directory, "Testing/Temporary/LastTest.log"), "utf8"),
        );
      },
    },
  ];
}

/**
 * @param {string} log of CTest
 * @returns {string} how many inputs the fuzzers tried, for example "1,234,567 inputs"
 */
export function countInputs(log) {
  const tried = [...log.matchAll(/number_of_executed_units: (\d+)/g)];
  const sum = tried.reduce((total, [, count]) => total + Number(count), 0);
  return `${sum.toLocaleString("en")} inputs`;
}
