import type { Field } from "../field-view.js";
import type { Point3 } from "./camera.js";
import { type HeightScale, top } from "./height-scale.js";

/** The part of the plane that a field covers. */
export interface Window {
  x: readonly [number, number];
  y: readonly [number, number];
}

/** How far above the surface something on it is taken to be, against rounding. */
const clear = 0.004;

/**
 * A field as a surface in the box whose base goes from −1 to 1 both ways: each cell of its grid
 * is two triangles, folded from its lower right to its upper left.
 */
export class Relief {
  /** Heights at the grid's points, row by row from the lowest y. */
  readonly heights: Float32Array;
  readonly columns: number;
  readonly rows: number;

  constructor(
    readonly field: Field,
    readonly window: Window,
    readonly scale: HeightScale,
  ) {
    this.columns = field.columns;
    this.rows = field.rows;
    this.heights = Float32Array.from(field.values, (value) => scale.height(value));
  }

  /** From the problem's coordinates to the box's; may lie outside. */
  across(x: number): number {
    const [low, high] = this.window.x;
    return (2 * (x - low)) / (high - low) - 1;
  }

  along(y: number): number {
    const [low, high] = this.window.y;
    return (2 * (y - low)) / (high - low) - 1;
  }

  /** Height of the surface over a place of the base. */
  at(u: number, v: number): number {
    const column = ((u + 1) / 2) * (this.columns - 1);
    const row = ((v + 1) / 2) * (this.rows - 1);
    const i = Math.max(0, Math.min(this.columns - 2, Math.floor(column)));
    const j = Math.max(0, Math.min(this.rows - 2, Math.floor(row)));
    const right = column - i;
    const upper = row - j;
    const first = j * this.columns + i;
    const lowerRight = this.heights[first + 1] ?? 0;
    const upperLeft = this.heights[first + this.columns] ?? 0;
    if (right + upper <= 1) {
      const corner = this.heights[first] ?? 0;
      return corner + right * (lowerRight - corner) + upper * (upperLeft - corner);
    }
    const corner = this.heights[first + this.columns + 1] ?? 0;
    return corner + (1 - right) * (upperLeft - corner) + (1 - upper) * (lowerRight - corner);
  }

  /**
   * Whether the upper side of the surface stands between a place on it and the camera. The
   * lower side hides nothing: it is drawn as glass.
   */
  hides([x, y, z]: Point3, camera: Point3): boolean {
    const [dx, dy, dz] = [camera[0] - x, camera[1] - y, camera[2] - z];
    const stride = this.#stride(dx, dy);
    if (stride > 1) return false;
    let below = false;
    for (let s = stride; s <= 1; s += stride) {
      const [u, v, w] = [x + s * dx, y + s * dy, z + clear + s * dz];
      if (Math.abs(u) > 1 || Math.abs(v) > 1) return false;
      if (w > top && !below) return false;
      const under = w < this.at(u, v);
      if (below && !under) return true;
      below = under;
    }
    return false;
  }

  /** The places where a ray from outside goes through the surface, from either side, in order. */
  crossings(origin: Point3, direction: Point3): [number, number][] {
    const [ox, oy, oz] = origin;
    const [dx, dy, dz] = direction;
    if (dz >= 0) return [];
    // from a little over the lid of the box to a little under its floor
    const lid = Math.max(0, (top + clear - oz) / dz);
    const floor = (-clear - oz) / dz;
    const strides = Math.max(1, Math.ceil((floor - lid) / this.#stride(dx, dy)));
    const above = (s: number) => oz + s * dz - this.at(ox + s * dx, oy + s * dy);
    const found: [number, number][] = [];
    let before: { s: number; over: boolean } | undefined;
    for (let i = 0; i <= strides; i += 1) {
      const s = lid + ((floor - lid) * i) / strides;
      const inside = Math.abs(ox + s * dx) <= 1 && Math.abs(oy + s * dy) <= 1;
      const over = above(s) > 0;
      if (inside && before && before.over !== over) {
        const [from, to] = over ? [s, before.s] : [before.s, s];
        found.push(this.#crossing(from, to, above, origin, direction));
      }
      before = inside ? { s, over } : undefined;
    }
    return found;
  }

  /** The place between two of a ray, the first of them above the surface, the second not. */
  #crossing(
    over: number,
    under: number,
    above: (s: number) => number,
    [ox, oy]: Point3,
    [dx, dy]: Point3,
  ): [number, number] {
    let [low, high] = [over, under];
    for (let i = 0; i < 20; i += 1) {
      const middle = (low + high) / 2;
      if (above(middle) > 0) low = middle;
      else high = middle;
    }
    return [ox + low * dx, oy + low * dy];
  }

  /** The share of a direction that goes about one cell along the base. */
  #stride(dx: number, dy: number): number {
    return 2 / (this.columns - 1) / Math.max(Math.hypot(dx, dy), 1e-12);
  }
}
