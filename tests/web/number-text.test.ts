import { expect, test } from "vitest";
import { numberText } from "../../web/words/number-text.js";

test.each([
  [0, 3, "0"],
  [-0, 3, "0"],
  [3.16227766, 3, "3.16"],
  [3.16227766, 5, "3.1623"],
  [5.2631578947, 3, "5.26"],
  [-0.0008068, 4, "−0.0008068"],
  [1, 3, "1"],
  [10, 3, "10"],
  [0.5, 3, "0.5"],
  [1.5, 1, "2"],
  [1000, 3, "1000"],
  [500.25, 4, "500.3"],
  [4603, 4, "4603"],
  [123456, 3, "123456"],
  [999999.4, 3, "10⁶"],
  [1e6, 3, "10⁶"],
  [1234567, 3, "1.23×10⁶"],
  [1e-4, 3, "0.0001"],
  [0.00009999, 3, "0.0001"],
  [0.00001, 3, "10⁻⁵"],
  [-1e-8, 3, "−10⁻⁸"],
  [9.9e-9, 3, "9.9×10⁻⁹"],
  [-2.5e300, 3, "−2.5×10³⁰⁰"],
  [5e-324, 3, "4.94×10⁻³²⁴"],
  [Number.NaN, 3, "–"],
  [Number.POSITIVE_INFINITY, 3, "∞"],
  [Number.NEGATIVE_INFINITY, 3, "−∞"],
])("%d with %i digits reads %s", (value, digits, text) => {
  expect(numberText(value, digits)).toBe(text);
});

test("no number is printed with a hyphen, an e or a trailing zero behind the point", () => {
  for (let i = 0; i < 4000; i += 1) {
    const value = Math.sin(i) * 10 ** ((i % 60) - 30);
    const text = numberText(value, 1 + (i % 6));
    expect(text).not.toMatch(/-|e|\.\d*0(×|$)|undefined|NaN/);
  }
});
