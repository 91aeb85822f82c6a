import { expect, test } from "vitest";
import { numbersInTex, plainGroups } from "../../../web/lint/numbers-in-tex.js";

const inTex = (tex: string) => numbersInTex(tex).map(({ text }) => text);

test.each([
  ["\\decayone = 0.9", ["0.9"]],
  ["\\plain{0.9} + .5", [".5"]],
  ["\\eps = 10^{-8}", ["10^{-8}"]],
  ["3 \\times 10^{-4} x", ["10^{-4}"]],
  ["2^{10} x", ["2^{10}"]],
  ["x^{12}", ["12"]],
  ["10/\\sqrt{1000}", ["10", "1000"]],
  ["10{,}000 x", ["10{,}000"]],
  ["10\\,000 x", ["10\\,000"]],
  ["x = 1e-8", ["1e-8"]],
  ["a = 4, b = -3", ["4", "-3"]],
  ["x \\approx 7", ["7"]],
  ["1", ["1"]],
  ["0/0", ["0/0"]],
  ["-3", ["-3"]],
])("in the formula %s the numbers are %j", (tex, numbers) => {
  expect(inTex(tex)).toEqual(numbers);
});

test.each([
  "1 - \\decayone",
  "x^2 + 2x",
  "\\frac12 x",
  "\\frac{1}{2} x",
  "x_{10} + x_1",
  "\\mom{0} = 0",
  "\\sum_i p_i = 1",
  "x = 2 y",
  "\\plain{10/\\sqrt{1000}}",
  "\\decayone = \\plain{0.9}",
  "1 - [[beta]]",
  "[[beta]]^{[[k]]}",
  "\\begin{aligned} a &= b \\\\[12pt] c \\end{aligned}",
  "a \\hspace{12pt} b",
])("in the formula %s there is none", (tex) => {
  expect(inTex(tex)).toEqual([]);
});

test("a mark in a formula reaches to its own closing brace", () => {
  const tex = "a + \\plain{\\frac{10}{2}} + 20";
  expect(plainGroups(tex).map(({ content }) => content)).toEqual(["\\frac{10}{2}"]);
  expect(inTex(tex)).toEqual(["20"]);
});
