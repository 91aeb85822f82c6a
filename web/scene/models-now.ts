import type { ModelAnswer } from "../../wasm/worker/model-answer.js";
import { engine, isRefused, isSuperseded } from "../engine/page-engine.js";
import { notices } from "../state/notices.js";
import { words } from "../words/en.js";
import { planeQuestion } from "./plane-question.js";
import type { PlaneRun, PlaneScene } from "./plane-scene.js";

/** A stretch of the points. */
export interface ExamplesShown {
  /** Number of the first. */
  first: number;
  count: number;
}

/** What a model says, and how it was asked. */
export interface ModelNow extends ModelAnswer {
  /** Those that it was asked about. */
  examples: ExamplesShown;
}

/** What tells one question to all models from another. */
interface Asked {
  key: string;
  examples: ExamplesShown;
}

/** The models of a plane at the step that is looked at. */
export class ModelsNow {
  readonly #scene: PlaneScene;
  readonly #changed: () => void;
  readonly #models = new Map<PlaneRun, ModelNow>();
  #askedFor = "";

  /** `changed` is called when what has been asked at a step is there. */
  constructor(scene: PlaneScene, changed: () => void) {
    this.#scene = scene;
    this.#changed = changed;
  }

  /** The last good answer. */
  of(run: PlaneRun): ModelNow | undefined {
    return this.#models.get(run);
  }

  /** What they are asked now. */
  get asked(): Asked {
    const { step, data, examplesShown } = this.#scene;
    const key = JSON.stringify([step, data.now.window, examplesShown]);
    return { key, examples: examplesShown };
  }

  /** Answers to what was asked, one a run. */
  take({ key, examples }: Asked, answers: readonly (ModelAnswer | undefined)[]): void {
    this.#askedFor = key;
    for (const [i, run] of this.#scene.runs.entries()) {
      const answer = answers[i];
      if (answer) this.#models.set(run, { ...answer, examples });
    }
  }

  clear(): void {
    this.#models.clear();
  }

  /** Asks the core where step, window or examples are others than at the last time. */
  async follow(): Promise<void> {
    const { asked } = this;
    const { generation, runs } = this.#scene;
    if (asked.key === this.#askedFor || generation === 0) return;
    this.#askedFor = asked.key;
    try {
      const answers = await Promise.all(runs.map((run) => this.#ask(run)));
      // new runs bring their own
      if (this.#scene.generation !== generation) return;
      this.take(asked, answers);
      this.#changed();
    } catch (error) {
      if (!isSuperseded(error)) notices.add(words.notices.engineFailed(error));
    }
  }

  async #ask(run: PlaneRun): Promise<ModelAnswer | undefined> {
    const scene = this.#scene;
    const weights = scene.weightsOf(run);
    if (weights.length === 0 || scene.data.now.points.length === 0) return undefined;
    const request = { problem: scene.modelSpec(run), weights, question: planeQuestion(scene, run) };
    try {
      return await engine.call("model", request, `${scene.key} ${run.key} model`);
    } catch (error) {
      // settings that do not fit: the runs say so
      if (isRefused(error)) return undefined;
      throw error;
    }
  }
}
