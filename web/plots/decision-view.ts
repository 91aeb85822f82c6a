import { contours } from "d3-contour";
import type { Ink } from "./ink.js";

/** What a model decides on a grid, class by class, and where lines are wanted. */
export interface DecisionGrid {
  /** `(row·columns + column)·classes + k` */
  values: Float64Array;
  columns: number;
  rows: number;
  classes: number;
}

export interface DecisionColours {
  classes: readonly string[];
  line: string;
}

/** A class whose lead is zero everywhere has decided nothing. */
const decided = 1e-9;
/** Cells of the grid beyond each edge of the window, so that no outline runs along the edge. */
export const overhang = 1;

type Polygon = number[][][][];

/** Where the values of each class are at least `level`, as polygons in grid units. */
function areas({ values, columns, rows, classes }: DecisionGrid, level: number): Polygon[] {
  const generator = contours().size([columns, rows]).thresholds([level]);
  return Array.from({ length: classes }, (_, k) => {
    const own = new Float64Array(columns * rows);
    for (let i = 0; i < own.length; i += 1) own[i] = values[i * classes + k] ?? 0;
    // it only reads by index, as from an array
    return generator(own as unknown as number[])[0]?.coordinates ?? [];
  });
}

/** The axis of the grid over a window's interval, with its overhang. */
export function gridAxis(
  [low, high]: readonly [number, number],
  points: number,
): [number, number, number] {
  const cell = (high - low) / (points - 1);
  return [low - overhang * cell, high + overhang * cell, points + 2 * overhang];
}

/** Regions, boundaries and margins of a classifier, computed once and drawn at any size. */
export class DecisionView {
  readonly #regions: Polygon[];
  readonly #inner: Polygon[];
  readonly #columns: number;
  readonly #rows: number;

  /** `leads` tell the regions; `inner` and its level the parts that are decided more firmly. */
  constructor(leads: DecisionGrid, inner: DecisionGrid, level: number) {
    this.#regions = areas(leads, decided);
    this.#inner = level > 0 ? areas(inner, level) : [];
    this.#columns = leads.columns;
    this.#rows = leads.rows;
  }

  draw(context: Ink, width: number, height: number, colours: DecisionColours): void {
    const cells = (count: number) => count - 1 - 2 * overhang;
    // grid values sit half a cell in; row 0 is the lowest y
    const x = (grid: number) => ((grid - 0.5 - overhang) / cells(this.#columns)) * width;
    const y = (grid: number) => height - ((grid - 0.5 - overhang) / cells(this.#rows)) * height;
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
