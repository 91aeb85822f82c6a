import { nothing, svg } from "lit";
import type { Table } from "../../../wasm/engine/types.js";
import { mark } from "../../plots/mark.js";
import { Plane } from "../../plots/plane.js";
import type { SeriesStyle } from "../../plots/series-style.js";
import { numberText } from "../../words/number-text.js";
import { samplesWords as words } from "../../words/samples.js";

export const fullStyle: SeriesStyle = { className: "run-ink", dash: [], mark: "square" };
export const sampleStyle: SeriesStyle = { className: "run-gradient", dash: [100], mark: "circle" };
export const meanStyle: SeriesStyle = {
  className: "run-first-moment",
  dash: [100],
  mark: "diamond",
};

/** The window reaches so many spreads of one example around the gradient, and to the origin. */
const reach = 3;

/** Where gradients are seen: it depends on the problem alone, so that it stays while one draws. */
export function gradientWindow(spread: Table, width: number, height: number): Plane {
  const [g1 = 0, g2 = 0] = spread.columns.gradient ?? [];
  const radius = reach * (spread.columns.spread?.[0] ?? 1) || 1;
  const low = [Math.min(-0.2 * radius, g1 - radius), Math.min(-0.2 * radius, g2 - radius)];
  const high = [Math.max(0.2 * radius, g1 + radius), Math.max(0.2 * radius, g2 + radius)];
  // as long along one axis as along the other
  const half = 0.5 * Math.max(...[0, 1].map((k) => (high[k] as number) - (low[k] as number)));
  const centre = [0, 1].map((k) => 0.5 * ((low[k] as number) + (high[k] as number)));
  const [cx = 0, cy = 0] = centre;
  const tall = (half * height) / width;
  return new Plane([cx - half, cx + half], [cy - tall, cy + tall], width, height);
}

/** An arrow from one pixel to another. */
function arrow([x0, y0]: [number, number], [x1, y1]: [number, number]) {
  const length = Math.hypot(x1 - x0, y1 - y0) - 7;
  if (!(length > 4)) return nothing;
  const head = Math.min(10, length / 2);
  const angle = (Math.atan2(y1 - y0, x1 - x0) * 180) / Math.PI;
  return svg`<g class="full-arrow" transform="translate(${x0.toFixed(1)},${y0.toFixed(1)}) rotate(${angle.toFixed(1)})">
    <path d="M0,0H${(length - head).toFixed(1)}"></path><path class="head" d="M${length.toFixed(1)},0l${-1.4 * head},${-0.6 * head}v${1.2 * head}z"></path></g>`;
}

/** All samples as dots of one path: ten thousand elements would be slow. */
function dots(plane: Plane, samples: Float64Array): string {
  let path = "";
  for (let i = 0; i + 1 < samples.length; i += 2) {
    const [x, y] = [plane.px(samples[i] as number), plane.py(samples[i + 1] as number)];
    path += `M${x.toFixed(1)},${y.toFixed(1)}h.01`;
  }
  return path;
}

/** The gradients of the minibatches drawn, around the gradient over all examples. */
export function samplesPlane(
  plane: Plane,
  spread: Table,
  cloud: Table | undefined,
  names: string[],
) {
  const { width, height } = plane;
  const [g1 = 0, g2 = 0] = spread.columns.gradient ?? [];
  const samples = cloud?.columns.sample ?? new Float64Array();
  const [s1 = 0, s2 = 0] = samples.subarray(-2);
  const [m1 = 0, m2 = 0] = (cloud?.columns.mean ?? new Float64Array()).subarray(-2);
  const origin: [number, number] = [plane.px(0), plane.py(0)];
  const full: [number, number] = [plane.px(g1), plane.py(g2)];
  return svg`<g class="axis" aria-hidden="true">
      <path class="zero" d="M0,${origin[1].toFixed(1)}H${width}M${origin[0].toFixed(1)},0V${height}"></path>
      ${plane
        .xTicks()
        .filter((t) => plane.px(t) > 30 && plane.px(t) < width - 16)
        .map(
          (t) =>
            svg`<text x=${plane.px(t).toFixed(1)} y=${height - 20} text-anchor="middle">${numberText(t)}</text>`,
        )}
      ${plane
        .yTicks()
        .filter((t) => plane.py(t) > 26 && plane.py(t) < height - 34)
        .map(
          (t) => svg`<text x="6" y=${plane.py(t).toFixed(1)} dy="0.32em">${numberText(t)}</text>`,
        )}
      <text class="axis-label" x=${width - 8} y=${height - 6} text-anchor="end">${words.along(names[0] ?? "")}</text>
      <text class="axis-label" x="6" y="15">${words.along(names[1] ?? "")}</text></g>
    <g aria-hidden="true">
      <path class="sample-dots" d=${dots(plane, samples)}></path>
      ${arrow(origin, full)}
      ${
        samples.length > 0
          ? svg`<path class="newest" d="M${origin[0].toFixed(1)},${origin[1].toFixed(1)}L${plane.px(s1).toFixed(1)},${plane.py(s2).toFixed(1)}"></path>
            ${mark(sampleStyle, plane.px(s1), plane.py(s2), 5)}`
          : nothing
      }
      ${mark(fullStyle, ...full, 5)}
      ${samples.length > 0 ? mark(meanStyle, plane.px(m1), plane.py(m2), 6) : nothing}</g>`;
}
