import type { Named } from "../../wasm/engine/types.js";
import type { ExamplesQuestion, ModelQuestion } from "../../wasm/worker/model-answer.js";
import { gridAxis } from "../plots/decision-view.js";
import { firmness } from "./firmness.js";
import type { PlaneRun, PlaneScene } from "./plane-scene.js";

/** The loss that a model is trained by, as the catalog's losses of scores know it. */
function lossesOf({ model, modelSettings }: PlaneRun): NonNullable<ExamplesQuestion["losses"]> {
  const { margin, power } = modelSettings;
  const settings = {
    ...(margin !== undefined && { margin }),
    ...(power !== undefined && { power }),
  };
  const hinge = (name: string): Named => ({ name, settings });
  switch (model.name) {
    case "softmax_regression":
      return { several: "softmax_cross_entropy" };
    case "logistic_regression":
      return { single: "logistic" };
    case "linear_svm":
      return { single: hinge("hinge"), several: hinge("multiclass_svm") };
    default:
      return {};
  }
}

/** The examples of a plane whose scores are shown: all, the selected one, or none. */
function examplesOf(scene: PlaneScene, run: PlaneRun): ExamplesQuestion | undefined {
  const { first, count } = scene.examplesShown;
  const points = scene.data.now.points.slice(first, first + count);
  if (points.length === 0) return undefined;
  return {
    data: scene.data.asData({}, points),
    labels: points.map(({ label }) => label),
    losses: lossesOf(run),
  };
}

/** What is to be known of a model at the step that is looked at. */
export function planeQuestion(scene: PlaneScene, run: PlaneRun): ModelQuestion {
  const { window } = scene.data.now;
  const { decision } = firmness(run);
  const examples = examplesOf(scene, run);
  return {
    data: scene.data.anExample(),
    grid: {
      x: gridAxis(window.x),
      y: gridAxis(window.y),
      decisions: decision === "lead" ? ["lead"] : ["lead", decision],
    },
    ...(examples && { examples }),
  };
}
