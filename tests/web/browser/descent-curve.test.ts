// A problem in one dimension as its curve: its numbers, moved by pointer, keys and finger, taken along.
import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import { words } from "../../../web/words/en.js";
import { numberText } from "../../../web/words/number-text.js";
import { violations } from "./axe.js";
import { asLesson, fixturePath } from "./fixture.js";
import { complaintsOf, type OpenOptions, painted, useSite } from "./harness.js";
import { traceOf } from "./own-engine.js";
import { type SceneState, sceneOf } from "./scene-in-page.js";
import { look, takeAs } from "./taken-file.js";

const site = useSite();

const root =
  'problem="double_well" method="gradient_descent" settings="learning_rate=0.01" start="3" steps="15" step="1"';

async function open(
  attributes = root,
  { query = "", ...options }: OpenOptions & { query?: string } = {},
): Promise<{ page: Page; figure: Locator; complaints: string[] }> {
  site.extra.set(
    fixturePath,
    await asLesson(`<!doctype html><html lang="en"><head><title>A curve</title></head><body>
      <fl-descent id="curve" ${attributes} description="A curve and a path on it"></fl-descent><p>Below it.</p>
    </body></html>`),
  );
  let complaints: string[] = [];
  const page = await site.open(`${fixturePath}${query}`, {
    ...options,
    before: async (fresh) => {
      complaints = await complaintsOf(fresh);
      await options.before?.(fresh);
    },
  });
  return { page, figure: page.locator("fl-descent"), complaints };
}

/** The scene once its run begins where the start is. */
async function computed(figure: Locator): Promise<SceneState> {
  await expect
    .poll(async () => {
      const { start, runs } = await sceneOf(figure);
      return runs.every(({ theta }) => theta[0] === start[0]);
    })
    .toBe(true);
  await painted(figure.page());
  return sceneOf(figure);
}

