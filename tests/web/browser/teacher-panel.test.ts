import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { words } from "../../../web/words/en.js";
import { teaching } from "../../../web/words/en-teaching.js";
import { violations } from "./axe.js";
import { fixturePage, fixturePath } from "./fixture.js";
import { complaintsOf, painted, useSite } from "./harness.js";
import { Keyboard } from "./keyboard.js";
import { choiceOf, noticesOf, openPanel } from "./teacher.js";

const site = useSite();
beforeAll(async () => void site.extra.set(fixturePath, await fixturePage()));
const w = teaching.panel;

const query = (page: Page) => page.evaluate(() => location.search);

test("what a teacher sets holds in the page behind at once, and stands in the link", async () => {
  const page = await site.open(fixturePath);
  const race = page.locator("fl-descent");
  const panel = await openPanel(page);
  await choiceOf(panel, "race.start", "hidden").check();
  await expect.poll(() => race.locator(".start").count()).toBe(0);
  await choiceOf(panel, "race.start", "locked").check();
  await expect.poll(() => race.locator('.start[aria-disabled="true"]').count()).toBe(1);
  await choiceOf(panel, "race.adam.*", "hidden").check();
  await expect.poll(() => race.locator(".in-sight .control-group").count()).toBe(3);
  await choiceOf(panel, "race.adam.beta1", "visible").check();
  await expect.poll(() => race.locator(".drawer").textContent()).toContain("beta1");
  const expected = "?lock=race.start&hide=race.adam.*&show=race.adam.beta1";
  await expect
    .poll(() => panel.getByRole("textbox", { name: w.address }).inputValue())
    .toBe(`${site.base}${fixturePath}${expected}`);
  expect(await query(page)).toBe(expected);
  expect(await panel.locator("details", { hasText: "Booth" }).locator("em").innerText()).toBe(
    w.counts(1, 6),
  );

  await panel.getByRole("button", { name: w.showAll }).click();
  await expect.poll(() => race.locator(".in-sight .control-group").count()).toBe(4);
  expect(await race.locator('.start[aria-disabled="true"]').count()).toBe(0);
  await expect.poll(() => query(page)).toBe("");
});

test("every control of the page is in the panel, and each can be set", async () => {
  const page = await site.open(fixturePath);
  const panel = await openPanel(page);
  const patterns = await panel
    .locator("input[value=hidden]")
    .evaluateAll((all) =>
      all.map((one) => (one as HTMLInputElement).name.replace(/^[^-]+-\d+-/, "")),
    );
  const keys = patterns.filter((pattern) => !pattern.includes("*"));
  for (const key of [
    "page.theme",
    "page.notation",
    "page.map",
    "page.answers",
    "race.start",
    "race.transport",
    "race.table",
    "race.coordinate",
    "race.adam.learning_rate",
    "race.adam.epsilon_place",
    "update.mode",
    "update.step",
    "update.next",
    "update.all",
    "update.hint",
    "update.tell",
    "guess.prediction",
    "guess.skip",
    "scale.problem.slope",
    "slip.lines",
    "slip.tell",
    "question.factor",
    "quiz.check",
    "quiz.hint",
    "quiz.tell",
    "quiz.another",
  ]) {
    expect(keys).toContain(key);
  }
  expect(new Set(patterns).size, "each once").toBe(patterns.length);
  for (const key of keys) await choiceOf(panel, key, "locked").check();
  expect(await panel.locator("input[value=visible]:checked").count()).toBe(0);
  await page.waitForFunction(() => location.search.startsWith("?lock="));
  await page.reload();
  await page.waitForSelector("html[data-ready]", { state: "attached" });
  expect(await noticesOf(page)).toEqual([]);
});

test("with the keyboard alone: open, set, copy, close, and on where one was", async () => {
  const page = await site.open(fixturePath, {
    permissions: ["clipboard-read", "clipboard-write"],
  });
  const keyboard = new Keyboard(page);
  const button = page.getByRole("button", { name: words.teacher.open });
  const panel = page.getByRole("dialog", { name: w.title });
  await keyboard.use(button, "Enter");
  await panel.waitFor();
  const focused = () => panel.evaluate((dialog) => dialog.contains(document.activeElement));
  await expect.poll(focused).toBe(true);
  await keyboard.use(panel.locator("details", { hasText: "Booth" }).locator("summary"), "Enter");
  const start = choiceOf(panel, "race.start", "visible");
  await keyboard.use(start, "ArrowRight");
  await expect.poll(() => choiceOf(panel, "race.start", "locked").isChecked()).toBe(true);
  expect(await page.locator('fl-descent .start[aria-disabled="true"]').count()).toBe(1);
  await keyboard.use(panel.getByRole("button", { name: w.copy }), "Enter");
  await panel.getByText(w.copied).waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    `${site.base}${fixturePath}?lock=race.start`,
  );
  // it is no modal: the page can be reached, and Escape closes it from there too
  await keyboard.reach(page.locator("fl-descent .scrub input"));
  await keyboard.press("Escape");
  await panel.waitFor({ state: "detached" });
  await expect.poll(() => button.evaluate((one) => one === document.activeElement)).toBe(true);
  expect(await button.getAttribute("aria-expanded")).toBe("false");
  await keyboard.press("Enter");
  await panel.waitFor();
  await keyboard.use(panel.getByRole("button", { name: w.close }), "Enter");
  await panel.waitFor({ state: "detached" });
});

test("the copied link holds what was changed a moment ago", async () => {
  const page = await site.open(fixturePath, {
    permissions: ["clipboard-read", "clipboard-write"],
  });
  const panel = await openPanel(page);
  await page.locator("fl-descent .scrub input").fill("123");
  await choiceOf(panel, "quiz.*", "hidden").check();
  await panel.getByRole("button", { name: w.copy }).click();
  await panel.getByText(w.copied).waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    `${site.base}${fixturePath}?race.step=123&hide=quiz.*`,
  );
});

