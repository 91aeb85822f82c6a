import { scaleLinear } from "d3-scale";
import type { HeightKind } from "./height-kind.js";

/** Height of the box that the values fill; its base goes from −1 to 1 both ways. */
export const top = 1.1;

/** Ticks of the height axis stand at least this far apart. */
const tickGap = 0.15;

interface Spread {
  low: number;
  high: number;
  /** How far the lowest twentieth and the lower half of the values reach above the lowest. */
  twentieth: number;
  half: number;
}

function spreadOf(values: Float64Array): Spread {
  const sorted = values.filter(Number.isFinite).sort();
  const low = sorted[0] ?? 0;
  const above = (share: number) => (sorted[Math.floor(share * (sorted.length - 1))] ?? low) - low;
  return { low, high: low + above(1), twentieth: above(0.05), half: above(0.5) };
}

/** Logarithmic where half of the window would lie flat at the bottom, else as it is. */
export function naturalKind(values: Float64Array): HeightKind {
  const { low, high, half } = spreadOf(values);
  return half < 0.085 * (high - low) ? "log" : "linear";
}

/** Values as heights in the box, the lowest of them at 0. */
export class HeightScale {
  readonly #low: number;
  readonly #range: number;
  /** Up to about here above the lowest a logarithmic height grows evenly. */
  readonly #knee: number;

  constructor(
    values: Float64Array,
    readonly kind: HeightKind,
  ) {
    const { low, high, twentieth } = spreadOf(values);
    this.#low = low;
    this.#range = high - low || 1;
    this.#knee = twentieth || this.#range / 1000;
  }

  /** The share of the range that lies below a value, at most 1. */
  share(value: number): number {
    if (Number.isNaN(value)) return 1;
    return Math.max(0, Math.min(1, (value - this.#low) / this.#range));
  }

  height(value: number): number {
    const share = this.share(value);
    if (this.kind === "linear") return top * share;
    const growth = this.#range / this.#knee;
    return (top * Math.log1p(share * growth)) / Math.log1p(growth);
  }

  /** Round values with room for a label each. */
  ticks(): number[] {
    const high = this.#low + this.#range;
    if (this.kind === "linear") return scaleLinear().domain([this.#low, high]).ticks(4);
    const largest = Math.ceil(Math.log10(Math.max(Math.abs(this.#low), Math.abs(high))));
    const powers = Array.from({ length: 9 }, (_, i) => 10 ** (largest - i));
    const round = [
      0,
      ...[1, 5, 2].flatMap((first) => powers.flatMap((one) => [first * one, -first * one])),
    ];
    const chosen: number[] = [];
    for (const value of round.filter((one) => one >= this.#low && one <= high)) {
      const apart = (other: number) => Math.abs(this.height(value) - this.height(other));
      if (chosen.every((other) => apart(other) >= tickGap)) chosen.push(value);
    }
    return chosen.sort((a, b) => a - b);
  }
}
