import { expect, test } from "vitest";
import { type Field, FieldView, tint } from "../../web/plots/field-view.js";
import { HeightScale, naturalKind, top } from "../../web/plots/surface/height-scale.js";
import { Relief } from "../../web/plots/surface/relief.js";
import {
  boxLines,
  type Colour,
  colours,
  contourLines,
  points,
  triangles,
} from "../../web/plots/surface/shape.js";

const grid = 41;

/** The values of `f` over a window from −2 to 2 both ways. */
function fieldOf(f: (x: number, y: number) => number): Field {
  const at = (k: number) => -2 + (4 * k) / (grid - 1);
  const values = Float64Array.from({ length: grid * grid }, (_, k) =>
    f(at(k % grid), at(Math.floor(k / grid))),
  );
  return { values, columns: grid, rows: grid };
}

function reliefOf(f: (x: number, y: number) => number): Relief {
  const field = fieldOf(f);
  return new Relief(field, { x: [-2, 2], y: [-2, 2] }, new HeightScale(field.values, "linear"));
}

test("heights go from the lowest value at the floor to the highest at the lid, in order", () => {
  const values = Float64Array.from({ length: 1000 }, (_, k) => (k / 10) ** 2 - 7);
  for (const kind of ["linear", "log"] as const) {
    const scale = new HeightScale(values, kind);
    expect(scale.height(-7)).toBe(0);
    expect(scale.height(99.9 ** 2 - 7)).toBeCloseTo(top, 12);
    for (let k = 1; k < 1000; k += 1) {
      expect(scale.height(values[k] ?? 0)).toBeGreaterThan(scale.height(values[k - 1] ?? 0));
    }
    expect(scale.height(-1e9), "below the lowest").toBe(0);
    for (const far of [1e300, Number.POSITIVE_INFINITY, Number.NaN]) {
      expect(scale.height(far)).toBeCloseTo(top, 12);
    }
  }
  expect(new HeightScale(values, "linear").height(values[500] ?? 0)).toBeCloseTo(0.25 * top, 2);
});

test("a level field is no division by zero", () => {
  const scale = new HeightScale(Float64Array.of(3, 3, 3), "log");
  expect(scale.height(3)).toBe(0);
  expect(scale.ticks().every(Number.isFinite)).toBe(true);
});

test("heights are logarithmic only where most of the window would lie flat", () => {
  expect(naturalKind(fieldOf((x, y) => x * x + 10 * y * y).values)).toBe("linear");
  expect(naturalKind(fieldOf((x, y) => x * y).values)).toBe("linear");
  expect(naturalKind(fieldOf((x, y) => (1 - x) ** 2 + 100 * (y - x * x) ** 2).values)).toBe("log");
  expect(naturalKind(fieldOf((x, y) => Math.exp(3 * x * y)).values)).toBe("log");
});

test("the ticks of a height are round, inside, and far enough apart for a label", () => {
  const rosenbrock = fieldOf((x, y) => (1 - x) ** 2 + 100 * (y - x * x) ** 2);
  const saddle = fieldOf((x, y) => 900 * x * y);
  for (const { values } of [rosenbrock, saddle]) {
    for (const kind of ["linear", "log"] as const) {
      const scale = new HeightScale(values, kind);
      const ticks = scale.ticks();
      expect(ticks.length).toBeGreaterThanOrEqual(kind === "linear" ? 3 : 2);
      expect(Math.min(...ticks)).toBeGreaterThanOrEqual(Math.min(...values));
      expect(Math.max(...ticks)).toBeLessThanOrEqual(Math.max(...values));
      if (kind === "linear") continue;
      const heights = ticks.map((tick) => scale.height(tick));
      for (const [i, height] of heights.slice(1).entries()) {
        expect(height - (heights[i] ?? 0)).toBeGreaterThan(0.14);
      }
    }
  }
});

