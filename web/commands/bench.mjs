// npm run bench: how fast the core is, natively and as wasm, and a page with it. Arguments go to the native benchmark:
//   npm run bench -- --benchmark_filter=Adam
import { run } from "./child.mjs";
import { engineStep } from "./engine.mjs";
import { toolsStep } from "./ensure.mjs";
import { nativeStep } from "./native.mjs";
import { packagesStep } from "./packages.mjs";
import { program } from "./program.mjs";
import { inRoot } from "./root.mjs";
import { siteStep } from "./site.mjs";
import { runSteps } from "./steps.mjs";

/**
 * @param {string} title
 * @param {string} command
 * @param {string[]} args
 * @returns {import("./steps.mjs").Step}
 */
const benchmarkStep = (title, command, args) => ({
  title,
  run: async (progress) => {
    progress.release();
    await run(command, args, { show: true });
  },
});

await program(async () => {
  await runSteps([
    toolsStep("bench"),
    packagesStep,
    nativeStep({
      title: "Building the benchmarks",
      directory: "build/native",
      variables: { CMAKE_BUILD_TYPE: "Release" },
      targets: ["core_bench"],
    }),
    engineStep(),
    benchmarkStep("Native", inRoot("build/native/core_bench"), process.argv.slice(2)),
    benchmarkStep("As wasm", process.execPath, [inRoot("tests/bench/wasm_bench.mjs")]),
    siteStep({ onlyIfChanged: true }),
    benchmarkStep("In a page", process.execPath, [inRoot("tests/bench/drag_bench.mjs")]),
  ]);
});
