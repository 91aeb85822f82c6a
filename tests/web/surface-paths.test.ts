import { expect, test } from "vitest";
import type { Field } from "../../web/plots/field-view.js";
import { Camera, type Point3 } from "../../web/plots/surface/camera.js";
import { DrapedPath } from "../../web/plots/surface/draped-path.js";
import { HeightScale, top } from "../../web/plots/surface/height-scale.js";
import { pick } from "../../web/plots/surface/pick.js";
import { Relief } from "../../web/plots/surface/relief.js";

const grid = 61;

function reliefOf(f: (x: number, y: number) => number): Relief {
  const at = (k: number) => -3 + (6 * k) / (grid - 1);
  const values = Float64Array.from({ length: grid * grid }, (_, k) =>
    f(at(k % grid), at(Math.floor(k / grid))),
  );
  const field: Field = { values, columns: grid, rows: grid };
  return new Relief(field, { x: [-3, 3], y: [-3, 3] }, new HeightScale(values, "linear"));
}

const bowl = (x: number, y: number) => x * x + y * y;
/** A hill in the middle of a plain. */
const hill = (x: number, y: number) => Math.exp(-2 * (x * x + y * y));
const from = (bearing: number, elevation: number) =>
  new Camera({ bearing, elevation, zoom: 1 }, [0, 0, 0.4], 500, 500);

