import { html, nothing, svg } from "lit";
import { classStyle } from "../../plots/class-style.js";
import { DecisionView } from "../../plots/decision-view.js";
import type { Ink } from "../../plots/ink.js";
import { Plane } from "../../plots/plane.js";
import { drawPoints, markRadius } from "../../plots/point-layer.js";
import { weightArrows } from "../../plots/weight-arrows.js";
import { firmness } from "../../scene/firmness.js";
import type { ModelNow } from "../../scene/models-now.js";
import type { PlaneRun, PlaneScene } from "../../scene/plane-scene.js";
import { controlAccess } from "../../state/control-access.js";
import type { Picture, Takeable } from "../../take/takeable.js";
import { numberText } from "../../words/number-text.js";
import { planeWords as words } from "../../words/plane.js";
import { CanvasFigure } from "../canvas-figure.js";
import { guarded, lockedTitle } from "../guarded.js";
import { modelState } from "./model-state.js";
import { PlaneHands } from "./plane-hands.js";
import type { PlanePen } from "./plane-pen.js";

/** The points of a scene, and what one of its models makes of the plane around them. */
export class PlaneView extends CanvasFigure implements Takeable {
  static override properties = {
    scene: { attribute: false },
    run: { attribute: false },
    pen: { attribute: false },
    arrows: { attribute: false },
  };
  declare scene: PlaneScene;
  declare run: PlaneRun;
  declare pen: PlanePen;
  declare arrows: boolean;

  plane = new Plane([0, 1], [0, 1], 1, 1);
  readonly addressKeys = [];
  #regions: { of: ModelNow; view: DecisionView } | undefined;
  readonly #hands = new PlaneHands(this);

  protected override follows() {
    return [this.scene, this.pen];
  }

  get name(): string {
    return this.run.key;
  }

  get partName(): string {
    return this.run.key;
  }

  get sheet(): Element | null {
    return this.querySelector("svg.plane-sheet");
  }

  focusPoint(): void {
    void this.updateComplete.then(() =>
      this.querySelector<SVGElement>(".point-handle")?.focus({ preventScroll: true }),
    );
  }

  override render() {
    const { scene, run } = this;
    const { window } = scene.data.now;
    // without a width the observer will tell
    const size = Math.max(200, this.ownWidth.now - 2);
    const plane = new Plane(window.x, window.y, size, size);
    this.plane = plane;
    const hands = this.#hands;
    const arrows =
      this.arrows && scene.revealed && run.refused === undefined && scene.isLinear(run);
    return html`<div class="plane-square">${
      this.ownWidth.now === 0
        ? nothing
        : html`<canvas class="plane-canvas"></canvas>
      <svg class="plane-sheet ${this.pen.adding ? "adding" : ""}" viewBox="0 0 ${size} ${size}" role="group" aria-label=${words.plot(run.label)}
        @pointerdown=${hands.pointerDown} @pointermove=${hands.pointerMove} @lostpointercapture=${hands.pointerLost}
        @click=${hands.click} @touchstart=${hands.touchStart}>
        ${this.#axes(plane)}
        ${arrows ? weightArrows(plane, scene.weightsOf(run), (k) => scene.nameOf(k).slice(0, 3)) : nothing}
        ${this.#handle(plane)}${this.pen.adding ? this.#cross(plane) : nothing}
      </svg>`
    }</div>
    <div class="figure-bar">${this.#key()}${guarded("page.take", () => html`<fl-figure-menu .figure=${this}></fl-figure-menu>`)}</div>`;
  }

  #axes(plane: Plane) {
    const { width, height } = plane;
    return svg`<g class="axis" aria-hidden="true">
      ${plane
        .xTicks()
        .filter((t) => plane.px(t) > 14 && plane.px(t) < width - 14)
        .map(
          (t) =>
            svg`<text x=${plane.px(t)} y=${height - 6} text-anchor="middle">${numberText(t, 4)}</text>`,
        )}
      ${plane
        .yTicks()
        .filter((t) => plane.py(t) > 14 && plane.py(t) < height - 24)
        .map((t) => svg`<text x="6" y=${plane.py(t)} dy="0.32em">${numberText(t, 4)}</text>`)}
    </g>`;
  }

  /** Around the selected point: one tab stop for all of them. */
  #handle(plane: Plane) {
    const { points } = this.scene.data.now;
    const chosen = this.scene.selected;
    const i = Math.max(0, chosen);
    const point = points[i];
    if (!point) return nothing;
    const { x, y, label } = point;
    const spoken = words.point(
      i + 1,
      points.length,
      this.scene.nameOf(label),
      numberText(x, 4),
      numberText(y, 4),
    );
    const { key } = this.scene;
    // of use while points may be moved, or looked at
    const accesses = ["points", "examples"].map((name) => controlAccess.of(`${key}.${name}`));
    const access = accesses.find((one) => one === "visible") ?? accesses[0];
    if (access === undefined || access === "hidden") return nothing;
    return svg`<g class="point-handle ${chosen < 0 ? "idle" : ""}" tabindex="0" role="slider" aria-label=${words.selected}
      aria-disabled=${access === "locked" ? "true" : nothing}
      aria-valuemin=${plane.x[0]} aria-valuemax=${plane.x[1]} aria-valuenow=${x} aria-valuetext=${spoken}
      transform="translate(${plane.px(x)},${plane.py(y)})"
      @keydown=${this.#hands.pointKey} @focus=${() => chosen < 0 && this.scene.lookAt(0)}>
      ${lockedTitle(access)}<circle class="ring" r=${markRadius(points.length) + 5}></circle></g>`;
  }

