import { html, svg } from "lit";
import { numberText } from "../../words/number-text.js";

const width = 64;

/** What a column's bars are measured by. */
export interface BarScale {
  low: number;
  high: number;
}

/** From the smallest to the largest number of a column, zero included. */
export function barScale(values: Iterable<number>): BarScale {
  let [low, high] = [0, 0];
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return { low, high: high > low ? high : low + 1 };
}

/** A number with a bar beneath it; undefined while it waits for a prediction. */
export function quantityCell(shown: number | undefined, { low, high }: BarScale, role: string) {
  const value = shown ?? Number.NaN;
  const x = (at: number) => ((at - low) / (high - low)) * width;
  const finite = Number.isFinite(value);
  const from = finite ? Math.min(x(0), x(value)) : 0;
  const to = finite ? Math.max(x(0), x(value)) : 0;
  return html`<span class="quantity" data-role=${role}>${shown === undefined ? "?" : numberText(value, 4)}
    <svg class="bar" viewBox="0 0 ${width} 5" preserveAspectRatio="none" aria-hidden="true">${svg`<rect x="0" y="2" width=${width} height="1" class="ground"></rect>
      <rect x=${from} y="0" width=${Math.max(to - from, finite && value !== 0 ? 0.5 : 0)} height="5"></rect>`}</svg></span>`;
}
