import { expect, test } from "vitest";
import { ChartFrame, type ChartOptions, ticks, tickText } from "../../web/plots/line-chart.js";
import type { SeriesStyle } from "../../web/plots/series-style.js";

const style: SeriesStyle = { className: "run-ink", dash: [], mark: "circle" };
const frameOf = (values: number[], more: Partial<ChartOptions> = {}) => {
  const options: ChartOptions = {
    width: 400,
    height: 220,
    steps: values.length - 1,
    logX: false,
    logY: false,
    range: undefined,
    step: undefined,
    until: values.length - 1,
    ...more,
  };
  return new ChartFrame([{ style, values: Float64Array.from(values) }], options);
};
const points = (path: string) =>
  [...path.matchAll(/[ML](-?[\d.]+),(-?[\d.]+)/g)].map(
    ([, x, y]) => [Number(x), Number(y)] as const,
  );

test("a step and its place are each other's inverse, on both kinds of axis", () => {
  for (const logX of [false, true]) {
    const frame = frameOf(Array(1001).fill(1), { logX });
    for (const step of [1, 2, 3, 10, 100, 999, 1000])
      expect(frame.stepAt(frame.x(step))).toBe(step);
    expect(frame.stepAt(-1e4)).toBe(logX ? 1 : 0);
    expect(frame.stepAt(1e4)).toBe(1000);
  }
});

test("larger values stand higher, inside the frame", () => {
  const values = [3, -2, 8, 0.5];
  const frame = frameOf(values);
  expect(frame.yOf(8)).toBeLessThan(frame.yOf(3));
  expect(frame.yOf(-2)).toBeGreaterThan(frame.yOf(0));
  for (const value of values) {
    expect(frame.yOf(value)).toBeGreaterThanOrEqual(10);
    expect(frame.yOf(value)).toBeLessThanOrEqual(220 - 26);
  }
});

test("a linear axis holds zero, a fixed range is kept, a constant does not collapse", () => {
  expect(frameOf([5, 6]).y.domain()[0]).toBe(0);
  expect(frameOf([-6, -5]).y.domain()[1]).toBe(0);
  expect(frameOf([0.2, 0.4], { range: [-1, 1] }).y.domain()).toEqual([-1, 1]);
  for (const logY of [false, true]) {
    const frame = frameOf([7, 7, 7], { logY });
    expect(Number.isFinite(frame.yOf(7))).toBe(true);
    const [low = 0, high = 0] = frame.y.domain();
    expect(high).toBeGreaterThan(low);
  }
});

test("a logarithmic axis leaves out what has no logarithm", () => {
  const values = [100, 1, 1e-8, 0, -3, Number.NaN, 1e-300];
  const frame = frameOf(values, { logY: true });
  const [low = 0, high = 0] = frame.y.domain();
  expect(low).toBeLessThanOrEqual(1e-8);
  expect(low).toBeGreaterThan(1e-17);
  expect(high).toBeGreaterThanOrEqual(100);
  expect(frame.line(Float64Array.from(values), 0, 6)).not.toMatch(/NaN|Infinity/);
  const none = frameOf([Number.NaN, -1, 0], { logY: true });
  expect(none.line(Float64Array.of(Number.NaN, -1, 0), 0, 2)).not.toMatch(/NaN|Infinity/);
});

test("numbers beyond all bounds do not break an axis", () => {
  for (const logY of [false, true]) {
    const values = [1, 1e300, Number.POSITIVE_INFINITY, Number.NaN];
    const frame = frameOf(values, { logY });
    expect(frame.line(Float64Array.from(values), 0, 3)).not.toMatch(/NaN|Infinity/);
    expect(frame.y.domain().every(Number.isFinite)).toBe(true);
  }
});

