import { expect, test } from "vitest";
import { NotExecutable } from "../../../web/code/expression.js";
import { parseLine } from "../../../web/code/formula.js";
import { type Names, numpy, PythonExpression, torch } from "../../../web/code/python-expression.js";

/** Every quantity an array, every parameter a number, each called as its macro. */
const names: Names = {
  name: (symbol, at) => (at === "t-1" ? `${symbol}_old` : symbol),
  isArray: (symbol) => !["n", "b", "now", "number"].includes(symbol),
};

const inNumpy = (tex: string) => new PythonExpression(numpy, names).text(parseLine(tex).right);
const inTorch = (tex: string) => new PythonExpression(torch, names).text(parseLine(tex).right);

test.each([
  ["\\x{t} = \\b\\,\\x{t-1} + (1-\\b)\\,\\g{t}", "b * x_old + (1 - b) * g"],
  ["\\x{t} = -\\b\\,\\frac{\\x{t-1}}{\\sqrt{\\v{t}}+\\n}", "-b * x_old / (np.sqrt(v) + n)"],
  ["\\x{t} = \\frac{\\g{t}}{1-\\b^{\\now}}", "g / (1 - b**now)"],
  ["\\x{t} = \\g{t}^2", "g**2"],
  ["\\x{t} = (\\g{t} - \\b)^2", "(g - b)**2"],
  ["\\x{t} = \\g{t} - (\\v{t} - \\b)", "g - (v - b)"],
  ["\\x{t} = -(\\v{t} - \\b)", "-(v - b)"],
  ["\\x{t} = \\frac{\\g{t}}{\\b\\,\\v{t}}\\,\\n", "g / (b * v) * n"],
  ["\\x{t} = \\g{t}\\,\\frac{\\b\\,\\n}{\\v{t}}", "g * b * n / v"],
  ["\\x{t} = \\frac{\\frac{\\g{t}}{\\b}}{\\frac{\\v{t}}{\\n}}", "g / b / (v / n)"],
  ["\\x{t} = \\b^{\\frac{\\now}{\\n}}", "b**(now / n)"],
  ["\\x{t} = \\b\\left(\\g{t} + \\v{t}\\right)", "b * (g + v)"],
  ["\\x{t} = \\tfrac12\\,\\g{t}", "1 / 2 * g"],
  ["\\x{t} = 0.25\\,\\lvert\\g{t}\\rvert", "0.25 * np.abs(g)"],
  ["\\x{t} = \\sqrt{\\now}", "math.sqrt(now)"],
  ["\\x{t} = \\max(\\b\\,\\x{t-1}, \\lvert\\g{t}\\rvert)", "np.maximum(b * x_old, np.abs(g))"],
  ["\\x{t} = \\max(0, \\g{t})", "np.maximum(g, 0)"],
  ["\\number{t} = \\min(1, \\b)", "min(1, b)"],
  ["\\x{t} = \\exp(-\\g{t}) + \\ln(\\n)", "np.exp(-g) + math.log(n)"],
])("%s", (tex, expected) => {
  expect(inNumpy(tex)).toBe(expected);
});

test("PyTorch takes the larger of a tensor and a number by another name", () => {
  expect(inTorch("\\x{t} = \\max(\\g{t}, \\v{t})")).toBe("torch.maximum(g, v)");
  expect(inTorch("\\x{t} = \\max(0, \\g{t})")).toBe("torch.clamp(g, min=0)");
  expect(inTorch("\\x{t} = \\min(\\g{t}, \\b)")).toBe("torch.clamp(g, max=b)");
  expect(inTorch("\\x{t} = \\ln(\\g{t}) + \\sqrt{\\b}")).toBe("torch.log(g) + math.sqrt(b)");
});

test.each([
  ["", "a quantity on the left"],
  ["x = 1", "a quantity on the left"],
  ["\\x{t-1} = 1", "a quantity of this step on the left"],
  ["\\x{t} \\le 1", "'='"],
  ["\\h{t}\\,\\x{t} = 1", "'='"],
  ["\\x{t} = ", "a term"],
  ["\\x{t} = 1 +", "a term"],
  ["\\x{t} = * 2", "a factor"],
  ["\\x{t} = (1", "')'"],
  ["\\x{t} = 1)", "the end"],
  ["\\x{t} = \\left(1)", "'\\right'"],
  ["\\x{t} = \\lvert 1", "'\\rvert'"],
  ["\\x{t} = \\frac{1}", "'{'"],
  ["\\x{t} = \\sqrt 2", "'{'"],
  ["\\x{t} = 2^3^4", "one exponent, not two"],
  ["\\x{t} = \\g{t}^\\top", "a factor"],
  ["\\x{t} = \\g{t+1}", "{t} or {t-1}"],
  ["\\x{t} = \\max(1)", "','"],
  ["\\x{t} = \\sum_k \\g{t}", "a factor"],
  ["\\x{t} = \\lVert\\g{t}\\rVert", "a factor"],
  ["\\x{t} = \\operatorname{sign}(\\g{t})", "a factor"],
])("%s is no recipe: it is said where, and what was expected", (tex, wanted) => {
  expect(() => parseLine(tex)).toThrow(NotExecutable);
  expect(() => parseLine(tex)).toThrow(`${tex}\nat position `);
  expect(() => parseLine(tex)).toThrow(`expected ${wanted}`);
});
