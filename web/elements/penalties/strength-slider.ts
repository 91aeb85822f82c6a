import { html, nothing } from "lit";
import { live } from "lit/directives/live.js";
import { unsafeHTML } from "lit/directives/unsafe-html.js";
import { symbolMathml } from "../../engine/page-math.js";
import type { PenaltyScene } from "../../scene/penalty-scene.js";
import { numberText } from "../../words/number-text.js";
import { penaltyWords as words } from "../../words/penalties.js";
import { readNumber } from "../../words/read-number.js";
import { type SliderScale, shareOf, valueAtShare } from "../slider-scale.js";

/** Above 0, which is none at all. */
const positions = 200;

function scaleOf({ declared }: PenaltyScene): SliderScale {
  const [low, high] = declared.strengths;
  return { low, high, log: true };
}

function positionOf(scene: PenaltyScene): number {
  if (scene.strength === 0) return 0;
  return 1 + Math.round(shareOf(scaleOf(scene), scene.strength) * (positions - 1));
}

function strengthAt(scene: PenaltyScene, position: number): number {
  if (position === 0) return 0;
  const strength = valueAtShare(scaleOf(scene), (position - 1) / (positions - 1));
  return Number(strength.toPrecision(3));
}

/** The strength of a penalty, from none on evenly in its logarithm: slider and number field. */
export function strengthSlider(uid: string, scene: PenaltyScene) {
  const bad = scene.strengthRefused;
  return html`<div class="strength parameter">
    <label for="${uid}-strength">${unsafeHTML(symbolMathml("regstrength"))} <span>${words.strength}</span></label>
    <input id="${uid}-strength" class="number" type="text" inputmode="decimal" autocomplete="off" spellcheck="false"
      .value=${String(scene.strength)} aria-invalid=${bad ? "true" : nothing} aria-describedby=${bad ? `${uid}-bad-strength` : nothing}
      @change=${(event: Event) => {
        const text = (event.target as HTMLInputElement).value.trim();
        scene.setStrength(readNumber(text) ?? text);
      }}>
    <input type="range" min="0" max=${positions} step="1" aria-label=${words.strengthSlider}
      aria-valuetext=${numberText(scene.strength)} .value=${live(String(positionOf(scene)))}
      @input=${(event: Event) => scene.setStrength(strengthAt(scene, Number((event.target as HTMLInputElement).value)))}>
    ${bad ? html`<p id="${uid}-bad-strength" class="refused" role="alert">${bad}</p>` : nothing}
  </div>`;
}
