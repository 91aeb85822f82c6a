import type { Named, Problem, Settings } from "../../wasm/engine/types.js";
import { engine, isSuperseded } from "../engine/page-engine.js";
import type { Field } from "../plots/field-view.js";

const gridPoints = 90;
/** Of a problem in one dimension, where each is two pixels at most. */
const linePoints = 401;

/** What has a problem that can be seen from above. */
interface WithProblem {
  readonly key: string;
  readonly problem: Problem;
  readonly problemSettings: Settings;
  readonly examples?: Named | undefined;
  subscribe(told: () => void): unknown;
}

/** The values of a scene's problem over its window, loaded once for all who draw them. */
export class SceneField {
  readonly #scene: WithProblem;
  readonly #loaded: () => void;
  #field: Field | undefined;
  #key = "";
  #loading: Promise<void> | undefined;

  /** `loaded` is called whenever there are new values. */
  constructor(scene: WithProblem, loaded: () => void) {
    this.#scene = scene;
    this.#loaded = loaded;
  }

  /** The last good values; undefined before the first. */
  get now(): Field | undefined {
    return this.#field;
  }

  /** Loads them, and from then on again whenever the problem's settings change. */
  load(): Promise<void> {
    if (!this.#loading) {
      this.#loading = this.#ask();
      // whoever loads first is told of a failure, and nothing is drawn without
      this.#scene.subscribe(() => void this.#ask().catch(() => {}));
    }
    return this.#loading;
  }

  async #ask(): Promise<void> {
    const { key, problem, problemSettings, examples } = this.#scene;
    const asked = JSON.stringify([problem.name, problemSettings]);
    if (asked === this.#key) return;
    this.#key = asked;
    const { name, domain } = problem;
    const flat = problem.dimension === 1;
    const [columns, rows] = flat ? [linePoints, 1] : [gridPoints, gridPoints];
    try {
      const values = await engine.call(
        "field",
        {
          problem: { name, settings: problemSettings },
          ...(examples && { data: examples }),
          x: [...domain.x, columns],
          ...(!flat && { y: [...domain.y, rows] as const }),
        },
        `${key} field`,
      );
      this.#field = { values, columns, rows };
      this.#loaded();
    } catch (error) {
      // a refused problem setting is shown beside its slider; the last good field stays
      if (!isSuperseded(error) && !this.#field) throw error;
    }
  }
}
