// Pages load the smallest engine that has what they mention, and it computes what they show.
import { expect, test } from "vitest";
import type { FirstEngineName } from "../../../wasm/engine/page-engines.js";
import { numberText } from "../../../web/words/number-text.js";
import { asLesson, fixturePath } from "./fixture.js";
import { complaintsOf, useSite } from "./harness.js";
import { engine } from "./own-engine.js";

const site = useSite();

const pages: { part: FirstEngineName; problem: string; method: string }[] = [
  { part: "descent", problem: "booth", method: "momentum" },
  { part: "methods", problem: "rosenbrock", method: "newton" },
  { part: "learning", problem: "linear_regression", method: "momentum" },
  { part: "learning", problem: "softmax_regression", method: "adam" },
];

test.each(pages)("a page with $method on $problem loads $part", async (mentioned) => {
  const { part, problem, method } = mentioned;
  const value = `<fl-value problem="${problem}" method="${method}" steps="5" quantity="loss" digits="6">`;
  site.extra.set(
    fixturePath,
    await asLesson(`<!doctype html><html lang="en"><head><title>Engines</title></head>
      <body><h1>Engines</h1><p>The loss is ${value}</fl-value>.</p></body></html>`),
  );
  const asked = site.answers.length;
  let complaints: string[] = [];
  const page = await site.open(fixturePath, {
    before: async (fresh) => {
      complaints = await complaintsOf(fresh);
    },
  });
  const shown = page.locator("fl-value[data-computed]");
  await shown.waitFor();
  const measure = {
    spec: { problem, method },
    steps: 5,
    quantity: "loss",
    reduction: "last",
  } as const;
  expect(await shown.textContent()).toBe(numberText(engine.measure(measure), 6));
  const loaded = site.answers.slice(asked).filter(({ path }) => path.endsWith(".wasm"));
  expect(loaded.map(({ path }) => path)).toEqual([expect.stringContaining(`fall_line_${part}-`)]);
  expect(complaints).toEqual([]);
});
