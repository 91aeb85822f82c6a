import type { Orbit } from "./orbit.js";

/** A place or direction in the box of a surface: x to the east, y to the north, z up. */
export type Point3 = readonly [number, number, number];

/** Vertical field of view, in degrees. */
export const fieldOfView = 28;
/** From the middle; with it the box fits at zoom 1 from any side, labels included. */
const distance = 6.3;
/** Pixels around the picture that are left to labels, however small it is. */
const margin = 16;

const dot = (a: Point3, b: Point3) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
const sum = (a: Point3, b: Point3, times: number): Point3 => [
  a[0] + times * b[0],
  a[1] + times * b[1],
  a[2] + times * b[2],
];

/** A camera on an orbit: from places in the box to pixels, and back to rays. */
export class Camera {
  readonly position: Point3;
  readonly right: Point3;
  readonly up: Point3;
  readonly #forward: Point3;
  /** How much larger than with its field of view alone the camera shows things. */
  readonly zoom: number;
  readonly #focal: number;

  constructor(
    readonly orbit: Orbit,
    readonly target: Point3,
    readonly width: number,
    readonly height: number,
  ) {
    const bearing = (orbit.bearing * Math.PI) / 180;
    const elevation = (orbit.elevation * Math.PI) / 180;
    const [sin, cos] = [Math.sin(bearing), Math.cos(bearing)];
    const [high, level] = [Math.sin(elevation), Math.cos(elevation)];
    this.right = [-cos, sin, 0];
    this.up = [-sin * high, -cos * high, level];
    this.#forward = [-sin * level, -cos * level, -high];
    this.position = sum(target, this.#forward, -distance);
    this.zoom = orbit.zoom * (1 - (2 * margin) / height);
    this.#focal = (this.zoom * height) / 2 / Math.tan((fieldOfView * Math.PI) / 360);
  }

  /** The pixel that shows `place`. */
  project(place: Point3): [number, number] {
    const from = sum(place, this.position, -1);
    const scale = this.#focal / dot(from, this.#forward);
    return [
      this.width / 2 + scale * dot(from, this.right),
      this.height / 2 - scale * dot(from, this.up),
    ];
  }

  /** The direction from the camera through a pixel, of any length. */
  ray(px: number, py: number): Point3 {
    const across = (px - this.width / 2) / this.#focal;
    const upwards = (this.height / 2 - py) / this.#focal;
    return sum(sum(this.#forward, this.right, across), this.up, upwards);
  }
}
