import { scaleLinear, scaleLog } from "d3-scale";
import { expect, test } from "vitest";
import { interpolate, interpolateRound } from "../../web/plots/scale-parts.js";

test("scales of numbers place everything where d3's own interpolation does", () => {
  const makers = [
    () => scaleLinear().domain([-3, 8]).range([40, 520]),
    () => scaleLinear().domain([0, 1e-9]).range([520, 40]).nice(),
    () => scaleLog().domain([1, 3e5]).range([0.5, 700.25]),
  ];
  for (const make of makers) {
    const [ours, theirs] = [make().interpolate(interpolate), make()];
    for (const value of [1e-9, 0.3, 1, 2.5, 8, 1000]) {
      expect(ours(value)).toBe(theirs(value));
      expect(ours.invert(value)).toBe(theirs.invert(value));
    }
    expect(ours.ticks(5)).toEqual(theirs.ticks(5));
  }
  const [rounded, byD3] = [scaleLinear().interpolate(interpolateRound), scaleLinear()];
  const range = [0, 10.6];
  expect(rounded.range(range)(0.47)).toBe(byD3.rangeRound(range)(0.47));
});