test("where the browser refuses to copy, the link is selected for the reader to copy", async () => {
  const page = await site.open(fixturePath, {
    before: (fresh) =>
      fresh.addInitScript(() => {
        navigator.clipboard.writeText = () => Promise.reject(new Error("refused by the test"));
      }),
  });
  const panel = await openPanel(page);
  await choiceOf(panel, "page.map", "hidden").check();
  await panel.getByRole("button", { name: w.copy }).click();
  await panel.getByText(w.notCopied).waitFor();
  expect(await page.evaluate(() => getSelection()?.toString())).toBe(
    `${site.base}${fixturePath}?hide=page.map`,
  );
  expect(await panel.getByRole("textbox", { name: w.address }).getAttribute("readonly")).toBe("");
});

test("one seed gives everyone the same questions, and a fresh one others", async () => {
  const page = await site.open(`${fixturePath}?quiz.factor=17`);
  const factor = page.locator("#factor-text");
  const before = await factor.innerText();
  const panel = await openPanel(page);
  const seed = panel.getByRole("textbox", { name: w.seedLabel });
  const choose = async (text: string) => {
    await seed.fill(text);
    await seed.press("Enter");
  };
  await choose("5");
  await panel.getByText(w.drawn("5")).waitFor();
  await page.waitForFunction(() => location.search === "?quiz.seed=5");
  await expect.poll(() => factor.innerText()).not.toBe(before);
  const five = await page.locator(".questions").innerText();
  for (const text of ["five", "-1", "1.5", "1234567890", ""]) {
    await choose(text);
    await panel.getByText(w.badSeed(text)).waitFor();
    expect(await query(page)).toBe("?quiz.seed=5");
  }
  const elsewhere = await site.open(`${fixturePath}?quiz.seed=5`);
  expect(await elsewhere.locator(".questions").innerText()).toBe(five);

  await panel.getByRole("button", { name: w.draw }).click();
  await expect.poll(() => query(page)).toMatch(/^\?quiz\.seed=\d{4}$/);
  const drawn = new URLSearchParams(await query(page)).get("quiz.seed") ?? "";
  expect(await seed.inputValue()).toBe(drawn);
  await choose("1");
  await expect.poll(() => query(page)).toBe("");
});

test("drawing the questions again forgets what was answered", async () => {
  const page = await site.open(fixturePath);
  const form = page.locator("#question-factor form");
  await form.locator("input").fill("0");
  await form.locator("input").press("Enter");
  await expect.poll(() => form.locator(".feedback").innerText()).toContain(words.quiz.wrong);
  const panel = await openPanel(page);
  await panel.getByRole("button", { name: w.draw }).click();
  await expect.poll(() => form.locator(".feedback").innerText()).toBe("");
  expect(await form.locator("input").inputValue()).toBe("");
});

test("a student sees that the page was prepared, and can have everything", async () => {
  const page = await site.open(
    `${fixturePath}?race.step=7&hide=race.start&lock=update.*#questions`,
  );
  const note = page.locator("fl-prepared");
  expect(await note.innerText()).toContain(words.teacher.prepared);
  const all = note.getByRole("link", { name: words.teacher.showAll });
  const href = await all.evaluate((link) => (link as HTMLAnchorElement).href);
  expect(href).toBe(`${site.base}${fixturePath}?race.step=7#questions`);
  await all.click();
  await expect.poll(() => page.locator("fl-descent .start").count()).toBe(1);
  await expect.poll(() => page.url()).toBe(href);
  expect(await note.isVisible()).toBe(false);
  expect(await page.locator("fieldset.locked").count()).toBe(0);
  const plain = await site.open(fixturePath);
  expect(await plain.locator("fl-prepared").isVisible()).toBe(false);
});

test("names that nothing on the page has are said, and change nothing else", async () => {
  const page = await site.open(
    `${fixturePath}?hide=rcae.start,race.start,*.nonsense&lock=,update.mode,<b>`,
  );
  expect(await noticesOf(page)).toEqual([
    expect.stringContaining(words.teacher.unknown(["<b>", "rcae.start", "*.nonsense"])),
  ]);
  expect(await page.locator("fl-descent .start").count()).toBe(0);
  expect(await page.locator("#update .modes input:enabled").count()).toBe(0);
  expect(await page.locator("fl-descent .transport button:enabled").count()).toBe(4);
});

test("the button of the panel can be hidden from the panel itself", async () => {
  const page = await site.open(fixturePath);
  const panel = await openPanel(page);
  await choiceOf(panel, "page.teacher", "hidden").check();
  await painted(page);
  expect(await panel.isVisible()).toBe(true);
  await page.keyboard.press("Escape");
  await panel.waitFor({ state: "detached" });
  expect(await page.locator("fl-teacher").isVisible()).toBe(false);
  expect(await page.evaluate(() => document.activeElement?.localName)).toBe("main");
});

test.each([390, 1280])("the panel is accessible and fits at %i px", async (width) => {
  let complaints: string[] = [];
  const page = await site.open("adam/", {
    viewport: { width, height: 800 },
    before: async (fresh) => {
      complaints = await complaintsOf(fresh);
    },
  });
  const panel = await openPanel(page);
  const wide = await panel.evaluate((dialog) => dialog.scrollWidth - dialog.clientWidth);
  expect(wide).toBe(0);
  const within = { exclude: ["main"] };
  expect(await violations(page, { within, colours: width === 1280 })).toEqual([]);
  expect(complaints).toEqual([]);
});
