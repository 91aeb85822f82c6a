import { html } from "lit";
import { live } from "lit/directives/live.js";
import { unsafeHTML } from "lit/directives/unsafe-html.js";
import type { Parameter } from "../../wasm/engine/types.js";
import { symbolMathml } from "../engine/page-math.js";
import { numberText } from "../words/number-text.js";
import { readNumber } from "../words/read-number.js";
import { type SliderScale, shareOf, valueAtShare } from "./slider-scale.js";

const positions = 1000;

function scaleOf({ scale, slider }: Parameter): SliderScale {
  return { ...(slider as { low: number; high: number }), log: scale === "log" };
}

/** Where on the slider a value is, 0 … positions. */
function positionOf(parameter: Parameter, value: number): number {
  return Math.round(shareOf(scaleOf(parameter), value) * positions);
}

/** The value at a position, rounded to three digits so that a reader can say it. */
function valueAt(parameter: Parameter, position: number): number {
  const { low, high, log } = scaleOf(parameter);
  const value = valueAtShare({ low, high, log }, position / positions);
  if (parameter.whole) return Math.round(value);
  // β close to 1 differs in the digits after the nines
  return !log && high <= 1 ? Number(value.toFixed(4)) : Number(value.toPrecision(3));
}

/**
 * A slider and a number field for one parameter; `change` gets what was dragged or typed. `value`
 * is what was last set, be it a number or not: the field shows it as it is.
 */
export function parameterSlider(
  id: string,
  parameter: Parameter,
  value: number | string,
  change: (value: number | string) => void,
) {
  const { name, symbol, meaning } = parameter;
  const title = `${name.replaceAll("_", " ")}: ${meaning}`;
  return html`<div class="parameter" title=${title}>
    <label for="${id}-number">${unsafeHTML(symbolMathml(symbol))} <span>${name.replaceAll("_", " ")}</span></label>
    <input id="${id}-number" class="number" type="text" inputmode="decimal" autocomplete="off" spellcheck="false"
      .value=${String(value)}
      @change=${(event: Event) => {
        const text = (event.target as HTMLInputElement).value.trim();
        change(readNumber(text) ?? text);
      }}>
    <input type="range" min="0" max=${positions} step="1" aria-label=${title}
      aria-valuetext=${numberText(Number(value), 4)}
      .value=${live(String(positionOf(parameter, Number(value))))}
      @input=${(event: Event) => change(valueAt(parameter, Number((event.target as HTMLInputElement).value)))}>
  </div>`;
}
