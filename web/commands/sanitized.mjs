import { readFileSync } from "node:fs";
import { ctestStep } from "./checks.mjs";
import { nativeStep } from "./native.mjs";
import { canFuzz, findClang } from "./requirements.mjs";
import { inRoot } from "./root.mjs";

const directory = "build/sanitized";
const fuzzSeconds = 20;

/**
 * The core's tests with sanitizers, then the fuzzers, of one tree: each fuzzer runs for `fuzzSeconds`,
 * side by side. Where there is no libFuzzer they are left out, and the step says so.
 *
 * @returns {import("./steps.mjs").Step[]}
 */
export function sanitizedSteps() {
  const fuzzing = ctestStep(`Fuzzers, ${fuzzSeconds} s each`, directory, [
    "--label-regex",
    "fuzzer",
  ]);
  return [
    nativeStep({
      title: `Building the core with sanitizers${canFuzz ? ", and the fuzzers" : ""}`,
      directory,
      variables: {
        CMAKE_BUILD_TYPE: "RelWithDebInfo",
        FALL_LINE_TOGETHER: "ON",
        ...(canFuzz
          ? {
              FALL_LINE_FUZZ: "ON",
              FALL_LINE_FUZZ_SECONDS: String(fuzzSeconds),
              CMAKE_CXX_COMPILER: findClang() ?? "clang++",
            }
          : { FALL_LINE_SANITIZE: "ON" }),
      },
    }),
    ctestStep("Core with sanitizers", directory, ["--label-exclude", "fuzzer"]),
    {
      title: fuzzing.title,
      run: async (progress) => {
        if (!canFuzz) return "left out: Apple's clang has no libFuzzer";
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
