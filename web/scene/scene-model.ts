import type { Table } from "../../wasm/engine/types.js";
import { engine, isSuperseded } from "../engine/page-engine.js";
import type { Field } from "../plots/field-view.js";
import { Recomputation } from "./recomputation.js";
import type { Scene } from "./scene.js";

/** Taylor's model of second order of a scene's problem, and where it is level. */
export interface QuadraticModel {
  /** The model over the problem's window. */
  field: Field;
  /** Where it was made, and where it is level; undefined where it is so nowhere. */
  point: number[];
  target: number[] | undefined;
  kind: "bowl" | "dome" | "saddle" | "flat";
  /** The function at the point, the model at its level point, and the function there. */
  here: number;
  promised: number;
  there: number;
}

const gridPoints = 61;
const linePoints = 201;
const kinds = ["flat", "bowl", "dome", "saddle", "flat"] as const;

/** The model where the selected step of a scene's last run begins, kept up to date. */
export class SceneModel {
  readonly #scene: Scene;
  readonly #loaded: () => void;
  readonly #recomputation = new Recomputation(() => this.#compute());
  #key = "";
  now: QuadraticModel | undefined;

  constructor(scene: Scene, loaded: () => void) {
    this.#scene = scene;
    this.#loaded = loaded;
    scene.subscribe(() => this.#follow());
    this.#follow();
  }

  get #point(): number[] {
    const { problem, runs, step, start } = this.#scene;
    const theta = runs.at(-1)?.traces.theta;
    const n = problem.dimension;
    if (!theta) return start;
    const row = Math.max(0, Math.min(step, theta.length / n - 1) - 1);
    return [...theta.subarray(row * n, (row + 1) * n)];
  }

  #follow(): void {
    const key = JSON.stringify([this.#scene.problemSettings, this.#point]);
    if (key === this.#key) return;
    this.#key = key;
    this.#recomputation.schedule();
  }

  async #compute(): Promise<void> {
    const { problem, problemSettings } = this.#scene;
    const point = this.#point;
    const { x, y } = problem.domain;
    const flat = problem.dimension === 1;
    const count = flat ? linePoints : gridPoints;
    const window = { x_low: x[0], x_high: x[1], ...(!flat && { y_low: y[0], y_high: y[1] }) };
    const about = { problem: { name: problem.name, settings: { ...problemSettings } }, at: point };
    try {
      const [field, target] = await Promise.all([
        engine.call("analyse", {
          ...about,
          analysis: { name: "quadratic_field", settings: { ...window, count } },
        }),
        engine.call("analyse", { ...about, analysis: { name: "newton_target" } }),
      ]);
      this.now = modelOf(point, target, {
        values: field.columns.model ?? new Float64Array(),
        columns: count,
        rows: flat ? 1 : count,
      });
    } catch (error) {
      // the run says beside its name what is wrong with the point or the settings
      if (!isSuperseded(error)) this.now = undefined;
    }
    this.#loaded();
  }
}

function modelOf(point: number[], { columns }: Table, field: Field): QuadraticModel {
  const number = (name: string) => columns[name]?.[0] ?? Number.NaN;
  const target = [...(columns.target ?? [])];
  return {
    field,
    point,
    target: target.every(Number.isFinite) ? target : undefined,
    kind: kinds[number("kind")] ?? "flat",
    here: number("value_here"),
    promised: number("model_there"),
    there: number("value_there"),
  };
}
