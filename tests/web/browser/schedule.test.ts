// A schedule put together from pieces, by pointer, finger, keyboard, typing and address.
import { expect, test } from "vitest";
import { parsePieces } from "../../../web/scene/pieces.js";
import { numberText } from "../../../web/words/number-text.js";
import { scheduleWords as words } from "../../../web/words/schedule.js";
import { violations } from "./axe.js";
import { painted, useSite } from "./harness.js";
import { shiftsOf, watchShifts } from "./layout-shifts.js";
import { openEverything } from "./open-everything.js";
import { engine, traceOf } from "./own-engine.js";
import { firstPieces, openSchedule, ownOf, ringAt } from "./schedule-in-page.js";

const site = useSite();
const { pieceShapes } = engine.catalog();
const read = (text: string) => parsePieces(text, pieceShapes) ?? [];

test("what is drawn and said is what the engine says", async () => {
  const { page, figure, complaints } = await openSchedule(site);
  const { run, pieces, steps } = await ownOf(figure);
  expect(pieces).toBe(firstPieces);
  const expected = traceOf(run.spec, steps, "expected_loss");
  await expect
    .poll(() => figure.locator(".verdict").first().textContent())
    .toBe(words.result("Expected loss", numberText(expected[steps]!, 3), steps));
  const rates = traceOf(run.spec, steps, "learning_rate_now");
  expect(rates[1]).toBe(0.1);
  expect(rates[50]).toBe(1);
  expect(await figure.locator(".rate-chart .series").count()).toBe(4);
  expect(page.url()).not.toContain("?");
  expect(complaints).toEqual([]);
});

test("a ring that is dragged moves its border and its height, and the run follows", async () => {
  const { page, figure } = await openSchedule(site);
  const before = await figure.locator(".verdict").first().textContent();
  const { x, y } = await ringAt(figure, 1);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 60, y + 40, { steps: 4 });
  await page.mouse.up();
  const [warmUp, level, fall] = read((await ownOf(figure)).pieces);
  expect(warmUp).toMatchObject({ length: 20, from: 0.1, to: level?.from });
  expect(level?.from).toBeLessThan(0.9);
  expect(level?.length).toBeGreaterThan(65);
  expect((level?.length ?? 0) + (fall?.length ?? 0)).toBe(180);
  expect(fall).toMatchObject({ from: level?.to, to: 0 });
  await expect.poll(() => figure.locator(".verdict").first().textContent()).not.toBe(before);
  await expect.poll(() => page.url()).toContain("bench.gradient_descent.schedule.pieces=");
});

test("a finger moves a ring, and scrolls the page beside it", async () => {
  const { page, figure } = await openSchedule(site, {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
  });
  const devtools = await page.context().newCDPSession(page);
  const touch = (type: string, ...points: { x: number; y: number }[]) =>
    devtools.send("Input.dispatchTouchEvent", { type, touchPoints: points } as never);
  const { x, y } = await ringAt(figure, 0);
  await touch("touchStart", { x, y });
  await touch("touchMove", { x: x + 15, y: y + 20 });
  await touch("touchMove", { x: x + 30, y: y + 45 });
  await touch("touchEnd");
  const [warmUp] = read((await ownOf(figure)).pieces);
  expect(warmUp?.length).toBeGreaterThan(20);
  expect(warmUp?.to).toBeLessThan(0.9);
  const from = await page.evaluate(() => scrollY);
  const box = (await figure.locator(".rate-chart").boundingBox()) as { x: number; y: number };
  await touch("touchStart", { x: box.x + 200, y: box.y + 180 });
  for (const by of [20, 60, 120]) await touch("touchMove", { x: box.x + 200, y: box.y + 180 - by });
  await touch("touchEnd");
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(from);
});

test("arrow keys move a ring, with Shift further", async () => {
  const { page, figure } = await openSchedule(site);
  const ring = figure.locator('.piece-end[data-piece="0"][data-side="to"]');
  await ring.focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("Shift+ArrowRight");
  expect((await ownOf(figure)).pieces).toBe(
    "linear:31:0.1:0.89,constant:49:0.89,cosine:120:0.89:0",
  );
  await expect
    .poll(() => ring.getAttribute("aria-valuetext"))
    .toBe(words.at("31", numberText(0.89, 3)));
  await figure.locator('.piece-end[data-piece="0"][data-side="from"]').focus();
  await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("ArrowDown");
  expect(read((await ownOf(figure)).pieces)[0]?.from).toBe(0);
});

test("pieces are typed, chosen, added, moved and removed", async () => {
  const { page, figure } = await openSchedule(site);
  const field = (label: string) => figure.getByLabel(label, { exact: true });
  await field(words.lengthOf(1)).fill("30");
  await field(words.lengthOf(1)).press("Enter");
  await field(words.shapeOf(3)).selectOption("exponential");
  expect((await ownOf(figure)).pieces).toBe("linear:30:0.1:1,constant:60:1,exponential:120:1:0.01");
  await field(words.remove(1)).click();
  await field(words.earlier(2)).click();
  expect((await ownOf(figure)).pieces).toBe("exponential:120:1:0.01,constant:60:1");
  await figure.getByRole("button", { name: words.add }).click();
  expect((await ownOf(figure)).pieces).toBe("exponential:120:1:0.01,constant:60:1,constant:20:1");
  await figure.getByLabel(words.presets).selectOption({ label: "Cosine" });
  expect((await ownOf(figure)).pieces).toBe("cosine:200:1:0");
  expect(await figure.locator(".piece-list tbody tr").count()).toBe(1);
  await page.getByRole("button", { name: "Reset everything" }).click();
  expect((await ownOf(figure)).pieces).toBe(firstPieces);
});

