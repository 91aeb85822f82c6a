// What the facade says to a bad request.

import { expect, onTestFinished, test } from "vitest";
import type { Run } from "../../wasm/engine/engine.js";
import { engineErrorOf, freshEngine } from "./load.js";

const engine = await freshEngine();
const booth = { problem: "booth", method: "adam" } as const;
const adam = (settings: Record<string, unknown>) =>
  ({ problem: "booth", method: { name: "adam", settings } }) as never;
// Requests that types would forbid, as they come from a page's attributes or plain JavaScript.
const wrong = (value: unknown) => value as never;

test.each<[string, () => unknown, string, string]>([
  [
    "unknown method",
    () => engine.run({ ...booth, method: "adm" }),
    "method",
    "'adm'; allowed: gradient_descent, momentum, nesterov",
  ],
  [
    "number out of range",
    () => engine.run(adam({ beta1: 1 })),
    "method.beta1",
    "got 1; allowed: a number from 0 to 1 (1 excluded)",
  ],
  [
    "NaN",
    () => engine.run(adam({ learning_rate: Number.NaN })),
    "method.learning_rate",
    "'NaN'; allowed: a number > 0",
  ],
  ["null", () => engine.run(adam({ learning_rate: null })), "method.learning_rate", "got null"],
  [
    "unknown setting",
    () => engine.run(adam({ gamma: 1 })),
    "method.gamma",
    "allowed: learning_rate, beta1",
  ],
  [
    "unknown choice",
    () => engine.run(adam({ bias_correction: "maybe" })),
    "method.bias_correction",
    "'maybe'; allowed: on, off",
  ],
  [
    "a second line in a value",
    () => engine.run(adam({ beta1: "0.5\nseed=3" })),
    "method.beta1",
    "allowed: one line",
  ],
  [
    "a second line in a name",
    () => engine.run({ ...booth, problem: "booth\nstart=1,1" }),
    "problem",
    "allowed: one line",
  ],
  [
    "wrong number of coordinates",
    () => engine.run({ ...booth, start: [1] }),
    "start",
    "1 numbers; allowed: 2",
  ],
  ["no coordinates", () => engine.run({ ...booth, start: [] }), "start", "''"],
  [
    "infinite coordinate",
    () => engine.run({ ...booth, start: [1, Number.POSITIVE_INFINITY] }),
    "start",
    "'Infinity'",
  ],
  [
    "text for a start",
    () => engine.run({ ...booth, start: wrong("1,2") }),
    "start",
    "'1,2'; allowed: a list of numbers",
  ],
  [
    "negative seed",
    () => engine.run({ ...booth, seed: -1 }),
    "seed",
    "'-1'; allowed: a whole number from 0 to 18446744073709551615",
  ],
  [
    "seed beyond 64 bits",
    () => engine.run({ ...booth, seed: "18446744073709551616" }),
    "seed",
    "18446744073709551616",
  ],
  ["fraction of a seed", () => engine.draw(0.5, 1), "seed", "'0.5'"],
  ["no spec", () => engine.run(wrong(undefined)), "spec", "got nothing; allowed: an object"],
  ["no problem", () => engine.run(wrong({ method: "adam" })), "problem", "got nothing"],
  ["an oversize name", () => engine.run({ ...booth, problem: "x".repeat(5e6) }), "spec", "bytes"],
  [
    "one coordinate to evaluate",
    () => engine.evaluate({ problem: "booth", at: [1] }),
    "at",
    "1 numbers; allowed: 2",
  ],
  [
    "nested coordinates",
    () => engine.evaluate({ problem: "booth", at: wrong([[1, 2]]) }),
    "at",
    "a list of numbers",
  ],
  ["no point", () => engine.evaluate(wrong({ problem: "booth" })), "at", "got nothing"],
  [
    "too many grid points",
    () => engine.field({ problem: "booth", x: [0, 1, 2000], y: [0, 1, 2000] }),
    "x, y",
    "1048576",
  ],
  [
    "half a grid point",
    () => engine.field({ problem: "booth", x: [0, 1, 2.5], y: [0, 1, 2] }),
    "x",
    "got 2.5; allowed: a whole number",
  ],
  [
    "NaN grid points",
    () => engine.field({ problem: "booth", x: [0, 1, Number.NaN], y: [0, 1, 2] }),
    "x",
    "got nan",
  ],
  [
    "low above high",
    () => engine.field({ problem: "booth", x: [1, 0, 2], y: [0, 1, 2] }),
    "x",
    "low < high",
  ],
  [
    "two numbers for an axis",
    () => engine.field({ problem: "booth", x: wrong([0, 1]), y: [0, 1, 2] }),
    "x",
    "[low, high, number of points]",
  ],
  [
    "text for an axis",
    () => engine.field({ problem: "booth", x: wrong("0,1,2"), y: [0, 1, 2] }),
    "x",
    "'0,1,2'",
  ],
  ["y missing", () => engine.field({ problem: "booth", x: [0, 1, 2] }), "y", "low < high"],
  [
    "too many numbers drawn",
    () => engine.draw(1, 1001),
    "count",
    "got 1001; allowed: a whole number from 0 to 1000",
  ],
  ["text for a count", () => engine.draw(1, wrong("3")), "count", "'3'; allowed: a number"],
  [
    "unknown quantity measured",
    () => engine.measure({ spec: booth, steps: 1, quantity: "x" }),
    "quantity",
    "theta",
  ],
  [
    "nothing to measure yet",
    () => engine.measure({ spec: booth, steps: 0, quantity: "delta" }),
    "measure.steps",
    "1 or more",
  ],
  [
    "unknown reduction",
    () => engine.measure({ spec: booth, steps: 1, quantity: "theta", reduction: wrong("mean") }),
    "measure.reduction",
    "'mean'",
  ],
])("%s is refused by name", (_, action, argument, mention) => {
  const error = engineErrorOf(action);
  expect(error.code).toBe("invalid_argument");
  expect(error.argument).toBe(argument);
  expect(error.message).toMatch(/^[^:]+: got .+; allowed: .+/s);
  expect(error.message).toContain(mention);
});

