import { engine, isRefused } from "../engine/page-engine.js";
import { raceRequest } from "./race-entrants.js";
import type { RaceScene } from "./race-scene.js";
import type { SceneRun } from "./scene.js";

/** How a run of the race came through, by the core. */
export interface Finish {
  /** What it had spent when it arrived, in ticks; NaN where it did not. */
  cost: number;
  first: boolean;
}

/** Who is first from the start that is shown. */
export class RaceFinishes {
  readonly #scene: RaceScene;
  readonly #finishes = new Map<string, Finish>();

  constructor(scene: RaceScene) {
    this.#scene = scene;
  }

  /** How a run came through, as soon as that is known. */
  of({ key }: SceneRun): Finish | undefined {
    return this.#finishes.get(key);
  }

  forget({ key }: SceneRun): void {
    this.#finishes.delete(key);
  }

  /** Asks the core how those came through that can run. */
  async ask(able: readonly SceneRun[]): Promise<() => void> {
    const { rules } = this.#scene;
    if (able.length === 0) return () => this.#finishes.clear();
    const specs = able.map((run) => this.#scene.specOf(run));
    const settings = { ...rules.told, first: 0, count: 1 };
    const request = raceRequest(specs, settings, this.#scene.stepTimesOf(able));
    try {
      const { columns } = await engine.call("analyse", request, `${this.#scene.key} race`);
      rules.refused = undefined;
      return () => this.#take(able, columns);
    } catch (error) {
      if (!isRefused(error)) throw error;
      rules.refused = error.message;
      return () => this.#take(able, {});
    }
  }

  #take(able: readonly SceneRun[], { cost, winner }: Record<string, Float64Array>): void {
    this.#finishes.clear();
    for (const [i, { key }] of able.entries()) {
      this.#finishes.set(key, { cost: cost?.[i] ?? Number.NaN, first: winner?.[0] === i + 1 });
    }
  }
}
