import type { LossAnswer, Named } from "../../../wasm/engine/types.js";
import { engine } from "../../engine/page-engine.js";
import type { PlaneRun, PlaneScene } from "../../scene/plane-scene.js";

/** What a model says of points, and what each costs it. */
export interface ExampleScores {
  /** Number of the first of these points. */
  first: number;
  /** Scores of a point: one a class, or a single one for two classes. */
  width: number;
  scores: Float64Array;
  /** Undefined where the catalog has no loss of scores for the model. */
  losses: Float64Array | undefined;
}

/** The loss that a model is trained by, as the catalog's losses of scores know it. */
function lossOf({ model, modelSettings }: PlaneRun, binary: boolean): Named | undefined {
  const { margin, power } = modelSettings;
  const settings = {
    ...(margin !== undefined && { margin }),
    ...(power !== undefined && { power }),
  };
  switch (model.name) {
    case "softmax_regression":
      return "softmax_cross_entropy";
    case "logistic_regression":
      return "logistic";
    case "linear_svm":
      return { name: binary ? "binary_hinge" : "multiclass_svm", settings };
    default:
      return undefined;
  }
}

/** Asks the core for the scores of one point (all for −1) at the selected step, and for losses. */
export async function exampleScores(
  scene: PlaneScene,
  run: PlaneRun,
  channel: string,
  only: number,
): Promise<ExampleScores | undefined> {
  const first = Math.max(0, only);
  const points = scene.data.now.points.slice(first, only < 0 ? undefined : only + 1);
  const weights = scene.weightsOf(run);
  if (points.length === 0 || weights.length === 0) return undefined;
  const scores = await engine.call(
    "scores",
    {
      problem: scene.modelSpec(run),
      data: scene.data.anExample(),
      weights,
      examples: scene.data.asData({}, points),
    },
    `${channel} scores`,
  );
  const width = scores.length / points.length;
  const loss = lossOf(run, width === 1);
  if (!loss) return { first, width, scores, losses: undefined };
  const answer: LossAnswer = await engine.call(
    "loss",
    {
      loss,
      scores: points.map((_, i) => [...scores.subarray(i * width, (i + 1) * width)]),
      labels: points.map(({ label }) => (width === 1 ? ([-1, 1][label] ?? 1) : label)),
    },
    `${channel} losses`,
  );
  return { first, width, scores, losses: answer.table.columns.example_loss };
}
