import { contours } from "d3-contour";
import { nextTask } from "../../wasm/worker/next-task.js";
import type { Ink } from "./ink.js";

/** Values of a function on a grid and the window they cover. */
export interface Field {
  values: Float64Array;
  columns: number;
  rows: number;
}

const bands = 18;
/** Bands whose contours are found in one task, on a phone in some 15 ms. */
const atOnce = 4;
/** Opacity of the layer that each band up the slope adds. */
const layer = 0.085;

/** Heights of the contours: dense in the valley, where the paths end, and wide on the slopes. */
export function contourLevels(values: Float64Array): number[] {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return Array.from({ length: bands }, (_, k) => low + (high - low) * (k / bands) ** 3);
}

/** How much of the colour of the heights a place has, from the share of the range below it. */
export function tint(share: number): number {
  return 1 - (1 - layer) ** (bands * Math.cbrt(share));
}

type Polygons = { coordinates: number[][][][] }[];

function linesInside(polygons: Polygons, columns: number, rows: number): number[] {
  const outside = ([x = 0, y = 0]: number[]) =>
    x < 0.5 || y < 0.5 || x > columns - 0.5 || y > rows - 0.5;
  const ends: number[] = [];
  for (const ring of polygons.flatMap(({ coordinates }) => coordinates.flat())) {
    for (const [i, to] of ring.entries()) {
      const from = ring[i - 1];
      // along the border a band is closed by lines that are no contours
      if (!from || outside(from) || outside(to)) continue;
      for (const [x = 0, y = 0] of [from, to]) ends.push(x - 0.5, y - 0.5);
    }
  }
  return ends;
}

/** Where a field has one value: pairs of ends, each two grid coordinates counted from 0. */
export function linesAt({ values, columns, rows }: Field, value: number): number[] {
  const found = contours().size([columns, rows]).thresholds([value]);
  return linesInside(found(values as unknown as number[]), columns, rows);
}

function bandsOf({ values, columns, rows }: Field, levels: number[]): Polygons {
  return contours().size([columns, rows]).thresholds(levels)(values as unknown as number[]);
}

const views = new WeakMap<Field, FieldView>();

/** Contours of a field in grid units, computed once and drawn at any size. */
export class FieldView {
  readonly #polygons: Polygons;
  readonly #columns: number;
  readonly #rows: number;

  private constructor({ columns, rows }: Field, polygons: Polygons) {
    this.#columns = columns;
    this.#rows = rows;
    this.#polygons = polygons;
  }

  /** The contours of a field, found the first time it is asked for. */
  static of(field: Field): FieldView {
    const { values } = field;
    return views.get(field) ?? FieldView.#keep(field, bandsOf(field, contourLevels(values)));
  }

  /** Finds the contours of a field, a few bands a task; `of` then has them. */
  static async prepare(field: Field): Promise<void> {
    const levels = contourLevels(field.values);
    const polygons: Polygons = [];
    for (let k = 0; k < levels.length && !views.has(field); k += atOnce) {
      polygons.push(...bandsOf(field, levels.slice(k, k + atOnce)));
      await nextTask();
    }
    if (!views.has(field)) FieldView.#keep(field, polygons);
  }

  static #keep(field: Field, polygons: Polygons): FieldView {
    const view = new FieldView(field, polygons);
    views.set(field, view);
    return view;
  }

  /** The lines inside the window: pairs of ends, each two grid coordinates counted from 0. */
  lines(): number[] {
    return linesInside(this.#polygons, this.#columns, this.#rows);
  }

  /** Fills the canvas, from `valley` to `height`, with a thin line around every band. */
  draw(
    context: Ink,
    width: number,
    height: number,
    colours: { low: string; high: string; line: string },
  ): void {
    // grid values sit half a cell in; row 0 is the lowest y
    const x = (grid: number) => ((grid - 0.5) / (this.#columns - 1)) * width;
    const y = (grid: number) => height - ((grid - 0.5) / (this.#rows - 1)) * height;
    context.fillStyle = colours.low;
    context.fillRect(0, 0, width, height);
    context.lineWidth = 0.6;
    context.strokeStyle = colours.line;
    for (const { coordinates } of this.#polygons) {
      context.beginPath();
      for (const ring of coordinates.flat()) {
        for (const [i, point] of ring.entries()) {
          const [gx = 0, gy = 0] = point;
          if (i === 0) context.moveTo(x(gx), y(gy));
          else context.lineTo(x(gx), y(gy));
        }
        context.closePath();
      }
      // one translucent layer more on every band up the slope
      context.fillStyle = colours.high;
      context.globalAlpha = layer;
      context.fill();
      context.globalAlpha = 1;
      context.stroke();
    }
  }
}
