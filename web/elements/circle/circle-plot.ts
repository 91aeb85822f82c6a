import { html, nothing, svg } from "lit";
import { type Field, FieldView } from "../../plots/field-view.js";
import type { Ink } from "../../plots/ink.js";
import { mark } from "../../plots/mark.js";
import { Plane } from "../../plots/plane.js";
import { quantityStyles } from "../../plots/series-style.js";
import type { TableScene } from "../../scene/table-scene.js";
import { controlAccess } from "../../state/control-access.js";
import type { Picture } from "../../take/takeable.js";
import { circleWords as words } from "../../words/circle.js";
import { numberText } from "../../words/number-text.js";
import { CanvasFigure } from "../canvas-figure.js";
import { lockedTitle } from "../guarded.js";
import { CircleHands } from "./circle-hands.js";
import { arrowBetween, type Pair, pixelsOf, planeLines } from "./circle-lines.js";

/** How far outside the circle the handle of the direction is, in pixels. */
const beyond = 17;

/** What the plane says, and what the function does, are told apart as in the chart of both. */
export const [planeStyle, valueStyle] = quantityStyles(2) as [
  ReturnType<typeof quantityStyles>[number],
  ReturnType<typeof quantityStyles>[number],
];

/** The contours of a problem with a point in them, and a circle around it in which it is a plane. */
export class CirclePlot extends CanvasFigure {
  static override properties = { scene: { attribute: false }, field: { attribute: false } };
  declare scene: TableScene;
  declare field: Field | undefined;

  plane = new Plane([0, 1], [0, 1], 1, 1);
  handles: Record<"centre" | "direction", Pair> = { centre: [0, 0], direction: [0, 0] };
  readonly #hands = new CircleHands(this);
  #fieldKey: unknown[] = [];

  protected override follows() {
    return [this.scene];
  }

  protected override recoloured(): void {
    this.#fieldKey = [];
  }

  get sheet(): Element | null {
    return this.querySelector("svg.circle-sheet");
  }

  get movesCentre(): boolean {
    return controlAccess.allows(this.scene.startKey);
  }

  focusOn(handle: "centre" | "direction"): void {
    this.querySelector<SVGElement>(`.handle.${handle}`)?.focus({ preventScroll: true });
  }

