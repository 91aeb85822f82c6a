// Runs under many seeds as bands: their numbers, the cursor by pointer, finger and keys.
import type { Locator } from "playwright-core";
import { expect, test } from "vitest";
import { bandWords as words } from "../../../web/words/band.js";
import { numberText } from "../../../web/words/number-text.js";
import { violations } from "./axe.js";
import { painted, useSite } from "./harness.js";
import { engine } from "./own-engine.js";
import { onLine, openFigure, still } from "./samples-in-page.js";
import { takeAs } from "./taken-file.js";

const site = useSite();

const figureOf = (more = "") =>
  `<fl-seed-band id="band" ${onLine} start="-1.5,2.5" steps="100" evaluations="3" seeds="9" show="learning_rate seeds" ${more}
    runs="gradient_descent learning_rate=0.03 batch.size=1 as One; gradient_descent learning_rate=0.03 as All"
    description="The loss of two runs over nine seeds"></fl-seed-band>`;

interface State {
  against: string;
  place: number;
  refused: (string | undefined)[];
  medians: number[][];
}

async function stateOf(figure: Locator): Promise<State> {
  await still(figure);
  return figure.evaluate((node) => {
    // biome-ignore lint/suspicious/noExplicitAny: the element's own, not public to other code
    const { scene } = node as any;
    return {
      against: scene.against,
      place: scene.place,
      // biome-ignore lint/suspicious/noExplicitAny: as above
      refused: scene.runs.map(({ refused }: any) => refused),
      // biome-ignore lint/suspicious/noExplicitAny: as above
      medians: scene.runs.map(({ table }: any) => [...table.columns.median]),
    };
  });
}

const own = (limits: Record<string, number>, batch?: { size: number }) =>
  engine.analyse({
    analysis: { name: "seed_band", settings: { seeds: 9, ...limits } },
    problem: "linear_regression",
    data: { name: "line", settings: { count: 64, noise: 1 } },
    method: { name: "gradient_descent", settings: { learning_rate: 0.03 } },
    ...(batch && { batch }),
    at: [-1.5, 2.5],
  });

test("its bands are the core's, against iterations and against evaluations", async () => {
  const { page, figure, complaints } = await openFigure(site, figureOf());
  const state = await stateOf(figure);
  const one = own({ steps: 100 }, { size: 1 });
  expect(state.medians[0]).toEqual([...(one.columns.median ?? [])]);
  expect(state.medians[1]).toEqual([...(own({ steps: 100 }).columns.median ?? [])]);
  const at = (name: string) => numberText(one.columns[name]?.at(-1) ?? Number.NaN, 3);
  const cells = await figure.locator(".band-numbers td").allInnerTexts();
  expect(cells.slice(0, 2)).toEqual([at("median"), words.range(at("low"), at("high"))]);
  await figure.locator('input[value="evaluations"]').check();
  const paid = await stateOf(figure);
  expect(paid.medians[0]).toEqual([
    ...(own({ steps: 20_000, budget: 3 }, { size: 1 }).columns.median ?? []),
  ]);
  expect(paid.medians[1]).toHaveLength(4);
  await expect.poll(() => new URL(page.url()).searchParams.get("band.against")).toBe("evaluations");
  expect(await figure.locator(".band-area").count()).toBe(2);
  expect(complaints).toEqual([]);
});

test("the cursor by mouse, by finger and by keys", async () => {
  const { page, figure } = await openFigure(site, figureOf());
  await still(figure);
  const chart = figure.locator(".band-chart");
  await chart.scrollIntoViewIfNeeded();
  const box = await chart.boundingBox();
  if (!box) throw new Error("the chart is not to be seen");
  await page.mouse.move(box.x + 200, box.y + 100);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2, box.y + 100, { steps: 3 });
  await page.mouse.up();
  const { place } = await stateOf(figure);
  expect(Math.abs(place - 50)).toBeLessThan(6);
  for (const [key, by] of [
    ["ArrowRight", 1],
    ["Shift+ArrowRight", 10],
    ["ArrowLeft", -1],
    ["PageDown", -10],
  ] as const) {
    const before = (await stateOf(figure)).place;
    await chart.press(key);
    expect((await stateOf(figure)).place - before, key).toBe(by);
  }
  await chart.press("Home");
  expect((await stateOf(figure)).place).toBe(0);
  expect(await chart.getAttribute("aria-valuetext")).toContain(words.cursor(words.iterations, "0"));
  const touched = await openFigure(site, figureOf(), {
    hasTouch: true,
    viewport: { width: 390, height: 800 },
  });
  await still(touched.figure);
  const small = touched.figure.locator(".band-chart");
  await small.scrollIntoViewIfNeeded();
  const inside = await small.boundingBox();
  if (!inside) throw new Error("the chart is not to be seen");
  await touched.page.touchscreen.tap(inside.x + 60, inside.y + 80);
  expect((await stateOf(touched.figure)).place).toBeLessThan(10);
});

