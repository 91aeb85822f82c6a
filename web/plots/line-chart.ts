import { scaleLinear, scaleLog } from "d3-scale";
import { nothing, svg, type TemplateResult } from "lit";
import { numberText } from "../words/number-text.js";
import { mark } from "./mark.js";
import type { SeriesStyle } from "./series-style.js";

export interface ChartSeries {
  style: SeriesStyle;
  /** values[t] belongs to step t; NaN where there is none. */
  values: Float64Array;
}

export interface ChartOptions {
  width: number;
  height: number;
  /** Last step of the horizontal axis. */
  steps: number;
  logX: boolean;
  logY: boolean;
  /** Ends of the vertical axis; from the values where absent. */
  range: readonly [number, number] | undefined;
  /** Step marked on every line; undefined for none. */
  step: number | undefined;
  /** Beyond this step the lines are faint: they have not happened yet. */
  until: number;
}

const margin = { left: 52, right: 14, top: 10, bottom: 26 };
/** So far beyond its ends a chart may draw: what lies on its edge has a width. */
const overhang = 6;
const smallestLog = 1e-16;
/**
 * A line that grows by more, beside others that do not, leaves a logarithmic chart through its top:
 * an axis up to the 1e300 of one run that diverges would show the others as one flat line.
 */
const runaway = 1e6;
/** Steps closer than this, in pixels, are drawn together. */
const columnWidth = 0.7;

type Scale = ((value: number) => number) & {
  ticks(count: number): number[];
  domain(): number[];
  invert(position: number): number;
};

interface Extent {
  low: number;
  high: number;
  first: number;
}

/** The least, the greatest and the first that there is room for; nothing of a line without any. */
function extentOf({ values }: ChartSeries, logY: boolean): Extent[] {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  let first = Number.NaN;
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i] as number;
    if (!Number.isFinite(value) || (logY && value < smallestLog)) continue;
    if (Number.isNaN(first)) first = value;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return low <= high ? [{ low, high, first }] : [];
}

function extent(series: ChartSeries[], logY: boolean): [number, number] {
  const all = series.flatMap((one) => extentOf(one, logY));
  if (all.length === 0) return logY ? [0.1, 1] : [0, 1];
  const calm = all.filter(({ high, first }) => !(logY && high > runaway * first));
  const low = Math.min(...all.map((one) => one.low));
  const high = Math.max(...(calm.length > 0 ? calm : all).map((one) => one.high));
  if (low === high) return logY ? [low / 2, high * 2] : [Math.min(0, low), Math.max(low + 1, 0)];
  return logY ? [low, high] : [Math.min(0, low), Math.max(0, high)];
}

/** Geometry of a chart: where a step and a value are, and back. */
export class ChartFrame {
  readonly x: Scale;
  readonly y: Scale;
  /** The end of the vertical axis, which a scale would copy at every call. */
  readonly #lowest: number;

  constructor(
    series: ChartSeries[],
    readonly options: ChartOptions,
  ) {
    const { width, height, steps, logX, logY } = options;
    const first = logX ? 1 : 0;
    const right = Math.max(margin.left + 10, width - margin.right);
    this.x = (logX ? scaleLog() : scaleLinear())
      .domain([first, Math.max(steps, first + 1)])
      .range([margin.left, right]) as unknown as Scale;
    this.y = (logY ? scaleLog() : scaleLinear().nice())
      .domain(options.range ?? extent(series, logY))
      .range([height - margin.bottom, margin.top])
      .nice() as unknown as Scale;
    this.#lowest = this.y.domain()[0] ?? smallestLog;
  }

  /** The step under a horizontal position. */
  stepAt(position: number): number {
    const step = Math.round(this.x.invert(position));
    return Math.max(this.options.logX ? 1 : 0, Math.min(this.options.steps, step));
  }

  /** Whether something at this height is in the chart, half a mark beyond its ends included. */
  holds(y: number): boolean {
    return y === this.#inside(y);
  }

