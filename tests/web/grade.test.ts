import { expect, test } from "vitest";
import { grade } from "../../web/quiz/grade.js";
import { readNumber } from "../../web/words/read-number.js";

test.each([
  ["3.16", 3.16],
  [" 3.16 ", 3.16],
  ["3,16", 3.16],
  ["−0,5", -0.5],
  ["-.5", -0.5],
  ["+5.", 5],
  ["1e-8", 1e-8],
  ["1E−8", 1e-8],
  ["2×10^-3", 0.002],
  ["2 * 10^(-3)", 0.002],
  ["2x10^3", 2000],
  ["2×10−3", 0.002],
  ["95%", 95],
  ["0", 0],
])("%j is read as %d", (text, value) => {
  expect(readNumber(text)).toBe(value);
});

test.each([
  "",
  " ",
  "ten",
  "1.2.3",
  "1,000,000",
  "1 2",
  "--1",
  "1e",
  "e5",
  "NaN",
  "Infinity",
  "1e999",
  "0x10",
  "1/2",
  "3α",
  "<b>1</b>",
])("%j is no number", (text) => {
  expect(readNumber(text)).toBeUndefined();
});

test.each([
  [3.16, 3.1623, 0.01, true],
  [3.19, 3.1623, 0.01, true],
  [3.2, 3.1623, 0.01, false],
  [-3.16, 3.1623, 0.01, false],
  [-0.99, -1, 0.02, true],
  [0, 0, 0.01, true],
  [1e-13, 0, 0.01, true],
  [1e-9, 0, 0.01, false],
  [0, 1e-9, 0.01, false],
  [1, Number.NaN, 0.5, false],
])("%d for %d within %d: %s", (given, expected, tolerance, right) => {
  expect(grade(given, expected, tolerance)).toBe(right);
});
