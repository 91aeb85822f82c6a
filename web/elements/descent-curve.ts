import { html, nothing, svg } from "lit";
import type { Field } from "../plots/field-view.js";
import { FunctionCurve } from "../plots/function-curve.js";
import type { Ink } from "../plots/ink.js";
import { mark } from "../plots/mark.js";
import { type DrawnPath, drawPaths, flatPath } from "../plots/path-layer.js";
import { seriesStyles } from "../plots/series-style.js";
import type { Scene, SceneRun } from "../scene/scene.js";
import { controlAccess } from "../state/control-access.js";
import type { Picture } from "../take/takeable.js";
import { words } from "../words/en.js";
import { numberText } from "../words/number-text.js";
import { CanvasFigure } from "./canvas-figure.js";
import { curveStep } from "./curve-step.js";
import { startHandle } from "./start-handle.js";

/** Height by width. */
const shape = 0.75;

/** Where a run has been, as points of the plane: its parameter and what the function is there. */
function pointsOf({ traces: { theta, loss } }: SceneRun): Float64Array | undefined {
  if (!theta || !loss) return undefined;
  const points = new Float64Array(2 * theta.length);
  for (let t = 0; t < theta.length; t += 1) {
    points[2 * t] = theta[t] ?? Number.NaN;
    points[2 * t + 1] = loss[t] ?? Number.NaN;
  }
  return points;
}

/** The curve of a scene's problem in one dimension, the paths on it, and the start one can move. */
export class DescentCurve extends CanvasFigure {
  static override properties = { scene: { attribute: false }, field: { attribute: false } };
  declare scene: Scene;
  declare field: Field | undefined;

  #curve: FunctionCurve | undefined;
  #drawnKey: unknown[] = [];
  /** The pointer that drags the start; a finger that scrolls the page captures its target too. */
  #dragging: number | undefined;

  protected override follows() {
    return [this.scene];
  }

  protected override recoloured(): void {
    this.#drawnKey = [];
  }

  override render() {
    const { scene, field } = this;
    if (this.ownWidth.now === 0 || !field) return nothing; // the observer will tell
    const width = Math.max(200, Math.round(this.ownWidth.now));
    const height = Math.round(shape * width);
    const curve = new FunctionCurve(field, scene.problem.domain.x, width, height);
    this.#curve = curve;
    const { plane } = curve;
    const [x = 0] = scene.start;
    const movable = controlAccess.of(`${scene.key}.start`) === "visible";
    return html`
      <canvas class="field-canvas"></canvas>
      <svg viewBox="0 0 ${width} ${height}" role="group" class=${movable ? "movable" : ""} aria-label=${words.descent.curve(scene.problem.title)}
        @pointerdown=${this.#pointerDown} @pointermove=${this.#pointerMove} @lostpointercapture=${this.#pointerLost}>
        <g class="axis" aria-hidden="true">
          ${plane
            .xTicks()
            .filter((t) => plane.px(t) > 14 && plane.px(t) < width - 14)
            .map(
              (t) =>
                svg`<text x=${plane.px(t)} y=${height - 6} text-anchor="middle">${numberText(t)}</text>`,
            )}
          ${plane
            .yTicks()
            .filter((t) => plane.py(t) > 14 && plane.py(t) < height - 24)
            .map((t) => svg`<text x="6" y=${plane.py(t)} dy="0.32em">${numberText(t)}</text>`)}
        </g>
        ${curve
          .minima(scene.problem)
          .map(
            ([px, py]) =>
              svg`<g class="minimizer" transform="translate(${px},${py})"><title>${words.descent.minimum}</title><path d="M-6,0H6M0,-6V6"></path></g>`,
          )}
        ${scene.revealed ? [scene.model?.lines(plane), curveStep(scene, plane), this.#marks()] : nothing}
        ${startHandle(scene, plane.px(x), curve.pyAt(x))}
      </svg>`;
  }

  /** Where each run is at the selected step. */
  #marks() {
    const { runs, step } = this.scene;
    const plane = this.#curve?.plane;
    const styles = seriesStyles(runs);
    return runs.map((run, i) => {
      const { theta, loss } = run.traces;
      const style = styles[i];
      if (!plane || !theta || !loss || !style) return nothing;
      const t = Math.min(step, theta.length - 1);
      const [px, py] = [plane.px(theta[t] ?? 0), plane.py(loss[t] ?? 0)];
      const inside = px > -9 && px < plane.width + 9 && py > -9 && py < plane.height + 9;
      return inside ? mark(style, px, py, 5.5) : nothing;
    });
  }

  protected override updated(): void {
    const { generation, step, revealed } = this.scene;
    const canvas = this.querySelector("canvas");
    if (!canvas || !this.#curve) return;
    const { width, height } = this.#curve.plane;
    const key = [generation, step, revealed, width, this.field, devicePixelRatio];
    if (key.every((one, i) => one === this.#drawnKey[i])) return;
    this.#drawnKey = key;
    const ratio = Math.min(2, devicePixelRatio);
    canvas.width = Math.round(width * ratio);
    canvas.height = Math.round(height * ratio);
    const context = canvas.getContext("2d");
    context?.setTransform(ratio, 0, 0, ratio, 0, 0);
    if (context) this.#ink(context);
  }

  #ink(ink: Ink): void {
    const curve = this.#curve;
    if (!curve) return;
    const halo = this.colour("--field-low");
    curve.draw(ink, {
      ground: halo,
      below: this.colour("--field-high"),
      line: this.colour("--muted"),
    });
    if (this.scene.revealed) drawPaths(ink, this.#paths(), this.scene.step, halo);
  }

  #paths(): DrawnPath[] {
    const styles = seriesStyles(this.scene.runs);
    return this.scene.runs.flatMap((run, i) => {
      const style = styles[i];
      const points = pointsOf(run);
      if (!style || !points || !this.#curve) return [];
      const colour = this.colour(`--${style.className}`);
      return [flatPath(this.#curve.plane, points, { style, colour })];
    });
  }

  /** The plot as it is now, for the reader to take along. */
  picture(about: Pick<Picture, "legend" | "description">): Picture | undefined {
    const overlay = this.querySelector("svg");
    if (!overlay || !this.#curve) return undefined;
    const { width, height } = this.#curve.plane;
    const layers = [(ink: Ink) => this.#ink(ink), overlay];
    return {
      ...about,
      width,
      height,
      title: words.descent.curve(this.scene.problem.title),
      layers,
    };
  }

  #moveStart(event: PointerEvent): void {
    const plane = this.#curve?.plane;
    const box = this.getBoundingClientRect();
    if (!plane) return;
    const [x] = plane.at(((event.clientX - box.left) * plane.width) / box.width, 0);
    this.scene.setStart([x]);
  }

  readonly #pointerDown = (event: PointerEvent): void => {
    const grip = (event.target as Element).closest(".start");
    // a finger that lands beside the handle wants to scroll the page
    if (event.button !== 0 || (!grip && event.pointerType === "touch")) return;
    if (!this.scene.allows("start")) return;
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
    this.#dragging = event.pointerId;
    event.preventDefault();
    this.querySelector<SVGElement>(".start")?.focus({ preventScroll: true });
    this.#moveStart(event);
  };

  readonly #pointerMove = (event: PointerEvent): void => {
    if (event.pointerId === this.#dragging) this.#moveStart(event);
  };

  readonly #pointerLost = (): void => {
    this.#dragging = undefined;
  };
}
