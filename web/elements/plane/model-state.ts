import type { PlaneRun, PlaneScene } from "../../scene/plane-scene.js";
import { numberText } from "../../words/number-text.js";
import { planeWords as words } from "../../words/plane.js";

/** The share as a percentage. */
function percent(share: number): string {
  return Number.isFinite(share) ? words.percent(numberText(100 * share)) : "–";
}

/** Loss and accuracy of a model at the selected step, in words. */
export function modelState(scene: PlaneScene, run: PlaneRun): string {
  const of = (quantity: string) => scene.numberOf(run, quantity);
  if (run.refused !== undefined || !run.traces.loss) return "";
  const train = words.readout(numberText(of("loss"), 4), percent(of("accuracy")));
  if (!run.traces.test_loss) return `${train}.`;
  const test = words.testReadout(numberText(of("test_loss"), 4), percent(of("test_accuracy")));
  return `${train}. ${test}.`;
}
