import { load } from "cheerio";
import { expect, test } from "vitest";
import { namesOnPage } from "../../web/site/names-on-page.js";
import { pageCatalog } from "../../web/site/page-catalog.js";
import { engine } from "./browser/own-engine.js";

const catalog = engine.catalog();

function catalogOf(body: string) {
  const $ = load(body);
  return pageCatalog($, catalog, namesOnPage($));
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
  ["a second-order method", '<fl-trace problem="booth" method="newton">', "curvature"],
  ["one in a question", question({ problem: "booth", method: { name: "bfgs" } }), "curvature"],
  ["an analysis in a question", question({ analysis: "spectrum" }), "curvature"],
  ["one about learning", question({ analysis: "penalty" }), "learning"],
  ["a model", '<fl-value problem="linear_regression" method="adam">', "learning"],
  ["one in a question", question({ problem: { name: "mlp" }, method: "adam" }), "learning"],
  ["a loss in a question", question({ loss: "softmax_cross_entropy" }), "learning"],
])("a page with %s loads the engine that has it", (_, body, expected) => {
  expect(catalogOf(body).engine).toBe(expected);
});

test("a page that no engine is enough for is refused, with its names", () => {
  const body =
    '<fl-value problem="mlp" method="adam"></fl-value><fl-value method="lbfgs"></fl-value>';
  expect(() => catalogOf(body)).toThrow(/lbfgs.*mlp/s);
});

test("a page with an analysis that no engine of pages has is refused by its name", () => {
  const body = '<fl-table-chart analysis="regularization_path" problem="linear_regression">';
  expect(() => catalogOf(body)).toThrow("regularization_path");
});
