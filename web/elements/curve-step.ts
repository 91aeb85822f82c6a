import { nothing, svg } from "lit";
import type { Plane } from "../plots/plane.js";
import type { Scene } from "../scene/scene.js";

const head = 8;
/** The least that is seen of the tangent on both sides, in pixels. */
const least = 46;
/** Height of the step's arrow above the lower edge, where the axis has its numbers. */
const aboveEdge = 26;

/**
 * The selected step of the scene's last run: the tangent where it begins, which is all that the
 * method knows, and on the axis how far it goes.
 */
export function curveStep(scene: Scene, plane: Plane) {
  const { theta, loss, gradient } = scene.runs.at(-1)?.traces ?? {};
  const t = scene.step;
  if (!theta || !loss || !gradient || t < 1 || t >= theta.length) return nothing;
  const [x0 = 0, f0 = 0] = [theta[t - 1], loss[t - 1]];
  const [x1 = 0, f1 = 0] = [theta[t], loss[t]];
  const g = gradient[t] ?? 0;
  const [px, py] = [plane.px(x0), plane.py(f0)];
  if (![px, py, g].every(Number.isFinite)) return nothing;
  // pixels that the tangent rises in a pixel to the right
  const rise = plane.py(f0 + g) - py;
  const perPixel = rise / (plane.px(x0 + 1) - px);
  const share = 1 / Math.hypot(1, perPixel);
  const to = Math.max(-1e4, Math.min(1e4, plane.px(x1)));
  const reach = [-least * share, least * share, to - px];
  const [from, until] = [Math.min(...reach), Math.max(...reach)];
  const line = (by: number) => `${(px + by).toFixed(1)},${(py + by * perPixel).toFixed(1)}`;
  const axis = plane.height - aboveEdge;
  const arrow = to - px;
  const direction = Math.sign(arrow);
  const tip = Math.max(0, Math.abs(arrow) - head) * direction;
  return svg`<g class="curve-step" aria-hidden="true">
    <path class="drop" d="M${px},${py}V${axis}M${to},${plane.py(f1)}V${axis}"></path>
    <path class="tangent" data-symbol="grad" data-role="gradient" d="M${line(from)}L${line(until)}"></path>
    ${
      Math.abs(arrow) < 2
        ? nothing
        : svg`<g class="arrow" data-symbol="change" data-role="step" transform="translate(${px},${axis})">
          <path d="M0,0H${tip}"></path><path class="head" d="M${arrow},0l${-1.4 * head * direction},${-0.7 * head}v${1.4 * head}z"></path></g>`
    }</g>`;
}