async function centre(element: Locator): Promise<{ x: number; y: number }> {
  const box = await element.boundingBox();
  if (!box) throw new Error("it is not in sight");
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

test("its run is the engine's own, and the mark stands at the selected step", async () => {
  const { page, figure } = await open();
  const { runs, steps } = await computed(figure);
  const [run] = runs;
  expect(run?.theta).toEqual([...traceOf(run?.spec as never, steps, "theta")]);
  expect(run?.theta.slice(0, 3)).toEqual([3, 2.88, expect.closeTo(2.84608512, 8)]);
  expect(await figure.locator(".verdict").innerText()).toContain(
    words.descent.lossAt(
      1,
      numberText(run ? (run.theta[1] as number) ** 4 - 16 * 2.88 ** 2 + 64 : 0),
    ),
  );
  const curve = figure.locator("fl-descent-curve");
  const box = (await curve.locator("svg").boundingBox()) as { x: number; width: number };
  const mark = await centre(curve.locator(".mark"));
  expect((mark.x - box.x) / box.width).toBeCloseTo((2.88 + 4) / 8, 2);
  expect(await curve.locator(".minimizer").count()).toBe(2);
  expect(await curve.locator(".tangent, .arrow").count()).toBe(2);
  await figure.locator(".start").press("]");
  expect((await sceneOf(figure)).step).toBe(2);
  await page.keyboard.press("[");
  await page.keyboard.press("[");
  expect(await curve.locator(".tangent").count(), "before the first step there is none").toBe(0);
});

test("the start is dragged along the axis, and stays in the window", async () => {
  const { page, figure } = await open();
  await computed(figure);
  const dot = await centre(figure.locator(".start .dot"));
  await page.mouse.move(dot.x, dot.y);
  await page.mouse.down();
  await page.mouse.move(dot.x - 60, dot.y - 80);
  const half = await computed(figure);
  expect(half.start).toHaveLength(1);
  expect(half.start[0]).toBeLessThan(2.6);
  await page.mouse.move(0, dot.y);
  await page.mouse.up();
  expect((await computed(figure)).start).toEqual([-4]);
  await expect.poll(() => new URL(page.url()).searchParams.get("curve.start")).toBe("-4");
});

test("arrow keys move the start, with Shift further; up is more", async () => {
  const { figure } = await open();
  await computed(figure);
  const start = figure.locator(".start");
  for (const [key, expected] of [
    ["ArrowRight", 3.08],
    ["ArrowUp", 3.16],
    ["ArrowLeft", 3.08],
    ["ArrowDown", 3],
    ["Shift+ArrowLeft", 2.6],
  ] as const) {
    await start.press(key);
    expect((await computed(figure)).start).toEqual([expected]);
    expect(await start.getAttribute("aria-valuetext")).toBe(
      words.descent.place(numberText(expected, 4)),
    );
  }
});

test("a finger drags the start by its handle", async () => {
  const { page, figure } = await open(root, {
    hasTouch: true,
    viewport: { width: 390, height: 800 },
  });
  await computed(figure);
  await figure.locator("fl-descent-curve").scrollIntoViewIfNeeded();
  const { x, y } = await centre(figure.locator(".start .dot"));
  const devtools = await page.context().newCDPSession(page);
  const send = (type: "touchStart" | "touchMove" | "touchEnd", by?: number) =>
    devtools.send("Input.dispatchTouchEvent", {
      type,
      touchPoints: by === undefined ? [] : [{ x: x + by, y: y + Math.abs(by) }],
    });
  const before = await page.evaluate(() => scrollY);
  await send("touchStart", 0);
  for (const by of [-30, -60, -90]) await send("touchMove", by);
  await send("touchEnd");
  const { start } = await computed(figure);
  expect(start[0]).toBeLessThan(1.5);
  expect(await page.evaluate(() => scrollY)).toBe(before);
});

test("what a teacher locks stays; a bad start in the address is told", async () => {
  const { page, figure } = await open(root, { query: "?lock=curve.start&curve.start=1,2" });
  expect((await computed(figure)).start).toEqual([3]);
  expect(await page.locator("fl-notice").innerText()).toContain("curve.start");
  await figure.locator(".start").press("ArrowRight");
  await painted(page);
  expect((await sceneOf(figure)).start).toEqual([3]);
});

test("losses below zero have a linear axis, and several runs share the curve", async () => {
  const { figure } = await open(
    'problem="x_cos_pi_x" methods="gradient_descent momentum" start="0.4" steps="30"',
  );
  await computed(figure);
  expect(await figure.locator("fl-trace").getAttribute("y")).toBe("linear");
  expect(await figure.locator("fl-descent-curve .mark").count()).toBe(2);
});

test("a window shows a part of the curve; one that is none is refused in words", async () => {
  const { page, figure } = await open(`${root} window="2.6,3.2"`);
  await computed(figure);
  const start = figure.locator(".start");
  expect(await start.getAttribute("aria-valuemin")).toBe("2.6");
  await start.press("Shift+ArrowRight");
  expect((await computed(figure)).start).toEqual([3.03]);
  const { x, y } = await centre(start.locator(".dot"));
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(0, y);
  await page.mouse.up();
  expect((await computed(figure)).start).toEqual([2.6]);
  const { page: bad } = await open(`${root} window="3,2"`);
  expect(await bad.locator("fl-notice").innerText()).toContain('window: got "3,2"');
});

test("a surface of a line is refused in words", async () => {
  const { page } = await open(`${root} surface`);
  expect(await page.locator("fl-notice").innerText()).toContain("two dimensions");
});

test("it is taken along as it is", async () => {
  const { page, figure } = await open();
  await computed(figure);
  const bar = figure.locator(".figure-bar");
  const svg = await takeAs(page, bar, "svg");
  const png = await takeAs(page, bar, "png");
  expect(svg.content.toString()).toContain("Double well");
  const blank = await page.context().newPage();
  const seen = await look(
    blank,
    { content: png.content, as: "png" },
    { content: svg.content, as: "svg" },
  );
  expect(seen.colours).toBeGreaterThan(20);
  expect(seen.difference).toBeLessThan(0.02);
});

test.each([280, 390, 1280])("at %i px nothing overflows or is refused", async (width) => {
  const { page, figure, complaints } = await open(root, {
    viewport: { width, height: 900 },
  });
  await computed(figure);
  // the page around it is made for 360 px, the figure for a frame of 280
  const sideways = await figure.evaluate((one) => one.scrollWidth - one.clientWidth);
  expect(sideways).toBe(0);
  expect(await violations(page, { colours: width === 1280 })).toEqual([]);
  expect(complaints).toEqual([]);
});
