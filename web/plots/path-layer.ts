import type { Ink } from "./ink.js";
import type { Plane } from "./plane.js";
import type { SeriesStyle } from "./series-style.js";

export interface PathOnPlane {
  /** theta: (steps + 1) × 2, row-major. */
  theta: Float64Array;
  style: SeriesStyle;
  colour: string;
}

/** Far outside the window a line is cut off: canvas coordinates must stay moderate. */
const farAway = 1e5;

function trace(
  context: Ink,
  { px, py }: { px(x: number): number; py(y: number): number },
  theta: Float64Array,
  first: number,
  last: number,
): void {
  context.beginPath();
  for (let t = first; t <= last; t += 1) {
    const x = px(theta[2 * t] ?? 0);
    const y = py(theta[2 * t + 1] ?? 0);
    if (!(Math.abs(x) < farAway && Math.abs(y) < farAway)) {
      const clamp = (value: number) => Math.max(-farAway, Math.min(farAway, value));
      context.lineTo(clamp(x), clamp(y));
      break;
    }
    if (t === first) context.moveTo(x, y);
    else context.lineTo(x, y);
  }
  context.stroke();
}

/** Draws every path up to `step` strongly and the rest of it faintly. */
export function drawPaths(
  context: Ink,
  plane: Plane,
  paths: PathOnPlane[],
  step: number,
  halo: string,
): void {
  const place = { px: (x: number) => plane.px(x), py: (y: number) => plane.py(y) };
  context.lineJoin = "round";
  context.lineCap = "round";
  for (const { theta, style, colour } of paths) {
    const last = theta.length / 2 - 1;
    const until = Math.min(step, last);
    context.setLineDash([]);
    context.globalAlpha = 0.6;
    context.strokeStyle = halo;
    context.lineWidth = 4.5;
    trace(context, place, theta, 0, until);
    context.strokeStyle = colour;
    context.globalAlpha = 0.28;
    context.lineWidth = 1.2;
    if (until < last) trace(context, place, theta, until, last);
    context.globalAlpha = 1;
    context.setLineDash(style.dash);
    context.lineWidth = 2.2;
    trace(context, place, theta, 0, until);
    context.setLineDash([]);
    if (last <= 120) {
      context.fillStyle = colour;
      for (let t = 1; t <= until; t += 1) {
        context.beginPath();
        context.arc(plane.px(theta[2 * t] ?? 0), plane.py(theta[2 * t + 1] ?? 0), 1.8, 0, 7);
        context.fill();
      }
    }
  }
  context.globalAlpha = 1;
}
