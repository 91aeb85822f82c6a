import { html, nothing, svg } from "lit";
import type { Field } from "../plots/field-view.js";
import { FieldView } from "../plots/field-view.js";
import type { Ink } from "../plots/ink.js";
import { mark } from "../plots/mark.js";
import { drawPaths, flatPath } from "../plots/path-layer.js";
import { Plane } from "../plots/plane.js";
import { seriesStyles } from "../plots/series-style.js";
import type { Scene } from "../scene/scene.js";
import { controlAccess } from "../state/control-access.js";
import { printing } from "../state/printing.js";
import type { Picture } from "../take/takeable.js";
import { words } from "../words/en.js";
import { numberText } from "../words/number-text.js";
import { CanvasFigure } from "./canvas-figure.js";
import { startHandle } from "./start-handle.js";
import { stepArrows } from "./step-arrows.js";

/** The contour field of a scene with its paths and the start point one can move. */
export class DescentPlot extends CanvasFigure {
  static override properties = {
    scene: { attribute: false },
    field: { attribute: false },
    lean: { type: Boolean },
  };
  declare scene: Scene;
  declare field: Field | undefined;
  /** Without the arrows of the selected step. */
  declare lean: boolean;

  #plane = new Plane([0, 1], [0, 1], 1, 1);
  #fieldShown: Field | undefined;
  #fieldKey = "";
  #pathsKey = "";
  /** The pointer that drags the start; a finger that scrolls the page captures its target too. */
  #dragging: number | undefined;

  protected override follows() {
    return [this.scene];
  }

  protected override recoloured(): void {
    this.#fieldKey = "";
    this.#pathsKey = "";
  }

  override render() {
    const { scene } = this;
    const { domain } = scene.problem;
    if (this.ownWidth.now === 0) return nothing; // the observer will tell
    const size = Math.max(200, this.ownWidth.now);
    this.#plane = new Plane(domain.x, domain.y, size, size);
    const plane = this.#plane;
    const [x = 0, y = 0] = scene.start;
    const styles = seriesStyles(scene.runs);
    const minimizer = scene.problem.minimizer;
    const start = controlAccess.of(`${scene.key}.start`);
    return html`
      <canvas class="field-canvas"></canvas><canvas class="path-canvas"></canvas>
      <svg viewBox="0 0 ${size} ${size}" role="group" class=${start === "visible" ? "movable" : ""} aria-label=${words.descent.plot(scene.problem.title)}
        @pointerdown=${this.#pointerDown} @pointermove=${this.#pointerMove} @lostpointercapture=${this.#pointerLost} @click=${this.#clicked}>
        <g class="axis" aria-hidden="true">
          ${plane
            .xTicks()
            .filter((t) => plane.px(t) > 14 && plane.px(t) < size - 14)
            .map(
              (t) =>
                svg`<text x=${plane.px(t)} y=${size - 6} text-anchor="middle">${numberText(t)}</text>`,
            )}
          ${plane
            .yTicks()
            .filter((t) => plane.py(t) > 14 && plane.py(t) < size - 24)
            .map((t) => svg`<text x="6" y=${plane.py(t)} dy="0.32em">${numberText(t)}</text>`)}
        </g>
        ${
          minimizer.length === 2
            ? svg`<g class="minimizer" transform="translate(${plane.px(minimizer[0] as number)},${plane.py(minimizer[1] as number)})"><title>${words.descent.minimum}</title><path d="M-6,0H6M0,-6V6"></path></g>`
            : nothing
        }
        ${scene.revealed ? scene.model?.lines(plane, this.field) : nothing}
        ${scene.revealed && !this.lean ? stepArrows(scene, plane) : nothing}
        ${
          scene.revealed
            ? scene.runs.map((run, i) => {
                const theta = run.traces.theta;
                const style = styles[i];
                if (!theta || !style) return nothing;
                const t = Math.min(scene.step, theta.length / 2 - 1);
                const hx = plane.px(theta[2 * t] ?? 0);
                const hy = plane.py(theta[2 * t + 1] ?? 0);
                if (!(hx > -9 && hx < size + 9 && hy > -9 && hy < size + 9)) return nothing;
                return mark(style, hx, hy, 5.5);
              })
            : nothing
        }
        ${startHandle(scene, plane.px(x), plane.py(y))}
      </svg>`;
  }

