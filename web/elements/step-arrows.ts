import { nothing, svg } from "lit";
import type { Plane } from "../plots/plane.js";
import type { Scene } from "../scene/scene.js";

/** Quantities drawn as arrows; against the gradient and its average, along the step. */
const arrows = [
  { quantity: "gradient", sign: -1 },
  { quantity: "m_hat", sign: -1 },
  { quantity: "velocity", sign: -1 },
  { quantity: "delta", sign: 1 },
];
const arrowLength = 54;
const head = 7;

/**
 * Arrows of the scene's last run at the point where the selected step begins. They show
 * directions: each has the same length on the screen.
 */
export function stepArrows(scene: Scene, plane: Plane) {
  const run = scene.runs.at(-1);
  const theta = run?.traces.theta;
  const t = scene.step;
  if (!run || !theta || t < 1 || t >= theta.length / 2) return nothing;
  const x = plane.px(theta[2 * t - 2] ?? 0);
  const y = plane.py(theta[2 * t - 1] ?? 0);
  return arrows.map(({ quantity, sign }) => {
    const values = run.traces[quantity];
    const declared = run.method.quantities.find(({ name }) => name === quantity);
    const symbol = declared?.symbol ?? (quantity === "gradient" ? "grad" : undefined);
    if (!values || !symbol) return nothing;
    const dx = plane.px(sign * (values[2 * t] ?? 0)) - plane.px(0);
    const dy = plane.py(sign * (values[2 * t + 1] ?? 0)) - plane.py(0);
    const length = Math.hypot(dx, dy);
    if (!(length > 0) || !Number.isFinite(length)) return nothing;
    const angle = (Math.atan2(dy, dx) * 180) / Math.PI;
    return svg`<g class="arrow" data-symbol=${symbol} data-role=${declared?.role ?? "gradient"}
      transform="translate(${x.toFixed(1)},${y.toFixed(1)}) rotate(${angle.toFixed(1)})">
      <path d="M0,0H${arrowLength - head}"></path><path class="head" d="M${arrowLength},0l${-head * 1.4},${-head * 0.7}v${head * 1.4}z"></path>
    </g>`;
  });
}
