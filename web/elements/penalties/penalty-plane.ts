import { html, nothing, svg } from "lit";
import type { Choice } from "../../../wasm/engine/types.js";
import { FieldView, linesAt } from "../../plots/field-view.js";
import type { Ink } from "../../plots/ink.js";
import { mark } from "../../plots/mark.js";
import { penaltyStyle } from "../../plots/penalty-style.js";
import { Plane } from "../../plots/plane.js";
import type { PenaltyAnswer } from "../../scene/penalty-answers.js";
import type { PenaltyScene } from "../../scene/penalty-scene.js";
import { controlAccess } from "../../state/control-access.js";
import { legendIn } from "../../take/svg-picture.js";
import type { Picture, Takeable } from "../../take/takeable.js";
import { numberText } from "../../words/number-text.js";
import { penaltyWords as words } from "../../words/penalties.js";
import { CanvasFigure } from "../canvas-figure.js";
import { guarded, lockedTitle } from "../guarded.js";
import { PenaltyHands } from "./penalty-hands.js";
import { atStrength, pointText, summaryOf } from "./penalty-text.js";

/** Two weights as a plane: what the data lose, what a penalty charges alike, and where both meet. */
export class PenaltyPlane extends CanvasFigure implements Takeable {
  static override properties = { scene: { attribute: false }, penalty: { attribute: false } };
  declare scene: PenaltyScene;
  declare penalty: Choice;

  plane = new Plane([0, 1], [0, 1], 1, 1);
  readonly addressKeys = [];
  readonly #hands = new PenaltyHands(this);
  #fieldKey: unknown[] = [];
  #lossKey: unknown[] = [];
  #lossPath = "";

  protected override follows() {
    return [this.scene];
  }

  protected override recoloured(): void {
    this.#fieldKey = [];
  }

  get partName(): string {
    return this.penalty.name;
  }

  get answer(): PenaltyAnswer | undefined {
    return this.scene.answers.get(this.penalty.name);
  }

  get sheet(): Element | null {
    return this.querySelector("svg.penalty-sheet");
  }

  focusOn(name: "least" | "optimum"): void {
    this.querySelector<SVGElement>(`.${name}`)?.focus({ preventScroll: true });
  }

  override render() {
    const { range } = this.scene.declared;
    // until the observer has told how wide it is, and while it is not shown
    if (this.ownWidth.now === 0) return html`<div class="penalty-square"></div>`;
    // whole, so that a picture of it has whole pixels
    const size = Math.max(200, Math.round(this.ownWidth.now - 2));
    const plane = new Plane(range, range, size, size);
    this.plane = plane;
    const hands = this.#hands;
    const { answer } = this;
    return html`<div class="penalty-square"><canvas class="field-canvas"></canvas>
      <svg class="penalty-sheet" viewBox="0 0 ${size} ${size}" role="group" aria-label=${words.plane(this.penalty.label)}
        @pointerdown=${hands.pointerDown} @pointermove=${hands.pointerMove} @lostpointercapture=${hands.pointerLost}
        @touchstart=${hands.touchStart}>
        <path class="zero-line" d="M0,${plane.py(0)}H${size}M${plane.px(0)},0V${size}"></path>
        ${answer ? this.#lines(plane, answer) : nothing}${this.#axes(plane)}
        ${this.#least(plane)}${answer ? this.#optimum(plane, answer) : nothing}
      </svg></div>
      <div class="plane-menu">${guarded("page.take", () => html`<fl-figure-menu .figure=${this}></fl-figure-menu>`)}</div>`;
  }

