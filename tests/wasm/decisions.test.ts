// What a classifier decides on a grid, says of examples, and how a run does on them.
import { expect, test } from "vitest";
import { engineErrorOf, freshEngine } from "./load.js";

const engine = await freshEngine();

const threeClasses = {
  name: "points",
  settings: { classes: 3, points: "0,2,0;-2,-1,1;2,-1,2;0.5,0.5,0" },
};
const twoClasses = { name: "points", settings: { classes: 2, points: "0,1,0;1,0,1" } };
const weights = [1, 2, -1, 0.5, 0, -2, 0.1, -0.2, 0.3];
const x = [-2, 2, 5] as const;
const y = [-1, 3, 4] as const;

test("leads are each score minus the best of the others", () => {
  const request = { problem: "softmax_regression", data: threeClasses, weights, x, y };
  const scores = engine.predictions(request);
  const leads = engine.decisions({ ...request, decision: "lead" });
  expect(leads.length).toBe(5 * 4 * 3);
  for (let i = 0; i < leads.length; i += 3) {
    const own = [...scores.subarray(i, i + 3)];
    for (let k = 0; k < 3; k += 1) {
      const others = own.filter((_, j) => j !== k);
      expect(leads[i + k]).toBeCloseTo((own[k] ?? 0) - Math.max(...others), 12);
    }
  }
});

test("probabilities are softmax of the scores, also where exp would overflow", () => {
  for (const scale of [1, 500]) {
    const scaled = weights.map((weight) => scale * weight);
    const request = { problem: "softmax_regression", data: threeClasses, weights: scaled, x, y };
    const scores = engine.predictions(request);
    const shares = engine.decisions({ ...request, decision: "probability" });
    for (let i = 0; i < shares.length; i += 3) {
      const own = [...scores.subarray(i, i + 3)];
      const { table } = engine.loss({ loss: "softmax_cross_entropy", scores: [own], labels: [0] });
      for (let k = 0; k < 3; k += 1) {
        expect(shares[i + k]).toBeCloseTo(table.columns.probability?.[k] ?? Number.NaN, 12);
      }
    }
  }
});

test("a single score decides between two classes", () => {
  for (const problem of ["logistic_regression", "linear_svm"]) {
    const request = { problem, data: twoClasses, weights: [1, -1, 0.25], x, y };
    const scores = engine.predictions(request);
    const leads = engine.decisions({ ...request, decision: "lead" });
    const shares = engine.decisions({ ...request, decision: "probability" });
    expect(leads.length).toBe(2 * scores.length);
    scores.forEach((score, i) => {
      expect(leads[2 * i]).toBeCloseTo(-score, 12);
      expect(leads[2 * i + 1]).toBeCloseTo(score, 12);
      expect(shares[2 * i + 1]).toBeCloseTo(1 / (1 + Math.exp(-score)), 12);
    });
  }
});

test("with weights of zero nothing leads", () => {
  const request = { problem: "softmax_regression", data: threeClasses, weights: Array(9).fill(0) };
  const leads = engine.decisions({ ...request, x, y, decision: "lead" });
  expect(new Set(leads)).toEqual(new Set([0]));
});

test("scores of examples are the predictions in their places", () => {
  const request = { problem: "softmax_regression", data: threeClasses, weights };
  const scores = engine.scores({ ...request, examples: threeClasses });
  const [first] = [engine.predictions({ ...request, x: [0, 1, 2], y: [2, 3, 2] })];
  expect([...scores.subarray(0, 3)]).toEqual([...first.subarray(0, 3)]);
  expect(scores.length).toBe(4 * 3);
});

test("a run is judged at every step by the value and accuracy there", () => {
  const dealt = { ...threeClasses, settings: { ...threeClasses.settings, test_share: 0.25 } };
  const test = { ...dealt, settings: { ...dealt.settings, part: "test" } };
  const problem = { name: "linear_svm", settings: { regularization_strength: 0.1 } };
  const run = engine.run({ problem, method: "gradient_descent", data: dealt });
  try {
    run.advance(5);
    const theta = run.trace("theta");
    const onTraining = run.judge(dealt);
    expect([...onTraining.values]).toEqual([...run.trace("loss")]);
    const onTest = run.judge(test);
    for (let t = 0; t <= 5; t += 1) {
      const at = [...theta.subarray(9 * t, 9 * (t + 1))];
      expect(onTest.values[t]).toBe(engine.evaluate({ problem, data: test, at }).value);
      const asked = { problem, data: dealt, weights: at, examples: test };
      expect(onTest.accuracies[t]).toBe(engine.accuracy(asked));
    }
    expect(onTest.values.length).toBe(6);
  } finally {
    run.dispose();
  }
});

test("what does not fit is refused, naming the argument", () => {
  const run = engine.run({ problem: "booth", method: "adam" });
  const trained = engine.run({
    problem: "softmax_regression",
    method: "adam",
    data: threeClasses,
  });
  try {
    expect(engineErrorOf(() => run.judge(threeClasses)).argument).toBe("problem");
    expect(engineErrorOf(() => trained.judge(twoClasses)).argument).toBe("data");
    expect(engineErrorOf(() => trained.judge("line")).argument).toBe("data");
  } finally {
    run.dispose();
    trained.dispose();
  }
  const request = { problem: "softmax_regression", data: threeClasses, weights, x, y };
  const badly = (change: object) =>
    engineErrorOf(() => engine.decisions({ ...request, decision: "lead", ...change })).argument;
  expect(badly({ weights: [1] })).toBe("at");
  expect(badly({ decision: "sure" })).toBe("decision");
  expect(badly({ x: [0, 1, 1] })).toBe("x");
  const few = { ...request, examples: twoClasses, weights: [1, 2] };
  expect(engineErrorOf(() => engine.scores(few)).argument).toBe("weights");
});
