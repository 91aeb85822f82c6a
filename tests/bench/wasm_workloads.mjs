// The workloads as wasm, loaded and timed in Node.
import { readFileSync } from "node:fs";

/** @param {number[]} numbers */
export const median = (numbers) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? NaN;

/**
 * @param {(times: number) => void} call
 * @param {number} seconds to spend, at least
 * @returns {number} nanoseconds a call
 */
export function timed(call, seconds) {
  const limit = seconds * 1000;
  for (let times = 1; ; times *= 2) {
    const begin = performance.now();
    call(times);
    const spent = performance.now() - begin;
    if (spent >= limit / 2) return (spent * 1e6) / times;
  }
}

/** @param {string} path of the module without its ending */
export async function loadWorkloads(path) {
  const { default: createModule } = await import(`${path}.mjs`);
  const module = await createModule({ wasmBinary: readFileSync(`${path}.wasm`) });
  const rows = Array.from({ length: module.count() }, (_, i) => ({
    name: /** @type {string} */ (module.name(i)),
    unit: /** @type {string} */ (module.unit(i)),
    count: /** @type {number} */ (module.units(i)),
    bytes: /** @type {number} */ (module.bytes(i)),
  }));
  const numbers = new Map(rows.map(({ name }, i) => [name, i]));
  return {
    rows,
    /** @param {string} name @returns {(times: number) => void} */
    call(name) {
      module.prepare(numbers.get(name));
      return (times) => module.repeat(times);
    },
  };
}
