// The circle around a point: its numbers, moved by pointer, finger and keys, locked, taken along.
import { expect, test } from "vitest";
import { circleWords as words } from "../../../web/words/circle.js";
import { numberText } from "../../../web/words/number-text.js";
import { violations } from "./axe.js";
import { onScreen, openCircle, ownTable, settled, stateOf } from "./circle-in-page.js";
import { painted, useSite } from "./harness.js";
import { openEverything } from "./open-everything.js";
import { look, takeAs } from "./taken-file.js";

const site = useSite();

test("its table is the engine's own, and the figures are read from it", async () => {
  const { figure } = await openCircle(site);
  const state = await settled(figure);
  const own = ownTable(state);
  for (const [name, column] of Object.entries(own.columns)) {
    expect(state.columns[name], name).toEqual([...column]);
  }
  const at = (name: string) => numberText(own.columns[name]?.[60] ?? Number.NaN, 4);
  const cells = await figure.locator(".circle-numbers td").allInnerTexts();
  expect(cells.slice(1)).toEqual(
    [
      ["value_here", "value_here"],
      ["model", "value_there"],
      ["best_model", "value_at_best"],
      ["lowest_model", "lowest_value"],
    ].flatMap(([plane = "", value = ""]) => [at(plane), at(value)]),
  );
  expect(await figure.locator(".circle-rate output").innerText()).toBe(at("implied_rate"));
  const share = numberText(100 * (own.columns.descent_share?.[60] ?? 0), 3);
  expect(await figure.locator(".circle-outcome").innerText()).toBe(words.share(share));
  expect(share).toBe("91.5");
});

test("the point is dragged, by a press beside it too, and the derivation follows", async () => {
  const { page, figure } = await openCircle(site);
  const centre = await onScreen(figure, [-5, 6]);
  await page.mouse.move(centre.x, centre.y);
  await page.mouse.down();
  const to = await onScreen(figure, [0, 0]);
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await page.mouse.up();
  const { start, columns } = await settled(figure);
  expect(Math.hypot(...start)).toBeLessThan(0.15);
  expect(columns.value_here?.[0]).toBeCloseTo(74, -1);
  await page.mouse.click(...(Object.values(await onScreen(figure, [5, 5])) as [number, number]));
  const moved = await settled(figure);
  expect(Math.hypot(...moved.start.map((one) => one - 5))).toBeLessThan(0.15);
  await painted(page);
  expect(moved.columns).toEqual(
    Object.fromEntries(
      Object.entries(ownTable(moved).columns).map(([name, all]) => [name, [...all]]),
    ),
  );
  await expect
    .poll(() => new URL(page.url()).searchParams.get("ring.start"))
    .toBe(moved.start.join(","));
});

test("the direction is turned all the way round, by pointer and by keys", async () => {
  const { page, figure } = await openCircle(site);
  await onScreen(figure, [0, 0]);
  const handle = figure.locator(".handle.direction");
  const box = await handle.locator(".knob-dot").boundingBox();
  const ring = await figure.locator(".handle.centre .dot").boundingBox();
  if (!box || !ring) throw new Error("the handles are not to be seen");
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  // straight below the point
  await page.mouse.move(ring.x + ring.width / 2, ring.y + 90, { steps: 3 });
  await page.mouse.up();
  expect((await stateOf(figure)).row).toBe(270);
  for (const [key, row] of [
    ["ArrowRight", 271],
    ["Shift+ArrowUp", 286],
    ["ArrowLeft", 285],
    ["Shift+ArrowDown", 270],
  ] as const) {
    await handle.press(key);
    expect((await stateOf(figure)).row, key).toBe(row);
  }
  for (let i = 0; i < 6; i += 1) await handle.press("Shift+ArrowRight");
  expect((await stateOf(figure)).row, "past 360 it begins again").toBe(0);
  await handle.press("ArrowLeft");
  expect((await stateOf(figure)).row).toBe(359);
  expect(await handle.getAttribute("aria-valuetext")).toContain("359 degrees");
});

test("arrow keys move the point, with Shift further", async () => {
  const { figure } = await openCircle(site);
  const centre = figure.locator(".handle.centre");
  await centre.press("ArrowRight");
  await centre.press("Shift+ArrowUp");
  await centre.press("ArrowDown");
  expect((await settled(figure)).start).toEqual([-4.8, 6.8]);
  expect(await centre.getAttribute("aria-valuetext")).toBe(words.point("−4.8", "6.8"));
  for (let i = 0; i < 7; i += 1) await centre.press("Shift+ArrowUp");
  expect((await settled(figure)).start, "it stays in the window").toEqual([-4.8, 10]);
});

test("a finger drags a handle, and scrolls the page beside it", async () => {
  const { page, figure } = await openCircle(site, undefined, {
    hasTouch: true,
    viewport: { width: 390, height: 800 },
  });
  await settled(figure);
  const at = await onScreen(figure, [-5, 6]);
  const devtools = await page.context().newCDPSession(page);
  const drag = async ({ x, y }: { x: number; y: number }, by: number) => {
    const send = (type: "touchStart" | "touchMove" | "touchEnd", moved?: number) =>
      devtools.send("Input.dispatchTouchEvent", {
        type,
        touchPoints: moved === undefined ? [] : [{ x, y: y + moved }],
      });
    await send("touchStart", 0);
    for (let i = 1; i <= 5; i += 1) await send("touchMove", (by * i) / 5);
    await send("touchEnd");
  };
  const before = await page.evaluate(() => scrollY);
  await drag(at, 50);
  const { start } = await settled(figure);
  expect(start[1]).toBeLessThan(4);
  expect(await page.evaluate(() => scrollY)).toBe(before);
  await drag(await onScreen(figure, [6, -6]), -60);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(before);
  expect((await settled(figure)).start).toEqual(start);
});

