import type { Choice } from "../../../wasm/engine/types.js";
import type { PenaltyScene } from "../../scene/penalty-scene.js";
import { numberText } from "../../words/number-text.js";
import { penaltyWords as words } from "../../words/penalties.js";

export function pointText([w1, w2]: readonly [number, number]): string {
  return words.point(numberText(w1, 4), numberText(w2, 4));
}

/** The strength and the best weights under it. */
export function atStrength({ strength }: PenaltyScene, weights: readonly [number, number]): string {
  return words.at(numberText(strength), pointText(weights));
}

/** Which weights are exactly 0. */
export function zerosText(weights: readonly [number, number]): string {
  return words.zeros(words.axes.filter((_, i) => weights[i] === 0));
}

/** One penalty at the present strength, in a sentence or two. */
export function summaryOf(scene: PenaltyScene, { name, label }: Choice): string {
  const answer = scene.answers.get(name);
  if (!answer) return "";
  const { weights } = answer;
  return words.summary(label, numberText(scene.strength), pointText(weights), zerosText(weights));
}
