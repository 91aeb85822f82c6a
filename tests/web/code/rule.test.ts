import { expect, test } from "vitest";
import type { FormulaLine, Method, Quantity } from "../../../wasm/engine/types.js";
import { NotExecutable } from "../../../web/code/expression.js";
import { numpyProgram } from "../../../web/code/numpy-program.js";
import { everyChoices, ruleOf } from "../../../web/code/rule.js";
import { withSettings } from "../../../web/code/setting-mark.js";
import { torchProgram } from "../../../web/code/torch-program.js";
import { engine } from "../browser/own-engine.js";
import { codeOf, firstOrder } from "./core-runs.js";

const { stepQuantities, methods } = engine.catalog();
const descent = methods.find(({ name }) => name === "gradient_descent")!;

function quantity(name: string, shape: Quantity["shape"] = "vector"): Quantity {
  return { name, symbol: name, letter: name, meaning: `what ${name} is`, shape, role: "factor" };
}

/** A method of these lines and quantities; lines with an option as [tex, option, choice]. */
function methodOf(lines: (string | [string, string, string])[], ...quantities: Quantity[]): Method {
  return {
    ...descent,
    name: "made_up",
    title: "Made up",
    source: "Nobody 2000; lecture 3",
    quantities: [...quantities, ...descent.quantities],
    lines: lines.map((line): FormulaLine => {
      const [tex, option, choice] = typeof line === "string" ? [line, "", ""] : line;
      return { tex, option, choice, reason: "So it is." };
    }),
  };
}

