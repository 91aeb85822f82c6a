// The home page: a picture to grab on its first screen, the way in, and the map of the course.
import { load } from "cheerio";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { inRoot } from "../../../web/commands/root.mjs";
import { readPlan } from "../../../web/site/course.js";
import { words } from "../../../web/words/en.js";
import { frameWords } from "../../../web/words/page-frame.js";
import { complaintsOf, painted, readPage, useSite } from "./harness.js";
import { answered, savedRecord } from "./saved-progress.js";
import { sceneOf } from "./scene-in-page.js";

const site = useSite();
const plan = readPlan(inRoot("lessons"));
const figureOf = (page: Page) => page.locator("fl-descent");
const moving = { reducedMotion: "no-preference" } as const;

/** What the figure says of itself, when what it computes is there. */
async function settled(page: Page) {
  const figure = figureOf(page);
  await expect
    .poll(() =>
      figure.evaluate((node) => (node as unknown as { scene: { busy: boolean } }).scene.busy),
    )
    .toBe(false);
  return sceneOf(figure);
}

async function middleOf(page: Page) {
  const box = await page.locator("fl-descent-plot").boundingBox();
  if (!box) throw new Error("there is no picture");
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

test.each([
  [390, 844],
  [1280, 800],
])(
  "on the first screen of %i × %i there is a picture to grab, and the title",
  async (width, height) => {
    const page = await site.open("", { viewport: { width, height } });
    for (const part of ["h1", "fl-descent-plot .start"]) {
      const box = await page.locator(part).boundingBox();
      expect(box?.y, part).toBeGreaterThanOrEqual(0);
      expect((box?.y ?? height) + (box?.height ?? 0), part).toBeLessThanOrEqual(height);
    }
    expect((await sceneOf(figureOf(page))).runs.length).toBeGreaterThanOrEqual(3);
  },
);

test("little has to come before it can be grabbed", async () => {
  const earlier = site.answers.length;
  const page = await site.open("", { ready: false });
  await page.waitForSelector("fl-descent-plot .start");
  const before = site.answers.slice(earlier);
  const kilobytes = before.reduce((sum, { bytes }) => sum + bytes, 0) / 1000;
  console.log(
    `before the picture can be grabbed: ${before.length} requests, ${kilobytes.toFixed(0)} kB`,
  );
  expect(before.length).toBeLessThanOrEqual(16);
  expect(kilobytes).toBeLessThanOrEqual(230);
  expect(before.filter(({ path }) => /search|index-[\w-]+\.json|glossary/.test(path))).toEqual([]);
});

test("the methods set out by themselves, and the address says nothing of it", async () => {
  const page = await site.open("", moving);
  const figure = figureOf(page);
  await expect.poll(async () => (await sceneOf(figure)).step).toBeGreaterThan(0);
  const { step, steps } = await sceneOf(figure);
  expect(step).toBeLessThan(steps);
  await figure.getByRole("button", { name: words.transport.pause }).click();
  const { step: paused } = await sceneOf(figure);
  await painted(page);
  expect((await sceneOf(figure)).step).toBe(paused);
  expect(await page.evaluate(() => location.search)).toBe("");
  await figure.getByRole("button", { name: words.transport.play }).click();
  await expect.poll(async () => (await sceneOf(figure)).step).toBeGreaterThan(paused);
});

test("with motion reduced nothing moves by itself: the whole paths are there", async () => {
  const page = await site.open("");
  const { step, steps } = await sceneOf(figureOf(page));
  expect(step).toBe(steps);
  await painted(page);
  expect((await sceneOf(figureOf(page))).step).toBe(steps);
  const { x, y } = await middleOf(page);
  await page.mouse.click(x, y);
  const put = await settled(page);
  expect(put.step).toBe(steps);
  expect(Math.hypot(...put.start)).toBeLessThan(0.2);
});

test("while the start is held whole paths are seen; put down, the methods set out from there", async () => {
  const page = await site.open("", moving);
  const complaints = await complaintsOf(page);
  const { x, y } = await middleOf(page);
  const grip = await page.locator("fl-descent-plot .start .dot").boundingBox();
  if (!grip) throw new Error("there is no handle");
  await page.mouse.move(grip.x + 2, grip.y + 2);
  await page.mouse.down();
  await page.mouse.move(x + 40, y - 30);
  const held = await settled(page);
  expect(held.step).toBe(held.steps);
  expect(held.start[0]).toBeGreaterThan(0);
  await page.mouse.up();
  await expect.poll(async () => (await sceneOf(figureOf(page))).step).toBeLessThan(held.steps);
  expect((await sceneOf(figureOf(page))).start).toEqual(held.start);
  await expect.poll(() => page.evaluate(() => location.search)).toContain("home.start=");
  expect(await page.evaluate(() => location.search)).not.toContain("home.step");
  expect(complaints).toEqual([]);
});

test("the arrow keys move the start too, and a tap puts it where it is", async () => {
  const page = await site.open("", { hasTouch: true, viewport: { width: 390, height: 844 } });
  const { start } = await settled(page);
  await page.locator("fl-descent-plot .start").focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowLeft");
  const moved = await settled(page);
  expect(moved.start[0]).toBeLessThan(start[0] ?? 0);
  expect(moved.start[1]).toBeLessThan(start[1] ?? 0);
  const { x, y } = await middleOf(page);
  await page.touchscreen.tap(x, y);
  expect(Math.hypot(...(await settled(page)).start)).toBeLessThan(0.2);
});

test.each([
  ["home.start=a,b", "home.start"],
  ["home.start=1e999,0", "home.start"],
  ["home.step=121", "home.step"],
  ["home.adam.learning_rate=-1", "home.adam.learning_rate"],
])("an address with %s is refused in words, and the picture is there", async (query, key) => {
  const page = await site.open(`?${query}`);
  expect(await page.locator(".notices p").allInnerTexts()).toEqual([expect.stringContaining(key)]);
  expect(await page.locator("fl-descent-plot .start").count()).toBe(1);
});

test("a start that was sent by link is where the methods set out from", async () => {
  const page = await site.open("?home.start=-1,2");
  expect((await settled(page)).start).toEqual([-1, 2]);
});

test("the map has every lesson; those to come are no links, and say so", () => {
  const $ = load(readPage(""));
  const lessons = plan.parts.flatMap((part) => part.lessons);
  expect($(".course-plan .lessons > li")).toHaveLength(lessons.length);
  const coming = lessons.filter((one) => one.coming);
  const shown = $(".course-plan .coming").toArray();
  expect(shown).toHaveLength(coming.length);
  for (const [i, { title, description, number }] of coming.entries()) {
    const text = $(shown[i]!).text();
    for (const part of [title, description, number, frameWords.coming])
      expect(text).toContain(part);
    expect($(shown[i]!).find("a")).toHaveLength(0);
  }
  for (const part of plan.parts) expect($(".course-plan").text()).toContain(part.answers);
});

test("who is new starts; who was here goes on where they left off", async () => {
  const start = plan.start!;
  const fresh = await site.open("");
  const ways = (page: Page) =>
    page
      .locator("fl-way-in a")
      .evaluateAll((all) => all.map((one) => [one.getAttribute("href"), one.textContent]));
  const begin = [`./${start.slug}/`, frameWords.startWith(start.title)];
  expect(await ways(fresh)).toEqual([begin]);

  const lessons = {
    adam: answered("2025-03-01T12:00:00.000Z", ["factor"]),
    regularization: answered("2025-02-01T12:00:00.000Z", ["bias"]),
  };
  const page = await site.open("", savedRecord(site, { lessons }));
  const adam = plan.parts.flatMap((part) => part.lessons).find(({ slug }) => slug === "adam")!;
  expect(await ways(page)).toEqual([["./adam/", words.shell.continueWith(adam.title)], begin]);
  const item = page.locator(".course-plan [data-lesson=adam]");
  expect(await item.getAttribute("data-solved")).toBe(words.shell.solvedOf(1, adam.questions));
});

test("who has solved a whole lesson goes on with the next that is not", async () => {
  const lessons = plan.parts.flatMap((part) => part.lessons).filter((one) => !one.coming);
  const [first, second] = lessons;
  const ids = Array.from({ length: first!.questions }, (_, i) => `q${i}`);
  const done = { [first!.slug]: answered("2025-03-01T12:00:00.000Z", ids) };
  const page = await site.open("", savedRecord(site, { lessons: done }));
  expect(await page.locator("fl-way-in a").first().getAttribute("href")).toBe(`./${second!.slug}/`);
});

test("at every width the whole header is on the screen, counts included", async () => {
  const ids = Array.from({ length: 128 }, (_, i) => `q${i}`);
  const lessons = { adam: answered("2025-01-01T12:00:00.000Z", ids) };
  const page = await site.open("adam/", savedRecord(site, { review: { on: true }, lessons }));
  for (const width of [360, 390, 435, 500, 560, 600, 620, 780, 860, 870, 900, 1000, 1080, 1100]) {
    await page.setViewportSize({ width, height: 740 });
    await painted(page);
    const right = await page
      .locator("fl-theme button")
      .evaluate((one) => one.getBoundingClientRect().right);
    expect(right, `${width} px`).toBeLessThanOrEqual(width);
    const scrolls = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(scrolls, `${width} px`).toBe(width);
  }
});