test("where it is flat, where the step climbs: both are said", async () => {
  const { page, figure } = await openCircle(
    site,
    'problem="booth" start="1,3" settings="radius=2"',
  );
  await settled(figure);
  expect(await figure.locator(".circle-outcome").innerText()).toBe(words.flat);
  expect(await figure.locator(".circle-sheet .arrow").count()).toBe(0);
  const centre = figure.locator(".handle.centre");
  for (let i = 0; i < 4; i += 1) await centre.press("ArrowRight");
  await settled(figure);
  await figure.locator("input.number").first().fill("5");
  await figure.locator("input.number").first().press("Enter");
  await settled(figure);
  await painted(page);
  const outcome = await figure.locator(".circle-outcome").innerText();
  expect([words.climbs, words.nothingLower]).toContain(outcome);
});

test("bad input is told in words, and the last good picture stays", async () => {
  const { page, figure } = await openCircle(site, undefined, {
    query: "?ring.start=1&ring.row=12",
  });
  const before = await settled(figure);
  expect(before.start).toEqual([-5, 6]);
  expect(before.row).toBe(12);
  expect(await page.locator("fl-notice").innerText()).toContain("ring.start");
  await figure.locator("input.number").first().fill("-3");
  await figure.locator("input.number").first().press("Enter");
  await figure.getByRole("alert").waitFor();
  expect((await settled(figure)).columns).toEqual(before.columns);
});

test.each([
  ['problem="parabola"', "two dimensions"],
  ['problem="booth"', "start: got none"],
  ['problem="booth" start="1,2,3"', 'start: got "1,2,3"'],
  ['problem="booth" start="1,2" window="3,1,0,4"', 'window: got "3,1,0,4"'],
])("%s is refused in words", async (attributes, told) => {
  const { page } = await openCircle(site, attributes);
  await expect.poll(() => page.locator("fl-notice").innerText()).toContain(told);
});

test("what a teacher locks stays as it is, what is hidden is gone", async () => {
  const { page, figure } = await openCircle(site, undefined, {
    query: "?lock=ring.start,ring.row",
  });
  const before = await settled(figure);
  for (const handle of ["centre", "direction"]) {
    expect(await figure.locator(`.handle.${handle}`).getAttribute("aria-disabled")).toBe("true");
    await figure.locator(`.handle.${handle}`).press("ArrowRight");
  }
  const at = await onScreen(figure, [-5, 6]);
  await page.mouse.move(at.x, at.y);
  await page.mouse.down();
  await page.mouse.move(at.x + 60, at.y + 60, { steps: 3 });
  await page.mouse.up();
  await painted(page);
  expect(await settled(figure)).toEqual(before);
  const { figure: bare } = await openCircle(site, undefined, {
    query: "?hide=ring.start,ring.row",
  });
  await settled(bare);
  expect(await bare.locator(".handle").count()).toBe(0);
  expect(await bare.locator(".start.fixed").count()).toBe(1);
});

test("it is taken along as a picture, and its table as numbers", async () => {
  const { page, figure } = await openCircle(site);
  await settled(figure);
  const caption = figure.locator("figcaption");
  const svg = await takeAs(page, caption, "svg");
  const png = await takeAs(page, caption, "png");
  expect(svg.content.toString()).toContain("Booth’s function from above");
  const blank = await page.context().newPage();
  const seen = await look(
    blank,
    { content: png.content, as: "png" },
    { content: svg.content, as: "svg" },
  );
  expect(seen.colours).toBeGreaterThan(30);
  expect(seen.difference).toBeLessThan(0.02);
  await blank.close();
  const csv = await takeAs(page, caption, "csv");
  expect(csv.content.toString().trim().split(/\r?\n/)).toHaveLength(361);
});

test.each([280, 390, 1280])("at %i px nothing jumps, overflows or is refused", async (width) => {
  const { page, figure, complaints } = await openCircle(site, undefined, {
    viewport: { width, height: 900 },
    before: (fresh) =>
      fresh.addInitScript(() => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) {
            sum += (entry as PerformanceEntry & { value: number }).value;
          }
        }).observe({ type: "layout-shift", buffered: true });
        Object.assign(globalThis, { shiftsSoFar: () => sum });
      }),
  });
  await settled(figure);
  await painted(page);
  if (width > 280) expect(await page.evaluate("shiftsSoFar()")).toBeLessThan(0.1);
  await openEverything(page);
  await page.keyboard.press("Escape");
  // the page around it is made for 360 px, the figure for a frame of 280
  const sideways = await figure.evaluate((one) => one.scrollWidth - one.clientWidth);
  expect(sideways).toBe(0);
  expect(await violations(page, { colours: width === 1280 })).toEqual([]);
  expect(complaints).toEqual([]);
});
