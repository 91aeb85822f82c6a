import { ownQuantities, weightNames } from "../../scene/plane-rows.js";
import type { PlaneRun, PlaneScene } from "../../scene/plane-scene.js";
import type { NumberTable } from "../../take/takeable.js";

/** Names of a model's weights, in the order it has them. */
function namesOf(scene: PlaneScene, run: PlaneRun): string[] {
  const count = scene.dimensionOf(run);
  if (scene.isLinear(run)) return weightNames(count);
  return Array.from({ length: count }, (_, i) => `theta_${i + 1}`);
}

function* rowsOf(
  models: readonly { run: PlaneRun; names: string[] }[],
  traced: readonly string[],
  weights: readonly string[],
): Generator<(string | number)[]> {
  for (const { run, names } of models) {
    const places = weights.map((name) => names.indexOf(name));
    for (let step = 0; step < (run.traces.loss?.length ?? 0); step += 1) {
      const from = step * names.length;
      yield [
        step,
        run.label,
        ...traced.map((name) => run.traces[name]?.[step] ?? ""),
        ...places.map((place) => (place < 0 ? "" : (run.traces.theta?.[from + place] ?? ""))),
      ];
    }
  }
}

/** Losses, accuracies and weights of every step of every model; undefined while they are hidden. */
export function planeNumbers(scene: PlaneScene): NumberTable | undefined {
  if (!scene.revealed) return undefined;
  // settings may change while the file is being written
  const models = scene.runs.map((run) => ({ run: { ...run }, names: namesOf(scene, run) }));
  const known = ["loss", ...ownQuantities.map(({ name }) => name)];
  const traced = known.filter((name) => models.some(({ run }) => run.traces[name]));
  const weights = [...new Set(models.flatMap(({ names }) => names))];
  return {
    columns: ["step", "model", ...traced, ...weights],
    rows: rowsOf(models, traced, weights),
  };
}