test.each([
  ["lengthOf", 1, "many", words.notNumber("many")],
  ["lengthOf", 1, "0", words.faults.length],
  ["lengthOf", 2, "-5", words.faults.length],
  ["toOf", 3, "-0.1", words.faults.share],
  ["fromOf", 1, "1e9", words.faults.share],
  ["fromOf", 1, "", words.notNumber("")],
] as const)(
  "%s(%i) = %j is refused in words, and the one before stays",
  async (of, i, text, said) => {
    const { figure } = await openSchedule(site);
    const field = figure.getByLabel(words[of](i), { exact: true });
    const usual = await field.inputValue();
    await field.fill(text);
    await field.press("Enter");
    await expect.poll(() => figure.getByRole("alert").textContent()).toBe(said);
    expect(await field.inputValue()).toBe(usual);
    expect((await ownOf(figure)).pieces).toBe(firstPieces);
  },
);

test("zero is refused for a form that never gets there", async () => {
  const { figure } = await openSchedule(site);
  await figure.getByLabel(words.presets).selectOption({ label: "Exponential" });
  const end = figure.getByLabel(words.toOf(1), { exact: true });
  await end.fill("0");
  await end.press("Enter");
  await expect.poll(() => figure.getByRole("alert").textContent()).toBe(words.faults.zero);
});

test("a link brings the pieces along; one that makes no sense is told of and left out", async () => {
  const key = "bench.gradient_descent.schedule.pieces";
  const mine = "linear:40:1:0.5,cosine:160:0.5:0.1";
  const good = await openSchedule(site, { query: `?${key}=${mine}` });
  expect((await ownOf(good.figure)).pieces).toBe(mine);
  const bad = await openSchedule(site, { query: `?${key}=wave:40:1:2` });
  await expect.poll(() => bad.page.locator("fl-notice").textContent()).toContain("wave:40:1:2");
  expect((await ownOf(bad.figure)).pieces).toBe(firstPieces);
  await expect.poll(() => bad.page.url()).not.toContain("wave");
  expect(bad.complaints).toEqual([]);
});

test("a teacher locks the pieces, or takes them away", async () => {
  const key = "bench.gradient_descent.schedule.pieces";
  const { page, figure } = await openSchedule(site, { query: `?lock=${key}` });
  const { x, y } = await ringAt(figure, 0);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 40, y + 40, { steps: 3 });
  await page.mouse.up();
  await figure.locator(".piece-end").first().focus();
  await page.keyboard.press("ArrowDown");
  expect((await ownOf(figure)).pieces).toBe(firstPieces);
  expect(await figure.getByLabel(words.lengthOf(1)).isDisabled()).toBe(true);
  const hidden = await site.open(
    page
      .url()
      .replace("lock=", "hide=")
      .replace(/^.*?\/fixture/, "fixture"),
  );
  await hidden.locator("fl-schedule .rate-chart").waitFor();
  expect(await hidden.locator("fl-schedule :is(.piece-end, .piece-list)").count()).toBe(0);
});

test.each([360, 390, 1280])(
  "at %i px it keeps to the width, and axe-core is content",
  async (width) => {
    const { page, figure, complaints } = await openSchedule(site, {
      viewport: { width, height: 900 },
    });
    await openEverything(page);
    await page.keyboard.press("Escape"); // the course map lies over the figure
    await figure.getByLabel(words.lengthOf(1), { exact: true }).fill("nothing");
    await figure.getByLabel(words.lengthOf(1), { exact: true }).press("Enter");
    await figure.getByRole("alert").waitFor();
    const sideways = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(sideways).toBe(0);
    expect(await violations(page, { colours: width === 1280 })).toEqual([]);
    expect(complaints).toEqual([]);
  },
);

test("in a frame of 280 px everything is within reach", async () => {
  const page = await site.open("figure/?lesson=learning-rate-schedules&figure=bench-schedule", {
    viewport: { width: 280, height: 700 },
  });
  await page.locator("fl-schedule .piece-list").waitFor();
  const outside = await page.evaluate(() =>
    [...document.querySelectorAll("fl-schedule *")]
      .filter((one) => one.getBoundingClientRect().right > innerWidth + 1)
      .map((one) => one.outerHTML.slice(0, 60)),
  );
  expect(outside).toEqual([]);
});

test.each([390, 1280])("nothing jumps when it is drawn at %i px", async (width) => {
  const { page } = await openSchedule(site, {
    viewport: { width, height: 900 },
    around: ["", "<p>Below it.</p>"],
    before: watchShifts,
  });
  await painted(page);
  expect(await shiftsOf(page)).toBeLessThan(0.05);
});
