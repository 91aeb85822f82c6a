import { scaleLog } from "d3-scale";
import { html, nothing, svg } from "lit";
import type { Table } from "../../../wasm/engine/types.js";
import { mark } from "../../plots/mark.js";
import type { SeriesStyle } from "../../plots/series-style.js";
import { curvatureWords, durationText } from "../../words/curvature.js";
import { numberText } from "../../words/number-text.js";
import type { MeasuredStep } from "./step-cost.js";
import type { StepKind } from "./time-of-step.js";

const words = curvatureWords.cost;
const margin = { left: 62, right: 14, top: 12, bottom: 40 };
const sizeTicks = [10, 20, 50, 100, 200, 500];

export const costStyles: Record<StepKind, SeriesStyle> = {
  newton: { className: "run-second-moment", dash: [], mark: "circle" },
  gradient: { className: "run-gradient", dash: [2, 4], mark: "square" },
};

/** The measured times, the fitted lines and n³, on two logarithmic axes. */
export function costChart(
  width: number,
  points: Record<StepKind, MeasuredStep[]>,
  laws: Partial<Record<StepKind, Table>>,
) {
  const height = Math.round(Math.min(380, Math.max(260, 0.55 * width)));
  const times = [...points.newton, ...points.gradient].map(({ time }) => time);
  const [low, high] = times.length > 0 ? [Math.min(...times), Math.max(...times)] : [1e-5, 100];
  const x = scaleLog([9, 560], [margin.left, width - margin.right]);
  const y = scaleLog(
    [10 ** Math.floor(Math.log10(low)), 10 ** Math.ceil(Math.log10(high) + 0.01)],
    [height - margin.bottom, margin.top],
  );
  const powers: number[] = [];
  for (let power = y.domain()[0] ?? 1; power <= (y.domain()[1] ?? 1) * 1.01; power *= 10)
    powers.push(power);
  const line = (law: Table | undefined, name: string) => {
    const { size = [], [name]: values = [] } = law?.columns ?? {};
    return Array.from(size as ArrayLike<number>, (n, i) => {
      const value = (values as ArrayLike<number>)[i] ?? 1;
      return `${i === 0 ? "M" : "L"}${x(n).toFixed(1)},${y(value).toFixed(1)}`;
    }).join("");
  };
  const bottom = height - margin.bottom;
  return html`<svg class="chart cost-chart" viewBox="0 0 ${width} ${height}" role="img" aria-label=${words.chart}>
    <g class="axis">${powers.map(
      (
        power,
      ) => svg`<line class="grid" x1=${margin.left} x2=${width - margin.right} y1=${y(power)} y2=${y(power)}></line>
        <text x=${margin.left - 7} y=${y(power)} dy="0.32em" text-anchor="end">${durationText(power * 1.0000001, (value) => numberText(value, 1))}</text>`,
    )}
    ${sizeTicks.map((n) => svg`<text x=${x(n)} y=${bottom + 17} text-anchor="middle">${n}</text>`)}
    <text class="axis-label" x=${(margin.left + width - margin.right) / 2} y=${height - 5} text-anchor="middle">${words.xLabel}</text>
    <line class="base" x1=${margin.left} x2=${width - margin.right} y1=${bottom} y2=${bottom}></line></g>
    ${laws.newton ? svg`<path class="cost-reference" d=${line(laws.newton, "reference")}></path>` : nothing}
    ${(Object.keys(points) as StepKind[]).map((kind) => {
      const style = costStyles[kind];
      return svg`<path class="series ${style.className}" stroke-dasharray=${style.dash.join(" ")} d=${line(laws[kind], "fitted")}></path>
        ${points[kind].map(({ size, time }) => mark(style, x(size), y(time), 4.5))}`;
    })}</svg>`;
}
