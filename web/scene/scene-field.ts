import { engine, isSuperseded } from "../engine/page-engine.js";
import type { Field } from "../plots/field-view.js";
import type { Scene } from "./scene.js";

const gridPoints = 90;

/** The values of a scene's problem over its window, loaded once for all who draw them. */
export class SceneField {
  readonly #scene: Scene;
  readonly #loaded: () => void;
  #field: Field | undefined;
  #key = "";
  #loading: Promise<void> | undefined;

  /** `loaded` is called whenever there are new values. */
  constructor(scene: Scene, loaded: () => void) {
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
    const { key, problem, problemSettings } = this.#scene;
    const asked = JSON.stringify([problem.name, problemSettings]);
    if (asked === this.#key) return;
    this.#key = asked;
    const { name, domain } = problem;
    try {
      const values = await engine.call(
        "field",
        {
          problem: { name, settings: problemSettings },
          x: [...domain.x, gridPoints],
          y: [...domain.y, gridPoints],
        },
        `${key} field`,
      );
      this.#field = { values, columns: gridPoints, rows: gridPoints };
      this.#loaded();
    } catch (error) {
      // a refused problem setting is shown beside its slider; the last good field stays
      if (!isSuperseded(error) && !this.#field) throw error;
    }
  }
}
