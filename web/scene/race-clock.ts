import type { RunSpec } from "../../wasm/engine/types.js";
import { engine } from "../engine/page-engine.js";

/** Steps of the runs that are timed. */
const steps = 100;

function nameOf(named: RunSpec["problem"]): string {
  return typeof named === "string" ? named : named.name;
}

/** What of a run its step's time depends on: not where it begins, nor how far it goes. */
function keyOf({ problem, method }: RunSpec): string {
  return `${nameOf(problem)} ${nameOf(method)}`;
}

/** How long a step of each method takes on this machine, measured in the worker once a visit. */
export class RaceClock {
  readonly #times = new Map<string, number>();
  readonly #channel: string;

  constructor(channel: string) {
    this.#channel = channel;
  }

  /** Microseconds; undefined where none has been measured. */
  of(spec: RunSpec): number | undefined {
    return this.#times.get(keyOf(spec));
  }

  /** Measures those that have not been. */
  async measure(specs: readonly RunSpec[]): Promise<void> {
    const missing = specs.filter((spec) => !this.#times.has(keyOf(spec)));
    if (missing.length === 0) return;
    const times = await engine.call("time", { specs: missing, steps }, this.#channel);
    for (const [i, spec] of missing.entries()) {
      const time = times[i] ?? Number.NaN;
      // a method that has nothing to do from here can be measured elsewhere
      if (time > 0) this.#times.set(keyOf(spec), time);
    }
  }

  forget(): void {
    this.#times.clear();
  }
}
