import { expect, test } from "vitest";
import { type Ask, answerTo } from "../../web/ask/ask.js";
import { engine } from "./browser/own-engine.js";

const answer = (ask: Ask) => answerTo(ask, engine);
const scores = [[3.2, 5.1, -1.7]];
const softmax = { loss: "softmax_cross_entropy", scores, labels: [0] };

test("a question about scores is answered with the total, a column, or the gradient", async () => {
  expect(await answer({ loss: softmax })).toBeCloseTo(2.0404, 4);
  expect(await answer({ loss: { ...softmax, quantity: "exponential", coordinate: 1 } })).toBe(1);
  const p = await answer({ loss: { ...softmax, quantity: "probability", coordinate: 2 } });
  expect(await answer({ loss: { ...softmax, quantity: "gradient", coordinate: 2 } })).toBe(p);
  expect(await answer({ loss: softmax, times: 100 })).toBeCloseTo(204.04, 2);
});

test("the scores of a dataset stand in place of typed ones", async () => {
  const loss = "multiclass_svm";
  expect(await answer({ loss: { loss, data: "image_scores" } })).toBeCloseTo(5.2667, 4);
  const third = { loss, data: "image_scores", quantity: "example_loss", row: 2 };
  expect(await answer({ loss: third })).toBeCloseTo(12.9, 12);
  const doubled = { loss, data: { name: "image_scores", settings: { scale: 2 } } };
  expect(await answer({ loss: doubled })).toBeCloseTo(9.5333, 4);
});

test("a question about a table takes its last row unless it names another", async () => {
  const table = { analysis: { name: "penalty", settings: { weights: "1,-2" } }, quantity: "total" };
  expect(await answer({ table })).toBe(5);
  expect(await answer({ table: { ...table, row: 0 } })).toBe(1);
  expect(await answer({ table: { ...table, row: -2 } })).toBe(5);
});

test("what a table does not have is refused by name", async () => {
  const table = { analysis: "penalty", quantity: "totals" };
  await expect(answer({ table })).rejects.toThrow('quantity: got "totals"; allowed: weight');
  await expect(answer({ table: { ...table, quantity: "total", row: 9 } })).rejects.toThrow("row");
  const beyond = { ...softmax, quantity: "probability", coordinate: 3 };
  await expect(answer({ loss: beyond })).rejects.toThrow("coordinate");
});

test("a question about a model is answered with its share of right answers", async () => {
  const accuracy = {
    problem: "linear_svm",
    data: { name: "points", settings: { points: "-1,0,0; 1,0,1; 2,0,0; 3,0,1" } },
    weights: [1, 0, 0],
    examples: { name: "points", settings: { points: "-1,0,0; 1,0,1; 2,0,0; 3,0,1" } },
  };
  expect(await answer({ accuracy })).toBe(0.75);
});

const adam = engine.catalog().methods.find(({ name }) => name === "adam")!;
const booth = engine.catalog().problems.find(({ name }) => name === "booth")!;

test("the catalog says defaults and facts", async () => {
  for (const { name, default: value } of adam.parameters) {
    expect(await answer({ declared: { of: "methods", name: "adam", default: name } })).toBe(value);
  }
  const fact = (name: string, coordinate = 0) =>
    answer({ declared: { of: "problems", name: "booth", fact: name, coordinate } });
  expect(await fact("dimension")).toBe(2);
  expect([await fact("minimum"), await fact("minimum", 1)]).toEqual(booth.minimizer);
  expect([await fact("start"), await fact("start", 1)]).toEqual(booth.start);
});

test.each([
  [{ of: "methods", name: "adan", default: "beta1" }, /^methods: got "adan"; allowed: .*adam/],
  [{ of: "methods", name: "adam", default: "beta" }, /^default: got "beta"; allowed: .*beta1/],
  [{ of: "problems", name: "booth", fact: "height" }, /^fact: got "height"; allowed: dimension/],
  [
    { of: "problems", name: "booth", fact: "start", coordinate: 2 },
    /^coordinate: got 2; allowed: below 2/,
  ],
] as const)("%j is refused with what is allowed", async (declared, message) => {
  await expect(answer({ declared })).rejects.toThrow(message);
});
