import { html, LitElement, nothing, svg } from "lit";
import type { Ink } from "../plots/ink.js";
import { drawPaths } from "../plots/path-layer.js";
import { Plane } from "../plots/plane.js";
import { seriesStyles } from "../plots/series-style.js";
import { Camera, type Point3 } from "../plots/surface/camera.js";
import { DrapedPath } from "../plots/surface/draped-path.js";
import type { HeightKind } from "../plots/surface/height-kind.js";
import { HeightScale, naturalKind, top } from "../plots/surface/height-scale.js";
import { compassPoint, type Orbit } from "../plots/surface/orbit.js";
import { type Picked, pick } from "../plots/surface/pick.js";
import { Relief } from "../plots/surface/relief.js";
import { SurfaceCanvas } from "../plots/surface/surface-canvas.js";
import { ThemeColours } from "../plots/surface/theme-colours.js";
import type { Scene } from "../scene/scene.js";
import { theme } from "../state/theme.js";
import type { Picture } from "../take/takeable.js";
import { words } from "../words/en.js";
import { surfaceButtons } from "./surface-buttons.js";
import { type SeenSurface, surfaceOverlay } from "./surface-overlay.js";
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
    this.hovered = undefined;
    this.#viewpoint.follow(orbit);
  }

  turnEnded(): void {
    this.#viewpoint.settle();
  }

  startTo(px: number, py: number): void {
    if (!this.#seen) return;
    const { relief, camera } = this.#seen;
    const [x = 0, y = 0] = this.scene.start;
    const [u, v] = [relief.across(x), relief.along(y)];
    const ray = camera.ray(px, py);
    // where the pixel shows several sides of the surface, the start stays on its own
    const far = (place: readonly [number, number]) => Math.hypot(place[0] - u, place[1] - v);
    const [nearest] = relief.crossings(camera.position, ray).sort((a, b) => far(a) - far(b));
    const [toU, toV] = nearest ?? this.#level(ray, relief.at(u, v)) ?? [u, v];
    const plane = new Plane(relief.window.x, relief.window.y, 1, 1);
    this.scene.setStart(plane.at((toU + 1) / 2, (1 - toV) / 2));
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
    const camera = new Camera(orbit, [0, 0, 0.42 * top], this.#size, this.#size);
    const paths = scene.runs.map(({ traces: { theta, loss } }) =>
      scene.revealed && theta && loss ? new DrapedPath(relief, camera, theta, loss) : undefined,
    );
    this.#seen = { relief, camera, paths, styles: seriesStyles(scene.runs) };
    this.hovered = undefined;
  }

  override render() {
    const { scene } = this;
    const w = words.surface;
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
      ${surfaceButtons(this.#move, this.#kind, (kind) => this.#setKind(kind))}
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
      title: words.surface.title(this.scene.problem.title),
      legend: about.legend,
      description: [about.description, this.#said()].filter(Boolean).join(" "),
      layers: [canvas.element, (ink) => this.#inkPaths(ink, seen, colours), overlay],
    };
  }

  /** Where it is seen from, and how high it is drawn. */
  #said(): string {
    const { rest } = this.#viewpoint;
    const w = words.surface;
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
    this.#inkPaths(context, seen, colours);
  }

  #inkPaths(ink: Ink, { paths, styles }: SeenSurface, colours: ThemeColours): void {
    const drawn = paths.flatMap((path, i) => {
      const style = styles[i];
      return path && style
        ? [path.drawn({ style, colour: colours.css(`--${style.className}`) })]
        : [];
    });
    drawPaths(ink, drawn, this.scene.step, colours.css("--field-low"));
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
    if ((event.target as Element).closest(".start")) return;
    this.#viewpoint.press(event);
  };

  /** Beside the surface a dragged start goes on at the height it has, up to the window's edge. */
  #level([dx, dy, dz]: Point3, height: number): [number, number] | undefined {
    const [ox, oy, oz] = (this.#seen as SeenSurface).camera.position;
    const s = (height - oz) / dz;
    return s > 0 && Number.isFinite(s) ? [ox + s * dx, oy + s * dy] : undefined;
  }
}
