import type { Engine, Run } from "../engine/engine.js";
import type { RunSpec } from "../engine/types.js";

/** Samples of each run, of which the median counts. */
const samples = 9;
/** How long a sample should take: clocks of browsers are coarse, some have a tenth of this. */
const sampleTime = 1;
/** Most copies of a run in a sample: those that end after one step hardly take any time. */
const mostCopies = 512;

function medianOf(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** Milliseconds that `copies` runs take for their steps, and how many steps that were. */
function timed(engine: Engine, spec: RunSpec, steps: number, copies: number): [number, number] {
  const runs: Run[] = [];
  try {
    // set up before the clock starts: that is paid once and not for every step
    for (let i = 0; i < copies; i += 1) runs.push(engine.run(spec));
    const begin = performance.now();
    let taken = 0;
    for (const run of runs) taken += run.advance(steps);
    return [performance.now() - begin, taken];
  } finally {
    for (const run of runs) run.dispose();
  }
}

/**
 * The median time of a step of the run, in microseconds; NaN where it takes none. `breath` is
 * awaited between samples, so that other questions are answered meanwhile.
 */
export async function stepTime(
  engine: Engine,
  { spec, steps }: { spec: RunSpec; steps: number },
  breath: () => Promise<void>,
): Promise<number> {
  timed(engine, spec, steps, 1); // the first time is that of a browser still compiling
  let copies = 1;
  while (copies < mostCopies && timed(engine, spec, steps, copies)[0] < sampleTime) copies *= 2;
  const times: number[] = [];
  for (let i = 0; i < samples; i += 1) {
    await breath();
    const [milliseconds, taken] = timed(engine, spec, steps, copies);
    if (taken === 0) return Number.NaN;
    times.push((1000 * milliseconds) / taken);
  }
  return medianOf(times);
}