  /** A vector of the selected row. */
  #pair(quantity: string): Pair {
    const { scene } = this;
    return [scene.number(quantity, scene.row, 0), scene.number(quantity, scene.row, 1)];
  }

  override render() {
    const { scene } = this;
    const { problem } = scene.declared;
    // until the observer has told how wide it is
    if (this.ownWidth.now === 0 || !problem) return html`<div class="circle-square"></div>`;
    const size = Math.max(200, Math.round(this.ownWidth.now - 2));
    const plane = new Plane(problem.domain.x, problem.domain.y, size, size);
    this.plane = plane;
    const hands = this.#hands;
    const start = controlAccess.of(scene.startKey);
    return html`<div class="circle-square"><canvas class="field-canvas"></canvas>
      <svg class="circle-sheet ${start === "visible" ? "movable" : ""}" viewBox="0 0 ${size} ${size}" role="group" aria-label=${words.plot(problem.title)}
        @pointerdown=${hands.pointerDown} @pointermove=${hands.pointerMove} @lostpointercapture=${hands.pointerLost}
        @touchstart=${hands.touchStart}>
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
        ${this.#circle(plane)}
      </svg></div>`;
  }

  #circle(plane: Plane) {
    const centre = (this.scene.start ?? [0, 0]) as unknown as Pair;
    const step = this.#pair("displacement");
    const [best, lowest] = [this.#pair("best_step"), this.#pair("lowest_step")];
    const radius = Math.hypot(...step);
    const [px, py] = pixelsOf(plane, centre, [0, 0]);
    const edge = pixelsOf(plane, centre, step);
    const rx = Math.abs(pixelsOf(plane, centre, [radius, 0])[0] - px);
    const ry = Math.abs(pixelsOf(plane, centre, [0, radius])[1] - py);
    const away = Math.hypot(edge[0] - px, edge[1] - py) || 1;
    const out = (away + beyond) / away;
    const knob: Pair = [px + out * (edge[0] - px), py + out * (edge[1] - py)];
    this.handles = { centre: [px, py], direction: knob };
    const toBest = pixelsOf(plane, centre, best);
    const toLowest = pixelsOf(plane, centre, lowest);
    const flat = !toBest.every(Number.isFinite);
    return svg`<g aria-hidden="true">
      <ellipse class="circle-ground" cx=${px} cy=${py} rx=${rx} ry=${ry}></ellipse>
      <path class="plane-lines ${planeStyle.className}" d=${flat ? "" : planeLines(plane, centre, radius, best)}></path>
      <path class="own-direction" d="M${px},${py}L${edge[0]},${edge[1]}"></path>
      ${flat ? nothing : [arrowBetween([px, py], toBest), mark(planeStyle, ...toBest, 6)]}
      ${mark(valueStyle, ...toLowest, 6)}</g>
      ${this.#centreHandle([px, py])}${this.#directionHandle(knob)}`;
  }

  #centreHandle([px, py]: Pair) {
    const { scene } = this;
    const access = controlAccess.of(scene.startKey);
    const [x = 0, y = 0] = scene.start ?? [];
    const ring = svg`<circle class="ring" r="8"></circle><circle class="dot" r="2.5"></circle>`;
    const at = `translate(${px},${py})`;
    if (access === "hidden") return svg`<g class="start fixed" transform=${at}>${ring}</g>`;
    return svg`<g class="start handle centre" tabindex="0" role="slider" aria-label=${words.centre}
      aria-disabled=${access === "locked" ? "true" : nothing} aria-valuemin=${this.plane.x[0]} aria-valuemax=${this.plane.x[1]}
      aria-valuenow=${x} aria-valuetext=${words.point(numberText(x, 4), numberText(y, 4))} transform=${at} @keydown=${this.#hands.centreKey}>
      ${lockedTitle(access)}${ring}</g>`;
  }

  #directionHandle([px, py]: Pair) {
    const { scene } = this;
    const access = controlAccess.of(`${scene.key}.row`);
    if (access === "hidden") return nothing;
    const angle = numberText(scene.number("angle", scene.row), 4);
    const [plane, value] = ["model", "value_there"].map((name) =>
      numberText(scene.number(name, scene.row), 4),
    );
    return svg`<g class="handle direction" tabindex="0" role="slider" aria-label=${words.direction}
      aria-disabled=${access === "locked" ? "true" : nothing} aria-valuemin="0" aria-valuemax=${scene.lastRow} aria-valuenow=${scene.row}
      aria-valuetext=${words.at(angle, plane ?? "", value ?? "")} transform="translate(${px},${py})" @keydown=${this.#hands.directionKey}>
      ${lockedTitle(access)}<circle class="grip" r="20"></circle><circle class="knob-dot" r="7"></circle></g>`;
  }

  protected override updated(): void {
    const { field, plane } = this;
    const canvas = this.querySelector("canvas");
    const key = [field, plane.width, devicePixelRatio];
    if (!canvas || !field || key.every((one, i) => one === this.#fieldKey[i])) return;
    this.#fieldKey = key;
    const ratio = Math.min(2, devicePixelRatio);
    canvas.width = Math.round(plane.width * ratio);
    canvas.height = canvas.width;
    const context = canvas.getContext("2d");
    context?.setTransform(ratio, 0, 0, ratio, 0, 0);
    if (context) this.#inkField(context);
  }

  #inkField(ink: Ink): void {
    if (!this.field) return;
    FieldView.of(this.field).draw(ink, this.plane.width, this.plane.height, {
      low: this.colour("--field-low"),
      high: this.colour("--field-high"),
      line: this.colour("--field-line"),
    });
  }

  /** The plot as it is now, for the reader to take along. */
  picture(about: Pick<Picture, "legend" | "description">): Picture | undefined {
    const overlay = this.sheet as SVGSVGElement | null;
    if (!overlay) return undefined;
    const { width, height } = this.plane;
    const title = words.plot(this.scene.declared.problem?.title ?? "");
    return { ...about, width, height, title, layers: [(ink: Ink) => this.#inkField(ink), overlay] };
  }
}
