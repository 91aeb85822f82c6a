import { FieldView, tint } from "../field-view.js";
import { top } from "./height-scale.js";
import type { Relief } from "./relief.js";

/** Red, green and blue, each from 0 to 1. */
export type Colour = readonly [number, number, number];

/** The light comes from the south-west: from where the surface is seen at first, a little to the left. */
const light = { x: -0.4, y: -0.3, z: 0.866 };
const contrast = 0.45;

/** Lines stand this much above the surface that they lie on. */
const lift = 0.002;

/** The points of the grid: x, y and z of each. */
export function points({ columns, rows, heights }: Relief): Float32Array {
  const places = new Float32Array(3 * heights.length);
  for (const [at, z] of heights.entries()) {
    places[3 * at] = (2 * (at % columns)) / (columns - 1) - 1;
    places[3 * at + 1] = (2 * Math.floor(at / columns)) / (rows - 1) - 1;
    places[3 * at + 2] = z;
  }
  return places;
}

/** Two triangles a cell, seen from above counter-clockwise; indices of points. */
export function triangles({ columns, rows }: Relief): Uint16Array {
  const corners: number[] = [];
  for (let j = 0; j + 1 < rows; j += 1) {
    for (let i = 0; i + 1 < columns; i += 1) {
      const first = j * columns + i;
      corners.push(first, first + 1, first + columns);
      corners.push(first + 1, first + columns + 1, first + columns);
    }
  }
  return Uint16Array.from(corners);
}

/** The colour of every point: as the contour has it, and shaded. */
export function colours(relief: Relief, low: Colour, high: Colour): Float32Array {
  const { columns, rows, heights, field, scale } = relief;
  const rgb = new Float32Array(3 * heights.length);
  const height = (i: number, j: number) => {
    const column = Math.max(0, Math.min(columns - 1, i));
    const row = Math.max(0, Math.min(rows - 1, j));
    return heights[row * columns + column] ?? 0;
  };
  for (const at of heights.keys()) {
    const [i, j] = [at % columns, Math.floor(at / columns)];
    const eastwards = ((height(i + 1, j) - height(i - 1, j)) * (columns - 1)) / 4;
    const northwards = ((height(i, j + 1) - height(i, j - 1)) * (rows - 1)) / 4;
    const facing =
      (light.z - eastwards * light.x - northwards * light.y) / Math.hypot(eastwards, northwards, 1);
    const shade = 1 + contrast * (facing - light.z);
    const mix = tint(scale.share(field.values[at] ?? 0));
    for (const [k, valley] of low.entries()) {
      const colour = valley + ((high[k] ?? 0) - valley) * mix;
      rgb[3 * at + k] = Math.max(0, Math.min(1, colour * shade));
    }
  }
  return rgb;
}

/** The lines of the contour, lifted onto the surface: x, y, z of two ends each. */
export function contourLines(relief: Relief): Float32Array {
  const { columns, rows } = relief;
  const ends: number[] = [];
  const add = (column: number, row: number) => {
    const [u, v] = [(2 * column) / (columns - 1) - 1, (2 * row) / (rows - 1) - 1];
    ends.push(u, v, relief.at(u, v) + lift);
  };
  const lines = FieldView.of(relief.field).lines();
  for (let k = 0; k < lines.length; k += 4) {
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = lines.slice(k, k + 4);
    add(x0, y0);
    const fold = foldBetween(x0, y0, x1, y1);
    if (fold !== undefined) {
      const middle = [x0 + (x1 - x0) * fold, y0 + (y1 - y0) * fold] as const;
      add(...middle);
      add(...middle);
    }
    add(x1, y1);
  }
  return Float32Array.from(ends);
}

/** Where a line inside a cell crosses the fold between its triangles, as a share of its length. */
function foldBetween(x0: number, y0: number, x1: number, y1: number): number | undefined {
  const fold = Math.floor((x0 + x1) / 2) + Math.floor((y0 + y1) / 2) + 1;
  const [before, after] = [x0 + y0 - fold, x1 + y1 - fold];
  return before * after < 0 ? before / (before - after) : undefined;
}

/** The edges of the box: floor, uprights. */
export function boxLines(): Float32Array {
  const corners = [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ] as const;
  return Float32Array.from(
    corners.flatMap(([x, y], i) => {
      const [nextX, nextY] = corners[(i + 1) % 4] ?? [0, 0];
      return [x, y, 0, nextX, nextY, 0, x, y, 0, x, y, top];
    }),
  );
}
