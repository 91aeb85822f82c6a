import { html, LitElement, nothing, svg } from "lit";
import { engine, isRefused, isSuperseded } from "../../engine/page-engine.js";
import { classStyle } from "../../plots/class-style.js";
import { DecisionView, gridAxis } from "../../plots/decision-view.js";
import { Plane } from "../../plots/plane.js";
import { drawPoints, markRadius, pointNear } from "../../plots/point-layer.js";
import { weightArrows } from "../../plots/weight-arrows.js";
import { roundedTo } from "../../scene/plane-points.js";
import type { PlaneRun, PlaneScene } from "../../scene/plane-scene.js";
import { notices } from "../../state/notices.js";
import { theme } from "../../state/theme.js";
import { words } from "../../words/en.js";
import { numberText } from "../../words/number-text.js";
import { planeWords } from "../../words/plane.js";
import { firmness } from "./firmness.js";
import type { PlanePen } from "./plane-pen.js";

const gridPoints = 61;
/** How near to a point a press has to be, in pixels. */
const reachOf = { mouse: 13, pen: 16, touch: 26 };

/** The points of a scene, and what one of its models makes of the plane around them. */
export class PlaneView extends LitElement {
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

  #plane = new Plane([0, 1], [0, 1], 1, 1);
  #view: DecisionView | undefined;
  #askedFor = "";
  readonly #colours = new Map<string, string>();
  /** Kept from the observer: asking the page for it in every drawing would lay the page out. */
  #width = 0;
  #observer: ResizeObserver | undefined;
  #unsubscribe: (() => void)[] = [];
  #dragging: { pointer: number; point: number; drag: number } | undefined;
  #drags = 0;
  /** Whether the press that a click ends was on a point. */
  #pressedPoint = false;

