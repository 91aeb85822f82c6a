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

interface Sample {
  milliseconds: number;
  taken: number;
}

/** In microseconds; NaN where none was taken. */
function timeOfStep({ milliseconds, taken }: Sample): number {
  return taken > 0 ? (1000 * milliseconds) / taken : Number.NaN;
}

function sumOf(all: readonly Sample[]): Sample {
  return all.reduce((one, other) => ({
    milliseconds: one.milliseconds + other.milliseconds,
    taken: one.taken + other.taken,
  }));
}

/** How long `copies` runs take for their steps, and how many steps that were. */
function timed(engine: Engine, spec: RunSpec, steps: number, copies: number): Sample {
  const runs: Run[] = [];
  try {
    // set up before the clock starts: that is paid once and not for every step
    for (let i = 0; i < copies; i += 1) runs.push(engine.run(spec));
    const begin = performance.now();
    let taken = 0;
    for (const run of runs) taken += run.advance(steps);
    return { milliseconds: performance.now() - begin, taken };
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
  const isShort = () => timed(engine, spec, steps, copies).milliseconds < sampleTime;
  while (copies < mostCopies && isShort()) copies *= 2;
  const samplesTaken: Sample[] = [];
  for (let i = 0; i < samples; i += 1) {
    await breath();
    samplesTaken.push(timed(engine, spec, steps, copies));
  }
  const median = medianOf(samplesTaken.map(timeOfStep));
  // runs that end at once may be over before the clock moves, in most samples
  return median > 0 ? median : timeOfStep(sumOf(samplesTaken));
}
