import type { Plane } from "../../plots/plane.js";
import { pointNear } from "../../plots/point-layer.js";
import { roundedTo } from "../../scene/plane-points.js";
import type { PlaneScene } from "../../scene/plane-scene.js";
import type { PlanePen } from "./plane-pen.js";

/** How near to a point a press has to be, in pixels. */
const reachOf = { mouse: 13, pen: 16, touch: 26 };

/** What the hands work on. */
interface Workplace {
  readonly scene: PlaneScene;
  readonly pen: PlanePen;
  /** Tells the drags in one plane from those in another. */
  readonly name: string;
  readonly plane: Plane;
  /** The element that shows the plane, without a border. */
  readonly sheet: Element | null;
  requestUpdate(): void;
  focusPoint(): void;
}

interface Spot {
  clientX: number;
  clientY: number;
}

/** Points moved, added and removed by pointer, finger and keyboard. */
export class PlaneHands {
  readonly #at: Workplace;
  #dragging: { pointer: number; point: number; about: string } | undefined;
  #drags = 0;
  #draggedIn: DOMRect | undefined;
  /** Whether the press that a click ends was on a point. */
  #pressedPoint = false;

  constructor(at: Workplace) {
    this.#at = at;
  }

  #pixel({ clientX, clientY }: Spot): [number, number] {
    const box = this.#box();
    const scale = this.#at.plane.width / box.width;
    return [(clientX - box.left) * scale, (clientY - box.top) * scale];
  }

  /** Where the sheet is; while a point is dragged kept, as asking would lay the page out. */
  #box(): DOMRect {
    this.#draggedIn ??= this.#at.sheet?.getBoundingClientRect() ?? new DOMRect(0, 0, 1, 1);
    const box = this.#draggedIn;
    if (!this.#dragging) this.#draggedIn = undefined;
    return box;
  }

  readonly #scrolled = (): void => {
    this.#draggedIn = undefined;
  };

  /** The place under a pointer. */
  #place(spot: Spot): [number, number] {
    const [px, py] = this.#pixel(spot);
    const { x, y, width, height } = this.#at.plane;
    return this.#rounded(
      x[0] + (px / width) * (x[1] - x[0]),
      y[0] + (1 - py / height) * (y[1] - y[0]),
    );
  }

  /** A place inside the window that an address can hold. */
  #rounded(x: number, y: number): [number, number] {
    const { data } = this.#at.scene;
    const kept = (value: number, [low, high]: readonly [number, number]) =>
      roundedTo(data.unit, Math.max(low, Math.min(high, value)));
    return [kept(x, data.now.window.x), kept(y, data.now.window.y)];
  }

  #hit(spot: Spot, reach: number): number {
    const [px, py] = this.#pixel(spot);
    return pointNear(this.#at.plane, this.#at.scene.data.now.points, px, py, reach);
  }

  /** A finger on a point must not scroll the page; inside an SVG, touch-action has no say in it. */
  readonly touchStart = {
    handleEvent: (event: TouchEvent): void => {
      const [touch] = event.touches;
      if (touch && event.touches.length === 1 && this.#hit(touch, reachOf.touch) >= 0) {
        event.preventDefault();
      }
    },
    passive: false,
  };

  readonly pointerDown = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    const reach = reachOf[event.pointerType as keyof typeof reachOf] ?? reachOf.mouse;
    const point = this.#hit(event, reach);
    this.#pressedPoint = point >= 0;
    if (point < 0) return;
    event.preventDefault();
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
    this.#drags += 1;
    const about = `drag ${this.#drags} in ${this.#at.name}`;
    this.#dragging = { pointer: event.pointerId, point, about };
    document.addEventListener("scroll", this.#scrolled, true);
    this.#at.scene.lookAt(point);
    this.#at.focusPoint();
  };

  readonly pointerMove = (event: PointerEvent): void => {
    const { scene } = this.#at;
    if (!this.#dragging || event.pointerId !== this.#dragging.pointer) return;
    const [x, y] = this.#place(event);
    scene.movePoint(this.#dragging.point, x, y, this.#dragging.about);
  };

  readonly pointerLost = (): void => {
    if (!this.#dragging) return;
    this.#dragging = undefined;
    this.#draggedIn = undefined;
    document.removeEventListener("scroll", this.#scrolled, true);
    this.#at.scene.settle();
  };

  readonly click = (event: MouseEvent): void => {
    if (this.#pressedPoint) return;
    if (this.#at.pen.adding) this.#add(...this.#place(event));
    else this.#at.scene.lookAt(-1);
  };

  #add(x: number, y: number): void {
    const { scene } = this.#at;
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
    const { x, y } = this.#at.plane;
    const share = event.shiftKey ? 0.05 : 0.01;
    return [direction[0] * share * (x[1] - x[0]), direction[1] * share * (y[1] - y[0])];
  }

  /** On the cross that shows where the next point goes. */
  readonly crossKey = (event: KeyboardEvent): void => {
    const { pen, scene } = this.#at;
    const [x, y] = pen.placeIn(scene.data.now.window);
    const by = this.#arrow(event);
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (by) pen.moveTo(this.#rounded(x + by[0], y + by[1]));
    else if (event.key === "Enter") this.#add(...this.#rounded(x, y));
    else if (!this.#classKey(event, (label) => scene.holdPen(label))) return;
    event.preventDefault();
  };

  /** On the selected point. */
  readonly pointKey = (event: KeyboardEvent): void => {
    const { scene } = this.#at;
    const { points } = scene.data.now;
    const i = Math.max(0, scene.selected);
    const point = points[i];
    if (!point || event.ctrlKey || event.metaKey || event.altKey) return;
    const by = this.#arrow(event);
    const last = points.length - 1;
    const jumps: Record<string, number> = {
      PageDown: i === last ? 0 : i + 1,
      PageUp: i === 0 ? last : i - 1,
      Home: 0,
      End: last,
    };
    const jump = jumps[event.key];
    if (by) {
      scene.movePoint(i, ...this.#rounded(point.x + by[0], point.y + by[1]), `keys on ${i}`);
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
    if (!/^[1-9]$/.test(event.key) || label >= this.#at.scene.data.now.classes) return false;
    choose(label);
    return true;
  }
}