  override createRenderRoot(): this {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#observer = new ResizeObserver(([entry]) => {
      this.#width = entry?.contentRect.width ?? 0;
      this.requestUpdate();
    });
    this.#observer.observe(this);
    this.#unsubscribe = [
      this.scene.subscribe(() => this.requestUpdate()),
      this.pen.subscribe(() => this.requestUpdate()),
      theme.subscribe(() => {
        this.#colours.clear();
        this.requestUpdate();
      }),
    ];
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#observer?.disconnect();
    for (const stop of this.#unsubscribe) stop();
  }

  override render() {
    if (this.#width === 0) return nothing; // the observer will tell
    const { scene, run } = this;
    const { window } = scene.data.now;
    const size = Math.max(200, this.#width);
    const plane = new Plane(window.x, window.y, size, size);
    this.#plane = plane;
    const shown = scene.revealed && run.refused === undefined;
    return html`
      <canvas class="region-canvas"></canvas><canvas class="point-canvas"></canvas>
      <svg viewBox="0 0 ${size} ${size}" role="group" aria-label=${planeWords.plot(run.label)}
        class=${this.pen.adding ? "adding" : ""}
        @pointerdown=${this.#pointerDown} @pointermove=${this.#pointerMove} @lostpointercapture=${this.#pointerLost}
        @click=${this.#click} @touchstart=${this.#holdStill}>
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
          shown && this.arrows && scene.isLinear(run)
            ? weightArrows(plane, scene.weightsOf(run), (k) => scene.nameOf(k).slice(0, 3))
            : nothing
        }
        ${this.#handle(plane)}${this.pen.adding ? this.#cross(plane) : nothing}
      </svg>`;
  }

  /** Around the selected point: one tab stop for all of them. */
  #handle(plane: Plane) {
    const { points } = this.scene.data.now;
    const chosen = this.scene.selected;
    const i = Math.max(0, chosen);
    const point = points[i];
    if (!point) return nothing;
    const { x, y, label } = point;
    const spoken = planeWords.point(
      i + 1,
      points.length,
      this.scene.nameOf(label),
      numberText(x, 4),
      numberText(y, 4),
    );
    return svg`<g class="point-handle ${chosen < 0 ? "idle" : ""}" tabindex="0" role="slider" aria-label=${planeWords.selected}
      aria-valuemin=${plane.x[0]} aria-valuemax=${plane.x[1]} aria-valuenow=${x} aria-valuetext=${spoken}
      transform="translate(${plane.px(x)},${plane.py(y)})"
      @keydown=${this.#pointKey} @focus=${() => chosen < 0 && this.scene.lookAt(0)}>
      <circle class="ring" r=${markRadius(points.length) + 5}></circle></g>`;
  }

  /** Where the next point goes, by keyboard. */
  #cross(plane: Plane) {
    const { pen, scene } = this;
    const [x, y] = pen.placeIn(scene.data.now.window);
    const spoken = planeWords.penAt(numberText(x, 4), numberText(y, 4));
    return svg`<g class="cross ${classStyle(scene.pen).className}" tabindex="0" role="slider" aria-label=${planeWords.pen(scene.nameOf(scene.pen))}
      aria-valuemin=${plane.x[0]} aria-valuemax=${plane.x[1]} aria-valuenow=${x} aria-valuetext=${spoken}
      transform="translate(${plane.px(x)},${plane.py(y)})" @keydown=${this.#crossKey}>
      <circle class="grip" r="14"></circle><path d="M-11,0H-3M3,0H11M0,-11V-3M0,3V11"></path></g>`;
  }

  protected override updated(): void {
    this.#drawPoints();
    this.#drawRegions();
    void this.#load();
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

  #colour(property: string): string {
    let colour = this.#colours.get(property);
    if (colour === undefined) {
      colour = getComputedStyle(this).getPropertyValue(property);
      this.#colours.set(property, colour);
    }
    return colour;
  }

  #classColours(): string[] {
    const { classes } = this.scene.data.now;
    return Array.from({ length: classes }, (_, k) => this.#colour(classStyle(k).property));
  }

  #drawPoints(): void {
    const context = this.#canvas(".point-canvas");
    if (!context) return;
    const { data } = this.scene;
    const colours = { classes: this.#classColours(), paper: this.#colour("--field-low") };
    drawPoints(context, this.#plane, data.now.points, data.aside, colours);
  }

  #drawRegions(): void {
    const context = this.#canvas(".region-canvas");
    if (!context) return;
    const { width, height } = this.#plane;
    context.clearRect(0, 0, width, height);
    const colours = { classes: this.#classColours(), line: this.#colour("--ink") };
    if (this.scene.revealed) this.#view?.draw(context, width, height, colours);
  }

  /** Asks for the decisions where weights or window are others than at the last time. */
  async #load(): Promise<void> {
    const { scene, run } = this;
    const { window, points } = scene.data.now;
    const key = `${scene.generation} ${scene.step} ${JSON.stringify(window)}`;
    if (key === this.#askedFor) return;
    this.#askedFor = key;
    const weights = scene.weightsOf(run);
    if (weights.length === 0 || points.length === 0) {
      this.#view = undefined;
      this.#drawRegions();
      return;
    }
    const { decision, level } = firmness(run);
    const [x, y] = [gridAxis(window.x, gridPoints), gridAxis(window.y, gridPoints)];
    const request = {
      problem: scene.modelSpec(run),
      data: scene.data.anExample(),
      weights,
      x,
      y,
    };
    const channel = `${scene.key} ${run.key}`;
    try {
      const [leads, inner] = await Promise.all([
        engine.call("decisions", { ...request, decision: "lead" }, `${channel} leads`),
        decision === "lead"
          ? undefined
          : engine.call("decisions", { ...request, decision }, `${channel} ${decision}`),
      ]);
      const [columns, rows] = [x[2], y[2]];
      const shape = { columns, rows, classes: leads.length / (columns * rows) };
      const grid = { ...shape, values: leads };
      this.#view = new DecisionView(grid, inner ? { ...shape, values: inner } : grid, level);
      this.#drawRegions();
    } catch (error) {
      if (isSuperseded(error)) return;
      // settings that do not fit: the runs say so
      if (isRefused(error)) this.#askedFor = "";
      else notices.add(words.notices.engineFailed(error));
    }
  }

  #at(event: { clientX: number; clientY: number }): [number, number] {
    const box = this.getBoundingClientRect();
    const scale = this.#plane.width / (this.clientWidth || 1);
    return [
      (event.clientX - box.left - this.clientLeft) * scale,
      (event.clientY - box.top - this.clientTop) * scale,
    ];
  }

  #place(event: PointerEvent | MouseEvent): [number, number] {
    const [px, py] = this.#at(event);
    const { x, y, width, height } = this.#plane;
    return this.#rounded(
      x[0] + (px / width) * (x[1] - x[0]),
      y[0] + (1 - py / height) * (y[1] - y[0]),
    );
  }

  /** A place inside the window that an address can hold. */
  #rounded(x: number, y: number): [number, number] {
    const { window } = this.scene.data.now;
    const { unit } = this.scene.data;
    const kept = (value: number, [low, high]: readonly [number, number]) =>
      roundedTo(unit, Math.max(low, Math.min(high, value)));
    return [kept(x, window.x), kept(y, window.y)];
  }

  #hit(event: { clientX: number; clientY: number }, reach: number): number {
    const [px, py] = this.#at(event);
    return pointNear(this.#plane, this.scene.data.now.points, px, py, reach);
  }

  /** A finger on a point must not scroll the page; inside an SVG, touch-action has no say in it. */
  readonly #holdStill = {
    handleEvent: (event: TouchEvent): void => {
      const [touch] = event.touches;
      if (touch && event.touches.length === 1 && this.#hit(touch, reachOf.touch) >= 0) {
        event.preventDefault();
      }
    },
    passive: false,
  };

  readonly #pointerDown = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    const reach = reachOf[event.pointerType as keyof typeof reachOf] ?? reachOf.mouse;
    const point = this.#hit(event, reach);
    this.#pressedPoint = point >= 0;
    if (point < 0) return;
    event.preventDefault();
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
    this.#drags += 1;
    this.#dragging = { pointer: event.pointerId, point, drag: this.#drags };
    this.scene.lookAt(point);
    void this.updateComplete.then(() =>
      this.querySelector<SVGElement>(".point-handle")?.focus({ preventScroll: true }),
    );
  };

  readonly #pointerMove = (event: PointerEvent): void => {
    const dragging = this.#dragging;
    if (event.pointerId !== dragging?.pointer) return;
    const [x, y] = this.#place(event);
    this.scene.movePoint(dragging.point, x, y, `${this.run.key} drag ${dragging.drag}`);
    this.requestUpdate();
  };

  readonly #pointerLost = (): void => {
    if (!this.#dragging) return;
    this.#dragging = undefined;
    this.scene.settle();
  };

  readonly #click = (event: MouseEvent): void => {
    if (this.#pressedPoint) return;
    if (!this.pen.adding) {
      this.scene.lookAt(-1);
      return;
    }
    const [x, y] = this.#place(event);
    this.#add(x, y);
  };

  #add(x: number, y: number): void {
    const { scene } = this;
    scene.change((data) => data.add({ x, y, label: scene.pen }));
    scene.lookAt(scene.data.now.points.length - 1);
  }

  /** How far an arrow key goes, in both coordinates; undefined for other keys. */
  #arrow(event: KeyboardEvent): [number, number] | undefined {
    const directions: Record<string, [number, number]> = {
      ArrowLeft: [-1, 0],
      ArrowRight: [1, 0],
      ArrowUp: [0, 1],
      ArrowDown: [0, -1],
    };
    const direction = directions[event.key];
    if (!direction) return undefined;
    const { x, y } = this.#plane;
    const share = event.shiftKey ? 0.05 : 0.01;
    return [direction[0] * share * (x[1] - x[0]), direction[1] * share * (y[1] - y[0])];
  }

  readonly #crossKey = (event: KeyboardEvent): void => {
    const { pen, scene } = this;
    const [x, y] = pen.placeIn(scene.data.now.window);
    const by = this.#arrow(event);
    if (by) pen.moveTo(this.#rounded(x + by[0], y + by[1]));
    else if (event.key === "Enter") this.#add(x, y);
    else if (event.key === "Escape") pen.put(false);
    else if (!this.#classKey(event, (label) => scene.holdPen(label))) return;
    event.preventDefault();
  };

  readonly #pointKey = (event: KeyboardEvent): void => {
    const { scene } = this;
    const { points } = scene.data.now;
    const i = Math.max(0, scene.selected);
    const point = points[i];
    const by = this.#arrow(event);
    if (!point || event.ctrlKey || event.metaKey || event.altKey) return;
    const last = points.length - 1;
    const jumps: Record<string, number> = {
      PageDown: i === last ? 0 : i + 1,
      PageUp: i === 0 ? last : i - 1,
      Home: 0,
      End: last,
    };
    const jump = jumps[event.key];
    if (by) {
      const [x, y] = this.#rounded(point.x + by[0], point.y + by[1]);
      scene.movePoint(i, x, y, `keys ${i}`);
      scene.settle();
    } else if (jump !== undefined) scene.lookAt(jump);
    else if (event.key === "Delete" || event.key === "Backspace") {
      scene.change((data) => data.remove(i));
    } else if (
      !this.#classKey(event, (label) => scene.change((data) => data.change(i, { label })))
    ) {
      return;
    }
    event.preventDefault();
  };

  /** A digit chooses a class. */
  #classKey(event: KeyboardEvent, choose: (label: number) => void): boolean {
    const label = Number(event.key) - 1;
    if (!/^[1-9]$/.test(event.key) || label >= this.scene.data.now.classes) return false;
    choose(label);
    return true;
  }
}
