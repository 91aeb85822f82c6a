import { engine, isRefused, isSuperseded } from "../../engine/page-engine.js";
import { DecisionView, gridAxis } from "../../plots/decision-view.js";
import type { PlaneRun, PlaneScene } from "../../scene/plane-scene.js";
import { notices } from "../../state/notices.js";
import { words } from "../../words/en.js";
import { firmness } from "./firmness.js";

const gridPoints = 61;

/** What a model makes of the plane, asked for whenever it has changed. */
export class DecisionLoader {
  readonly #changed: () => void;
  #view: DecisionView | undefined;
  #askedFor = "";

  /** `changed` is called whenever there is something new to draw. */
  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** The last good one; undefined where there is nothing to draw. */
  get now(): DecisionView | undefined {
    return this.#view;
  }

  /** Asks the core where weights or window are others than at the last time. */
  async load(scene: PlaneScene, run: PlaneRun): Promise<void> {
    const { window, points } = scene.data.now;
    const key = `${scene.generation} ${scene.step} ${JSON.stringify(window)}`;
    if (key === this.#askedFor) return;
    this.#askedFor = key;
    const weights = scene.weightsOf(run);
    if (weights.length === 0 || points.length === 0) {
      this.#take(undefined);
      return;
    }
    const { decision, level } = firmness(run);
    const [x, y] = [gridAxis(window.x, gridPoints), gridAxis(window.y, gridPoints)];
    const problem = scene.modelSpec(run);
    const request = { problem, data: scene.data.anExample(), weights, x, y };
    const channel = `${scene.key} ${run.key}`;
    try {
      const [leads, inner] = await Promise.all([
        engine.call("decisions", { ...request, decision: "lead" }, `${channel} leads`),
        decision === "lead"
          ? undefined
          : engine.call("decisions", { ...request, decision }, `${channel} ${decision}`),
      ]);
      const [columns, rows] = [x[2], y[2]];
      const shape = { columns, rows, classes: leads.length / (columns * rows) };
      const grid = { ...shape, values: leads };
      this.#take(new DecisionView(grid, inner ? { ...shape, values: inner } : grid, level));
    } catch (error) {
      if (isSuperseded(error)) return;
      // settings that do not fit: the runs say so
      if (isRefused(error)) this.#askedFor = "";
      else notices.add(words.notices.engineFailed(error));
    }
  }

  #take(view: DecisionView | undefined): void {
    this.#view = view;
    this.#changed();
  }
}
