import { html, LitElement, nothing, svg } from "lit";
import type { HeightKind } from "../plots/surface/height-kind.js";
import { HeightScale, naturalKind } from "../plots/surface/height-scale.js";
import { compassPoint, type Orbit } from "../plots/surface/orbit.js";
import { type Picked, pick } from "../plots/surface/pick.js";
import { Relief } from "../plots/surface/relief.js";
import { SurfaceCanvas } from "../plots/surface/surface-canvas.js";
import { ThemeColours } from "../plots/surface/theme-colours.js";
import type { Scene } from "../scene/scene.js";
import { controlAccess } from "../state/control-access.js";
import { theme } from "../state/theme.js";
import type { Picture } from "../take/takeable.js";
import { surfaceWords } from "../words/en-surface-view.js";
import { guarded } from "./guarded.js";
import { draggedTo, inkPaths, type SeenSurface, seeSurface } from "./seen-surface.js";
import { surfaceButtons } from "./surface-buttons.js";
import { surfaceOverlay } from "./surface-overlay.js";
import { SurfacePointer } from "./surface-pointer.js";
import { type Move, Viewpoint } from "./viewpoint.js";

/** A step is pointed at from this many pixels away. */
const pointing = 10;

/** The surface of a scene with all that can be done to it; `fl-surface` brings it in. */
export class SurfaceView extends LitElement {
  static override properties = {
    scene: { attribute: false },
    menu: { attribute: false },
    hovered: { state: true },
  };
  declare scene: Scene;
  /** The button to take the figure along, which stands in its last line. */
  declare menu: unknown;
  declare hovered: Picked | undefined;

  #viewpoint!: Viewpoint;
  #canvas: SurfaceCanvas | undefined;
  #colours: ThemeColours | undefined;
  /** The scale of heights that suits the problem as it was first seen. */
  #naturalKind: HeightKind | undefined;
  #seen: SeenSurface | undefined;
  #seenKey: unknown[] = [];
  #pathsKey: unknown[] = [];
  #size = 0;
  #observer: ResizeObserver | undefined;
  #unsubscribe: (() => void)[] = [];
  readonly #pointer = new SurfacePointer(this);

