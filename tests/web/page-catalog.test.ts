import { load } from "cheerio";
import { expect, test } from "vitest";
import { namesOnPage } from "../../web/site/names-on-page.js";
import { pageCatalog } from "../../web/site/page-catalog.js";
import { engine } from "./browser/own-engine.js";

const catalog = engine.catalog();

function catalogOf(body: string) {
  const $ = load(body);
  return pageCatalog($, catalog, namesOnPage($), "a page");
}

const question = (measure: object) =>
  `<fl-quiz><script type="application/json">${JSON.stringify({ questions: [{ answer: { measure } }] })}</script></fl-quiz>`;

test("a page has the entries its elements mention, and no others", () => {
  const known = catalogOf(
    '<fl-descent problem="booth" runs="adam learning_rate=1 as Adam; momentum"></fl-descent>',
  );
  expect(known.methods.map(({ name }) => name).sort()).toEqual(["adam", "momentum"]);
  expect(known.problems).toEqual(catalog.problems.filter(({ name }) => name === "booth"));
  expect(known.derivations.map(({ method }) => method)).toEqual(["adam", "adam"]);
  expect(known.stepQuantities).toEqual(catalog.stepQuantities);
  expect(JSON.stringify(known)).not.toContain("frac"); // lines are in the page's mathematics
});

test.each([
  ["nothing", "<p>Text</p>", "descent"],
  ["first-order methods", '<fl-descent problem="booth" methods="adam momentum">', "descent"],
  ["a second-order method", '<fl-trace problem="booth" method="newton">', "methods"],
  ["one in a question", question({ problem: "booth", method: { name: "bfgs" } }), "methods"],
  ["a bowl seen through noise", '<fl-trace problem="noisy_bowl" method="adam">', "methods"],
  ["a schedule", '<fl-trace problem="booth" runs="adam schedule=cosine">', "descent"],
  ["one of pieces", '<fl-trace problem="booth" runs="adam schedule=pieces">', "methods"],
  ["a race", '<fl-race problem="booth" entrants="adam; newton">', "methods"],
  ["an analysis in a question", question({ analysis: "spectrum" }), "curvature"],
  ["one about learning", question({ analysis: "penalty" }), "learning"],
  ["regression", '<fl-value problem="linear_regression" method="adam">', "learning"],
  ["an analysis of it", question({ analysis: "fitted_examples" }), "regression"],
  [
    "its path, and a loss in a question",
    `<fl-table-chart analysis="regularization_path">${question({ loss: "multiclass_svm" })}`,
    "regression",
  ],
  [
    "the plane of learning rate against β",
    '<fl-damping-pad problem="booth" method="momentum">',
    "curvature",
  ],
  ["penalties on two weights", "<fl-penalties></fl-penalties>", "regression"],
  ["a classifier", '<fl-value problem="softmax_regression" method="adam">', "learning"],
  ["one in a question", question({ problem: { name: "mlp" }, method: "adam" }), "learning"],
  ["a loss in a question", question({ loss: "softmax_cross_entropy" }), "learning"],
  ["minibatches drawn", '<fl-gradient-samples problem="linear_regression">', "regression"],
  [
    "regression and a bowl seen through noise",
    `<fl-seed-band problem="linear_regression"></fl-seed-band><fl-trace problem="noisy_bowl">`,
    "regression",
  ],
])("a page with %s loads the engine that has it", (_, body, expected) => {
  expect(catalogOf(body).engine).toBe(expected);
});

test("a page with penalties has what these ask, and their data", () => {
  const known = catalogOf('<fl-penalties data="unequal_scales standardise=on"></fl-penalties>');
  expect(known.problems.map(({ name }) => name)).toEqual(["linear_regression"]);
  expect(known.analyses.map(({ name }) => name)).toEqual(["regularization_path", "penalty_level"]);
  expect(known.datasets.map(({ name }) => name)).toEqual(["unequal_scales"]);
  const [usual] = catalogOf("<fl-penalties></fl-penalties>").datasets;
  expect(usual?.name).toBe("two_inputs");
});

test.each([
  ["mlp", "lbfgs", '<fl-value problem="mlp" method="lbfgs"></fl-value>'],
  [
    "linear_regression",
    "newton",
    `<fl-value method="newton"></fl-value>${question({ problem: "linear_regression" })}`,
  ],
  [
    "mlp",
    "regularization_path",
    '<fl-table-chart analysis="regularization_path"></fl-table-chart><fl-value problem="mlp">',
  ],
])("a page with %s and %s is refused by its name and theirs", (one, other, body) => {
  for (const name of ["a page:", one, other]) expect(() => catalogOf(body)).toThrow(name);
});
