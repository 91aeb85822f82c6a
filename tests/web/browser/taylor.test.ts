// Taylor models: their numbers, moved by pointer, keys and finger; what is typed wrong.
import type { Locator } from "playwright-core";
import { expect, test } from "vitest";
import { curvatureWords } from "../../../web/words/curvature.js";
import { numberText } from "../../../web/words/number-text.js";
import { violations } from "./axe.js";
import { computedAfter, openFigure } from "./figure-in-page.js";
import { painted, useSite } from "./harness.js";
import { engine } from "./own-engine.js";

const site = useSite();
const words = curvatureWords.taylor;

const open = (attributes = 'settings="at=2 order=10" row="2"', options = {}) =>
  openFigure(
    site,
    `<fl-taylor id="sine" analysis="taylor_model" ${attributes} description="A curve and its models"></fl-taylor>`,
    options,
  );

/** The cells of the table's row of an order. */
const rowOf = (figure: Locator, order: number) =>
  figure.locator(".taylor-terms tbody tr").nth(order).locator("th, td").allInnerTexts();

const model = (at: number, center?: number) =>
  engine.analyse({
    analysis: { name: "taylor_model", settings: { at, ...(center !== undefined && { center }) } },
  });

/** The centre of a handle, and the drawing's width in pixels for a unit of x. */
async function placeOf(figure: Locator, handle: string) {
  const box = await figure.locator(`.${handle} .ring`).boundingBox();
  const drawing = await figure.locator("svg.taylor-chart").boundingBox();
  if (!box || !drawing) throw new Error("it is not in sight");
  return { x: box.x + box.width / 2, y: box.y + box.height / 2, unit: drawing.width / 12 };
}

const settingOf = (figure: Locator, name: string) =>
  // biome-ignore lint/suspicious/noExplicitAny: the element's own, not public to other code
  figure.evaluate((node, name) => Number((node as any).setting(name)), name);

test("the lecture's numbers stand in its table and beside it", async () => {
  const { page, figure, complaints } = await open();
  for (const [order, text] of [
    [1, "1.566"],
    [2, "1.044"],
    [3, "0.833"],
    [10, "0.9092976"],
  ] as const) {
    const cells = await rowOf(figure, order);
    expect(Number(cells[4]).toFixed(text.length - 2), `order ${order}`).toBe(text);
  }
  expect((await rowOf(figure, 10))[2]).toBe("3628800");
  const { columns } = model(2);
  const number = (name: string, row: number) => columns[name]?.[row] ?? Number.NaN;
  expect(await figure.locator(".taylor-said").innerText()).toBe(
    words.said(
      "2",
      numberText(number("model", 2), 7),
      numberText(number("value_there", 2), 7),
      numberText(number("model_error", 2), 3),
    ),
  );
  expect(await violations(page)).toEqual([]);
  expect(complaints).toEqual([]);
});

test("the order is stepped, and the address keeps it", async () => {
  const { page, figure } = await open();
  await figure.getByRole("button", { name: words.higher }).click();
  expect(await figure.locator("tr.selected th").innerText()).toBe("3");
  expect(await figure.locator(".taylor-chart .taylor-lower").count()).toBe(3);
  await expect.poll(() => new URL(page.url()).searchParams.get("sine.row")).toBe("3");
  await figure.locator(".taylor-order input").focus();
  await page.keyboard.press("End");
  expect(await figure.getByRole("button", { name: words.higher }).isDisabled()).toBe(true);
});

