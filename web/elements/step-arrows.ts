import { html, nothing, svg } from "lit";
import { unsafeHTML } from "lit/directives/unsafe-html.js";
import { symbolMathml } from "../engine/page-math.js";
import type { Plane } from "../plots/plane.js";
import type { Scene, SceneRun } from "../scene/scene.js";
import { words } from "../words/en.js";
import { plainText } from "./rich-text.js";

/** Quantities drawn as arrows; against the gradient and its average, along the step. */
const arrows = [
  { quantity: "gradient", sign: -1 },
  { quantity: "m_hat", sign: -1 },
  { quantity: "velocity", sign: -1 },
  { quantity: "delta", sign: 1 },
];
const arrowLength = 54;
const head = 7;

interface Arrow {
  quantity: string;
  sign: number;
  symbol: string;
  role: string;
}

/** Forms in which the velocity is a sum of gradients, and not the step itself. */
const againstTheStep = new Set(["sum", "average", "look_ahead_sum", "shifted_sum"]);

/** The arrows a run has: its method may lack a first moment. */
function arrowsOf(scene: Scene, run: SceneRun): Arrow[] {
  const form = run.method.options.find(({ name }) => name === "form");
  return arrows.flatMap((arrow) => {
    if (arrow.quantity === "gradient") return [{ ...arrow, symbol: "grad", role: "gradient" }];
    const declared = run.method.quantities.find(({ name }) => name === arrow.quantity);
    if (!declared) return [];
    const isStep =
      arrow.quantity === "velocity" && form && !againstTheStep.has(scene.choice(run, form));
    const sign = isStep ? 1 : arrow.sign;
    return [{ ...arrow, sign, symbol: declared.symbol, role: declared.role }];
  });
}

/** What the arrows mean, in one line. */
export function arrowKey(scene: Scene) {
  const run = scene.runs.at(-1);
  if (!run) return nothing;
  return html`<p class="arrow-key">${words.descent.arrows(plainText(run.label))}
    ${arrowsOf(scene, run).map(
      ({ sign, symbol, role }) =>
        html`<span data-symbol=${symbol} data-role=${role}>➝ ${sign < 0 ? "−" : ""}${unsafeHTML(symbolMathml(symbol))}</span>`,
    )}</p>`;
}

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
  return arrowsOf(scene, run).map(({ quantity, sign, symbol, role }) => {
    const values = run.traces[quantity];
    if (!values) return nothing;
    const dx = plane.px(sign * (values[2 * t] ?? 0)) - plane.px(0);
    const dy = plane.py(sign * (values[2 * t + 1] ?? 0)) - plane.py(0);
    const length = Math.hypot(dx, dy);
    if (!(length > 0) || !Number.isFinite(length)) return nothing;
    const angle = (Math.atan2(dy, dx) * 180) / Math.PI;
    return svg`<g class="arrow" data-symbol=${symbol} data-role=${role}
      transform="translate(${x.toFixed(1)},${y.toFixed(1)}) rotate(${angle.toFixed(1)})">
      <path d="M0,0H${arrowLength - head}"></path><path class="head" d="M${arrowLength},0l${-head * 1.4},${-head * 0.7}v${head * 1.4}z"></path>
    </g>`;
  });
}