  #axes(plane: Plane) {
    const { width, height } = plane;
    const [x0, y0] = [plane.px(0), plane.py(0)];
    const [w1, w2] = words.axes;
    return svg`<g class="axis" aria-hidden="true">
      ${plane
        .xTicks()
        .filter((t) => t !== 0 && plane.px(t) > 14 && plane.px(t) < width - 26)
        .map(
          (t) =>
            svg`<text x=${plane.px(t)} y=${y0 + 15} text-anchor="middle">${numberText(t)}</text>`,
        )}
      ${plane
        .yTicks()
        .filter((t) => t !== 0 && plane.py(t) > 20 && plane.py(t) < height - 12)
        .map((t) => svg`<text x=${x0 + 6} y=${plane.py(t)} dy="0.32em">${numberText(t)}</text>`)}
      <text class="axis-name" x=${width - 6} y=${y0 + 16} text-anchor="end">${w1}</text>
      <text class="axis-name" x=${x0 + 6} y="14">${w2}</text></g>`;
  }

  #lines(plane: Plane, { level, path, loss, weights }: PenaltyAnswer) {
    const style = penaltyStyle(this.penalty.name);
    const { className } = style;
    const dash = style.dash.join(" ") || nothing;
    const place = (values: ArrayLike<number>, from: number, to: number) => {
      const points: string[] = [];
      for (let i = from; i < to; i += 1) {
        const [x, y] = [plane.px(values[2 * i] ?? 0), plane.py(values[2 * i + 1] ?? 0)];
        points.push(`${x.toFixed(2)},${y.toFixed(2)}`);
      }
      return points.join("L");
    };
    const { weights: all = new Float64Array(), strength = new Float64Array() } = path.columns;
    const passed = strength.findIndex((one) => one > this.scene.strength);
    const now = passed < 0 ? strength.length : passed;
    const here = place(weights, 0, 1);
    const ahead = now < strength.length ? `L${place(all, now, strength.length)}` : "";
    return svg`<g aria-hidden="true">
      <path class="level ${className}" d="M${place(level, 0, level.length / 2)}Z"></path>
      <path class="loss-line" d=${this.#lossLine(plane, loss)}></path>
      <path class="path-halo" d="M${place(all, 0, now)}L${here}${ahead}"></path>
      <path class="series ahead ${className}" d="M${here}${ahead}"></path>
      <path class="series path-so-far ${className}" stroke-dasharray=${dash} d="M${place(all, 0, now)}L${here}"></path></g>`;
  }

  /** Where the data lose as much as at the best weights under the penalty. */
  #lossLine(plane: Plane, loss: number): string {
    const { field } = this.scene;
    if (!field) return "";
    const key = [field, loss, plane.width];
    if (key.every((one, i) => one === this.#lossKey[i])) return this.#lossPath;
    this.#lossKey = key;
    const ends = linesAt(field, loss);
    const x = (grid: number) => ((grid / (field.columns - 1)) * plane.width).toFixed(2);
    const y = (grid: number) => ((1 - grid / (field.rows - 1)) * plane.height).toFixed(2);
    const parts: string[] = [];
    let before = "";
    for (let i = 0; i < ends.length; i += 4) {
      const [ax = 0, ay = 0, bx = 0, by = 0] = ends.slice(i, i + 4);
      const [from, to] = [`${x(ax)},${y(ay)}`, `${x(bx)},${y(by)}`];
      // one line as far as it goes, so that its dots are even
      parts.push(from === before ? `L${to}` : `M${from}L${to}`);
      before = to;
    }
    this.#lossPath = parts.join("");
    return this.#lossPath;
  }

  #optimum(plane: Plane, { weights }: PenaltyAnswer) {
    const { scene, penalty } = this;
    const access = controlAccess.of(scene.strengthKey);
    const style = penaltyStyle(penalty.name);
    const [x, y] = [plane.px(weights[0]), plane.py(weights[1])];
    if (access === "hidden") return mark(style, x, y, 7);
    return svg`<g class="optimum" tabindex="0" role="slider" aria-label=${words.optimum(penalty.label)}
      aria-disabled=${access === "locked" ? "true" : nothing} aria-valuemin="0" aria-valuemax=${scene.declared.strengths[1]}
      aria-valuenow=${scene.strength} aria-valuetext=${atStrength(scene, weights)} @keydown=${this.#hands.optimumKey}>
      ${lockedTitle(access)}<circle class="focus-ring" cx=${x} cy=${y} r="12"></circle>${mark(style, x, y, 7)}</g>`;
  }

  #least(plane: Plane) {
    const { scene } = this;
    const { least, leastKeys } = scene;
    if (!least) return nothing;
    const access = leastKeys ? controlAccess.of(...leastKeys) : "hidden";
    const ring = svg`<circle class="ring" r="9"></circle><path class="dot" d="M-4,0H4M0,-4V4"></path>`;
    const at = `translate(${plane.px(least[0])},${plane.py(least[1])})`;
    if (access === "hidden") {
      return svg`<g class="least fixed" transform=${at}><title>${words.leastFixed}</title>${ring}</g>`;
    }
    return svg`<g class="least" tabindex="0" role="slider" aria-label=${words.least}
      aria-disabled=${access === "locked" ? "true" : nothing} aria-valuemin=${plane.x[0]} aria-valuemax=${plane.x[1]}
      aria-valuenow=${least[0]} aria-valuetext=${pointText(least)} transform=${at} @keydown=${this.#hands.leastKey}>
      ${lockedTitle(access)}${ring}</g>`;
  }

  protected override updated(): void {
    const { field } = this.scene;
    const { width } = this.plane;
    const key = [field, width, devicePixelRatio];
    const canvas = this.querySelector("canvas");
    if (!canvas || !field || key.every((one, i) => one === this.#fieldKey[i])) return;
    this.#fieldKey = key;
    const ratio = Math.min(2, devicePixelRatio);
    canvas.width = Math.round(width * ratio);
    canvas.height = canvas.width;
    const context = canvas.getContext("2d");
    context?.setTransform(ratio, 0, 0, ratio, 0, 0);
    if (context) this.#inkField(context);
  }

  #inkField(ink: Ink): void {
    const { field } = this.scene;
    if (!field) return;
    FieldView.of(field).draw(ink, this.plane.width, this.plane.height, {
      low: this.colour("--field-low"),
      high: this.colour("--field-high"),
      line: this.colour("--field-line"),
    });
  }

  /** The plane as it is now, for the reader to take along. */
  picture(): Picture | undefined {
    const overlay = this.querySelector<SVGSVGElement>("svg.penalty-sheet");
    const { answer } = this;
    if (!overlay || !answer) return undefined;
    const { width, height } = this.plane;
    const figure = this.closest("figure");
    return {
      width,
      height,
      layers: [(ink: Ink) => this.#inkField(ink), overlay],
      legend: figure ? legendIn(figure) : [],
      title: words.plane(this.penalty.label),
      description: summaryOf(this.scene, this.penalty),
    };
  }
}
