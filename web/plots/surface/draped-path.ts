import type { Ink } from "../ink.js";
import type { DrawnPath } from "../path-layer.js";
import type { Camera, Point3 } from "./camera.js";
import type { Relief } from "./relief.js";

/** Places closer together on the screen than this, in pixels, are drawn as one. */
const nearest = 0.8;
/** What lies behind the surface shows through it this much. */
const behind = 0.25;

/** A run's path as it lies on the surface, seen by a camera. */
export class DrapedPath {
  readonly #px: number[] = [];
  readonly #py: number[] = [];
  readonly #hidden: boolean[] = [];
  /** Whether the path comes back into the window here, unconnected to what was before. */
  readonly #entry: boolean[] = [];
  /** By step: the place it is at; for a step outside the window −1. */
  readonly #placeOf: number[] = [];
  /** By step: how many places the path up to it has. */
  readonly #placesUpTo: number[] = [];

  /** theta: (steps + 1) × 2, row-major; loss: the heights of the steps. */
  constructor(
    readonly relief: Relief,
    readonly camera: Camera,
    theta: Float64Array,
    loss: Float64Array,
  ) {
    let before: Point3 | undefined;
    for (let t = 0; t < theta.length / 2; t += 1) {
      const u = relief.across(theta[2 * t] ?? Number.NaN);
      const v = relief.along(theta[2 * t + 1] ?? Number.NaN);
      const next: Point3 = [u, v, relief.scale.height(loss[t] ?? Number.NaN)];
      if (Number.isFinite(u) && Number.isFinite(v)) {
        if (before) this.#segment(before, next);
        else if (inWindow(u, v)) this.#add(next, true);
        before = next;
      } else before = undefined;
      this.#placeOf.push(before && inWindow(u, v) ? this.#px.length - 1 : -1);
      this.#placesUpTo.push(this.#px.length);
    }
  }

  /** Where a step is on the screen; undefined where it is outside the window. */
  step(t: number): { px: number; py: number; hidden: boolean } | undefined {
    const place = this.#placeOf[t] ?? -1;
    if (place < 0) return undefined;
    const [px = 0, py = 0] = [this.#px[place], this.#py[place]];
    return { px, py, hidden: this.#hidden[place] === true };
  }

  get steps(): number {
    return this.#placeOf.length - 1;
  }

  /** As the layer of paths draws it. */
  drawn(look: Pick<DrawnPath, "style" | "colour">): DrawnPath {
    return {
      ...look,
      last: this.steps,
      stroke: (context, first, last) => this.#stroke(context, first, last),
      dot: (t) => {
        const place = this.step(t);
        return place && !place.hidden ? [place.px, place.py] : undefined;
      },
    };
  }

  /** The part of a step's way that is inside the window, draped over the surface. */
  #segment(from: Point3, to: Point3): void {
    const { relief } = this;
    const [enter, leave] = inside(from, to);
    if (enter >= leave) return;
    const [du, dv] = [to[0] - from[0], to[1] - from[1]];
    const cells = (Math.hypot(du, dv) * (leave - enter) * (relief.columns - 1)) / 2;
    const pieces = Math.max(1, Math.min(400, Math.ceil(cells)));
    // the steps lie where the core found them, the way between them where the grid says
    const off = ([u, v, z]: Point3) => (inWindow(u, v) ? z - relief.at(u, v) : 0);
    const [offFrom, offTo] = [off(from), off(to)];
    if (enter > 0) this.#add(this.#draped(from, du, dv, enter, 0), true);
    for (let i = 1; i <= pieces; i += 1) {
      const share = enter + ((leave - enter) * i) / pieces;
      const place = this.#draped(from, du, dv, share, offFrom + (offTo - offFrom) * share);
      this.#add(share === 1 ? to : place, false);
    }
  }

  #draped([u, v]: Point3, du: number, dv: number, share: number, off: number): Point3 {
    const [x, y] = [u + du * share, v + dv * share];
    return [x, y, this.relief.at(x, y) + off];
  }

  #add(place: Point3, entry: boolean): void {
    const [px, py] = this.camera.project(place);
    const last = this.#px.length - 1;
    const far = Math.hypot(px - (this.#px[last] ?? 0), py - (this.#py[last] ?? 0)) >= nearest;
    if (!entry && last >= 0 && !far) return;
    this.#px.push(px);
    this.#py.push(py);
    this.#hidden.push(this.relief.hides(place, this.camera.position));
    this.#entry.push(entry);
  }

  #stroke(context: Ink, first: number, last: number): void {
    const from = Math.max(0, (this.#placesUpTo[first] ?? 0) - 1);
    const until = this.#placesUpTo[last] ?? 0;
    const { globalAlpha } = context;
    for (const hidden of [true, false]) {
      context.globalAlpha = hidden ? globalAlpha * behind : globalAlpha;
      context.beginPath();
      let down = false;
      for (let i = from; i < until; i += 1) {
        const [px = 0, py = 0] = [this.#px[i], this.#py[i]];
        // a piece is as hidden as the place where it ends
        const joins = i > from && !this.#entry[i] && this.#hidden[i] === hidden;
        if (joins && !down) context.moveTo(this.#px[i - 1] ?? 0, this.#py[i - 1] ?? 0);
        if (joins) context.lineTo(px, py);
        down = joins;
      }
      context.stroke();
    }
    context.globalAlpha = globalAlpha;
  }
}

function inWindow(u: number, v: number): boolean {
  return Math.abs(u) <= 1 && Math.abs(v) <= 1;
}

/** The shares of the way between which it is inside the window; none where the first is larger. */
function inside([u0, v0]: Point3, [u1, v1]: Point3): [number, number] {
  let [enter, leave] = [0, 1];
  for (const [from, by] of [
    [u0, u1 - u0],
    [v0, v1 - v0],
  ] as const) {
    if (by === 0) {
      if (Math.abs(from) > 1) return [1, 0];
      continue;
    }
    const ends = [(-1 - from) / by, (1 - from) / by];
    enter = Math.max(enter, Math.min(...ends));
    leave = Math.min(leave, Math.max(...ends));
  }
  return [enter, leave];
}
