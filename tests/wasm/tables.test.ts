// What the facade answers with tables: analyses, losses, datasets, models.
import { expect, test } from "vitest";
import { engineErrorOf, freshEngine } from "./load.js";

const engine = await freshEngine();

test("an analysis of a problem is a table with a column for each quantity", () => {
  const table = engine.analyse({
    analysis: { name: "spectrum", settings: { learning_rate: 0.1 } },
    problem: "booth",
  });
  expect(table.rows).toBe(2);
  expect(table.dimension).toBe(2);
  const { quantities } = engine.catalog().analyses.find(({ name }) => name === "spectrum") ?? {};
  expect(Object.keys(table.columns)).toEqual(quantities?.map(({ name }) => name));
  expect(table.columns.eigenvalue?.[1]).toBeCloseTo(18, 12);
  expect(table.columns.factor?.[1]).toBeCloseTo(-0.8, 12);
  const [x = 0, y = 0] = table.columns.eigenvector?.slice(2) ?? [];
  expect(x).toBeCloseTo(y, 12);
});

test("an analysis looks where it is told", () => {
  const slice = engine.analyse({ analysis: "line_slice", problem: "exponential", at: [0] });
  expect(slice.columns.value_here?.[0]).toBe(1);
});

test("a matrix has an entry for each pair of coordinates", () => {
  const check = engine.analyse({ analysis: "hessian_check", problem: "booth" });
  expect([...(check.columns.hessian ?? [])]).toEqual([10, 8, 8, 10]);
});

test("an analysis of a run takes its method, and one of nothing takes nothing", () => {
  const rate = engine.analyse({
    analysis: { name: "measured_rate", settings: { steps: 30 } },
    problem: "booth",
    method: { name: "gradient_descent", settings: { learning_rate: 0.1 } },
  });
  expect(rate.rows).toBe(31);
  expect(rate.columns.fitted_rate?.[0]).toBeCloseTo(0.8, 9);
  const sine = engine.analyse({ analysis: { name: "taylor_model", settings: { at: 2 } } });
  expect(sine.columns.model?.[1]).toBeCloseTo(1.566, 3);
});

test("softmax cross-entropy of the lecture's three images", () => {
  const answer = engine.loss({
    loss: "softmax_cross_entropy",
    scores: [
      [3.2, 5.1, -1.7],
      [1.3, 4.9, 2.0],
      [2.2, 2.5, -3.1],
    ],
    labels: [0, 1, 2],
  });
  expect(answer.total).toBeCloseTo(2.759, 3);
  expect(answer.table.rows).toBe(3);
  expect([...(answer.table.columns.example_loss ?? [])].map((loss) => loss.toFixed(3))).toEqual([
    "2.040",
    "0.079",
    "6.156",
  ]);
  // the mean's gradient is a third of p − y
  expect(3 * (answer.gradient[0] as number)).toBeCloseTo(-0.87, 3);
});

test("a loss takes settings, targets and a sum", () => {
  const scores = [[10, -100, -100]];
  const loss = { name: "softmax_cross_entropy", settings: { form: "log1p" } };
  expect(engine.loss({ loss, scores, labels: [0] }).total).toBeCloseTo(3.38e-48, 50);
  const half = { name: "squared_error", settings: { scaling: "half" } };
  const targets = [[1], [5]];
  const answer = engine.loss({ loss: half, scores: [[3], [5]], targets, reduction: "sum" });
  expect(answer.total).toBe(2);
  expect([...answer.gradient]).toEqual([2, 0]);
});

test("a dataset is its examples, targets and names", () => {
  const cities = engine.dataset("latitude_temperature");
  expect(cities).toMatchObject({ count: 3, features: 1, classes: 0 });
  expect([...cities.inputs]).toEqual([42, 39, 30]);
  expect([...cities.targets]).toEqual([33, 38, 62]);
});

