import type { Problem } from "../../wasm/engine/types.js";
import type { Field } from "./field-view.js";
import type { Ink } from "./ink.js";
import { Plane } from "./plane.js";

/** Shares of the heights that are kept free below the curve, for the axis, and above it. */
const room = { below: 0.16, above: 0.06 };

/** A function of one variable over a window, as a line in a picture. */
export class FunctionCurve {
  readonly plane: Plane;
  readonly #values: Float64Array;

  constructor(
    { values }: Field,
    readonly domain: readonly [number, number],
    width: number,
    height: number,
  ) {
    const finite = values.filter(Number.isFinite);
    const low = finite.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY);
    const high = finite.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);
    const span = high > low ? high - low : 1;
    const y: [number, number] =
      low > high ? [0, 1] : [low - room.below * span, high + room.above * span];
    this.#values = values;
    this.plane = new Plane(domain, y, width, height);
  }

  #xOf(i: number): number {
    const [low, high] = this.domain;
    return low + ((high - low) * i) / (this.#values.length - 1);
  }

  /** The pixel at which the drawn line passes a position; at its ends beyond them. */
  pyAt(x: number): number {
    const [low, high] = this.domain;
    const last = this.#values.length - 1;
    const place = Math.max(0, Math.min(last, ((x - low) / (high - low)) * last));
    const i = Math.min(last - 1, Math.floor(place));
    const [a = 0, b = 0] = [this.#values[i], this.#values[i + 1]];
    return this.plane.py(a + (place - i) * (b - a));
  }

  /** Where the problem says that it has minima, in pixels. */
  minima({ criticalPoints, minimizer }: Problem): [number, number][] {
    const known = criticalPoints.filter(({ kind }) => kind === "minimum").map(({ x }) => x);
    const all = known.length > 0 ? known : minimizer.slice(0, 1);
    const [low, high] = this.domain;
    return all
      .filter((x) => x >= low && x <= high)
      .map((x) => [this.plane.px(x), this.pyAt(x)] as [number, number]);
  }

  #trace(context: Ink): void {
    const { plane } = this;
    let down = false;
    for (const [i, value] of this.#values.entries()) {
      if (!Number.isFinite(value)) {
        down = false;
        continue;
      }
      const [px, py] = [plane.px(this.#xOf(i)), plane.py(value)];
      if (down) context.lineTo(px, py);
      else context.moveTo(px, py);
      down = true;
    }
  }

  /** The line, with the ground below it tinted like the heights of a contour field. */
  draw(context: Ink, colours: { ground: string; below: string; line: string }): void {
    const { width, height } = this.plane;
    context.fillStyle = colours.ground;
    context.fillRect(0, 0, width, height);
    if (this.#values.every(Number.isFinite)) {
      context.beginPath();
      this.#trace(context);
      context.lineTo(width, height);
      context.lineTo(0, height);
      context.closePath();
      context.fillStyle = colours.below;
      context.globalAlpha = 0.16;
      context.fill();
      context.globalAlpha = 1;
    }
    context.beginPath();
    this.#trace(context);
    context.setLineDash([]);
    context.lineJoin = "round";
    context.lineWidth = 1.6;
    context.strokeStyle = colours.line;
    context.stroke();
  }
}