const take = "\\param{t} = \\param{t-1} + \\change{t}";
const plain = { zeroOverZeroIsZero: false };
const rule = (method: Method, options = plain) => ruleOf(method, stepQuantities, {}, options);
/** The statements of a program, without its comments. */
const code = (text: string) =>
  text
    .split("\n")
    .map((line) => line.replace(/ *#.*/, "").trim())
    .filter(Boolean);
const inNumpy = (method: Method, options = plain) => code(numpyProgram(rule(method, options)));
const inTorch = (method: Method) => code(torchProgram(rule(method), "MadeUp"));

test("Adam reads as one would write it", () => {
  const { numpy } = codeOf("adam").python({});
  const { text } = withSettings(numpy, codeOf("adam").settings({}));
  expect(text).toContain(`    for t in range(1, steps + 1):
        gradient = gradient_of(theta)
        # Average the gradient: keep a share β₁ of the old average.
        m = beta1 * m + (1 - beta1) * gradient
        # Average the squared gradient, coordinate by coordinate.
        v = beta2 * v + (1 - beta2) * gradient**2
        # Divide by the total weight 1 − β₁ᵗ that m has received so far.
        m_hat = m / (1 - beta1**t)
        # The same for v, with its own β₂.
        v_hat = v / (1 - beta2**t)
        # Divide the average gradient by its typical size.
        delta = -learning_rate * m_hat / (np.sqrt(v_hat) + epsilon)
        # Take the step.
        theta = theta + delta
    return theta
`);
  expect(text).toContain("\n    learning_rate=0.001,  # scales every step\n");
  expect(text, "what is nothing to its readers").not.toMatch(/lectures? \d/);
});

test("every method of first order is a recipe under all its choices", () => {
  for (const { name } of firstOrder) {
    const own = codeOf(name);
    for (const choices of everyChoices(own.method)) own.python(choices);
  }
  const none = methods.filter(({ part }) => part === "curvature");
  for (const { name } of none) expect(() => codeOf(name).python({}), name).toThrow(NotExecutable);
});

test("an old value is kept as long as a later line needs it", () => {
  const lines = ["\\x{t} = \\x{t-1} + \\grad{t}", "\\change{t} = -\\x{t-1}", take];
  expect(inNumpy(methodOf(lines, quantity("x")))).toEqual(
    expect.arrayContaining([
      "x = np.zeros_like(theta)",
      "x_old = x",
      "x = x + gradient",
      "delta = -x_old",
    ]),
  );
  const early = ["\\change{t} = -\\x{t-1}", "\\x{t} = \\x{t-1} + \\grad{t}", take];
  expect(inNumpy(methodOf(early, quantity("x")))).not.toContain("x_old = x");
});

test("a number starts as one, and counts of steps are there where they are used", () => {
  const lines = ["\\x{t} = \\x{t-1} + \\now", "\\change{t} = -\\x{t}\\,\\grad{t}", take];
  const text = inNumpy(methodOf(lines, quantity("x", "scalar")));
  expect(text).toEqual(
    expect.arrayContaining(["x = 0.0", "for t in range(1, steps + 1):", "x = x + t"]),
  );
  expect(inNumpy(methodOf(["\\change{t} = -\\grad{t}", take]))).toContain("for _ in range(steps):");
  const inClass = inTorch(methodOf(lines, quantity("x", "scalar")));
  expect(inClass).toEqual(expect.arrayContaining(['state["t"] = 0', 'state["x"] = 0.0']));
});

test("only the parameters that are used are asked for", () => {
  const without = code(numpyProgram(codeOf("adam").rule({ epsilon_place: "none" })));
  expect(without.join("\n")).not.toContain("epsilon");
  const text = numpyProgram(rule(methodOf(["\\change{t} = -\\grad{t}", take])));
  expect(text).not.toContain("learning_rate");
});

test("where the kernel takes 0/0 for 0, bare denominators never are zero", () => {
  const lines = ["\\x{t} = \\grad{t}^2", "\\change{t} = -\\frac{\\grad{t}}{\\x{t}}", take];
  const guarded = inNumpy(methodOf(lines, quantity("x")), { zeroOverZeroIsZero: true });
  expect(guarded).toContain("tiny = np.finfo(float).tiny");
  expect(guarded).toContain("delta = -gradient / np.maximum(x, tiny)");
  expect(inNumpy(methodOf(lines, quantity("x"))).join("\n")).not.toContain("tiny");
});

test("a factor that no line computes is what the other line has it for", () => {
  const adam = codeOf("adam");
  const factor = (bias_correction: string) =>
    code(numpyProgram(adam.rule({ bias_correction, epsilon_place: "rescaled" })));
  expect(factor("on")).toContain("correction2 = 1 / (1 - beta2**t)");
  expect(factor("off")).toContain("correction2 = 1");
  expect(factor("no_power")).toContain("correction2 = 1 / (1 - beta2)");
  expect(factor("multiplied")).toContain("correction2 = 1 - beta2**t");
});

test("names that Python or the program has for itself get another", () => {
  const lines = [
    "\\lambda{t} = \\grad{t}",
    "\\state{t} = \\lambda{t}",
    "\\change{t} = -\\state{t}",
    take,
  ];
  const method = methodOf(lines, quantity("lambda"), quantity("state"));
  expect(inNumpy(method)).toEqual(
    expect.arrayContaining(["lambda_ = gradient", "state_ = lambda_", "delta = -state_"]),
  );
});

test("a tensor that is kept is no second name of one that changes in place", () => {
  const lines = ["\\x{t} = \\param{t-1}", "\\change{t} = -\\x{t-1} - \\grad{t}", take];
  expect(inTorch(methodOf(lines, quantity("x")))).toContain("x = theta.clone()");
  const gradient = ["\\x{t} = \\grad{t}", "\\change{t} = -\\x{t-1}", take];
  expect(inTorch(methodOf(gradient, quantity("x")))).toContain("x = gradient.clone()");
});

test("parameters are changed in place, whatever the last line looks like", () => {
  expect(inTorch(methodOf(["\\change{t} = -\\grad{t}", take]))).toContain("theta += delta");
  const other = methodOf(["\\param{t} = 0.5\\,\\param{t-1} - \\grad{t}"]);
  expect(inTorch(other)).toContain("theta.copy_(0.5 * theta - gradient)");
});

test.each([
  ["no line that takes the step", ["\\change{t} = -\\grad{t}"], "no line computes \\param{t}"],
  ["an unknown quantity", ["\\change{t} = -\\foo{t}", take], "no quantity has the symbol \\foo"],
  [
    "an unknown parameter",
    ["\\change{t} = -\\foo\\,\\grad{t}", take],
    "no parameter has the symbol \\foo",
  ],
  [
    "a value before it is there",
    ["\\change{t} = -\\x{t}", "\\x{t} = \\grad{t}", take],
    "\\x{t} is used before",
  ],
  ["a quantity computed twice", ["\\x{t} = 1", "\\x{t} = 2", take], "two lines compute \\x{t}"],
  [
    "an old value that nothing makes",
    ["\\change{t} = -\\grad{t-1}", take],
    "no line computes \\grad{t}",
  ],
  ["a matrix", ["\\change{t} = -\\h{t}", take], "\\h is a matrix"],
])("%s is refused in words", (_, lines, words) => {
  const method = methodOf(lines, quantity("x"), quantity("h", "matrix"));
  expect(() => rule(method)).toThrow(NotExecutable);
  expect(() => rule(method)).toThrow(`made_up: ${words}`);
});
