import type { Locator, Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import type { RunSpec } from "../../../wasm/engine/types.js";
import { words } from "../../../web/words/en.js";
import { fixturePage, fixturePath } from "./fixture.js";
import { painted, useSite } from "./harness.js";
import { sceneOf } from "./scene-in-page.js";
import { contents, preparedPaths } from "./teacher.js";

const site = useSite();
beforeAll(async () => void site.extra.set(fixturePath, await fixturePage()));

const locked = words.teacher.locked;

function settingsOf({ method }: RunSpec): Record<string, unknown> {
  return typeof method === "string" ? {} : (method.settings ?? {});
}

async function centre(target: Locator): Promise<{ x: number; y: number }> {
  await target.scrollIntoViewIfNeeded();
  const box = await target.boundingBox();
  if (!box) throw new Error("not to be seen");
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Tries to change whatever is on the page: with the pointer, the keyboard and events. */
async function meddle(page: Page): Promise<void> {
  await page.locator("main").evaluate((main) => {
    for (const one of main.querySelectorAll<HTMLElement>("button, input, summary, .pickable")) {
      one.click();
    }
    for (const form of main.querySelectorAll("form")) form.requestSubmit?.();
  });
  for (const slider of await page.locator("main [role=slider]").all()) {
    await slider.focus();
    for (const key of ["ArrowRight", "ArrowUp", "PageUp", "End", " ", "[", "]"]) {
      await page.keyboard.press(key);
    }
  }
  for (const plot of await page.locator("fl-descent-plot, .chart, .score-track").all()) {
    const { x, y } = await centre(plot);
    await page.mouse.move(x - 20, y);
    await page.mouse.down();
    await page.mouse.move(x + 40, y + 15);
    await page.mouse.up();
  }
  await page.mouse.move(0, 0);
  await painted(page);
}

test.each([...preparedPaths(), fixturePath])(
  "on /%s nothing that is locked can be changed",
  async (path) => {
    const page = await site.open(`${path}?lock=*`);
    const before = await contents(page);
    const address = page.url();
    await meddle(page);
    expect(await contents(page)).toEqual(before);
    expect(page.url()).toBe(address);
    const usable = page.locator("main :is(button, input, select):enabled");
    expect(await usable.count()).toBe(0);
    const sliders = page.locator("main [role=slider]:not([aria-disabled=true])");
    expect(await sliders.count()).toBe(0);
    for (const fieldset of await page.locator("fieldset.locked").all()) {
      expect(await fieldset.getAttribute("title")).toBe(locked);
    }
    expect(await page.locator("fieldset.locked, [aria-disabled=true]").count()).toBeGreaterThan(0);
  },
);

test.each([...preparedPaths(), fixturePath])(
  "on /%s nothing that is hidden can be reached, and the page closes up",
  async (path) => {
    const page = await site.open(`${path}?hide=*`);
    const controls = page.locator(
      "main :is(button, input, select, summary, .start:not(.fixed), .knob, form):not(details#hidden > *)",
    );
    expect(await controls.count()).toBe(0);
    const tall = await page
      .locator("main :is(fl-transport, fl-controls, fl-predict, fl-quiz)")
      .evaluateAll((all) => all.filter((one) => one.getBoundingClientRect().height > 0).length);
    expect(tall).toBe(0);
    const header = page.locator(".site-head :is(button, summary)");
    expect(await header.filter({ visible: true }).count()).toBe(0);
    const before = await contents(page);
    await meddle(page);
    expect(await contents(page)).toEqual(before);
  },
);

test("a locked slider is to be seen with its value, and says why it does not move", async () => {
  const page = await site.open(
    `${fixturePath}?lock=race.adam.learning_rate&race.adam.learning_rate=0.123`,
  );
  const adam = page.locator("fl-descent .in-sight .control-group").nth(3);
  expect(await adam.locator("input.number").inputValue()).toBe("0.123");
  expect(await adam.locator("input:disabled").count()).toBe(2);
  expect(await adam.getByRole("group", { name: locked }).count()).toBe(1);
  const others = page.locator("fl-descent .in-sight input:enabled");
  expect(await others.count()).toBe(6);
});

test("a hidden slider makes room for the next one, in the drawer too", async () => {
  const page = await site.open(`${fixturePath}?hide=race.momentum.*,*.beta1`);
  const race = page.locator("fl-descent");
  expect(await race.locator(".in-sight .run-label").allInnerTexts()).toEqual([
    "Gradient descent",
    "RMSProp",
    "Adam",
  ]);
  expect(await race.locator(".drawer").textContent()).not.toMatch(/beta1|Momentum/);
  expect(await page.locator("#slope-controls").textContent()).not.toContain("beta1");
});

test("a reset leaves alone what is locked or hidden", async () => {
  const settings = "race.adam.learning_rate=0.1&race.momentum.learning_rate=0.02&race.start=1,2";
  const lists = "lock=race.adam.learning_rate&hide=race.start";
  const page = await site.open(`${fixturePath}?${settings}&${lists}`);
  const race = page.locator("fl-descent");
  await race.getByRole("button", { name: words.transport.reset }).click();
  await page.waitForFunction(() => !location.search.includes("momentum"));
  const { start, runs } = await sceneOf(race);
  expect(start).toEqual([1, 2]);
  const rates = runs.map(({ spec }) => Number(settingsOf(spec).learning_rate));
  expect(rates).toEqual([0.02, 0.01, 0.1, 0.1]);
  expect(page.url()).toContain("race.adam.learning_rate=0.1&race.start=1,2&");
});

test("with its bar hidden a figure does not play, by no key either; the start still moves", async () => {
  const page = await site.open(`${fixturePath}?hide=race.transport`);
  const race = page.locator("fl-descent");
  expect(await race.locator(".transport").count()).toBe(0);
  await race.locator(".start").focus();
  for (const key of [" ", "]", "["]) await page.keyboard.press(key);
  await race.locator(".chart").focus();
  for (const key of ["End", "ArrowLeft"]) await page.keyboard.press(key);
  expect(await sceneOf(race)).toMatchObject({ step: 40, playing: false });
  expect(await page.locator("#update .stepper").count(), "nor can another choose its step").toBe(0);
  expect(await page.locator("#update output").first().textContent()).toContain("= 40");
  await race.locator(".start").press("ArrowRight");
  expect((await sceneOf(race)).start[0]).toBeGreaterThan(-7);
});

test("locking the bar stops what plays", async () => {
  const page = await site.open(fixturePath);
  const race = page.locator("fl-descent");
  await race.getByRole("button", { name: words.transport.play }).click();
  await page.getByRole("button", { name: words.teacher.open }).click();
  await page.locator(".access-group", { hasText: "Booth" }).locator("summary").click();
  await page.locator('input[name$="-race.transport"][value=locked]').check();
  await expect.poll(async () => (await sceneOf(race)).playing).toBe(false);
  expect(await race.locator(".transport button:enabled").count()).toBe(0);
});

test("a hidden prediction does not keep the runs back", async () => {
  const page = await site.open(`${fixturePath}?hide=guess.prediction`);
  expect(await page.locator("#guess").isVisible()).toBe(false);
  await expect.poll(() => page.locator("#chart path.series").count()).toBeGreaterThan(0);
  await page.getByRole("link", { name: words.teacher.showAll }).click();
  await expect.poll(() => page.locator("#guess form").count()).toBe(1);
  await expect.poll(() => page.locator("#chart path.series").count()).toBe(0);
});

test("hints and answers can be kept back, one question too, and Enter does not check", async () => {
  const page = await site.open(
    `${fixturePath}?hide=quiz.hint,quiz.tell,question.several&lock=quiz.check`,
  );
  expect(await page.locator(".question").count()).toBe(2);
  expect(await page.locator(".quiz-progress").innerText()).toBe(words.quiz.solved(0, 2));
  const form = page.locator("#question-factor form");
  await form.locator("input.number").fill("1");
  await form.locator("input.number").press("Enter");
  await painted(page);
  expect(await form.locator(".feedback").innerText()).toBe("");
  expect(await page.locator(".question .buttons button").allInnerTexts()).toEqual([
    words.quiz.check,
    words.quiz.check,
    words.quiz.another,
  ]);
});

test("the modes, lines and hints of a derivation are controls of their own", async () => {
  const page = await site.open(
    `${fixturePath}?update.mode=all&lock=update.mode&hide=update.all,update.hint,race.coordinate,update.tell`,
  );
  const update = page.locator("#update");
  expect(await update.locator(".modes input:disabled").count()).toBe(3);
  expect(await update.getByLabel(words.derivation.mode.all).isChecked()).toBe(true);
  expect(await update.getByRole("radio", { name: "x", exact: true }).count()).toBe(0);
  const buttons = await update.locator(":is(.stepper, form, .buttons) button").allInnerTexts();
  expect(buttons).toEqual(["−", "+", words.derivation.check, words.derivation.next(1, 6)]);
});

test("colours and course map are the page's own controls", async () => {
  const page = await site.open(`${fixturePath}?lock=page.theme,page.map`);
  const map = page.locator(".course-map");
  await map.locator("summary").click();
  expect(await map.getAttribute("open")).toBe(null);
  expect(await map.locator("summary").getAttribute("title")).toBe(locked);
  expect(await page.locator("fl-theme button").isDisabled()).toBe(true);
  await page.getByRole("link", { name: words.teacher.showAll }).click();
  await map.locator("summary").click();
  expect(await map.getAttribute("open")).toBe("");
  await page.locator("fl-theme button").click();
  expect(await page.locator("html").getAttribute("data-theme")).toBe("light");
});
