import type { Ink } from "./ink.js";
import type { Plane } from "./plane.js";
import type { SeriesStyle } from "./series-style.js";

/** How a run's path looks and where it goes. */
export interface DrawnPath {
  style: SeriesStyle;
  colour: string;
  /** Its last step. */
  last: number;
  /** Strokes it from one step to another, with what the context is set to. */
  stroke(context: Ink, first: number, last: number): void;
  /** Where a step's dot belongs; undefined where it has none. */
  dot(step: number): readonly [number, number] | undefined;
}

/** Far outside the window a line is cut off: canvas coordinates must stay moderate. */
const farAway = 1e5;
/** Steps within this many pixels are drawn as one: around a minimum there are hundreds. */
const smallest = 0.5;
/** In paths longer than this, what goes over itself is drawn once. */
const longPath = 1000;

/** A number for the line between two places, to half a pixel, in either direction. */
function lineBetween(x: number, y: number, toX: number, toY: number): number {
  const place = (x: number, y: number) =>
    (Math.round(2 * x) & 8191) * 8192 + (Math.round(2 * y) & 8191);
  const [one, other] = [place(x, y), place(toX, toY)];
  return Math.min(one, other) * 2 ** 26 + Math.max(one, other);
}

function strokeFlat(
  context: Ink,
  { px, py }: { px(x: number): number; py(y: number): number },
  theta: Float64Array,
  first: number,
  last: number,
): void {
  context.beginPath();
  // a run that swings between two points for 20 000 steps would take seconds to stroke
  const lines = last - first > longPath ? new Set<number>() : undefined;
  let [drawnX, drawnY] = [Number.NaN, Number.NaN];
  for (let t = first; t <= last; t += 1) {
    const x = px(theta[2 * t] ?? 0);
    const y = py(theta[2 * t + 1] ?? 0);
    const near = Math.abs(x - drawnX) + Math.abs(y - drawnY) < smallest;
    if (near && t < last) continue;
    const line = lines && lineBetween(drawnX, drawnY, x, y);
    [drawnX, drawnY] = [x, y];
    if (!(Math.abs(x) < farAway && Math.abs(y) < farAway)) {
      const clamp = (value: number) => Math.max(-farAway, Math.min(farAway, value));
      context.lineTo(clamp(x), clamp(y));
      break;
    }
    if (t === first || (line !== undefined && lines?.has(line))) context.moveTo(x, y);
    else context.lineTo(x, y);
    if (line !== undefined) lines?.add(line);
  }
  context.stroke();
}

/** The path of a run in the plane; theta: (steps + 1) × 2, row-major. */
export function flatPath(
  plane: Plane,
  theta: Float64Array,
  look: Pick<DrawnPath, "style" | "colour">,
): DrawnPath {
  const place = { px: (x: number) => plane.px(x), py: (y: number) => plane.py(y) };
  return {
    ...look,
    last: theta.length / 2 - 1,
    stroke: (context, first, last) => strokeFlat(context, place, theta, first, last),
    dot: (t) => [plane.px(theta[2 * t] ?? 0), plane.py(theta[2 * t + 1] ?? 0)],
  };
}

/** Draws every path up to `step` strongly and the rest of it faintly. */
export function drawPaths(
  context: Ink,
  paths: readonly DrawnPath[],
  step: number,
  halo: string,
): void {
  context.lineJoin = "round";
  context.lineCap = "round";
  for (const path of paths) {
    const { style, colour, last } = path;
    const until = Math.min(step, last);
    context.setLineDash([]);
    context.globalAlpha = 0.6;
    context.strokeStyle = halo;
    context.lineWidth = 4.5;
    path.stroke(context, 0, until);
    context.strokeStyle = colour;
    context.globalAlpha = 0.28;
    context.lineWidth = 1.2;
    if (until < last) path.stroke(context, until, last);
    context.globalAlpha = 1;
    context.setLineDash(style.dash);
    context.lineWidth = 2.2;
    path.stroke(context, 0, until);
    context.setLineDash([]);
    if (last <= 120) {
      context.fillStyle = colour;
      for (let t = 1; t <= until; t += 1) {
        const dot = path.dot(t);
        if (!dot) continue;
        context.beginPath();
        context.arc(dot[0], dot[1], 1.8, 0, 7);
        context.fill();
      }
    }
  }
  context.globalAlpha = 1;
}
