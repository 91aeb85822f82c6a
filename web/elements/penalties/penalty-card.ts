import { html } from "lit";
import type { Choice } from "../../../wasm/engine/types.js";
import { penaltyStyle } from "../../plots/penalty-style.js";
import type { PenaltyScene } from "../../scene/penalty-scene.js";
import { numberText } from "../../words/number-text.js";
import { penaltyWords as words } from "../../words/penalties.js";
import { swatch } from "../swatch.js";
import { zerosText } from "./penalty-text.js";

/** One penalty: the plane of the weights under it, and the numbers of the best ones. */
export function penaltyCard(scene: PenaltyScene, penalty: Choice) {
  const { name, label } = penalty;
  const answer = scene.answers.get(name);
  if (!answer) return html``;
  const { weights, loss, price, total } = answer;
  const numbers: [string, number][] = [
    ...words.axes.map((axis, i): [string, number] => [axis, weights[i] ?? Number.NaN]),
    [words.loss, loss],
    [words.price, price],
    [words.total, total],
  ];
  return html`<section class="penalty-card ${name === scene.shown ? "shown" : ""}" aria-label=${label}>
    <p class="penalty-head">${swatch(penaltyStyle(name))}<strong>${label}</strong></p>
    <fl-penalty-plane .scene=${scene} .penalty=${penalty}></fl-penalty-plane>
    <dl class="penalty-numbers" aria-label=${words.numbers(label)}>${numbers.map(
      ([text, value]) => html`<div><dt>${text}</dt><dd>${numberText(value, 4)}</dd></div>`,
    )}</dl>
    <p class="penalty-zeros">${zerosText(weights)}</p>
  </section>`;
}
