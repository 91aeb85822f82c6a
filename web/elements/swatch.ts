import { html } from "lit";
import { mark } from "../plots/mark.js";
import type { SeriesStyle } from "../plots/series-style.js";

/** A run's line and mark, to stand before its name. */
export function swatch(style: SeriesStyle | undefined) {
  if (!style) return html``;
  return html`<svg class="swatch" viewBox="0 0 34 14" width="34" height="14" aria-hidden="true">
    <path class="series ${style.className}" d="M1,7H33" stroke-dasharray=${style.dash.join(" ")}></path>
    ${mark(style, 17, 7, 4)}
  </svg>`;
}