test("the surface has a point for every value, and two triangles a cell, all facing up", () => {
  const relief = reliefOf((x, y) => x * x + y);
  const places = points(relief);
  expect([...places.slice(0, 2)]).toEqual([-1, -1]);
  expect([...places.slice(-3, -1)]).toEqual([1, 1]);
  const corners = triangles(relief);
  expect(corners.length).toBe(6 * (grid - 1) ** 2);
  for (let k = 0; k < corners.length; k += 3) {
    const [a, b, c] = [0, 1, 2].map((i) => {
      const at = 3 * (corners[k + i] ?? 0);
      return [places[at] ?? 0, places[at + 1] ?? 0];
    });
    const [ax = 0, ay = 0] = a ?? [];
    const [bx = 0, by = 0] = b ?? [];
    const [cx = 0, cy = 0] = c ?? [];
    expect((bx - ax) * (cy - ay) - (by - ay) * (cx - ax)).toBeGreaterThan(0);
  }
});

test("contour lines on the surface are those of the contour, and lie on it", () => {
  const field = fieldOf((x, y) => x * x + 2 * y * y);
  const relief = new Relief(
    field,
    { x: [-2, 2], y: [-2, 2] },
    new HeightScale(field.values, "linear"),
  );
  const flat = FieldView.of(field).lines();
  const lifted = contourLines(relief);
  expect(flat.length).toBeGreaterThan(400);
  const levels = new Set<string>();
  for (let k = 0; k < lifted.length; k += 3) {
    const [u = 0, v = 0, z = 0] = lifted.slice(k, k + 3);
    expect(Math.max(Math.abs(u), Math.abs(v))).toBeLessThanOrEqual(1);
    expect(z - relief.at(u, v)).toBeCloseTo(0.002, 4);
    const share = relief.scale.share((2 * u) ** 2 + 2 * (2 * v) ** 2);
    // level k of 18 is (k / 18)³ of the range; the grid's chords are a little off the curve
    const level = 18 * Math.cbrt(share);
    if (share > 0.03) expect(Math.abs(level - Math.round(level))).toBeLessThan(0.06);
    levels.add(String(Math.round(level)));
  }
  expect(levels.size).toBeGreaterThanOrEqual(15);
  const ends = (lines: ArrayLike<number>, width: number, place: (k: number) => string) =>
    new Set(Array.from({ length: lines.length / width }, (_, k) => place(k * width)));
  const near = (u: number, v: number) => `${u.toFixed(4)} ${v.toFixed(4)}`;
  const share = (g: number) => (2 * g) / (grid - 1) - 1;
  const there = ends(lifted, 3, (k) => near(lifted[k] ?? 0, lifted[k + 1] ?? 0));
  for (const end of ends(flat, 2, (k) => near(share(flat[k] ?? 0), share(flat[k + 1] ?? 0)))) {
    expect(there.has(end), end).toBe(true);
  }
});

test("no contour runs along the border of the window", () => {
  const lines = FieldView.of(fieldOf((x) => x)).lines();
  expect(lines.length).toBeGreaterThan(0);
  for (let k = 0; k < lines.length; k += 4) expect(lines[k]).toBeCloseTo(lines[k + 2] ?? 0, 9);
});

test("colours go from the valley's to the heights', and slopes towards the light are brighter", () => {
  const [low, high]: [Colour, Colour] = [
    [0.9, 0.9, 0.9],
    [0.2, 0.4, 0.6],
  ];
  const bowl = reliefOf((x, y) => x * x + y * y);
  const rgb = colours(bowl, low, high);
  const red = (i: number, j: number) => rgb[3 * (j * grid + i)] ?? 0;
  const half = (grid - 1) / 2;
  expect(red(half, half)).toBeCloseTo(0.9, 3);
  expect(red(grid - 1, grid - 1), "up the slope the other colour").toBeLessThan(0.5);
  expect(red(grid - 4, half), "facing west").toBeGreaterThan(red(3, half));
  expect(tint(0)).toBe(0);
  expect(tint(1)).toBeGreaterThan(0.75);
  for (const value of rgb) expect(value >= 0 && value <= 1).toBe(true);
});

test("the box has its four edges below and four upright", () => {
  const ends = boxLines();
  expect(ends.length).toBe(8 * 2 * 3);
  expect(Math.max(...ends)).toBeCloseTo(top, 6);
});
