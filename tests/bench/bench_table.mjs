// One table of every workload, natively and as wasm under Node, and the same as one JSON file:
//   npm run bench          or, with both built:    node tests/bench/bench_table.mjs [filter]
// The two take turns, round after round, so that whatever else the machine does slows down both
// alike; a row shows its medians. Rows that stream through memory show the bandwidth they reach
// as a share of the best that the memory rows reached in the same run.
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { loadWorkloads, median, timed } from "./wasm_workloads.mjs";

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const inRoot = (/** @type {string} */ path) => join(root, path);
const rounds = 5;
const secondsARow = 0.04;

/**
 * @typedef {object} Row
 * @property {string} name
 * @property {string} unit
 * @property {number} count units a call
 * @property {number} bytes a call
 * @property {number[]} native nanoseconds a call, one a round
 * @property {number[]} wasm
 */

/** @param {string} filter @returns {Map<string, number>} nanoseconds a call */
function timedNatively(filter) {
  const options = [
    `--benchmark_filter=${filter}`,
    "--benchmark_format=json",
    `--benchmark_min_time=${secondsARow}`,
  ];
  const output = execFileSync(inRoot("build/native/core_bench"), options, {
    encoding: "utf8",
    maxBuffer: 1 << 26,
    stdio: ["ignore", "pipe", "ignore"],
  });
  /** @type {{ benchmarks: { name: string, real_time: number, time_unit: string }[] }} */
  const { benchmarks } = JSON.parse(output);
  return new Map(benchmarks.map(({ name, real_time }) => [name, real_time]));
}

const pattern = process.argv[2] ?? "";
const wasm = await loadWorkloads(inRoot("build/wasm/wasm_bench"));
/** @type {Row[]} */
const rows = wasm.rows
  .filter(({ name }) => new RegExp(pattern).test(name))
  .map((row) => ({ ...row, native: [], wasm: [] }));

for (const row of rows) timed(wasm.call(row.name), secondsARow); // V8 compiles once, then better
for (let round = 1; round <= rounds; ++round) {
  process.stderr.write(`\rRound ${round} of ${rounds} …`);
  const native = timedNatively(pattern || ".");
  for (const row of rows) {
    const nanoseconds = native.get(row.name);
    if (nanoseconds !== undefined) row.native.push(nanoseconds);
    row.wasm.push(timed(wasm.call(row.name), secondsARow));
  }
}
process.stderr.write("\r");

const results = rows.map(({ name, unit, count, bytes, native, wasm: inWasm }) => {
  const [nativeCall, wasmCall] = [median(native), median(inWasm)];
  return {
    name,
    unit,
    nativeNanoseconds: nativeCall / count,
    wasmNanoseconds: wasmCall / count,
    ratio: wasmCall / nativeCall,
    ...(bytes > 0 && {
      nativeBandwidth: bytes / nativeCall,
      wasmBandwidth: bytes / wasmCall,
    }),
  };
});

/** The best bandwidth of the memory rows over as many entries as `name` ends with. */
const bandwidthFor = (/** @type {string} */ name, /** @type {"native" | "wasm"} */ side) => {
  const size = /\/(\d+)$/.exec(name)?.[1];
  const memory = results.filter((row) => row.name.startsWith("memory/"));
  const same = memory.filter((row) => row.name.endsWith(`/${size}`));
  return Math.max(...same.map((row) => row[`${side}Bandwidth`] ?? 0));
};

const column = (/** @type {number | undefined} */ number, digits = 1) =>
  (Number.isFinite(number) ? /** @type {number} */ (number).toFixed(digits) : "").padStart(11);
const heads = ["native ns", "wasm ns", "ratio", "native GB/s", "of memory"];
console.log(`Medians of ${rounds} rounds that take turns, on ${cpus()[0]?.model.trim()}\n`);
console.log(`${"".padEnd(52)}${heads.map((head) => head.padStart(11)).join("")}  per`);
for (const row of results) {
  const best = bandwidthFor(row.name, "native");
  const share = best > 0 && row.nativeBandwidth ? row.nativeBandwidth / best : undefined;
  const cells = [
    column(row.nativeNanoseconds, 2),
    column(row.wasmNanoseconds, 2),
    column(row.ratio, 2),
    column(row.nativeBandwidth),
    column(share, 2),
  ];
  console.log(`${row.name.padEnd(52)}${cells.join("")}  ${row.unit}`);
}
const file = inRoot("build/bench.json");
const machine = { cpu: cpus()[0]?.model.trim(), cores: cpus().length, node: process.version };
writeFileSync(file, `${JSON.stringify({ machine, rounds, rows: results }, null, 2)}\n`);
console.log("\nAlso in build/bench.json.");
