import { expect, test } from "vitest";
import { numbersInTex, plainGroups } from "../../../web/lint/numbers-in-tex.js";
import { numbersInText, standIn } from "../../../web/lint/numbers-in-text.js";

const inText = (text: string) => numbersInText(text).map(({ text: found }) => found);
const inTex = (tex: string) => numbersInTex(tex).map(({ text }) => text);

test.each([
  ["after 200 steps", ["200"]],
  ["10\u202f000 or 10\u00a0000 or 10,000", ["10\u202f000", "10\u00a0000", "10,000"]],
  ["from (−8, 6)", ["8", "6"]],
  ["±1, −0.5 and .5", ["1", "0.5", "5"]],
  ["1/64, ½ and 0/0", ["1/64", "½", "0/0"]],
  ["10⁻⁸ and 3×10⁻⁸ and 3 × 10⁻⁸ and 2e-5 and 10^-8", ["10⁻⁸", "3×10⁻⁸", "3 × 10⁻⁸", "2e-5", "10^-8"]],
  ["99\u00a0% of 5–10", ["99", "5–10"]],
  ["β = 0.9 and 1 − β", ["0.9", "1"]],
  ["ten times is 10x, and 3D", ["10", "3"]],
  ["the year 2016.", ["2016"]],
  ["in Arabic ٣, in Roman Ⅷ", ["٣", "Ⅷ"]],
  ["2⁻¹ and 1000²", ["2⁻¹", "1000²"]],
  ["x0.5 and β1=0.9", ["0.5", "0.9"]],
  ["x¹⁰", ["¹⁰"]],
  ["lecture 3 prints 4", ["4"]],
  ["lectures 1.5", ["1.5"]],
  ["step 1, by 2 and 3", ["1", "2", "3"]],
])("in “%s” the numbers are %j", (text, numbers) => {
  expect(inText(text)).toEqual(numbers);
});

test.each([
  "β₁, x₀ and a₁₂",
  "x², (1−β)² without its first".replace("1", "one "),
  "a⁻¹ and x₁² and βᵗ",
  `${standIn}² and ${standIn}₁`,
  "CS182-style, L2, I2DL and CS190I",
  "Lecture 3 and lectures 0, 1 and 3, lectures 2 to 4",
  "lesson 3.4",
  "in 2-D and 3-D",
  "C++20 and ResNet-50",
  "a tenth, nine times, one half",
])("in “%s” there is no number", (text) => {
  expect(inText(text)).toEqual([]);
});

test("a number is found where it stands", () => {
  const text = "after 200 steps, 3×10⁻⁸";
  for (const { text: found, from, to } of numbersInText(text)) {
    expect(text.slice(from, to)).toBe(found);
  }
});

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
