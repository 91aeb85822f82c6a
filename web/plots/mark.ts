import { svg } from "lit";
import type { SeriesStyle } from "./series-style.js";

const outlines: Record<SeriesStyle["mark"], (r: number) => string> = {
  circle: (r) => `M${-r},0a${r},${r} 0 1,0 ${2 * r},0a${r},${r} 0 1,0 ${-2 * r},0`,
  square: (r) => `M${-r},${-r}h${2 * r}v${2 * r}h${-2 * r}z`,
  triangle: (r) => `M0,${-1.2 * r}L${1.1 * r},${0.9 * r}H${-1.1 * r}z`,
  diamond: (r) => `M0,${-1.3 * r}L${1.3 * r},0L0,${1.3 * r}L${-1.3 * r},0z`,
};

/** The mark of a run at a place, `r` pixels large. */
export function mark(style: SeriesStyle, x: number, y: number, r: number) {
  return svg`<path class="mark ${style.className}" d=${outlines[style.mark](r)}
    transform="translate(${x.toFixed(1)},${y.toFixed(1)})"></path>`;
}
