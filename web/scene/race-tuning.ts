import type { AnalysisRequest, Table } from "../../wasm/engine/types.js";
import { engine, isRefused, isSuperseded } from "../engine/page-engine.js";
import { controlAccess } from "../state/control-access.js";
import { notices } from "../state/notices.js";
import { words } from "../words/en.js";
import type { RaceScene } from "./race-scene.js";
import type { SceneRun } from "./scene.js";

/** What became of a method's search. */
export interface Search {
  /** `learning_rate_search`: a row a rate. */
  table: Table;
  /** Row of the best. */
  best: number;
}

/** The search for the learning rate of each method, for the problem and the start that are shown. */
export class RaceTuning {
  readonly #scene: RaceScene;
  readonly #changed: () => void;
  readonly #searches = new Map<string, Search>();
  /** Methods that are still to be searched. */
  #waiting = 0;

  constructor(scene: RaceScene, changed: () => void) {
    this.#scene = scene;
    this.#changed = changed;
  }

  get busy(): boolean {
    return this.#waiting > 0;
  }

  /** The last search of a run's rate, if there was one. */
  of({ key }: SceneRun): Search | undefined {
    return this.#searches.get(key);
  }

  forget(): void {
    this.#searches.clear();
  }

  /** Whether a run has a learning rate that the reader may change. */
  isFor({ key, method }: SceneRun): boolean {
    return (
      method.hasLearningRate && controlAccess.allows(`${this.#scene.key}.${key}.learning_rate`)
    );
  }

  /** Searches the rate of each, and sets it; what is asked anew breaks off what is under way. */
  async tune(runs: readonly SceneRun[]): Promise<void> {
    const scene = this.#scene;
    const tuned = runs.filter((run) => this.isFor(run));
    if (tuned.length === 0) return;
    this.#waiting = tuned.length;
    this.#changed();
    try {
      if (scene.cost === "time") await this.#measureTimes(tuned);
      const found = new Map<SceneRun, Search>();
      for (const run of tuned) {
        const search = await this.#search(run);
        if (search) found.set(run, search);
        this.#waiting -= 1;
      }
      for (const [run, search] of found) {
        this.#searches.set(run.key, search);
        const rate = search.table.columns.learning_rate?.[search.best] ?? Number.NaN;
        if (scene.runs.includes(run) && rate !== this.#rateOf(run)) {
          scene.setSetting(run, "learning_rate", rate);
        }
      }
    } catch (error) {
      if (isSuperseded(error)) return;
      notices.add(words.notices.engineFailed(error));
    }
    this.#waiting = 0;
    this.#changed();
  }

  #rateOf(run: SceneRun): number {
    const parameter = run.method.parameters.find(({ name }) => name === "learning_rate");
    return parameter ? this.#scene.value(run, parameter) : Number.NaN;
  }

  async #measureTimes(runs: readonly SceneRun[]): Promise<void> {
    try {
      await this.#scene.clock.measure(runs.map((run) => this.#scene.specOf(run)));
    } catch (error) {
      // a method that cannot run here has no time; its search says why
      if (!isRefused(error)) throw error;
    }
  }

  async #search(run: SceneRun): Promise<Search | undefined> {
    try {
      const table = await engine.call("analyse", this.#request(run), `${this.#scene.key} tuning`);
      return { table, best: table.columns.best?.indexOf(1) ?? 0 };
    } catch (error) {
      if (isRefused(error)) return undefined;
      throw error;
    }
  }

  #request(run: SceneRun): AnalysisRequest {
    const { start, ...spec } = this.#scene.specOf(run);
    const { learning_rate: _, ...settings } = run.settings;
    const [stepTime] = this.#scene.stepTimesOf([run]) ?? [];
    const { seed: __, ...rules } = this.#scene.rules.told;
    return {
      ...spec,
      analysis: {
        name: "learning_rate_search",
        settings: { ...rules, ...(stepTime !== undefined && { step_time: stepTime }) },
      },
      method: { name: run.method.name, settings },
      ...(start && { at: start }),
    };
  }
}
