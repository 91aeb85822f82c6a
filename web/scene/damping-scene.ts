import type { Parameter, Table } from "../../wasm/engine/types.js";
import { engine } from "../engine/page-engine.js";
import { controlAccess } from "../state/control-access.js";
import { Scene, type SceneRun } from "./scene.js";
import type { SceneDeclaration } from "./scene-declaration.js";

/** Regimes by the number that the core gives them. */
export const regimes = [
  "overdamped",
  "critically_damped",
  "underdamped",
  "alternating",
  "divergent",
] as const;

export type Regime = (typeof regimes)[number];

/** One eigen-direction under the settings in force. */
export interface DampedMode {
  eigenvalue: number;
  /** Learning rate times curvature. */
  stepCurvature: number;
  rate: number;
  regime: Regime;
  /** Distance from the minimum along the eigenvector, step by step. */
  path: Float64Array;
}

/** The settings of momentum that are fastest on the bowl. */
export interface BestSettings {
  learningRate: number;
  beta: number;
  rate: number;
}

/** The plane of learning rate times curvature against β. */
export interface DampingMap {
  /** Rates at the centres of equal cells. */
  rates: Float64Array;
  columns: number;
  rows: number;
  /** Largest learning rate times curvature on it. */
  largest: number;
  /** By β, upwards: where the regimes meet. */
  edges: Table;
}

const cells = { columns: 200, rows: 50, largest: 4 };

/** The method whose run the plane is about. */
const method = "momentum";

/** Whether the engine has refused a setting, or said that a question has no answer. */
function isRefusal(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "invalid_argument";
}

function number(table: Table, column: string, row = 0): number {
  return table.columns[column]?.[row] ?? Number.NaN;
}

/**
 * A run of momentum on a bowl, with what the core says of each of its eigen-directions: regime,
 * rate, and the way of the run along it.
 */
export class DampingScene extends Scene {
  modes: DampedMode[] = [];
  /** Undefined where the problem is no bowl. */
  best: BestSettings | undefined;
  /** What the run multiplies its error by, fitted over its steps; undefined where it has too few. */
  measured: number | undefined;
  map: DampingMap | undefined;
  /** The run of momentum that is steered. */
  readonly steered: SceneRun;

  constructor(key: string, declared: SceneDeclaration) {
    super(key, declared);
    const steered = this.runs.find((run) => run.method.name === method);
    if (!steered) throw new Error(`runs: got none of ${method}; allowed: one of it, and others`);
    this.steered = steered;
  }

  #parameter(name: string): Parameter {
    return this.steered.method.parameters.find((one) => one.name === name) as Parameter;
  }

  get learningRate(): number {
    return this.value(this.steered, this.#parameter("learning_rate"));
  }

  get beta(): number {
    return this.value(this.steered, this.#parameter("beta"));
  }

  /** Whether the velocity is a sum of gradients or of steps: the plane is about these two. */
  get speaksOfRun(): boolean {
    const form = this.steered.method.options.find((one) => one.name === "form");
    return !form || ["sum", "step"].includes(this.choice(this.steered, form));
  }

  /** Keys of the two settings, for a teacher. */
  get settingKeys(): string[] {
    return ["learning_rate", "beta"].map((name) => `${this.key}.${this.steered.key}.${name}`);
  }

  /** Whether a teacher lets the reader change both. */
  get mayBeSteered(): boolean {
    return this.settingKeys.every((key) => controlAccess.allows(key));
  }

  /** The rate of the slowest direction. */
  get predicted(): number {
    return Math.max(...this.modes.map(({ rate }) => rate));
  }

  steer(learningRate: number, beta: number): void {
    this.setSetting(this.steered, "learning_rate", learningRate);
    this.setSetting(this.steered, "beta", beta);
  }

  /** To what is fastest on this bowl. */
  steerToBest(): void {
    if (!this.best) return;
    const { learningRate, beta } = this.best;
    this.steer(Number(learningRate.toPrecision(9)), Number(beta.toPrecision(9)));
  }

  protected override async ask() {
    const [results] = await Promise.all([super.ask(), this.#askModes(), this.#askMap()]);
    return results;
  }

  /** The answer, or undefined where there is none. */
  async #analyse(name: string, settings: Record<string, number>): Promise<Table | undefined> {
    const { problem, method: by, start } = this.specOf(this.steered);
    try {
      return await engine.call(
        "analyse",
        { analysis: { name, settings }, problem, method: by, at: [...(start ?? [])] },
        `${this.key} ${name} ${settings.columns ?? ""}`,
      );
    } catch (error) {
      if (isRefusal(error)) return undefined;
      throw error;
    }
  }

  async #askModes(): Promise<void> {
    const { learningRate: learning_rate, beta, steps } = this;
    const [damping, paths, best, measured] = await Promise.all([
      this.#analyse("damping", { learning_rate, beta }),
      this.#analyse("eigen_modes", { steps }),
      this.#analyse("best_momentum", {}),
      this.#analyse("measured_rate", { steps, from: Math.floor(steps / 5) }),
    ]);
    // of settings that are refused the modes are those of the last good ones
    if (damping && paths) this.modes = modesOf(damping, paths);
    this.best = best && {
      learningRate: number(best, "best_learning_rate"),
      beta: number(best, "best_beta"),
      rate: number(best, "best_rate"),
    };
    const rate = measured ? number(measured, "fitted_rate") : Number.NaN;
    this.measured = Number.isFinite(rate) ? rate : undefined; // from the minimum on there is none
  }

  async #askMap(): Promise<void> {
    if (this.map) return;
    const ask = (columns: number, rows: number) =>
      this.#analyse("damping_plane", { largest: cells.largest, columns, rows });
    const [inside, edges] = await Promise.all([ask(cells.columns, cells.rows), ask(1, 400)]);
    const rates = inside?.columns.rate;
    if (rates && edges) this.map = { rates, ...cells, edges };
  }
}

function modesOf(damping: Table, paths: Table): DampedMode[] {
  const all = paths.columns.mode ?? new Float64Array();
  return Array.from({ length: damping.rows }, (_, i) => ({
    eigenvalue: number(damping, "eigenvalue", i),
    stepCurvature: number(damping, "step_curvature", i),
    rate: number(damping, "rate", i),
    regime: regimes[number(damping, "regime", i)] ?? "divergent",
    path: Float64Array.from({ length: paths.rows }, (_, t) => all[t * damping.rows + i] as number),
  }));
}
