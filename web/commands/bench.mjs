// npm run bench: how fast the core is, natively and as wasm, and a page with it. An argument
// chooses rows by a regular expression:
//   npm run bench -- adam
import { engineTargets } from "../../wasm/build.mjs";
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
 * @param {string[]} args of Node
 * @returns {import("./steps.mjs").Step}
 */
const benchmarkStep = (title, args) => ({
  title,
  run: async (progress) => {
    progress.release();
    await run(process.execPath, args, { show: true });
  },
});

const rows = process.argv.slice(2);

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
    engineStep({ targets: [...engineTargets, "wasm_bench"] }),
    benchmarkStep("Core", [inRoot("tests/bench/bench_table.mjs"), ...rows]),
    siteStep({ onlyIfChanged: true }),
    benchmarkStep("In a page", [inRoot("tests/bench/drag_bench.mjs")]),
    benchmarkStep("A race", [inRoot("tests/bench/play_bench.mjs")]),
    benchmarkStep("Home page", [inRoot("tests/bench/grab_bench.mjs")]),
  ]);
});