  override createRenderRoot(): this {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const update = () => this.requestUpdate();
    this.#viewpoint = new Viewpoint(this.scene.surface, update);
    this.#canvas = new SurfaceCanvas(update);
    if (!this.#canvas.works) this.dispatchEvent(new Event("unavailable"));
    this.#observer = new ResizeObserver(([entry]) => {
      this.#size = Math.round(entry?.contentRect.width ?? 0);
      update();
    });
    this.#unsubscribe = [
      this.scene.subscribe(update),
      controlAccess.subscribe(update),
      theme.subscribe(() => {
        this.#colours = undefined;
        update();
      }),
    ];
    update();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const stop of this.#unsubscribe) stop();
    this.#observer?.disconnect();
    this.#viewpoint.stop();
    this.#canvas?.dispose();
    this.#canvas = undefined;
  }

  get size(): number {
    return this.#size;
  }

  get orbit(): Orbit {
    return this.#viewpoint.orbit;
  }

  turnTo(orbit: Orbit): void {
    if (!this.scene.allows("view")) return;
    this.hovered = undefined;
    this.#viewpoint.follow(orbit);
  }

  turnEnded(): void {
    if (!this.scene.allows("view")) return;
    this.#viewpoint.settle();
  }

  startTo(px: number, py: number): void {
    if (this.#seen) this.scene.setStart(draggedTo(this.#seen, this.scene.start, px, py));
  }

  choose(px: number, py: number, reach: number, first: number): void {
    const picked = pick(this.#seen?.paths ?? [], px, py, reach, first);
    if (!picked) return;
    this.scene.pause();
    this.scene.select(picked.step);
  }

  over(px: number, py: number): void {
    const picked = pick(this.#seen?.paths ?? [], px, py, pointing);
    const { hovered } = this;
    if (picked?.path !== hovered?.path || picked?.step !== hovered?.step) this.hovered = picked;
  }

  away(): void {
    this.hovered = undefined;
  }

  protected override willUpdate(): void {
    const { scene } = this;
    const field = scene.field.now;
    if (!field || this.#size === 0) return;
    this.#naturalKind ??= naturalKind(field.values);
    const { orbit } = this.#viewpoint;
    const kind = this.#kind;
    const key = [field, kind, orbit, this.#size, scene.generation, scene.revealed];
    if (key.every((one, i) => one === this.#seenKey[i])) return;
    this.#seenKey = key;
    const known = this.#seen?.relief;
    const same = known?.field === field && known.scale.kind === kind;
    const relief = same
      ? known
      : new Relief(field, scene.problem.domain, new HeightScale(field.values, kind));
    this.#seen = seeSurface(scene, relief, orbit, this.#size);
    this.hovered = undefined;
  }

  override render() {
    const { scene } = this;
    const w = surfaceWords;
    const pointer = this.#pointer;
    return html`
      <div class=${`surface-frame${this.hovered ? " pointing" : ""}`} tabindex="0" role="application"
        aria-roledescription=${w.kind} aria-label=${w.label(scene.problem.title)}
        @keydown=${this.#key}
        @pointerdown=${(event: PointerEvent) => pointer.down(event)}
        @pointermove=${(event: PointerEvent) => pointer.move(event)}
        @pointerup=${(event: PointerEvent) => pointer.up(event)}
        @pointercancel=${(event: PointerEvent) => pointer.cancel(event)}
        @pointerleave=${() => this.away()}>
        ${this.#canvas?.element}<canvas class="path-canvas"></canvas>
        <svg viewBox="0 0 ${this.#size} ${this.#size}">${
          this.#seen && !this.#canvas?.lost
            ? surfaceOverlay(scene, this.#seen, this.hovered)
            : svg``
        }</svg>
        ${this.#canvas?.lost ? html`<p class="surface-words" role="status">${w.lost}</p>` : nothing}
      </div>
      ${guarded(`${scene.key}.view`, () => surfaceButtons(this.#move, this.#kind, (kind) => this.#setKind(kind)))}
      <div class="figure-bar"><p class="surface-said" role="status">${this.#said()}</p>${this.menu}</div>`;
  }

  /** The view as it is now, for the reader to take along. */
  picture(about: Pick<Picture, "legend" | "description">): Picture | undefined {
    const overlay = this.querySelector<SVGSVGElement>(".surface-frame > svg");
    const canvas = this.#canvas;
    const [seen, colours] = [this.#seen, this.#colours];
    if (!overlay || !canvas || canvas.lost || !seen || !colours) return undefined;
    const size = this.#size;
    return {
      width: size,
      height: size,
      title: surfaceWords.title(this.scene.problem.title),
      legend: about.legend,
      description: [about.description, this.#said()].filter(Boolean).join(" "),
      layers: [canvas.element, (ink) => inkPaths(ink, seen, this.scene.step, colours), overlay],
    };
  }

  /** Where it is seen from, and how high it is drawn. */
  #said(): string {
    const { rest } = this.#viewpoint;
    const w = surfaceWords;
    const from = w.seen(compassPoint(rest), Math.round(rest.elevation));
    return [from, w.heights[this.#kind]].filter(Boolean).join(" ");
  }

  protected override updated(): void {
    const frame = this.querySelector(".surface-frame");
    if (frame) this.#observer?.observe(frame); // does nothing for what it observes already
    if (!this.#seen || !this.#canvas || this.#size === 0) return;
    this.#colours ??= new ThemeColours(this);
    this.#canvas.draw(this.#seen.relief, this.#seen.camera, this.#colours.surface);
    this.#drawPaths(this.#seen, this.#colours);
  }

  #drawPaths(seen: SeenSurface, colours: ThemeColours): void {
    const { step } = this.scene;
    const ratio = Math.min(2, devicePixelRatio);
    const lost = this.#canvas?.lost;
    const key = [seen, colours, step, ratio, lost];
    if (key.every((one, i) => one === this.#pathsKey[i])) return;
    this.#pathsKey = key;
    const canvas = this.querySelector<HTMLCanvasElement>(".path-canvas");
    const context = canvas?.getContext("2d");
    if (!canvas || !context) return;
    const side = Math.round(this.#size * ratio);
    if (canvas.width !== side) canvas.width = canvas.height = side;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, this.#size, this.#size);
    if (lost) return;
    inkPaths(context, seen, step, colours);
  }

  get #kind(): HeightKind {
    return this.scene.surface.heights ?? this.#naturalKind ?? "linear";
  }

  #setKind(kind: HeightKind): void {
    this.scene.surface.keepHeights(kind === this.#naturalKind ? undefined : kind);
    this.requestUpdate();
  }

  readonly #move = (name: Move): void => {
    if (name === "reset") this.scene.surface.keepHeights(undefined);
    this.#viewpoint.move(name);
  };

  readonly #key = (event: KeyboardEvent): void => {
    if ((event.target as Element).closest(".start") || !this.scene.allows("view")) return;
    this.#viewpoint.press(event);
  };
}