test("centre and position are dragged, and moved by keys", async () => {
  const { page, figure } = await open();
  for (const [name, start] of [
    ["center", Math.PI / 4],
    ["at", 2],
  ] as const) {
    const { x, y, unit } = await placeOf(figure, `taylor-${name}`);
    await computedAfter(figure, async () => {
      await page.mouse.move(x, y);
      await page.mouse.down();
      await page.mouse.move(x + unit, y, { steps: 3 });
      await page.mouse.up();
    });
    await expect.poll(() => settingOf(figure, name)).toBeCloseTo(start + 1, 1);
    const before = await settingOf(figure, name);
    await figure.locator(`.taylor-${name}`).focus();
    await computedAfter(figure, () => page.keyboard.press("ArrowLeft"));
    expect(await settingOf(figure, name)).toBeCloseTo(before - 0.12, 3);
    await computedAfter(figure, () => page.keyboard.press("Shift+ArrowRight"));
    expect(await settingOf(figure, name)).toBeCloseTo(before + 0.48, 3);
  }
  const { columns } = model(await settingOf(figure, "at"), await settingOf(figure, "center"));
  expect((await rowOf(figure, 10))[4]).toBe(numberText(columns.model?.[10] ?? 0, 7));
});

test("a finger drags the centre, and scrolls the page beside it", async () => {
  const { page, figure } = await open(undefined, { hasTouch: true });
  const { x, y, unit } = await placeOf(figure, "taylor-center");
  const session = await page.context().newCDPSession(page);
  const touch = (type: string, points: { x: number; y: number }[]) =>
    session.send("Input.dispatchTouchEvent", { type: type as never, touchPoints: points });
  await computedAfter(figure, async () => {
    await touch("touchStart", [{ x, y }]);
    await touch("touchMove", [{ x: x - unit, y }]);
    await touch("touchEnd", []);
  });
  await expect.poll(() => settingOf(figure, "center")).toBeCloseTo(Math.PI / 4 - 1, 1);
});

test("what is typed wrong is refused in words, and the last good model stays", async () => {
  const { page, figure } = await open(
    'settings="function=logarithm center=1 at=2 order=10" row="2"',
  );
  const before = await rowOf(figure, 2);
  const field = figure.locator(".parameter", { hasText: "center" }).locator("input.number");
  for (const bad of ["0", "-3", "abc", "1e400"]) {
    await field.fill(bad);
    await field.press("Enter");
    await figure.locator(".refused").waitFor();
    expect(await figure.locator(".refused").innerText()).toContain("center");
    expect(await rowOf(figure, 2)).toEqual(before);
  }
  await computedAfter(figure, async () => {
    await field.fill("1.5");
    await field.press("Enter");
  });
  expect(await figure.locator(".refused").count()).toBe(0);
  await painted(page);
});

test("e^(−1/x²) stays at zero whatever the order", async () => {
  const { figure } = await open('settings="function=flat center=0 at=1 order=10" row="10"');
  for (let order = 0; order <= 10; order += 1) expect((await rowOf(figure, order))[4]).toBe("0");
  expect((await rowOf(figure, 10))[5]).toBe(numberText(-Math.exp(-1), 3));
});

test("a link sets it, and a bad one is told of", async () => {
  const { figure } = await open(undefined, { query: "?sine.analysis.at=3&sine.row=3" });
  expect((await rowOf(figure, 3))[4]).toBe(numberText(model(3).columns.model?.[3] ?? 0, 7));
  expect((await rowOf(figure, 3))[4]).toMatch(/^−0\.7409/);
  const { page: bad } = await open(undefined, { query: "?sine.analysis.at=far&sine.row=-1" });
  expect(await bad.locator("fl-notice").innerText()).toContain("sine.analysis.at");
});

test("locked and hidden handles stay where they are", async () => {
  const { page, figure } = await open(undefined, {
    query: "?lock=sine.analysis.center&hide=sine.analysis.at",
  });
  await figure.locator(".taylor-center").focus();
  await page.keyboard.press("ArrowRight");
  await painted(page);
  expect(await settingOf(figure, "center")).toBeCloseTo(Math.PI / 4, 9);
  expect(await figure.locator(".taylor-at").count()).toBe(0);
});

test("it fits a frame of 280 pixels", async () => {
  const page = await site.open("figure/?lesson=newton&figure=sine", {
    viewport: { width: 280, height: 700 },
  });
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(280);
});
