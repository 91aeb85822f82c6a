import { scaleLinear, scaleLog } from "d3-scale";
import { svg } from "lit";
import { ticks, tickText } from "../../plots/line-chart.js";
import { mark } from "../../plots/mark.js";
import type { BandRun, BandScene } from "../../scene/band-scene.js";
import { bandWords as words } from "../../words/band.js";
import { numberText } from "../../words/number-text.js";

const margin = { left: 52, right: 14, top: 12, bottom: 42 };

/** Losses that are no longer told apart from none. */
const smallest = 1e-18;

/** One run on the chart: where its rows are, and how high. */
export interface BandLine {
  run: BandRun;
  x: Float64Array;
  low: Float64Array;
  median: Float64Array;
  high: Float64Array;
}

export function bandLines({ runs, against }: BandScene): BandLine[] {
  return runs.flatMap((run) => {
    const { columns } = run.table ?? {};
    if (!columns) return [];
    const column = (name: string) => columns[name] ?? new Float64Array();
    const x = column(against === "iterations" ? "step" : "evaluations");
    return [{ run, x, low: column("low"), median: column("median"), high: column("high") }];
  });
}

/** The row of a line that is nearest to a place on the axis; −1 where it ends before. */
export function rowAt({ x }: BandLine, at: number): number {
  const last = x.at(-1) ?? 0;
  if (at > last * 1.02 + 1e-9) return -1;
  let best = 0;
  for (let i = 1; i < x.length; i += 1) {
    if (Math.abs((x[i] as number) - at) < Math.abs((x[best] as number) - at)) best = i;
  }
  return best;
}

/** Where a place on the axes is on the sheet. */
export class BandFrame {
  readonly x;
  readonly y;

  constructor(
    lines: readonly BandLine[],
    readonly furthest: number,
    range: readonly [number, number] | undefined,
    readonly width: number,
    readonly height: number,
  ) {
    const all = lines.flatMap(({ low, high }) => [...low, ...high]);
    const shown = all.filter((one) => one > smallest && Number.isFinite(one));
    const ends = range ?? [Math.min(...shown, 1), Math.max(...shown, 1e-3)];
    this.x = scaleLinear()
      .domain([0, furthest])
      .range([margin.left, width - margin.right]);
    this.y = scaleLog()
      .domain(ends)
      .range([height - margin.bottom, margin.top])
      .clamp(true);
    if (!range) this.y.nice();
  }

  /** The share of the axis at a pixel. */
  shareAt(pixel: number): number {
    return (pixel - margin.left) / (this.width - margin.right - margin.left);
  }

  yOf(value: number): number {
    return this.y(Math.max(smallest, value));
  }

  line({ x }: BandLine, values: Float64Array): string {
    let path = "";
    let down = false;
    const [lowest = 0] = this.y.domain();
    for (const [i, value] of values.entries()) {
      const shown = Number.isFinite(value) && value >= lowest;
      if (shown) {
        path += `${down ? "L" : "M"}${this.x(x[i] as number).toFixed(1)},${this.yOf(value).toFixed(1)}`;
      }
      down = shown;
    }
    return path;
  }

  /** Between the two quantiles, as far as both are numbers. */
  area({ x, low, high }: BandLine): string {
    let count = high.findIndex((one, i) => !Number.isFinite(one) || !Number.isFinite(low[i]));
    if (count < 0) count = high.length;
    const point = (i: number, values: Float64Array) =>
      `${this.x(x[i] as number).toFixed(1)},${this.yOf(values[i] as number).toFixed(1)}`;
    const there = Array.from({ length: count }, (_, i) => point(i, high));
    const back = Array.from({ length: count }, (_, i) => point(count - 1 - i, low));
    return count > 1 ? `M${[...there, ...back].join("L")}Z` : "";
  }
}

/** Axes, bands, their middle lines and the cursor, as SVG content. */
export function bandChart(
  frame: BandFrame,
  lines: readonly BandLine[],
  at: number,
  xLabel: string,
) {
  const { width, height } = frame;
  const bottom = height - margin.bottom;
  const scale = frame.y as unknown as Parameters<typeof ticks>[0];
  const cursor = frame.x(at).toFixed(1);
  return svg`<g class="axis" aria-hidden="true">
      ${ticks(scale, true, Math.max(2, height / 44)).map((value) => {
        const y = frame.y(value).toFixed(1);
        return svg`<line class="grid" x1=${margin.left} x2=${width - margin.right} y1=${y} y2=${y}></line>
          <text x=${margin.left - 7} y=${y} dy="0.32em" text-anchor="end">${tickText(value, true)}</text>`;
      })}
      ${frame.x
        .ticks(Math.max(3, width / 90))
        .map(
          (t) =>
            svg`<text x=${frame.x(t).toFixed(1)} y=${bottom + 17} text-anchor="middle">${numberText(t, 4)}</text>`,
        )}
      <text class="axis-label" x=${(margin.left + width - margin.right) / 2} y=${height - 6} text-anchor="middle">${xLabel}</text>
      <text class="axis-label" x=${width - margin.right} y=${margin.top + 10} text-anchor="end">${words.loss}</text>
      <line class="base" x1=${margin.left} x2=${width - margin.right} y1=${bottom} y2=${bottom}></line>
    </g>
    ${lines.map((line) => svg`<path class="band-area ${line.run.style.className}" d=${frame.area(line)}></path>`)}
    <line class="cursor" x1=${cursor} x2=${cursor} y1=${margin.top} y2=${bottom}></line>
    ${lines.map(
      (
        line,
      ) => svg`<path class="series ${line.run.style.className}" d=${frame.line(line, line.median)}
        stroke-dasharray=${line.run.style.dash.join(" ")}></path>`,
    )}
    ${lines.map((line) => {
      const row = rowAt(line, at);
      const value = line.median[row] ?? Number.NaN;
      return Number.isFinite(value)
        ? mark(line.run.style, frame.x(line.x[row] as number), frame.yOf(value), 5)
        : "";
    })}`;
}
