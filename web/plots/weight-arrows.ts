import { nothing, svg } from "lit";
import { classStyle } from "./class-style.js";
import type { Plane } from "./plane.js";

/** A row of W with its entry of b: the score of one class is w·x + b. */
export interface WeightRow {
  label: number;
  w: readonly [number, number];
  b: number;
}

/** The rows of weights as the core orders them: W row by row, then b. */
export function weightRows(weights: readonly number[]): WeightRow[] {
  const count = weights.length / 3;
  return Array.from({ length: count }, (_, k) => ({
    // a single score is that of class 1
    label: count === 1 ? 1 : k,
    w: [weights[2 * k] ?? 0, weights[2 * k + 1] ?? 0],
    b: weights[2 * count + k] ?? 0,
  }));
}

const shortest = 20;
const longest = 56;

/**
 * Each class's weight vector, from the line on which its score is 0 towards higher scores; its
 * length is in proportion to the longest.
 */
export function weightArrows(
  plane: Plane,
  weights: readonly number[],
  name: (k: number) => string,
) {
  const rows = weightRows(weights);
  const length = ({ w }: WeightRow) => Math.hypot(w[0], w[1]);
  const largest = Math.max(...rows.map(length));
  if (!(largest > 0) || !Number.isFinite(largest)) return nothing;
  return rows.map((row) => {
    const size = length(row);
    if (size < 1e-9 * largest) return nothing;
    return arrow(plane, row, shortest + (longest - shortest) * (size / largest), name(row.label));
  });
}

function arrow(plane: Plane, { label, w: [wx, wy], b }: WeightRow, length: number, name: string) {
  const { x, y, width, height } = plane;
  const middle = [(x[0] + x[1]) / 2, (y[0] + y[1]) / 2] as const;
  const away = (wx * middle[0] + wy * middle[1] + b) / (wx * wx + wy * wy);
  // the point of the line that is nearest to the middle, kept inside the window
  const inside = (value: number, end: number) => Math.max(16, Math.min(end - 16, value));
  const fx = plane.px(middle[0] - away * wx);
  const fy = plane.py(middle[1] - away * wy);
  const [px, py] = [inside(fx, width), inside(fy, height)];
  // the direction on the screen, where a unit of x and one of y may differ
  const [dx, dy] = [(wx * width) / (x[1] - x[0]), (-wy * height) / (y[1] - y[0])];
  const scale = length / Math.hypot(dx, dy);
  const [tx, ty] = [px + dx * scale, py + dy * scale];
  const angle = (Math.atan2(dy, dx) * 180) / Math.PI;
  // along the line: where w·x does not change
  const [ax, ay] = [(-wy * width) / (x[1] - x[0]), (-wx * height) / (y[1] - y[0])];
  const far = (width + height) / Math.hypot(ax, ay);
  const seen = Math.abs(fx) < 1e5 && Math.abs(fy) < 1e5;
  const { className } = classStyle(label);
  return svg`<g class="weight-arrow ${className}">
    ${seen ? svg`<line class="zero-line" x1=${fx - ax * far} y1=${fy - ay * far} x2=${fx + ax * far} y2=${fy + ay * far}></line>` : nothing}
    <line class="halo" x1=${px} y1=${py} x2=${tx} y2=${ty}></line>
    <line class="shaft" x1=${px} y1=${py} x2=${tx} y2=${ty}></line>
    <path class="head" d="M0,0L-10,-5V5z" transform="translate(${tx},${ty}) rotate(${angle})"></path>
    <text x=${tx + (dx * scale * 11) / length} y=${ty + (dy * scale * 11) / length} dy="0.32em" text-anchor="middle">${name}</text>
  </g>`;
}
