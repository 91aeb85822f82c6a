import { contours } from "d3-contour";
import type { Ink } from "./ink.js";

export interface DecisionColours {
  classes: readonly string[];
  line: string;
}

/** A class whose lead is zero everywhere has decided nothing. */
const decided = 1e-9;
/** Cells of the grid beyond each edge of the window, so that no outline runs along the edge. */
const overhang = 1;
/** Cells of the grid along an edge of the window. */
const cells = 48;
const gridPoints = cells + 1 + 2 * overhang;
const none = new Float64Array();

type Polygon = number[][][][];

/** Where the values of each class are at least `level`, as polygons in grid units. */
function areas(values: Float64Array, level: number): Polygon[] {
  const generator = contours().size([gridPoints, gridPoints]).thresholds([level]);
  const classes = values.length / gridPoints ** 2;
  return Array.from({ length: classes }, (_, k) => {
    const own = new Float64Array(gridPoints ** 2);
    for (let i = 0; i < own.length; i += 1) own[i] = values[i * classes + k] ?? 0;
    // it only reads by index, as from an array
    return generator(own as unknown as number[])[0]?.coordinates ?? [];
  });
}

/** The axis of the grid over a window's interval, with its overhang. */
export function gridAxis([low, high]: readonly [number, number]): [number, number, number] {
  const cell = (high - low) / cells;
  return [low - overhang * cell, high + overhang * cell, gridPoints];
}

/** Regions, boundaries and margins of a classifier, computed once and drawn at any size. */
export class DecisionView {
  readonly #regions: Polygon[];
  readonly #inner: Polygon[];

  /**
   * Values on a square grid of as many points as gridAxis gives, `(row·points + column)·classes +
   * k`: leads that tell the regions, and those whose `level` bounds the parts that are decided
   * more firmly, where they are not the leads themselves.
   */
  constructor([leads = none, inner = leads]: readonly Float64Array[], level: number) {
    this.#regions = areas(leads, decided);
    this.#inner = level > 0 ? areas(inner, level) : [];
  }

  draw(context: Ink, width: number, height: number, colours: DecisionColours): void {
    // grid values sit half a cell in; row 0 is the lowest y
    const x = (grid: number) => ((grid - 0.5 - overhang) / cells) * width;
    const y = (grid: number) => height - ((grid - 0.5 - overhang) / cells) * height;
    const trace = (polygon: Polygon) => {
      context.beginPath();
      for (const ring of polygon.flat()) {
        for (const [i, [gx = 0, gy = 0]] of ring.entries()) {
          if (i === 0) context.moveTo(x(gx), y(gy));
          else context.lineTo(x(gx), y(gy));
        }
        context.closePath();
      }
    };
    context.setLineDash([]);
    for (const [polygons, share] of [
      [this.#regions, 0.13],
      [this.#inner, 0.15],
    ] as const) {
      context.globalAlpha = share;
      for (const [k, polygon] of polygons.entries()) {
        context.fillStyle = colours.classes[k] ?? colours.line;
        trace(polygon);
        context.fill();
      }
    }
    context.globalAlpha = 1;
    context.lineWidth = 1.4;
    context.setLineDash([6, 4]);
    for (const [k, polygon] of this.#inner.entries()) {
      context.strokeStyle = colours.classes[k] ?? colours.line;
      trace(polygon);
      context.stroke();
    }
    context.setLineDash([]);
    context.lineWidth = 2;
    context.strokeStyle = colours.line;
    for (const polygon of this.#regions) {
      trace(polygon);
      context.stroke();
    }
  }
}
