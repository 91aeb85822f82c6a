import { expect, test } from "vitest";
import { askFrom } from "../../web/ask/ask-attributes.js";
import { parsePoint, parseRuns, parseSettings } from "../../web/scene/run-text.js";

test("settings of the method and of the problem are told apart", () => {
  expect(parseSettings(" learning_rate=1   problem.slope=-1e3 bias_correction=off\n")).toEqual({
    settings: { learning_rate: "1", bias_correction: "off" },
    problemSettings: { slope: "-1e3" },
  });
  expect(parseSettings("")).toEqual({ settings: {}, problemSettings: {} });
});

test("a setting without a value is refused with what it should be", () => {
  expect(() => parseSettings("learning_rate")).toThrow(
    'settings: got "learning_rate"; allowed: name=value',
  );
});

test("a run names its schedule, with settings of the schedule’s own", () => {
  const [first, second] = parseRuns(
    "gradient_descent learning_rate=1 schedule=cosine schedule.total=100 as Cosine; adam",
  );
  expect(first).toEqual({
    method: "gradient_descent",
    label: "Cosine",
    settings: { learning_rate: "1" },
    problemSettings: {},
    schedule: { name: "cosine", settings: { total: "100" } },
  });
  expect(second).not.toHaveProperty("schedule");
  expect(parseSettings("schedule=pieces schedule.pieces=linear:5:0:1,constant:9:1")).toMatchObject({
    schedule: { name: "pieces", settings: { pieces: "linear:5:0:1,constant:9:1" } },
  });
});

test("a setting of no schedule is refused with what is missing", () => {
  expect(() => parseSettings("schedule.total=5")).toThrow(
    'settings: got "schedule.total" of no schedule; allowed: schedule=name before it',
  );
});

test("attributes ask about a run, or a table, under a schedule", () => {
  const ask = (attributes: Record<string, string>) => askFrom((name) => attributes[name]);
  const schedule = { name: "cosine", settings: { total: "4" } };
  expect(
    ask({ analysis: "schedule", schedule: "cosine total=4", quantity: "factor", row: "1" }),
  ).toEqual({
    table: {
      analysis: { name: "schedule", settings: {} },
      schedule,
      quantity: "factor",
      row: 1,
    },
  });
  expect(
    ask({
      problem: "booth",
      method: "adam",
      schedule: "cosine total=4",
      steps: "2",
      quantity: "loss",
    }),
  ).toMatchObject({ measure: { spec: { schedule } } });
});

test("runs have a method, settings and a name of their own", () => {
  const runs = parseRuns(
    " adam learning_rate=1 bias_correction=off as Without correction ;\n gradient_descent; adam as As as printed;",
  );
  expect(runs.map(({ method, settings, label }) => ({ method, settings, label }))).toEqual([
    {
      method: "adam",
      settings: { learning_rate: "1", bias_correction: "off" },
      label: "Without correction",
    },
    { method: "gradient_descent", settings: {}, label: undefined },
    { method: "adam", settings: {}, label: "As as printed" },
  ]);
  expect(parseRuns(" ; ")).toEqual([]);
});

test.each([
  ["-4,-4", [-4, -4]],
  [" 1e-3 , 2", [0.001, 2]],
  ["7", [7]],
  ["1,2,3", [1, 2, 3]],
  ["", undefined],
  ["1,", undefined],
  ["1;2", undefined],
  ["1e999,0", undefined],
  ["NaN,0", undefined],
  ["one,two", undefined],
])("the point %j is %j", (text, point) => {
  expect(parsePoint(text)).toEqual(point);
});

test("attributes make a question to the core, and say nothing they were not told", () => {
  const attributes: Record<string, string> = {
    problem: "parabola",
    method: "adam",
    settings: "learning_rate=0.1 problem.curvature=2",
    start: "1",
    steps: "12",
    quantity: "theta",
    reduction: "maximum",
    class: "ignored",
  };
  expect(askFrom((name) => attributes[name])).toEqual({
    measure: {
      spec: {
        problem: { name: "parabola", settings: { curvature: "2" } },
        method: { name: "adam", settings: { learning_rate: "0.1" } },
        start: [1],
      },
      steps: 12,
      quantity: "theta",
      reduction: "maximum",
    },
  });
});

test("attributes ask about the loss of scores, typed or of a dataset", () => {
  const ask = (attributes: Record<string, string>) => askFrom((name) => attributes[name]);
  const loss = { name: "multiclass_svm", settings: { power: "squared" } };
  const about = { loss: "multiclass_svm", settings: "power=squared" };
  expect(
    ask({ ...about, scores: "3.2,5.1; 1,2", labels: "0,1", quantity: "example_loss", row: "1" }),
  ).toEqual({
    loss: {
      loss,
      scores: [
        [3.2, 5.1],
        [1, 2],
      ],
      labels: [0, 1],
      quantity: "example_loss",
      row: 1,
    },
  });
  expect(ask({ ...about, data: "image_scores scale=2", reduction: "sum", times: "100" })).toEqual({
    loss: { loss, data: { name: "image_scores", settings: { scale: "2" } }, reduction: "sum" },
    times: 100,
  });
  expect(() => ask({ ...about, scores: "3.2;x" })).toThrow('scores: got "x"');
});

test("attributes ask for one number of a table", () => {
  const attributes: Record<string, string> = {
    analysis: "penalty",
    settings: "weights=1,2 penalty=l1",
    quantity: "total",
  };
  expect(askFrom((name) => attributes[name])).toEqual({
    table: {
      analysis: { name: "penalty", settings: { weights: "1,2", penalty: "l1" } },
      quantity: "total",
    },
  });
});

test("attributes ask for a default, of the method unless it is the problem’s, and for a fact", () => {
  const declared = (attributes: Record<string, string>) => {
    const ask = askFrom((name) => attributes[name]);
    return "declared" in ask ? ask.declared : ask;
  };
  const both = { method: "adam", problem: "noisy_gradient" };
  expect(declared({ ...both, default: "beta1" })).toEqual({
    of: "methods",
    name: "adam",
    default: "beta1",
  });
  const noise = { of: "problems", name: "noisy_gradient", default: "noise" };
  expect(declared({ ...both, default: "problem.noise" })).toEqual(noise);
  expect(declared({ problem: "noisy_gradient", default: "noise" })).toEqual(noise);
  expect(declared({ loss: "multiclass_svm", default: "margin" })).toEqual({
    of: "losses",
    name: "multiclass_svm",
    default: "margin",
  });
  expect(declared({ data: "two_moons noise=0.1", default: "noise" })).toMatchObject({
    of: "datasets",
    name: "two_moons",
  });
  expect(declared({ problem: "booth", fact: "minimum", coordinate: "1" })).toEqual({
    of: "problems",
    name: "booth",
    fact: "minimum",
    coordinate: 1,
  });
});