test("a learning rate that is typed moves its band alone; a bad one is told", async () => {
  const { page, figure } = await openFigure(site, figureOf(), {
    query: "?band.place=200&band.gradient_descent.learning_rate=0.01",
  });
  expect(await page.locator("fl-notice").innerText()).toContain("band.place");
  const before = await stateOf(figure);
  const rate = figure.locator("input.number").first();
  expect(await rate.inputValue()).toBe("0.01");
  await rate.fill("0.05");
  await rate.press("Enter");
  const after = await stateOf(figure);
  expect(after.medians[0]).not.toEqual(before.medians[0]);
  expect(after.medians[1]).toEqual(before.medians[1]);
  await rate.fill("-1");
  await rate.press("Enter");
  await expect.poll(async () => (await stateOf(figure)).refused[0]).toContain("learning_rate");
  await figure.getByRole("alert").first().waitFor();
  expect((await stateOf(figure)).medians).toEqual(after.medians);
});

test("a run is computed anew when a setting of its own changes, or one of all", async () => {
  const { figure } = await openFigure(site, figureOf());
  await still(figure);
  const tables = await figure.evaluateHandle((node) =>
    // biome-ignore lint/suspicious/noExplicitAny: the element's own, not public to other code
    (node as any).scene.runs.map(({ table }: any) => table),
  );
  const kept = async () => {
    await still(figure);
    return figure.evaluate(
      (node, before) =>
        // biome-ignore lint/suspicious/noExplicitAny: as above
        (node as any).scene.runs.map(({ table }: any, i: number) => table === before[i]),
      tables,
    );
  };
  const type = async (field: Locator, text: string) => {
    await field.fill(text);
    await field.press("Enter");
  };
  expect(await kept()).toEqual([true, true]);
  await type(figure.locator("input.number").first(), "0.05");
  expect(await kept()).toEqual([false, true]);
  await type(figure.locator('input.number[id$="seeds-number"]'), "5");
  expect(await kept()).toEqual([false, false]);
});

test.each([
  [onLine, "runs: got none"],
  [`${onLine} runs="gradient_descent" against="time"`, 'against: got "time"'],
  [`${onLine} runs="gradient_descent batch.sizes=3"`, "sizes"],
  [`${onLine} runs="gradient_descent" range="0,1"`, 'range: got "0,1"'],
  ['problem="booth" runs="gradient_descent"', "linear_regression"],
])("%s is refused in words", async (attributes, told) => {
  const { page } = await openFigure(
    site,
    `<fl-seed-band ${attributes} description="Bands"></fl-seed-band>`,
  );
  await expect.poll(() => page.locator("fl-notice").innerText()).toContain(told);
});

test("what a teacher locks stays as it is", async () => {
  const { figure } = await openFigure(site, figureOf(), {
    query: "?lock=band.place,band.against",
  });
  const before = await stateOf(figure);
  await figure.locator(".band-chart").press("Home");
  expect(await stateOf(figure)).toEqual(before);
  expect(await figure.locator("input[type=radio]").first().isDisabled()).toBe(true);
});

test("it is taken along as a picture, and its rows as numbers", async () => {
  const { page, figure } = await openFigure(site, figureOf());
  await still(figure);
  const caption = figure.locator("figcaption");
  const svg = await takeAs(page, caption, "svg");
  expect(svg.content.toString()).toContain("One");
  const csv = (await takeAs(page, caption, "csv")).content.toString().trim().split(/\r?\n/);
  expect(csv[0]).toContain("One: median");
  expect(csv).toHaveLength(101);
});

test.each([280, 360, 1280])("at %i px nothing overflows, and axe finds nothing", async (width) => {
  const { page, figure, complaints } = await openFigure(site, figureOf(), {
    viewport: { width, height: 900 },
  });
  await still(figure);
  await painted(page);
  expect(await figure.evaluate((one) => one.scrollWidth - one.clientWidth)).toBe(0);
  expect(await violations(page, { colours: width === 1280 })).toEqual([]);
  expect(complaints).toEqual([]);
});

test("its outcome is said once it is computed anew", async () => {
  const { figure } = await openFigure(site, figureOf());
  await figure.locator(".band-against label").last().click();
  await still(figure);
  await expect.poll(() => figure.locator("figure > p[role=status]").textContent()).toMatch(/\d/);
});