/** Counts what is stroked: pieces, and the longest in pixels, strong and faint. */
class Pen {
  globalAlpha = 1;
  readonly strokes: { alpha: number; pieces: [number, number][][] }[] = [];
  #now: [number, number][][] = [];
  beginPath() {
    this.#now = [];
  }
  moveTo(x: number, y: number) {
    this.#now.push([[x, y]]);
  }
  lineTo(x: number, y: number) {
    this.#now.at(-1)?.push([x, y]);
  }
  stroke() {
    this.strokes.push({ alpha: this.globalAlpha, pieces: this.#now });
  }
}

function strokesOf(path: DrapedPath, first: number, last: number) {
  const pen = new Pen();
  const look = { style: { className: "", dash: [], mark: "circle" as const }, colour: "black" };
  path.drawn(look).stroke(pen as unknown as CanvasRenderingContext2D, first, last);
  expect(pen.globalAlpha, "the context is left as it was").toBe(1);
  const drawn = pen.strokes.map(({ alpha, pieces }) => ({ alpha, places: pieces.flat() }));
  const [hidden, clear] = drawn;
  return { hidden: hidden?.places ?? [], clear: clear?.places ?? [], faint: hidden?.alpha };
}

test("between the grid's points the surface is level with its triangles", () => {
  const plane = reliefOf((x, y) => 2 * x - y);
  for (const [u, v] of [
    [0, 0],
    [0.123, -0.77],
    [-1, 1],
    [0.99, 0.991],
  ] as const) {
    expect(plane.at(u, v)).toBeCloseTo((top * (2 * u - v + 3)) / 6, 5);
  }
});

test("a hill hides what is behind it, and a wall seen from below hides nothing", () => {
  const south = from(180, 10).position;
  const mound = reliefOf(hill);
  const on = (relief: Relief, u: number, v: number): Point3 => [u, v, relief.at(u, v)];
  expect(mound.hides(on(mound, 0, 0.5), south)).toBe(true);
  expect(mound.hides(on(mound, 0, -0.5), south)).toBe(false);
  expect(mound.hides(on(mound, 0, 0.5), from(0, 10).position)).toBe(false);
  expect(mound.hides(on(mound, 0.9, 0.5), south)).toBe(false);
  expect(mound.hides(on(mound, 0, 0.5), from(180, 90).position)).toBe(false);
  const basin = reliefOf(bowl);
  for (const v of [-0.9, 0, 0.9]) expect(basin.hides(on(basin, 0, v), south)).toBe(false);
});

test("a ray goes through every place of the surface that its pixel shows", () => {
  const reliefs = [reliefOf(bowl), reliefOf(hill), reliefOf((x) => x)];
  for (const relief of reliefs) {
    for (const elevation of [25, 35, 90]) {
      const camera = from(205, elevation);
      let missed = 0;
      for (const u of [-0.85, -0.4, 0, 0.31, 0.8]) {
        for (const v of [-0.8, -0.31, 0, 0.5, 0.93]) {
          const place: Point3 = [u, v, relief.at(u, v)];
          const found = relief.crossings(camera.position, camera.ray(...camera.project(place)));
          const far = found.map(([x, y]) => Math.hypot(x - u, y - v));
          if (!(Math.min(...far) < 0.01)) missed += 1;
        }
      }
      // a ray that only grazes the surface may pass it by
      expect(missed, `from ${elevation}°`).toBeLessThanOrEqual(1);
    }
  }
  const camera = from(205, 35);
  expect(reliefOf(bowl).crossings(camera.position, camera.ray(2, 2))).toEqual([]);
  expect(reliefOf(bowl).crossings([0, 0, 5], [0, 0, 1]), "upwards").toEqual([]);
  expect(reliefOf(bowl).crossings([0.5, 0.2, 5], [0, 0, -1])).toEqual([[0.5, 0.2]]);
});

test("steps lie at the heights the core has traced, the way between them on the surface", () => {
  const relief = reliefOf(bowl);
  const camera = from(180, 30);
  const theta = Float64Array.of(-2, 2, 2, 2, 0, -1);
  const loss = Float64Array.of(8, 8, 1);
  const path = new DrapedPath(relief, camera, theta, loss);
  for (const [t, [x, y]] of [
    [-2, 2],
    [2, 2],
    [0, -1],
  ].entries()) {
    const u = relief.across(x ?? 0);
    const v = relief.along(y ?? 0);
    const [px, py] = camera.project([u, v, relief.scale.height(loss[t] ?? 0)]);
    const shown = path.step(t);
    expect(Math.hypot((shown?.px ?? 0) - px, (shown?.py ?? 0) - py)).toBeLessThan(1);
  }
  // the way from (−2, 2) to (2, 2) sags with the bowl: its middle is at the height of (0, 2)
  const { clear } = strokesOf(path, 0, 1);
  const lowest = camera.project([0, relief.along(2), relief.at(0, relief.along(2))]);
  expect(Math.max(...clear.map(([, py]) => py))).toBeCloseTo(lowest[1], 0);
  const chord = camera.project([0, relief.along(2), relief.scale.height(8)]);
  expect(lowest[1] - chord[1], "a straight line would hang above it").toBeGreaterThan(10);
});

test("what is behind a hill is stroked faintly, the rest as it is", () => {
  const relief = reliefOf(hill);
  const theta = Float64Array.of(-2.5, 1.2, 2.5, 1.2);
  const path = new DrapedPath(relief, from(180, 8), theta, Float64Array.of(0, 0));
  const { hidden, clear, faint } = strokesOf(path, 0, 1);
  expect(hidden.length).toBeGreaterThan(5);
  expect(clear.length).toBeGreaterThan(hidden.length);
  expect(faint).toBeLessThan(0.5);
  const middle = hidden.map(([px]) => px).reduce((sum, px) => sum + px, 0) / hidden.length;
  expect(Math.abs(middle - 250)).toBeLessThan(25);
});

test("outside the window there is no path, and it comes back where it enters", () => {
  const relief = reliefOf(bowl);
  const camera = from(180, 90);
  const theta = Float64Array.of(0, 0, 9, 0, 9, 2, 0, 2, Number.NaN, 0, 1, 1);
  const path = new DrapedPath(relief, camera, theta, Float64Array.of(0, 81, 85, 4, Number.NaN, 2));
  expect([0, 1, 2, 3, 4, 5].map((t) => path.step(t) !== undefined)).toEqual([
    true,
    false,
    false,
    true,
    false,
    true,
  ]);
  const [right] = camera.project([1, 2 / 3, relief.at(1, 2 / 3)]);
  const { clear } = strokesOf(path, 0, 5);
  expect(Math.max(...clear.map(([px]) => px))).toBeCloseTo(right, 0);
  expect(clear.flat().every(Number.isFinite)).toBe(true);
  expect(strokesOf(path, 1, 2).clear, "nothing of a step outside").toEqual([]);
});

test("a path of a million numbers that stands still is a few places", () => {
  const relief = reliefOf(bowl);
  const count = 20_000;
  const theta = new Float64Array(2 * count).map((_, k) => 2 / (1 + Math.floor(k / 2)));
  const path = new DrapedPath(relief, from(205, 35), theta, new Float64Array(count));
  expect(strokesOf(path, 0, count - 1).clear.length).toBeLessThan(400);
  const last = path.step(count - 1);
  const near = path.step(count - 2);
  expect(
    Math.hypot((last?.px ?? 0) - (near?.px ?? 9), (last?.py ?? 0) - (near?.py ?? 9)),
  ).toBeLessThan(1);
});

test("the nearest step in reach is picked, and none behind a hill", () => {
  const relief = reliefOf(hill);
  const camera = from(180, 8);
  const behind = new DrapedPath(relief, camera, Float64Array.of(0, 1.2), Float64Array.of(0));
  const before = new DrapedPath(
    relief,
    camera,
    Float64Array.of(-2, -2, -1.9, -2, 2, -2),
    new Float64Array(3),
  );
  const place = before.step(1);
  const hidden = behind.step(0);
  if (!place || !hidden) throw new Error("they are in the window");
  expect(hidden.hidden).toBe(true);
  const paths = [undefined, behind, before];
  expect(pick(paths, place.px + 2, place.py, 10)).toMatchObject({ path: 2, step: 1 });
  expect(pick(paths, hidden.px, hidden.py, 5)).toBeUndefined();
  expect(pick(paths, place.px, place.py + 60, 10)).toBeUndefined();
});