test("a line that runs away leaves the others their room, alone it is seen whole", () => {
  const axis = (...lines: number[][]) => {
    const series = lines.map((values) => ({ style, values: Float64Array.from(values) }));
    return new ChartFrame(series, { ...frameOf([0, 0, 0], { logY: true }).options });
  };
  const diverging = [10, 1e12, 1e300];
  const beside = axis([10, 1, 0.01], diverging);
  expect(beside.y.domain()).toEqual([0.01, 10]);
  expect(beside.yOf(1e300)).toBeLessThan(0);
  // its line goes to the edge, by the straight way, and no further
  const [start, edge, ...more] = points(beside.line(Float64Array.from(diverging), 0, 2));
  expect(start?.[1]).toBeCloseTo(beside.yOf(10), 0);
  expect(edge?.[1]).toBe(4);
  const share = ((edge?.[1] ?? 0) - beside.yOf(10)) / (beside.yOf(1e12) - beside.yOf(10));
  expect(edge?.[0]).toBeCloseTo(beside.x(0) + share * (beside.x(1) - beside.x(0)), 0);
  expect(more).toEqual([]);
  const back = points(beside.line(Float64Array.from([10, 1e12, 1]), 0, 2));
  expect(back.map(([, y]) => y)).toEqual([expect.any(Number), 4, 4, expect.any(Number)]);
  expect(axis(diverging).y.domain()).toEqual([10, 1e300]);
  // a velocity begins at 0, which such an axis does not have
  expect(axis([10, 1, 0.01], [0, 5, 50]).y.domain()).toEqual([0.01, 100]);
  expect(axis([10, 1, 0.01], [Number.NaN, 5, 50]).y.domain()).toEqual([0.01, 100]);
  // what grows for a while and comes back is part of the picture
  expect(axis([10, 1, 0.01], [10, 1e6, 1]).y.domain()).toEqual([0.01, 1e6]);
});

test("a logarithmic axis is marked at powers of ten, fewer where they crowd", () => {
  const log = (low: number, high: number) => frameOf([low, high], { logY: true }).y;
  expect(ticks(log(0.01, 1000), true, 10)).toEqual([0.01, 0.1, 1, 10, 100, 1000]);
  const wide = ticks(log(1e-16, 1e300), true, 5);
  expect(wide.length).toBeLessThanOrEqual(6);
  expect(wide.length).toBeGreaterThan(3);
  for (const tick of wide) expect(tickText(tick, true)).toMatch(/^(1|0\.\d+|10*|10[⁻⁰¹²³⁴-⁹]+)$/);
  const narrow = ticks(log(2, 3), true, 5);
  expect(narrow.length, "within one power there is more to say").toBeGreaterThan(1);
  expect(tickText(2, true)).toBe("");
  expect(tickText(0.25, false)).toBe("0.25");
});

test("a long line is thinned, and keeps its extremes", () => {
  const values = Array.from({ length: 20_001 }, (_, t) => Math.sin(t / 900));
  values[7777] = 9;
  values[12_345] = -9;
  const frame = frameOf(values);
  const drawn = points(frame.line(Float64Array.from(values), 0, 20_000));
  expect(drawn.length).toBeLessThan(3 * 400);
  const heights = drawn.map(([, y]) => y);
  expect(Math.min(...heights)).toBeCloseTo(frame.yOf(9), 0);
  expect(Math.max(...heights)).toBeCloseTo(frame.yOf(-9), 0);
  const xs = drawn.map(([x]) => x);
  expect(xs).toEqual([...xs].sort((a, b) => a - b));
});

test("a line has the steps it was asked for, from the first that a logarithm has", () => {
  const values = Float64Array.from([1, 2, 3, 4, 5, 6]);
  const frame = frameOf([...values]);
  expect(points(frame.line(values, 2, 4)).map(([x]) => frame.stepAt(x))).toEqual([2, 3, 4]);
  const log = frameOf([...values], { logX: true });
  expect(points(log.line(values, 0, 2)).map(([x]) => log.stepAt(x))).toEqual([1, 2]);
  const gap = Float64Array.from([1, Number.NaN, 3]);
  expect(points(frame.line(gap, 0, 2))).toHaveLength(2);
});
