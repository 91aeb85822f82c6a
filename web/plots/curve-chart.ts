import { scaleLinear, scaleLog } from "d3-scale";
import { svg, type TemplateResult } from "lit";
import { numberText } from "../words/number-text.js";
import { ticks, tickText } from "./line-chart.js";
import { mark } from "./mark.js";
import type { SeriesStyle } from "./series-style.js";

/** A function's values at the positions of its chart. */
export interface Curve {
  style: SeriesStyle;
  values: Float64Array;
}

export interface CurveOptions {
  width: number;
  height: number;
  /** Where the curves were looked at, ascending. */
  positions: readonly number[];
  logX?: boolean;
  logY: boolean;
  xLabel: string;
  /** Least height of a linear vertical axis, so that small losses look small; 1 where absent. */
  least?: number;
}

const margin = { left: 48, right: 14, top: 12, bottom: 40 };
/** The smallest number there is: below it a logarithm has no place to go. */
const smallestLog = Number.MIN_VALUE;

type Scale = ((value: number) => number) & {
  ticks(count: number): number[];
  domain(): number[];
  invert(position: number): number;
};

/** Lowest and highest value to show, of what is finite. */
function extent(
  curves: readonly Curve[],
  { logY, least = 1 }: Pick<CurveOptions, "logY" | "least">,
): [number, number] {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { values } of curves) {
    for (const value of values) {
      if (!Number.isFinite(value) || (logY && value < smallestLog)) continue;
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
  }
  if (low > high) return logY ? [0.1, 1] : [0, 1];
  if (logY) return [low, low === high ? 10 * high : high];
  return [Math.min(0, low), Math.max(high, Math.min(0, low) + least)];
}

/** Where positions and values are on a chart of functions, and back. */
export class CurveFrame {
  readonly x: Scale;
  readonly y: Scale;

  constructor(
    curves: readonly Curve[],
    readonly options: CurveOptions,
  ) {
    const { width, height, positions, logY } = options;
    const { logX = false } = options;
    const shown = logX ? positions.filter((position) => position > 0) : positions;
    this.x = (logX ? scaleLog() : scaleLinear())
      .domain([shown[0] ?? (logX ? 0.1 : 0), shown.at(-1) ?? 1])
      .range([margin.left, width - margin.right]) as unknown as Scale;
    this.y = (logY ? scaleLog() : scaleLinear())
      .domain(extent(curves, options))
      .range([height - margin.bottom, margin.top])
      .nice() as unknown as Scale;
  }

  yOf(value: number): number {
    return this.y(this.options.logY ? Math.max(value, smallestLog) : value);
  }

  #drawn(value: number): boolean {
    return Number.isFinite(value) && !(this.options.logY && value < smallestLog);
  }

  #placed(position: number): boolean {
    return !this.options.logX || position > 0;
  }

  /** Where a curve begins or ends between the edges of the chart: position and value. */
  ends({ values }: Curve): [number, number][] {
    const { positions } = this.options;
    const there = (i: number) =>
      this.#drawn(values[i] ?? Number.NaN) || !this.#placed(positions[i] ?? 0);
    return positions.flatMap((position, i) => {
      const inner = i > 0 && i < positions.length - 1;
      const end = inner && there(i) && (!there(i - 1) || !there(i + 1));
      return end ? [[position, values[i] as number] as [number, number]] : [];
    });
  }

  /** The line through a curve's values; it breaks where there is no number. */
  line({ values }: Curve): string {
    const { positions } = this.options;
    let path = "";
    let down = false;
    for (const [i, position] of positions.entries()) {
      const value = values[i] ?? Number.NaN;
      const drawn = this.#drawn(value) && this.#placed(position);
      if (drawn) {
        path += `${down ? "L" : "M"}${this.x(position).toFixed(1)},${this.yOf(value).toFixed(1)}`;
      }
      down = drawn;
    }
    return path;
  }
}

/** Axes and curves, with a mark where a curve breaks off, as SVG content. */
export function curveChart(frame: CurveFrame, curves: readonly Curve[]): TemplateResult {
  const { width, height, logX = false, logY, xLabel } = frame.options;
  const bottom = height - margin.bottom;
  return svg`
    <g class="axis">
      ${ticks(frame.y, logY, Math.max(2, height / 44)).map((value) => {
        const y = frame.y(value).toFixed(1);
        return svg`<line class="grid" x1=${margin.left} x2=${width - margin.right} y1=${y} y2=${y}></line>
          <text x=${margin.left - 7} y=${y} dy="0.32em" text-anchor="end">${tickText(value, logY)}</text>`;
      })}
      ${ticks(frame.x, logX, Math.max(3, width / 80)).map(
        (t) => svg`<text x=${frame.x(t).toFixed(1)} y=${bottom + 17} text-anchor="middle">
          ${logX ? tickText(t, true) : numberText(t, 4)}</text>`,
      )}
      <text class="axis-label" x=${(margin.left + width - margin.right) / 2} y=${height - 5} text-anchor="middle">${xLabel}</text>
      <line class="base" x1=${margin.left} x2=${width - margin.right} y1=${bottom} y2=${bottom}></line>
    </g>
    ${curves.flatMap((curve) =>
      frame
        .ends(curve)
        .map(([position, value]) => mark(curve.style, frame.x(position), frame.yOf(value), 4)),
    )}
    ${curves.map(
      (curve) => svg`<path class="series ${curve.style.className}" d=${frame.line(curve)}
        stroke-dasharray=${curve.style.dash.join(" ")}></path>`,
    )}`;
}