  /** Where the next point goes, by keyboard. */
  #cross(plane: Plane) {
    const { pen, scene } = this;
    const [x, y] = pen.placeIn(scene.data.now.window);
    const spoken = words.penAt(numberText(x, 4), numberText(y, 4));
    return svg`<g class="cross ${classStyle(scene.pen).className}" tabindex="0" role="slider" aria-label=${words.pen(scene.nameOf(scene.pen))}
      aria-valuemin=${plane.x[0]} aria-valuemax=${plane.x[1]} aria-valuenow=${x} aria-valuetext=${spoken}
      transform="translate(${plane.px(x)},${plane.py(y)})" @keydown=${this.#hands.crossKey}>
      <circle class="grip" r="14"></circle><path d="M-11,0H-3M3,0H11M0,-11V-3M0,3V11"></path></g>`;
  }

  #key() {
    const { decision, level } = firmness(this.run);
    const line = (name: string) =>
      html`<svg viewBox="0 0 26 8" width="26" height="8" aria-hidden="true"><path class=${name} d="M1,4H25"></path></svg>`;
    return html`<p class="plane-key"><span>${line("boundary")} ${words.keyBoundary}</span>
      <span>${line("margin-line")} ${
        decision === "lead"
          ? words.keyMargin(numberText(level))
          : words.keySure(numberText(100 * level))
      }</span></p>`;
  }

  protected override updated(): void {
    if (this.ownWidth.now > 0) this.#draw();
  }

  /** The plane as it is now, for the reader to take along. */
  picture(): Picture | undefined {
    const overlay = this.querySelector<SVGSVGElement>("svg.plane-sheet");
    if (!overlay) return undefined;
    const { width, height } = this.plane;
    const paper = (ink: Ink) => {
      ink.fillStyle = this.colour("--field-low");
      ink.fillRect(0, 0, width, height);
    };
    const layers = [
      paper,
      (ink: Ink) => this.#inkRegions(ink),
      (ink: Ink) => this.#inkPoints(ink),
      overlay,
    ];
    const { classes } = this.scene.data.now;
    const marks = this.closest("fl-plane")?.querySelectorAll<SVGSVGElement>(
      ".point-tools .class-swatch",
    );
    const legend = Array.from({ length: classes }, (_, k) => ({
      swatch: marks?.[k] ?? null,
      label: words.classOption(this.scene.nameOf(k)),
    }));
    const description = modelState(this.scene, this.run);
    return { width, height, layers, legend, title: words.plot(this.run.label), description };
  }

  #draw(): void {
    const canvas = this.querySelector("canvas");
    const context = canvas?.getContext("2d");
    if (!canvas || !context) return;
    const ratio = Math.min(2, devicePixelRatio);
    const { width, height } = this.plane;
    if (canvas.width !== Math.round(width * ratio)) {
      canvas.width = Math.round(width * ratio);
      canvas.height = Math.round(height * ratio);
    }
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, width, height);
    this.#inkRegions(context);
    this.#inkPoints(context);
  }

  #classColours(): string[] {
    const { classes } = this.scene.data.now;
    return Array.from({ length: classes }, (_, k) => this.colour(classStyle(k).property));
  }

  #inkPoints(ink: Ink): void {
    const { data } = this.scene;
    const colours = { classes: this.#classColours(), paper: this.colour("--field-low") };
    drawPoints(ink, this.plane, data.now.points, data.aside, colours);
  }

  /** What the model makes of the plane; outlines are cut once for all pictures of it. */
  #view(): DecisionView | undefined {
    const of = this.scene.models.of(this.run);
    if (!of) return undefined;
    if (this.#regions?.of !== of) {
      this.#regions = { of, view: new DecisionView(of.decisions, firmness(this.run).level) };
    }
    return this.#regions.view;
  }

  #inkRegions(ink: Ink): void {
    if (!this.scene.revealed) return;
    const colours = { classes: this.#classColours(), line: this.colour("--ink") };
    this.#view()?.draw(ink, this.plane.width, this.plane.height, colours);
  }
}
