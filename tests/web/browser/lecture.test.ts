import type { Locator, Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { words } from "../../../web/words/en.js";
import { teaching } from "../../../web/words/en-teaching.js";
import { fixturePage, fixturePath } from "./fixture.js";
import { painted, useSite } from "./harness.js";
import { sceneOf } from "./scene-in-page.js";
import { noticesOf, openPanel } from "./teacher.js";

const site = useSite();
beforeAll(async () => void site.extra.set(fixturePath, await fixturePage()));
const w = teaching.lecture;

/** The place that the bar tells: "7 of 23" as [7, 23]. */
async function place(page: Page): Promise<number[]> {
  const text = await page.locator(".lecture-place").innerText();
  return (text.match(/\d+/g) ?? []).map(Number);
}

const now = (page: Page): Locator => page.locator('[data-lecture-place="now"]');

/** Waits until the place is in the address too. */
async function expectPlace(page: Page, at: number): Promise<void> {
  await expect.poll(async () => (await place(page))[0]).toBe(at);
  await page.waitForFunction(
    (wanted) => new URLSearchParams(location.search).get("lecture") === String(wanted),
    at,
  );
}

async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

test("keys step through the page and back, and the place comes back with the address", async () => {
  const page = await site.open(`${fixturePath}?lecture`);
  await expectPlace(page, 1);
  const [, count = 0] = await place(page);
  expect(count).toBeGreaterThan(12);
  expect(await now(page).first().innerText()).toContain("Every element");
  for (const [key, at] of [
    [" ", 2],
    ["ArrowRight", 3],
    ["PageDown", 4],
    ["n", 5],
    ["N", 6],
    ["ArrowLeft", 5],
    ["PageUp", 4],
    ["p", 3],
    ["Shift+Space", 2],
    ["End", count],
    ["ArrowRight", count],
    ["Home", 1],
    ["PageUp", 1],
    ["PageDown", 2],
  ] as const) {
    await page.keyboard.press(key);
    await expectPlace(page, at);
  }
  await page.reload();
  await page.waitForSelector("html[data-ready]", { state: "attached" });
  expect(await place(page)).toEqual([2, count]);
  expect(
    await now(page)
      .first()
      .evaluate((one) => one.localName),
  ).toBe("fl-descent");
});

test("every press goes on by one, to the end, with every block of the page once in focus", async () => {
  const page = await site.open(`${fixturePath}?lecture=1`);
  const [, count = 0] = await place(page);
  const seen: string[] = [];
  for (let at = 1; at <= count; at += 1) {
    expect((await place(page))[0]).toBe(at);
    const block = now(page).first();
    seen.push(await block.evaluate((one) => one.id || one.localName));
    const next = page.locator('[data-lecture-place="next"]');
    expect(await next.filter({ visible: true }).count()).toBe(0);
    await page.keyboard.press("Space");
  }
  expect([...new Set(seen)]).toEqual([
    "header",
    "race-descent",
    "update",
    "bias",
    "guess",
    "chart",
    "choice",
    "slope",
    "hidden",
    "slip",
    "questions",
    "question-several",
    "question-factor",
  ]);
});

test("a derivation is uncovered line by line, and covered again on the way back", async () => {
  const page = await site.open(`${fixturePath}?lecture=3`);
  const lines = page.locator("#update .formula-lines > li");
  expect(await lines.count()).toBe(1);
  for (const count of [2, 3, 4, 5, 6]) {
    await page.keyboard.press("PageDown");
    await expect.poll(() => lines.count()).toBe(count);
    await expect
      .poll(() => lines.last().evaluate((one) => one.getBoundingClientRect().bottom))
      .toBeLessThan(900);
  }
  await page.keyboard.press("PageUp");
  await expect.poll(() => lines.count()).toBe(5);
  await press(page, "PageDown", "PageDown");
  expect(await now(page).first().getAttribute("id")).toBe("bias");
  expect(await lines.count()).toBe(6);
});

test("a slider or figure that the keyboard has led to keeps its keys", async () => {
  const page = await site.open(`${fixturePath}?lecture=2`);
  const race = page.locator("fl-descent");
  const step = async () => (await sceneOf(race)).step;
  const start = async () => (await sceneOf(race)).start;

  await page.keyboard.press("Tab");
  expect(await race.locator(".start").evaluate((one) => one === document.activeElement)).toBe(true);
  const [x = 0] = await start();
  await press(page, "ArrowRight", "PageDown", "Home");
  expect((await start())[0]).toBeGreaterThan(x);
  await press(page, "]");
  expect(await step()).toBe(41);
  await press(page, " ");
  await expect.poll(async () => (await sceneOf(race)).playing).toBe(true);
  await press(page, " ");
  await expect.poll(async () => (await sceneOf(race)).playing).toBe(false);
  expect((await place(page))[0]).toBe(2);

  await race.locator(".chart").focus();
  await press(page, "Home", "PageUp", "ArrowRight");
  expect(await step()).toBe(11);
  await race.locator(".scrub input").focus();
  await press(page, "ArrowRight", "PageUp");
  expect(await step()).toBeGreaterThan(12);
  const field = race.locator("input.number").first();
  await field.fill("");
  await press(page, "n", "p", "Space", "ArrowLeft", "End");
  expect(await field.inputValue()).toBe("np ");
  expect((await place(page))[0]).toBe(2);
  await race.getByRole("button", { name: words.transport.step, exact: true }).focus();
  const before = await step();
  await press(page, "Space");
  expect(await step()).toBe(before + 1);
  await press(page, "ArrowRight");
  await expectPlace(page, 3);
});

test("a clicker goes on although the mouse has just been at a slider", async () => {
  const page = await site.open(`${fixturePath}?lecture=2`);
  const race = page.locator("fl-descent");
  await race.locator(".chart").click({ position: { x: 150, y: 60 } });
  const { step } = await sceneOf(race);
  expect(step).not.toBe(40);
  await press(page, "PageDown");
  await expectPlace(page, 3);
  expect((await sceneOf(race)).step).toBe(step);
  await press(page, "PageUp");
  await expectPlace(page, 2);
});

test("the bar takes the pointer, tells the keys, and Escape leaves", async () => {
  const page = await site.open(`${fixturePath}?lecture=2&race.step=9`);
  const button = (name: string) => page.locator("fl-lecture").getByRole("button", { name });
  await button(w.next).click();
  await expectPlace(page, 3);
  await button(w.next).click();
  await expectPlace(page, 4);
  await button(w.back).click();
  await button(w.back).click();
  await button(w.back).click();
  await expectPlace(page, 1);
  expect(await button(w.back).getAttribute("aria-disabled")).toBe("true");
  await page.keyboard.press("?");
  for (const [keys] of w.keys) expect(await page.locator("fl-lecture").innerText()).toContain(keys);
  await page.keyboard.press("Escape");
  expect(await page.locator(".lecture-keys").count()).toBe(0);
  await page.keyboard.press("Escape");
  expect(await page.locator("fl-lecture").count()).toBe(0);
  expect(await page.locator("html[data-lecture], [data-lecture-place]").count()).toBe(0);
  await expect.poll(() => page.url()).not.toContain("lecture");
  expect(page.url()).toContain("race.step=9");
  expect(await page.locator(".site-head").isVisible()).toBe(true);
  await page.keyboard.press("PageDown");
  expect(page.url()).not.toContain("lecture");
});

test("a lecture begins where the reader is, from the panel and with Alt+L", async () => {
  const page = await site.open(fixturePath);
  const panel = await openPanel(page);
  await page.evaluate(() => scrollTo(0, 0));
  await panel.getByRole("button", { name: teaching.panel.startLecture }).click();
  await expectPlace(page, 1);
  expect(await panel.count()).toBe(0);
  await page.keyboard.press("Escape");
  await page.locator("#slip").evaluate((one) => one.scrollIntoView({ block: "start" }));
  await page.keyboard.press("Alt+l");
  await expect.poll(() => now(page).first().getAttribute("id")).toBe("slip");
  await page.keyboard.press("Escape");
  await page.locator("#update input").first().focus();
  await page.locator("fl-descent input.number").first().focus();
  await page.keyboard.press("Alt+l");
  await painted(page);
  expect(await page.locator("fl-lecture").count(), "not while one types").toBe(0);
});

test.each(["0", "999", "-1", "two", "1.5"])("“%s” is no place of a lecture", async (text) => {
  const page = await site.open(`${fixturePath}?lecture=${text}`);
  expect(await noticesOf(page)).toEqual([expect.stringContaining(w.bad(text))]);
  await expectPlace(page, 1);
});

test("what a teacher has hidden is no stop of a lecture", async () => {
  const all = await place(await site.open(`${fixturePath}?lecture`));
  const page = await site.open(
    `${fixturePath}?lecture&hide=guess.prediction,update.next,question.several`,
  );
  // five lines of the derivation come with its first
  expect((await place(page))[1]).toBe((all[1] ?? 0) - 7);
});

test.each([
  [1280, 720],
  [1920, 1080],
])("at %i × %i the type is large, and each block is in sight", async (width, height) => {
  const page = await site.open("adam/", { viewport: { width, height } });
  const text = page.locator("main > p").nth(1);
  const letters = () =>
    text.evaluate((one) => {
      const range = document.createRange();
      range.selectNodeContents(one);
      return range.getClientRects()[0]?.height ?? 0;
    });
  const small = await letters();
  await page.keyboard.press("Alt+l");
  await page.waitForSelector(".lecture-bar");
  const large = await letters();
  expect(large).toBeGreaterThan(1.3 * small);
  expect(large).toBeGreaterThan(height / 30);
  const [, count = 0] = await place(page);
  for (let at = 1; at <= count; at += 1) {
    await expect.poll(async () => (await place(page))[0]).toBe(at);
    await painted(page);
    const { top, bottom, sideways, bar } = await page.evaluate(() => {
      const boxes = [...document.querySelectorAll('[data-lecture-place="now"]')].map((one) =>
        one.getBoundingClientRect(),
      );
      const root = document.documentElement;
      return {
        top: Math.min(...boxes.map((box) => box.top)),
        bottom: Math.max(...boxes.map((box) => box.bottom)),
        sideways: root.scrollWidth - root.clientWidth,
        bar: document.querySelector(".lecture-bar")?.getBoundingClientRect().height ?? 0,
      };
    });
    expect(sideways, `sideways at ${at}`).toBeLessThanOrEqual(0);
    const fits = bottom - top < height * 0.9 - bar;
    const name = await now(page)
      .first()
      .evaluate((one) => `${one.localName} ${one.id}`);
    if (fits) {
      expect(top, `top of ${at}, ${name}`).toBeGreaterThanOrEqual(-1);
      expect(bottom, `bottom of ${at}, ${name}`).toBeLessThanOrEqual(height + 1);
    } else {
      // too tall: it begins at the top, or a derivation ends at the bottom
      const seen = Math.min(bottom, height) - Math.max(top, 0);
      expect(seen, `in sight of ${at}, ${name}`).toBeGreaterThan(height * 0.75);
    }
    await page.keyboard.press("PageDown");
  }
});

test.each([
  ["reduce", "instant"],
  ["no-preference", "smooth"],
] as const)(
  "with motion “%s” the page moves on in a way that is %s",
  async (reducedMotion, expected) => {
    const page = await site.open(`${fixturePath}?lecture=2`, { reducedMotion });
    await page.evaluate(() => {
      const asked: unknown[] = [];
      Object.assign(globalThis, { asked });
      globalThis.scrollBy = ((options: ScrollToOptions) => asked.push(options.behavior)) as never;
    });
    await page.keyboard.press("PageDown");
    await painted(page);
    expect(await page.evaluate("asked")).toEqual([expected]);
  },
);
