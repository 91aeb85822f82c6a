// Scores, the losses they have, and tables of analyses, taken along.
import { csvParseRows } from "d3-dsv";
import type { Locator, Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { lossRequest } from "../../../web/ask/ask.js";
import { scoreWords } from "../../../web/words/scores.js";
import { asLesson, fixturePath } from "./fixture.js";
import { useSite } from "./harness.js";
import { engine } from "./own-engine.js";
import { takeAs } from "./taken-file.js";

const site = useSite();
const losses = ["multiclass_svm", "softmax_cross_entropy"];
const scores = [
  [2, 1, -1],
  [0.5, 0.25, 3],
];
const labels = [0, 2];
const body = `<h1>Scores</h1><p>Drag.</p>
<fl-score-line id="line" scene="two"></fl-score-line>
<fl-loss-curve id="curve" scene="two" caption="As one score moves."></fl-loss-curve>
<fl-scores id="table" scene="two" classes="cat car frog" scores="2,1,-1; 0.5,0.25,3" labels="0,2" coordinate="1" losses="${losses.join("; ")}" unfold="terms probability" range="-6,8"></fl-scores>
<fl-scores id="images" data="image_scores" loss="softmax_cross_entropy" unfold="probability" range="-6,8"></fl-scores>
<fl-derivation id="why" scene="two" loss="softmax_cross_entropy"></fl-derivation>
<fl-table-chart id="path" analysis="penalty" x="weight" y="slope total"></fl-table-chart>`;

/** A number with all that there is of it, the sign of zero too. */
const written = (value: number) => (Object.is(value, -0) ? "-0" : String(value));

beforeAll(async () => {
  const source = `<!doctype html><html lang="en"><head><title>Scores</title></head><body>${body}</body></html>`;
  site.extra.set(fixturePath, await asLesson(source));
});

async function numbersOf(page: Page, figure: Locator): Promise<Record<string, string>[]> {
  const { content } = await takeAs(page, figure, "csv");
  const [columns = [], ...lines] = csvParseRows(content.toString("utf8"));
  return lines.map((line) => Object.fromEntries(columns.map((name, i) => [name, line[i] ?? ""])));
}

test.each(["#table", "#line", "#why"])(
  "the numbers of %s are what the engine makes of the scores, class by class",
  async (selector) => {
    const page = await site.open(fixturePath);
    const rows = await numbersOf(page, page.locator(selector));
    expect(rows).toHaveLength(6);
    const classes = ["cat", "car", "frog"];
    for (const [at, row] of rows.entries()) {
      const [example, k] = [Math.floor(at / 3), at % 3];
      expect(row).toMatchObject({
        example: String(example),
        "right class": classes[labels[example]!],
        class: classes[k],
        score: String(scores[example]![k]),
      });
      for (const loss of losses) {
        const { columns } = engine.loss({ loss, scores, labels }).table;
        expect(row[`${loss}.example_loss`]).toBe(written(columns.example_loss![example]!));
        expect(row[`${loss}.score_gradient`]).toBe(written(columns.score_gradient![at]!));
      }
    }
  },
);

test("with one loss alone its quantities keep their names", async () => {
  const page = await site.open(fixturePath);
  const rows = await numbersOf(page, page.locator("#images"));
  const request = await lossRequest(
    { loss: "softmax_cross_entropy", data: { name: "image_scores" } },
    engine,
  );
  const { columns } = engine.loss(request).table;
  expect(rows.map(({ probability }) => probability)).toEqual(
    [...columns.probability!].map(written),
  );
});

test("the numbers of a curve are its points", async () => {
  const page = await site.open(fixturePath);
  const rows = await numbersOf(page, page.locator("#curve"));
  const titles = losses.map(
    (name) => engine.catalog().losses.find((one) => one.name === name)!.title,
  );
  expect(Object.keys(rows[0]!)).toEqual(["score", ...titles]);
  expect(rows.length).toBeGreaterThan(100);
  for (const [i, loss] of losses.entries()) {
    const moved = rows.map(({ score }) => [2, Number(score), -1]);
    const { columns } = engine.loss({ loss, scores: moved, labels: moved.map(() => 0) }).table;
    expect(rows.map((row) => row[titles[i]!])).toEqual([...columns.example_loss!].map(written));
  }
});

test("the numbers of an analysis are its whole table", async () => {
  const page = await site.open(fixturePath);
  const rows = await numbersOf(page, page.locator("#path"));
  const table = engine.analyse({ analysis: "penalty" });
  expect(rows).toHaveLength(table.rows);
  for (const name of ["weight", "slope", "total"]) {
    expect(rows.map((row) => row[name])).toEqual([...table.columns[name]!].map(written));
  }
});

test.each([
  ["#line", ["cat ✓", "car", "frog"]],
  ["#curve", ["Multiclass SVM", "Softmax cross-entropy"]],
  ["#path", ["slope", "total"]],
])("the drawing of %s has its lines and its names", async (selector, names) => {
  const page = await site.open(fixturePath);
  const { content } = await takeAs(page, page.locator(selector), "svg");
  const { fault, texts, shapes } = await page.evaluate((text) => {
    const parsed = new DOMParser().parseFromString(text, "image/svg+xml");
    return {
      fault: parsed.querySelector("parsererror")?.textContent ?? null,
      texts: [...parsed.querySelectorAll("text")].map((one) => one.textContent),
      shapes: parsed.querySelectorAll("path[stroke], line").length,
    };
  }, content.toString("utf8"));
  expect(fault).toBeNull();
  expect(texts).toEqual(expect.arrayContaining(names));
  expect(shapes).toBeGreaterThan(3);
});

test("each of them can be shown by itself, though another declares its scores", async () => {
  for (const id of ["line", "curve", "why", "path"]) {
    const page = await site.open(`figure/?lesson=fixture&figure=${id}`);
    expect(await page.locator(`#${id}`).getAttribute("data-failed"), id).toBeNull();
    expect(await page.locator("fl-notice").innerText()).toBe("");
    const shown = await page.locator("main > [id]").evaluateAll((all) => all.map(({ id }) => id));
    expect(shown).toEqual([id]);
  }
  const page = await site.open("figure/?lesson=fixture&figure=two&two.scores=5,1,0;0,0,0");
  expect(await page.locator("fl-notice").innerText()).toBe("");
  const input = page.locator("#table").getByLabel(scoreWords.scoreOf("cat")).last();
  expect(await input.inputValue()).toBe("5");
});
