import { buildEngine, engineTargets } from "../../wasm/build.mjs";
import { packageCommandStep } from "./checks.mjs";
import { run } from "./child.mjs";

/**
 * @param {{ tests?: string, targets?: string[] }} [options] `tests`: GoogleTest's source directory,
 *   to build the core's tests for wasm too
 * @returns {import("./steps.mjs").Step}
 */
export const engineStep = ({ tests, targets = engineTargets } = {}) => ({
  title: "Building the engine (wasm)",
  run: (progress) =>
    buildEngine({
      run: (command, args, { env }) => run(command, args, { env, onLine: ninjaDetail(progress) }),
      targets: tests ? [...targets, "core_tests"] : targets,
      ...(tests && {
        defines: { GTEST_SOURCE_DIR: tests, FALL_LINE_TOGETHER: "ON" },
      }),
    }),
});

/** The facade as plain JavaScript with its types, for programs that import fall-line/engine. */
export const enginePackageStep = packageCommandStep("Building the engine’s package", "tsc", [
  "-p",
  "wasm",
]);

/**
 * Shows how far a build is.
 *
 * @param {import("./steps.mjs").Progress} progress
 * @returns {(line: string) => void} takes Ninja's lines, which begin with "[12/40]"
 */
export const ninjaDetail = (progress) => (line) => {
  const done = /^\[(\d+\/\d+)\]/.exec(line)?.[1];
  if (done) progress.detail(done);
};
