import { expect, test } from "vitest";
import { numbersInText, standIn } from "../../../web/lint/numbers-in-text.js";

const inText = (text: string) => numbersInText(text).map(({ text: found }) => found);

test.each([
  ["after 200 steps", ["200"]],
  ["10\u202f000 or 10\u00a0000 or 10,000", ["10\u202f000", "10\u00a0000", "10,000"]],
  ["from (−8, 6)", ["8", "6"]],
  ["±1, −0.5 and .5", ["1", "0.5", "5"]],
  ["1/64, ½ and 0/0", ["1/64", "½", "0/0"]],
  [
    "10⁻⁸ and 3×10⁻⁸ and 3 × 10⁻⁸ and 2e-5 and 10^-8",
    ["10⁻⁸", "3×10⁻⁸", "3 × 10⁻⁸", "2e-5", "10^-8"],
  ],
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
  "x² and (β − a)²",
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
