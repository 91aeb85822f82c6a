// How fast the same work is as wasm, through the facade, beside the native core:
//   npm run bench          or, with both built:    node tests/bench/wasm_bench.mjs
// Native and wasm take turns, so that whatever else the machine does slows down both alike.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const inRoot = (/** @type {string} */ path) => join(root, path);
const nativeBenchmark = inRoot("build/native/core_bench");
const rounds = 7;
const roundMilliseconds = 150;

execFileSync(process.execPath, [inRoot("node_modules/typescript/bin/tsc"), "-p", inRoot("wasm")]);
/** @type {typeof import("../../wasm/engine/engine.js")} */
const { loadEngine } = await import(inRoot("build/engine/engine.js"));
const engine = await loadEngine({ wasmBinary: readFileSync(inRoot("build/wasm/fall_line.wasm")) });
const methods = engine.catalog().methods.map(({ name }) => name);

/** @param {string} method */
function run(method, problem = "booth", steps = 500) {
  const run = engine.run({ problem, method });
  run.advance(steps);
  run.dispose();
}

/** @param {string} method */
function tracedRun(method) {
  const run = engine.run({ problem: "booth", method });
  run.advance(500);
  for (const quantity of ["theta", "loss"]) run.trace(quantity);
  run.dispose();
}

/** @type {Record<string, () => void>} rows named as in core_bench.cpp are timed natively too */
const work = {
  "Shared/run of adam, 500 steps": () => run("adam"),
  "Shared/run of adam on Rosenbrock, 1000 steps": () => run("adam", "rosenbrock", 1000),
  "Shared/runs of 4 methods, 500 steps": () => methods.forEach((method) => run(method)),
  "Shared/field 128 x 128": () => {
    engine.field({ problem: "booth", x: [-2, 2, 128], y: [-1, 3, 128] });
  },
  "Shared/field 512 x 512 of Rosenbrock": () => {
    engine.field({ problem: "rosenbrock", x: [-2, 2, 512], y: [-1, 3, 512] });
  },
  "runs of 4 methods, theta and loss copied out": () => methods.forEach(tracedRun),
  "measure: Adam's longest step in 1000": () => {
    engine.measure({
      spec: { problem: "constant_gradient", method: "adam" },
      steps: 1000,
      quantity: "delta",
      reduction: "minimum",
    });
  },
};

/** @param {() => void} action @returns {number} microseconds a call */
function timed(action) {
  const begin = performance.now();
  let calls = 0;
  do {
    action();
    calls += 1;
  } while (performance.now() - begin < roundMilliseconds);
  return ((performance.now() - begin) * 1000) / calls;
}

/** @returns {Record<string, number>} microseconds a call, by row */
function timedNatively() {
  if (!existsSync(nativeBenchmark)) return {};
  const seconds = roundMilliseconds / 1000;
  const args = ["--benchmark_filter=^Shared", "--benchmark_format=json"];
  const output = execFileSync(nativeBenchmark, [...args, `--benchmark_min_time=${seconds}`], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });
  /** @type {{ benchmarks: { name: string, real_time: number }[] }} */
  const { benchmarks } = JSON.parse(output);
  return Object.fromEntries(benchmarks.map(({ name, real_time }) => [name, real_time / 1000]));
}

/** @param {number[]} numbers */
const median = (numbers) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1];

/** @type {Record<string, { wasm: number[], native: number[] }>} */
const times = {};
for (const [name, action] of Object.entries(work)) {
  timed(action); // V8 compiles once, then again better
  times[name] = { wasm: [], native: [] };
}
for (let round = 0; round < rounds; ++round) {
  for (const [name, microseconds] of Object.entries(timedNatively())) {
    times[name]?.native.push(microseconds);
  }
  for (const [name, action] of Object.entries(work)) times[name]?.wasm.push(timed(action));
}

/** @param {number | undefined} number @param {number} digits */
const column = (number, digits) => (number?.toFixed(digits) ?? "").padStart(12);

console.log(`\nMedians of ${rounds} rounds, in microseconds\n`);
console.log(
  `${"".padEnd(48)}${"wasm".padStart(12)}${"native".padStart(12)}${"ratio".padStart(12)}`,
);
for (const [name, { wasm, native }] of Object.entries(times)) {
  const both = [median(wasm), median(native)];
  const ratio = both[0] !== undefined && both[1] !== undefined ? both[0] / both[1] : undefined;
  const label = name.replace("Shared/", "").padEnd(48);
  console.log(`${label}${column(both[0], 1)}${column(both[1], 1)}${column(ratio, 2)}`);
}
if (!existsSync(nativeBenchmark)) {
  console.log("\nNo native numbers: build/native has no core_bench (npm run bench builds it).");
}