test.each<[string, (run: Run) => unknown, string, string]>([
  [
    "negative steps",
    (run) => run.advance(-1),
    "steps",
    "got -1; allowed: a whole number from 0 to 200000",
  ],
  ["a fraction of a step", (run) => run.advance(1.5), "steps", "got 1.5"],
  ["more steps than a double holds", (run) => run.advance(1e300), "steps", "got 1e+300"],
  ["NaN steps", (run) => run.advance(Number.NaN), "steps", "got nan"],
  ["text for steps", (run) => run.advance(wrong("5")), "steps", "'5'; allowed: a number"],
  ["unknown quantity", (run) => run.trace("velocity"), "quantity", "'velocity'; allowed: theta"],
  ["no quantity", (run) => run.trace(wrong(undefined)), "quantity", "got nothing"],
  [
    "a step not taken",
    (run) => run.whatIf(4, {}),
    "step",
    "got 4; allowed: a step that has been taken, 1 to 3",
  ],
  ["half a step", (run) => run.whatIf(1.5, {}), "step", "got 1.5"],
  ["a bad override", (run) => run.whatIf(1, { beta1: 7 }), "method.beta1", "got 7"],
  [
    "an override of two lines",
    (run) => run.whatIf(1, { beta1: "0\nstart=1,1" }),
    "method.beta1",
    "one line",
  ],
  ["no overrides", (run) => run.whatIf(1, wrong(undefined)), "overrides", "got nothing"],
])("of a run, %s is refused by name", (_, action, argument, mention) => {
  const run = engine.run(booth);
  onTestFinished(() => run.dispose());
  run.advance(3);
  const error = engineErrorOf(() => action(run));
  expect(error).toMatchObject({ code: "invalid_argument", argument });
  expect(error.message).toContain(mention);
  expect(run.advance(1)).toBe(1);
});

test("text of any script comes back as it was", () => {
  for (const name of ["Ölberg", "∇f", "山", "🏔️", "a\0b", "a\tb"]) {
    const { message } = engineErrorOf(() => engine.run({ ...booth, method: name }));
    expect(message).toContain(name.replace("\0", "␀").replace("\t", "␉"));
  }
});
