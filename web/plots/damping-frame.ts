import { contours } from "d3-contour";
import { scaleLinear, scaleSqrt } from "d3-scale";
import type { DampingMap } from "../scene/damping-scene.js";

/** Rates that have a line of their own. */
export const rateLines = [0.3, 0.5, 0.7, 0.8, 0.9, 0.95];

/** Highest β one can drag to: at 1 nothing would ever come to rest. */
const highestBeta = 0.995;

/**
 * The plane in pixels. Its horizontal axis is evenly spaced in the root of αλ: what a valley's flat
 * direction does happens near zero.
 */
export class DampingFrame {
  readonly #x;
  readonly #y;
  readonly #map: DampingMap;

  constructor(
    map: DampingMap,
    readonly width: number,
    readonly height: number,
  ) {
    this.#map = map;
    this.#x = scaleSqrt().domain([0, map.largest]).range([0, width]);
    this.#y = scaleLinear().domain([0, 1]).range([height, 0]);
  }

  px(product: number): number {
    return this.#x(Math.max(0, product));
  }

  py(beta: number): number {
    return this.#y(beta);
  }

  /** αλ and β under a pixel, inside the plane and above zero. */
  at(px: number, py: number): [number, number] {
    const product = this.#x.invert(Math.max(2, Math.min(this.width, px)));
    const beta = this.#y.invert(Math.max(0, Math.min(this.height, py)));
    return [product, Number(Math.max(0, Math.min(highestBeta, beta)).toFixed(3))];
  }

  /** The edge between two regimes as a path, from β = 0 upwards. */
  edge(column: string): string {
    return `M${this.#edge(column).join("L")}`;
  }

  /** What lies between two edges; without a name the border of the plane. */
  region(left: string | undefined, right: string | undefined): string {
    const from = left ? this.#edge(left) : [`0,${this.height}`, "0,0"];
    const to = right ? this.#edge(right) : [`${this.width},${this.height}`, `${this.width},0`];
    return `M${[...from, ...to.reverse()].join("L")}Z`;
  }

  #edge(column: string): string[] {
    const { columns, rows } = this.#map.edges;
    const points = Array.from({ length: rows }, (_, i) => {
      const x = this.px(columns[column]?.[i] ?? 0);
      return [x, this.py(columns.decay?.[i] ?? 0)] as const;
    });
    const text = (x: number, y: number) => `${x.toFixed(1)},${y.toFixed(1)}`;
    return [
      text(points[0]?.[0] ?? 0, this.height),
      ...points.map(([x, y]) => text(x, y)),
      text(points.at(-1)?.[0] ?? 0, 0),
    ];
  }

  /** Where the rate is above each of `rateLines`, as closed paths. */
  slowerThan(): string[] {
    const { rates, columns, rows, largest } = this.#map;
    const found = contours().size([columns, rows]).thresholds(rateLines)(
      rates as unknown as number[],
    );
    // cell (j, i) has its centre at j + ½, i + ½; contours cut off half a cell at the border
    const toBorder = (at: number, count: number) =>
      at < 0.75 ? 0 : at > count - 0.75 ? count : at;
    const place = ([gx = 0, gy = 0]: number[]) => {
      const x = this.px((toBorder(gx, columns) / columns) * largest);
      return `${x.toFixed(1)},${this.py(toBorder(gy, rows) / rows).toFixed(1)}`;
    };
    return found.map(({ coordinates }) =>
      coordinates
        .flat()
        .map((ring) => `M${ring.map(place).join("L")}Z`)
        .join(""),
    );
  }

  /** Numbers on the axis of αλ. */
  ticks(): number[] {
    return [0, 0.1, 0.5, 1, 2, 3, 4].filter((tick) => tick <= this.#map.largest);
  }
}
