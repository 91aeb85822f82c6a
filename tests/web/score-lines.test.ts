import { expect, test } from "vitest";
import type { FormulaLine } from "../../wasm/engine/types.js";
import { MathRenderer } from "../../web/site/mathml.js";
import { scoreLines } from "../../web/site/score-lines.js";
import { engine } from "./browser/own-engine.js";

const catalog = engine.catalog();
const line = (tex: string): FormulaLine => ({ tex, reason: "", option: "", choice: "" });
const quantities = [
  { symbol: "score", shape: "vector" },
  { symbol: "prob", shape: "vector" },
  { symbol: "total", shape: "scalar" },
  { symbol: "mean", shape: "scalar" },
].map((one) => ({ ...one, name: one.symbol, letter: "x", meaning: "", role: "factor" }) as never);

const texOf = (...lines: string[]) => scoreLines(lines.map(line), quantities).map(({ tex }) => tex);

test("a line about scores has the class as its index, and sums one that runs", () => {
  expect(
    texOf(
      String.raw`\prob{t} = \frac{\score{t} - \max_k(\score{t})}{\total{t}}`,
      String.raw`\total{t} = \sum_k \score{t}\,\prob{t} - \max_k(\prob{t}) + \score{t}`,
      String.raw`\prob{t} = 2\,(\sum_k \score{t}) - \prob{t}`,
    ),
  ).toEqual([
    String.raw`\prob{k} = \frac{\score{k} - \max_j(\score{j})}{\total{}}`,
    String.raw`\total{} = \sum_j \score{j}\,\prob{j} - \max_j(\prob{j}) + \score{k}`,
    String.raw`\prob{k} = 2\,(\sum_j \score{j}) - \prob{k}`,
  ]);
});

test("lines about a dataset have the example as their index", () => {
  expect(
    texOf(String.raw`\total{t} = \sum_k \score{t}`, String.raw`\mean{t} = \frac{\total{t}}{n}`),
  ).toEqual([String.raw`\total{i} = \sum_k \score{k}`, String.raw`\mean{i} = \frac{\total{i}}{n}`]);
});

test.each([
  ...catalog.losses.map((loss) => ({ ...loss, about: loss.quantities })),
  ...catalog.lossDerivations.map((one) => ({
    ...one,
    about: [
      ...one.quantities,
      ...(catalog.losses.find(({ name }) => name === one.loss)?.quantities ?? []),
    ],
  })),
])(
  "every line of $name is set without an index t that has no meaning there",
  ({ lines, about }) => {
    const math = new MathRenderer(catalog);
    for (const { tex } of scoreLines(lines, [...catalog.exampleQuantities, ...about])) {
      expect(tex).not.toContain("{t}");
      expect(math.render(tex, true)).toContain("<math");
    }
  },
);