  #inside(y: number): number {
    const bottom = this.options.height - margin.bottom;
    return Math.min(bottom + overhang, Math.max(margin.top - overhang, y));
  }

  /** A logarithmic axis has no place for 0, where a run may arrive exactly: it rests on the axis. */
  yOf(value: number): number {
    return this.y(this.options.logY ? Math.max(value, this.#lowest) : value);
  }

  /**
   * A line through the values of steps first … last. Of the steps that share a pixel column it
   * keeps where the line comes in, its extremes, and where it goes out. Where it leaves the chart
   * it breaks off.
   */
  line(values: Float64Array, first: number, last: number): string {
    let path = "";
    let column = 0;
    let nextColumn = Number.NEGATIVE_INFINITY; // its first step
    let [entry, low, high, exit] = [0, 0, 0, 0];
    let pen: [x: number, y: number] | undefined;
    let isDown = false; // whether the path ends where the line has got to
    const point = (value: number) => {
      const y = this.yOf(value);
      const [x0, y0] = pen ?? [column, y];
      const [from, to] = [this.#inside(y0), this.#inside(y)];
      const at = (height: number) =>
        `${(height === y0 ? x0 : x0 + ((column - x0) * (height - y0)) / (y - y0)).toFixed(1)},${height.toFixed(1)}`;
      if (from !== to || to === y) {
        if (!isDown) path += `M${at(from)}`;
        if (pen) path += `L${to === y ? `${column.toFixed(1)},${y.toFixed(1)}` : at(to)}`;
      }
      isDown = to === y;
      pen = [column, y];
    };
    const leave = () => {
      if (high > Math.max(entry, exit)) point(high);
      if (low < Math.min(entry, exit)) point(low);
      if (exit !== entry || low < exit || high > exit) point(exit);
    };
    for (let t = Math.max(first, this.options.logX ? 1 : 0); t <= last; t += 1) {
      const value = values[t];
      if (value === undefined || !Number.isFinite(value)) continue;
      if (t >= nextColumn) {
        leave();
        column = this.x(t);
        nextColumn = this.x.invert(column + columnWidth);
        entry = low = high = exit = value;
        point(value);
      } else {
        exit = value;
        if (value < low) low = value;
        if (value > high) high = value;
      }
    }
    leave();
    return path;
  }
}

export function tickText(value: number, log: boolean): string {
  if (!log) return numberText(value, 4);
  const exponent = Math.log10(value);
  return Math.abs(exponent - Math.round(exponent)) < 1e-9 ? numberText(value, 1) : "";
}

/** Ticks of a log axis: powers of ten only, thinned to about `count`. */
export function ticks(scale: Scale, log: boolean, count: number): number[] {
  if (!log) return scale.ticks(count);
  const [low = 1, high = 1] = scale.domain();
  const from = Math.ceil(Math.log10(low) - 1e-9);
  const to = Math.floor(Math.log10(high) + 1e-9);
  const every = Math.max(1, Math.ceil((to - from) / count));
  const powers: number[] = [];
  for (let exponent = from; exponent <= to; exponent += every) powers.push(10 ** exponent);
  return powers.length > 1 ? powers : scale.ticks(count);
}

/** Axes and lines of a chart, as SVG content. */
export function lineChart(
  frame: ChartFrame,
  series: ChartSeries[],
  xLabel: string,
): TemplateResult {
  const { width, height, steps, logX, logY, step, until } = frame.options;
  const bottom = height - margin.bottom;
  const xTicks = ticks(frame.x, logX, Math.max(2, width / 90)).filter((t) => t <= steps);
  const yTicks = ticks(frame.y, logY, Math.max(2, height / 44));
  return svg`
    <g class="axis">
      ${yTicks.map((value) => {
        const y = frame.y(value).toFixed(1);
        return svg`<line class="grid" x1=${margin.left} x2=${width - margin.right} y1=${y} y2=${y}></line>
          <text x=${margin.left - 7} y=${y} dy="0.32em" text-anchor="end">${tickText(value, logY)}</text>`;
      })}
      ${xTicks.map(
        (t) => svg`<text x=${frame.x(t).toFixed(1)} y=${bottom + 17} text-anchor="middle">
          ${tickText(t, logX) || numberText(t, 4)}</text>`,
      )}
      <text class="axis-label" x=${margin.left - 7} y=${bottom + 17} text-anchor="end">${xLabel}</text>
      <line class="base" x1=${margin.left} x2=${width - margin.right} y1=${bottom} y2=${bottom}></line>
    </g>
    ${
      step === undefined
        ? nothing
        : svg`<line class="cursor" x1=${frame.x(Math.max(step, logX ? 1 : 0))} x2=${frame.x(Math.max(step, logX ? 1 : 0))}
            y1=${margin.top} y2=${bottom}></line>`
    }
    ${series.map(({ style, values }) => {
      const dash = style.dash.join(" ");
      return svg`
        <path class="series ahead ${style.className}" d=${frame.line(values, until, steps)} stroke-dasharray=${dash}></path>
        <path class="series ${style.className}" d=${frame.line(values, 0, until)} stroke-dasharray=${dash}></path>`;
    })}
    ${series.map(({ style, values }) => {
      const value = step === undefined ? Number.NaN : (values[step] ?? Number.NaN);
      return !frame.holds(frame.yOf(value)) || (logX && step === 0)
        ? nothing
        : mark(style, frame.x(step as number), frame.yOf(value), 4.5);
    })}`;
}
