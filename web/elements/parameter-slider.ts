import { html } from "lit";
import { live } from "lit/directives/live.js";
import { unsafeHTML } from "lit/directives/unsafe-html.js";
import type { Parameter } from "../../wasm/engine/types.js";
import { symbolMathml } from "../engine/page-math.js";
import { numberText } from "../words/number-text.js";
import { readNumber } from "../words/read-number.js";

const positions = 1000;

/** Where on the slider a value is, 0 … positions. */
function positionOf({ scale, slider }: Parameter, value: number): number {
  const { low, high } = slider as { low: number; high: number };
  const share =
    scale === "log"
      ? Math.log(Math.max(value, low) / low) / Math.log(high / low)
      : (value - low) / (high - low);
  return Math.round(Math.max(0, Math.min(1, share)) * positions);
}

/** The value at a position, rounded to three digits so that a reader can say it. */
function valueAt({ scale, slider, whole }: Parameter, position: number): number {
  const { low, high } = slider as { low: number; high: number };
  const share = position / positions;
  const value = scale === "log" ? low * (high / low) ** share : low + share * (high - low);
  if (whole) return Math.round(value);
  // β close to 1 differs in the digits after the nines
  return scale === "linear" && high <= 1 ? Number(value.toFixed(4)) : Number(value.toPrecision(3));
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
