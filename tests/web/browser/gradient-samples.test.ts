// Gradients of minibatches that the reader draws: their numbers, by pointer, finger and keys.
import type { Locator } from "playwright-core";
import { expect, test } from "vitest";
import type { Table } from "../../../wasm/engine/types.js";
import { numberText } from "../../../web/words/number-text.js";
import { samplesWords as words } from "../../../web/words/samples.js";
import { violations } from "./axe.js";
import { painted, useSite } from "./harness.js";
import { engine } from "./own-engine.js";
import { onLine, openFigure, still } from "./samples-in-page.js";
import { takeAs } from "./taken-file.js";

const site = useSite();

const figureOf = (more = "") =>
  `<fl-gradient-samples id="cloud" ${onLine} start="-1,2" ${more} description="Gradients of minibatches"></fl-gradient-samples>`;

interface State {
  size: number;
  drawn: [number, number][];
  cloud: Record<string, number[]> | undefined;
  measured: number[];
  refused: string | undefined;
}

async function stateOf(figure: Locator): Promise<State> {
  await still(figure);
  return figure.evaluate((node) => {
    // biome-ignore lint/suspicious/noExplicitAny: the element's own, not public to other code
    const { scene } = node as any;
    const columns = (table: Table | undefined) =>
      table &&
      Object.fromEntries(Object.entries(table.columns).map(([name, all]) => [name, [...all]]));
    return {
      size: scene.size,
      drawn: [...scene.drawn],
      cloud: columns(scene.cloud),
      measured: columns(scene.spread)?.measured ?? [],
      refused: scene.refused,
    };
  });
}

const own = (settings: Record<string, number | string>) =>
  engine.analyse({
    analysis: { name: "minibatch_gradients", settings },
    problem: "linear_regression",
    data: { name: "line", settings: { count: 64, noise: 1 } },
    at: [-1, 2],
  });

const draw = (figure: Locator, count: number) =>
  figure.getByRole("button", { name: words.draw(count), exact: true });

test("the reader's draws add up, size by size, and are the core's", async () => {
  const { page, figure, complaints } = await openFigure(site, figureOf());
  expect((await stateOf(figure)).cloud).toBeUndefined();
  await draw(figure, 1).click();
  await draw(figure, 10).click();
  const few = await stateOf(figure);
  expect(few.drawn).toEqual([[1, 11]]);
  expect(few.cloud?.sample).toEqual([...(own({ size: 1, draws: 11 }).columns.sample ?? [])]);
  const size = figure.locator("input.number").first();
  await size.fill("16");
  await size.press("Enter");
  expect((await stateOf(figure)).cloud).toBeUndefined();
  expect(await figure.locator(".samples-bar output").innerText()).toBe(words.count(0));
  await draw(figure, 100).click();
  const both = await stateOf(figure);
  expect(both.drawn).toEqual([
    [1, 11],
    [16, 100],
  ]);
  expect(both.measured.filter((one) => one > 0)).toHaveLength(2);
  const table = own({ size: 16, draws: 100 });
  const at = (name: string) => numberText(table.columns[name]?.at(-1) ?? Number.NaN, 3);
  expect(await figure.locator(".samples-numbers td").allInnerTexts()).toEqual([
    at("spread"),
    at("expected_spread"),
    at("mean_error"),
    at("expected_error"),
  ]);
  await expect.poll(() => new URL(page.url()).searchParams.get("cloud.drawn")).toBe("1:11,16:100");
  await page.reload();
  await page.locator("html[data-ready=true]").waitFor({ state: "attached" });
  expect((await stateOf(figure)).drawn).toEqual(both.drawn);
  expect(complaints).toEqual([]);
});

test("another size by dragging across the chart, with the mouse and a finger", async () => {
  const { page, figure } = await openFigure(site, figureOf('drawn="1:20"'));
  await still(figure);
  const chart = figure.locator(".spread-chart");
  await chart.scrollIntoViewIfNeeded();
  const box = await chart.boundingBox();
  if (!box) throw new Error("the chart is not to be seen");
  await page.mouse.move(box.x + 60, box.y + 80);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width - 16, box.y + 80, { steps: 4 });
  await page.mouse.up();
  expect((await stateOf(figure)).size).toBe(64);
  const touched = await openFigure(site, figureOf('drawn="1:20"'), {
    hasTouch: true,
    viewport: { width: 390, height: 800 },
  });
  await still(touched.figure);
  const small = touched.figure.locator(".spread-chart");
  await small.scrollIntoViewIfNeeded();
  const inside = await small.boundingBox();
  if (!inside) throw new Error("the chart is not to be seen");
  await touched.page.touchscreen.tap(inside.x + inside.width - 16, inside.y + 80);
  expect((await stateOf(touched.figure)).size).toBe(64);
  expect(await touched.page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
});

