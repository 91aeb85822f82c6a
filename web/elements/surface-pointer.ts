import { type Orbit, turned } from "../plots/surface/orbit.js";

/** What a pointer can do to a surface. */
export interface PointerTarget {
  /** Side of the square that shows it, in pixels. */
  readonly size: number;
  readonly orbit: Orbit;
  turnTo(orbit: Orbit): void;
  /** The reader has let go of it. */
  turnEnded(): void;
  /** Moves the start to the place of the surface that is under a pixel. */
  startTo(px: number, py: number): void;
  /** Selects the step, from `first`, of a path that is within `reach` of a pixel. */
  choose(px: number, py: number, reach: number, first: number): void;
  /** The pointer passes over a pixel. */
  over(px: number, py: number): void;
  away(): void;
}

/** A press that has moved less than this, in pixels, is a click. */
const steady = 4;
/** Degrees a drag across the whole picture turns it by. */
const across = { bearing: 200, elevation: 110 };
const reach = { mouse: 10, finger: 24 };

/** Turns a pointer's doings into turns, choices and moves of the start. */
export class SurfacePointer {
  readonly #target: PointerTarget;
  #press:
    | { id: number; px: number; py: number; from: Orbit; ofStart: boolean; moved: boolean }
    | undefined;

  constructor(target: PointerTarget) {
    this.#target = target;
  }

  down(event: PointerEvent): void {
    if (event.button !== 0 || this.#press) return;
    const frame = event.currentTarget as HTMLElement;
    const [px, py] = this.#pixel(event);
    const start = (event.target as Element).closest<SVGElement>(".start");
    frame.setPointerCapture(event.pointerId);
    const { orbit: from } = this.#target;
    this.#press = { id: event.pointerId, px, py, from, ofStart: start !== null, moved: false };
    if (event.pointerType !== "touch") event.preventDefault();
    (start ?? frame).focus({ preventScroll: true });
  }

  move(event: PointerEvent): void {
    const [px, py] = this.#pixel(event);
    const press = this.#press;
    if (!press) {
      if (event.pointerType !== "touch") this.#target.over(px, py);
      return;
    }
    if (event.pointerId !== press.id) return;
    const [dx, dy] = [px - press.px, py - press.py];
    press.moved ||= Math.hypot(dx, dy) >= steady;
    if (!press.moved) return;
    if (press.ofStart) this.#target.startTo(px, py);
    else {
      const { size } = this.#target;
      const turn = [(dx * across.bearing) / size, (dy * across.elevation) / size] as const;
      this.#target.turnTo(turned(press.from, ...turn));
    }
  }

  up(event: PointerEvent): void {
    const press = this.#press;
    if (event.pointerId !== press?.id) return;
    this.#press = undefined;
    if (press.moved) {
      if (!press.ofStart) this.#target.turnEnded();
      return;
    }
    const [px, py] = this.#pixel(event);
    const far = event.pointerType === "mouse" ? reach.mouse : reach.finger;
    // the handle covers the first steps, but who presses it does not mean step 0
    this.#target.choose(px, py, far, press.ofStart ? 1 : 0);
  }

  /** The browser takes the pointer, to scroll the page: what it did to the view is taken back. */
  cancel(event: PointerEvent): void {
    const press = this.#press;
    if (event.pointerId !== press?.id) return;
    this.#press = undefined;
    if (!press.ofStart && press.moved) this.#target.turnTo(press.from);
  }

  #pixel(event: PointerEvent): [number, number] {
    const box = (event.currentTarget as Element).getBoundingClientRect();
    const scale = this.#target.size / box.width;
    return [(event.clientX - box.left) * scale, (event.clientY - box.top) * scale];
  }
}