test("a CSV file becomes a dataset that a run can be about", () => {
  const { dataset, rows } = engine.csv("height,kind\r\n1.5,cat\r\n2.5,dog\r\n3.5,dog\r\n");
  expect(dataset.classNames).toEqual(["cat", "dog"]);
  expect(dataset.featureNames).toEqual(["height"]);
  expect([...dataset.targets]).toEqual([0, 1, 1]);
  const data = { name: "table", settings: { rows } };
  expect([...engine.dataset(data).inputs]).toEqual([1.5, 2.5, 3.5]);
  const run = engine.run({ problem: "softmax_regression", method: "gradient_descent", data });
  expect(run.advance(10)).toBe(10);
  run.dispose();
});

test("a faulty CSV file is refused by line and column", () => {
  const error = engineErrorOf(() => engine.csv("a,b\n1,2\nx,3\n"));
  expect(error.code).toBe("invalid_argument");
  expect(error.argument).toBe("csv line 3, column 1");
  expect(error.message).toContain("'x'");
});

test("a slice through a problem of any dimension is a grid of values", () => {
  const plane = { at: [1, 3], first: [1, 0], second: [0, 1] };
  const slice = engine.slice({ problem: "booth", ...plane, x: [-1, 1, 3], y: [-1, 1, 3] });
  const field = engine.field({ problem: "booth", x: [0, 2, 3], y: [2, 4, 3] });
  expect(slice).toEqual(field);
});

test("a model's scores on a grid, and its accuracy", () => {
  const problem = "softmax_regression";
  const data = { name: "blobs", settings: { noise: 0.1, seed: 3 } };
  const run = engine.run({
    problem,
    data,
    method: { name: "adam", settings: { learning_rate: 0.1 } },
  });
  run.advance(200);
  const theta = run.trace("theta");
  const weights = theta.slice(theta.length - theta.length / 201);
  run.dispose();
  expect(engine.accuracy({ problem, data, weights: [...weights], examples: data })).toBe(1);
  const { classes } = engine.dataset(data);
  const scores = engine.predictions({
    problem,
    data,
    weights: [...weights],
    x: [-2, 2, 5],
    y: [-2, 2, 4],
  });
  expect(scores.length).toBe(5 * 4 * classes);
});

test("a run takes data, minibatches and a schedule, and says its learning rate", () => {
  const run = engine.run({
    problem: "linear_regression",
    method: { name: "gradient_descent", settings: { learning_rate: 1e-5 } },
    data: "latitude_temperature",
    batch: { size: 1, order: "shuffled_once" },
    schedule: { name: "exponential", settings: { decay: 0.5 } },
    seed: 4,
  });
  run.advance(3);
  const rates = run.trace("learning_rate_now");
  expect([...rates.slice(1)]).toEqual([1e-5, 5e-6, 2.5e-6]);
  run.dispose();
});

test.each([
  ["no such analysis", () => engine.analyse({ analysis: "u_curve", problem: "booth" }), "analysis"],
  ["no problem", () => engine.analyse({ analysis: "spectrum" }), "problem"],
  ["a list of scores", () => engine.loss({ loss: "hinge", scores: "1,2" as never }), "scores"],
  [
    "a label that is no class",
    () => engine.loss({ loss: "softmax_cross_entropy", scores: [[1, 2]], labels: [2] }),
    "labels",
  ],
  ["no such dataset", () => engine.dataset("photographs"), "data"],
  [
    "data for a problem without",
    () => engine.run({ problem: "booth", method: "adam", data: "blobs" }),
    "data",
  ],
  [
    "a batch of a problem without examples",
    () => engine.run({ problem: "booth", method: "adam", batch: { size: 2 } }),
    "batch.size",
  ],
  [
    "too long a direction",
    () =>
      engine.slice({
        problem: "booth",
        at: [0, 0],
        first: [1, 0, 0],
        second: [0, 1],
        x: [0, 1, 2],
        y: [0, 1, 2],
      }),
    "first",
  ],
])("%s is refused by its name", (_, action, argument) => {
  const error = engineErrorOf(action);
  expect(error.code).toBe("invalid_argument");
  expect(error.argument).toBe(argument);
});