  protected override updated(): void {
    this.#drawField();
    this.#drawPaths();
  }

  /** The plot as it is now, for the reader to take along. */
  picture(about: Pick<Picture, "legend" | "description">): Picture | undefined {
    const overlay = this.querySelector("svg");
    if (!overlay) return undefined;
    const { width, height } = this.#plane;
    const layers = [(ink: Ink) => this.#inkField(ink), (ink: Ink) => this.#inkPaths(ink), overlay];
    const title = words.descent.plot(this.scene.problem.title);
    return { ...about, width, height, title, layers };
  }

  #canvas(name: string): CanvasRenderingContext2D | null {
    const canvas = this.querySelector<HTMLCanvasElement>(name);
    if (!canvas) return null;
    const ratio = Math.min(2, devicePixelRatio);
    const { width, height } = this.#plane;
    if (canvas.width !== Math.round(width * ratio)) {
      canvas.width = Math.round(width * ratio);
      canvas.height = Math.round(height * ratio);
    }
    const context = canvas.getContext("2d");
    context?.setTransform(ratio, 0, 0, ratio, 0, 0);
    return context;
  }

  #drawField(): void {
    if (!this.field) return;
    const key = `${this.#plane.width} ${devicePixelRatio}`;
    if (this.field === this.#fieldShown && key === this.#fieldKey) return;
    this.#fieldShown = this.field;
    this.#fieldKey = key;
    const context = this.#canvas(".field-canvas");
    if (context) this.#inkField(context);
  }

  #inkField(ink: Ink): void {
    if (!this.field) return;
    FieldView.of(this.field).draw(ink, this.#plane.width, this.#plane.height, {
      low: this.colour("--field-low"),
      high: this.colour("--field-high"),
      line: this.colour("--field-line"),
    });
  }

  #drawPaths(): void {
    const { generation, step, revealed } = this.scene;
    const key = `${generation} ${step} ${revealed} ${this.#plane.width} ${devicePixelRatio}`;
    if (key === this.#pathsKey) return;
    this.#pathsKey = key;
    // Chromium prints what is clear in an upper canvas as white: on paper there is one canvas
    const context = this.#canvas(printing.on ? ".field-canvas" : ".path-canvas");
    if (!context) return;
    if (!printing.on) context.clearRect(0, 0, this.#plane.width, this.#plane.height);
    this.#inkPaths(context);
  }

  #inkPaths(ink: Ink): void {
    if (!this.scene.revealed) return;
    const styles = seriesStyles(this.scene.runs);
    const paths = this.scene.runs.flatMap((run, i) => {
      const style = styles[i];
      const theta = run.traces.theta;
      if (!style || !theta) return [];
      return [flatPath(this.#plane, theta, { style, colour: this.colour(`--${style.className}`) })];
    });
    drawPaths(ink, paths, this.scene.step, this.colour("--field-low"));
  }

  #pointed(event: MouseEvent): [number, number] {
    const box = this.getBoundingClientRect();
    const scale = this.#plane.width / box.width;
    return this.#plane.at((event.clientX - box.left) * scale, (event.clientY - box.top) * scale);
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
    this.scene.setStart(this.#pointed(event));
  };

  readonly #pointerMove = (event: PointerEvent): void => {
    if (event.pointerId === this.#dragging) this.scene.setStart(this.#pointed(event));
  };

  /** A finger that only taps does not want to scroll: the start goes there. */
  readonly #clicked = (event: MouseEvent): void => {
    const tapped = event instanceof PointerEvent && event.pointerType === "touch";
    if (!tapped || (event.target as Element).closest(".start")) return;
    if (this.scene.allows("start")) this.scene.setStart(this.#pointed(event));
  };

  readonly #pointerLost = (): void => {
    this.#dragging = undefined;
  };
}