test("by keys alone: slider, buttons, start over", async () => {
  const { page, figure } = await openFigure(site, figureOf());
  await still(figure);
  await figure.locator("input[type=range]").first().press("End");
  expect((await stateOf(figure)).size).toBe(64);
  await draw(figure, 10).press("Enter");
  expect((await stateOf(figure)).drawn).toEqual([[64, 10]]);
  const before = (await stateOf(figure)).cloud?.sample;
  await figure.getByRole("button", { name: words.again }).press("Enter");
  expect((await stateOf(figure)).drawn).toEqual([]);
  await figure.locator("input[type=range]").first().press("Home");
  await draw(figure, 10).press("Enter");
  const other = await stateOf(figure);
  expect(other.cloud?.sample).not.toEqual(before);
  expect(other.cloud?.sample).toEqual([
    ...(own({ size: 1, draws: 10, seed: 2 }).columns.sample ?? []),
  ]);
  await expect.poll(() => new URL(page.url()).searchParams.get("cloud.analysis.seed")).toBe("2");
});

test("drawn with replacement, all examples still leave something to chance", async () => {
  const { figure } = await openFigure(site, figureOf('drawn="64:50" settings="size=64"'));
  const without = await stateOf(figure);
  expect(Math.max(...(without.cloud?.deviation ?? [1]))).toBeLessThan(1e-9);
  await figure.locator('input[value="with"]').check();
  expect((await stateOf(figure)).drawn).toEqual([]);
  await draw(figure, 10).click();
  expect(Math.min(...((await stateOf(figure)).cloud?.deviation ?? [0]))).toBeGreaterThan(1e-3);
});

test("bad input is told in words, and the last good picture stays", async () => {
  const { page, figure } = await openFigure(site, figureOf('drawn="1:5"'), {
    query: "?cloud.drawn=2:x&cloud.analysis.size=4",
  });
  const before = await stateOf(figure);
  expect(before.drawn).toEqual([[1, 5]]);
  expect(before.size).toBe(4);
  expect(await page.locator("fl-notice").innerText()).toContain("cloud.drawn");
  for (const bad of ["65", "0", "many"]) {
    const size = figure.locator("input.number").first();
    await size.fill(bad);
    await size.press("Enter");
    await expect.poll(async () => (await stateOf(figure)).refused).toContain("analysis.size");
    await figure.getByRole("alert").waitFor();
    expect((await stateOf(figure)).measured).toEqual(before.measured);
    expect(await draw(figure, 10).isDisabled()).toBe(true);
  }
});

test.each([
  ['problem="booth" start="1,2"', "over examples"],
  [`${onLine} start="1,2,3"`, 'start: got "1,2,3"'],
  [`${onLine} start="1,2" drawn="one"`, 'drawn: got "one"'],
])("%s is refused in words", async (attributes, told) => {
  const { page } = await openFigure(
    site,
    `<fl-gradient-samples ${attributes} description="Samples"></fl-gradient-samples>`,
  );
  await expect.poll(() => page.locator("fl-notice").innerText()).toContain(told);
});

test("what a teacher locks or hides cannot be used", async () => {
  const { figure } = await openFigure(site, figureOf('drawn="1:5"'), {
    query: "?lock=cloud.drawn&hide=cloud.analysis.seed",
  });
  await still(figure);
  expect(await draw(figure, 10).isDisabled()).toBe(true);
  const { figure: bare } = await openFigure(site, figureOf('drawn="1:5"'), {
    query: "?hide=cloud.drawn",
  });
  await still(bare);
  expect(await draw(bare, 10).count()).toBe(0);
});

test("it is taken along as a picture, and its draws as numbers", async () => {
  const { page, figure } = await openFigure(site, figureOf('drawn="1:40,8:20"'));
  await still(figure);
  const caption = figure.locator("figcaption");
  const svg = await takeAs(page, caption, "svg");
  expect(svg.content.toString()).toContain(words.plane);
  const csv = (await takeAs(page, caption, "csv")).content.toString().trim().split(/\r?\n/);
  expect(csv[0]).toContain("sample_1");
  expect(csv).toHaveLength(41);
});

test.each([280, 360, 1280])("at %i px nothing overflows, and axe finds nothing", async (width) => {
  const { page, figure, complaints } = await openFigure(site, figureOf('drawn="1:40,8:20"'), {
    viewport: { width, height: 900 },
  });
  await still(figure);
  await painted(page);
  expect(await figure.evaluate((one) => one.scrollWidth - one.clientWidth)).toBe(0);
  expect(await violations(page, { colours: width === 1280 })).toEqual([]);
  expect(complaints).toEqual([]);
});

test("its outcome is said once more is drawn", async () => {
  const { figure } = await openFigure(site, figureOf());
  await figure.locator(".samples-bar button").first().click();
  await still(figure);
  await expect.poll(() => figure.locator("figure > p[role=status]").textContent()).toMatch(/\d/);
});
