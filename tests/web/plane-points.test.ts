// Points of a plane: windows, rounding, addresses, CSV.
import { describe, expect, test } from "vitest";
import {
  contradictions,
  type PlanePoint,
  pointsCsv,
  pointsFromAddress,
  pointsText,
  pointsToAddress,
  roundedTo,
  setAside,
  unitOf,
  windowOf,
} from "../../web/scene/plane-points.js";
import { engine } from "./browser/own-engine.js";

const point = (x: number, y: number, label: number): PlanePoint => ({ x, y, label });
const usual = { x: [-5, 5], y: [-5, 5] };

describe("a window", () => {
  test("is the usual one while points fit into it", () => {
    expect(windowOf([])).toEqual(usual);
    expect(windowOf([point(0, 0, 0)])).toEqual(usual);
    expect(windowOf([point(-4, 4.9, 0), point(1, 2, 1)])).toEqual(usual);
  });

  test("shows points that are far off or close together, with room around them", () => {
    const scales = [
      [point(100, 200, 0), point(140, 230, 1)],
      [point(-6, 0, 0), point(0, 0, 1)],
      [point(0.001, 0.002, 0), point(0.003, 0.002, 1)],
      [point(1e6, 1, 0), point(3e6, 2, 1)],
      [point(7, 7, 0), point(7, 7, 1)],
    ];
    for (const points of scales) {
      const { x, y } = windowOf(points);
      for (const one of points) {
        expect(one.x).toBeGreaterThan(x[0]);
        expect(one.x).toBeLessThan(x[1]);
        expect(one.y).toBeGreaterThan(y[0]);
        expect(one.y).toBeLessThan(y[1]);
      }
    }
  });

  test("has units of one length, unless points would be squeezed to a line", () => {
    const { x, y } = windowOf([point(100, 200, 0), point(140, 230, 1)]);
    expect(x[1] - x[0]).toBeCloseTo(y[1] - y[0]);
    const flat = windowOf([point(100, 0, 0), point(400, 1, 1)]);
    expect(flat.y[1] - flat.y[0]).toBeLessThan(2);
  });
});

describe("in an address", () => {
  const grouped = (points: PlanePoint[]) => [...points].sort((a, b) => a.label - b.label);

  test("points that were placed come back the same", () => {
    const unit = unitOf(windowOf([]));
    expect(unit).toBe(0.01);
    const points = Array.from({ length: 200 }, (_, i) =>
      point(roundedTo(unit, 4 * Math.sin(i)), roundedTo(unit, 4.9 * Math.cos(3 * i)), i % 4),
    );
    const text = pointsToAddress(points, 4);
    expect(pointsFromAddress(text)).toEqual({ points: grouped(points), classes: 4 });
    // four letters a point
    expect(text.length).toBeLessThan(4 * 200 + 40);
    expect(new URLSearchParams({ points: text }).toString().replaceAll("%2C", ",")).toBe(
      `points=${text}`,
    );
  });

  test.each([
    [[point(1.23, -4.5, 1)], 2],
    [[point(0, 0, 0), point(0, 0, 1)], 3],
    [[], 2],
    [[point(-400, 1200, 0), point(3000, -70, 1)], 2],
  ])("%j comes back", (points, classes) => {
    expect(pointsFromAddress(pointsToAddress(points, classes))).toEqual({ points, classes });
  });

  test("others come back rounded to some thousandths of their extent", () => {
    const points = [point(0.123456789, 1e-3, 0), point(7.654321, 3, 1)];
    const read = pointsFromAddress(pointsToAddress(points, 2))?.points ?? [];
    for (const [i, { x, y }] of points.entries()) {
      expect(read[i]?.x).toBeCloseTo(x, 2);
      expect(read[i]?.y).toBeCloseTo(y, 2);
    }
  });

  test.each([
    "",
    "x",
    "0.01",
    "0.01,0,0*abc",
    "0.01,0,0*ab!d",
    "0,0,0*AAAA",
    "-1,0,0*AAAA",
    "0.01,0.5,0*AAAA",
    "1e300,9e99,0*____",
  ])("%j is refused", (text) => {
    const read = pointsFromAddress(text);
    expect(read?.points.length ?? 0).toBe(0);
  });
});

test("the core reads the points that are written for it", () => {
  const points = [point(0.1, -2e-7, 0), point(1 / 3, 12345.678, 2)];
  const settings = { classes: 3, points: pointsText(points) };
  const { inputs, targets, classes } = engine.dataset({ name: "points", settings });
  expect([...inputs]).toEqual(points.flatMap(({ x, y }) => [x, y]));
  expect([...targets]).toEqual([0, 2]);
  expect(classes).toBe(3);
});

test("the core reads a downloaded file back, names of classes included", () => {
  const names = ["cat", 'a "big", dog', "é", " blank"];
  const points = names.map((_, label) => point(label + 0.25, 2 * label, label));
  const { dataset } = engine.csv(pointsCsv(points, names), "classes");
  const read = Array.from(dataset.targets, (label, i) => [
    dataset.inputs[2 * i],
    dataset.inputs[2 * i + 1],
    dataset.classNames[label],
  ]);
  expect(read).toEqual(points.map(({ x, y, label }) => [x, y, names[label]]));
});

test("points of different classes in one place are counted", () => {
  expect(contradictions([point(1, 1, 0), point(1, 1, 0)])).toBe(0);
  expect(contradictions([point(1, 1, 0), point(1, 1, 1), point(2, 2, 0)])).toBe(2);
});

test("the points that the core sets aside are found again", () => {
  const drawn = engine.dataset({ name: "blobs", settings: { count: 40 } });
  const points = Array.from(drawn.targets, (label, i) =>
    point(drawn.inputs[2 * i] ?? 0, drawn.inputs[2 * i + 1] ?? 0, label),
  );
  const settings = { classes: 3, points: pointsText(points), test_share: 0.3 };
  const test = engine.dataset({ name: "points", settings: { ...settings, part: "test" } });
  const part = Array.from(test.targets, (label, i) =>
    point(test.inputs[2 * i] ?? 0, test.inputs[2 * i + 1] ?? 0, label),
  );
  const aside = setAside(points, part);
  expect(part.length).toBe(12);
  expect(points.filter((_, i) => aside[i])).toEqual(part);
});
