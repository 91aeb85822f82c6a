import { svg } from "lit";
import type { Plane } from "../../plots/plane.js";

/** Bands of the linear model from the centre to the rim, on either side. */
const bands = 4;

export type Pair = readonly [number, number];

/** A step out of a point in pixels. */
export function pixelsOf(plane: Plane, [x, y]: Pair, [dx, dy]: Pair): Pair {
  return [plane.px(x + dx), plane.py(y + dy)];
}

/**
 * The level lines of a plane inside a circle: chords at a right angle to its gradient, evenly
 * spaced, as every plane has them.
 */
export function planeLines(plane: Plane, centre: Pair, radius: number, against: Pair) {
  const length = Math.hypot(...against);
  if (!(length > 0)) return "";
  const [ux, uy] = [against[0] / length, against[1] / length];
  const lines: string[] = [];
  for (let k = 1 - bands; k < bands; k += 1) {
    const along = (k / bands) * radius;
    const half = Math.sqrt(radius * radius - along * along);
    const end = (side: number): Pair => [
      ux * along - side * uy * half,
      uy * along + side * ux * half,
    ];
    const [from, to] = [pixelsOf(plane, centre, end(1)), pixelsOf(plane, centre, end(-1))];
    lines.push(
      `M${from.map((one) => one.toFixed(1)).join()}L${to.map((one) => one.toFixed(1)).join()}`,
    );
  }
  return lines.join("");
}

/** What of an arrow the mark at its end would cover. */
const covered = 8;

/** An arrow from one pixel to the mark at another, with a head if there is room for one. */
export function arrowBetween([x0, y0]: Pair, [x1, y1]: Pair) {
  const length = Math.hypot(x1 - x0, y1 - y0) - covered;
  if (!(length > 3)) return "";
  const head = Math.min(9, length / 2);
  const angle = (Math.atan2(y1 - y0, x1 - x0) * 180) / Math.PI;
  return svg`<g class="arrow" data-symbol="circlebest" data-role="step"
    transform="translate(${x0.toFixed(1)},${y0.toFixed(1)}) rotate(${angle.toFixed(1)})">
    <path d="M0,0H${length - head}"></path><path class="head" d="M${length},0l${-1.4 * head},${-0.7 * head}v${1.4 * head}z"></path></g>`;
}
