// One figure of a lesson by itself: figure/?lesson=…&figure=…
import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { aloneWords } from "../../../web/words/alone.js";
import { words } from "../../../web/words/en.js";
import { violations } from "./axe.js";
import { fixturePage, fixturePath } from "./fixture.js";
import { complaintsOf, painted, useSite } from "./harness.js";
import { openEverything } from "./open-everything.js";
import { quizOf } from "./own-quiz.js";
import { sceneOf } from "./scene-in-page.js";
import { sideways } from "./sideways.js";

const site = useSite();
beforeAll(async () => void site.extra.set(fixturePath, await fixturePage()));

const shown = (page: Page) =>
  page
    .locator("main > *")
    .evaluateAll((all) =>
      all.flatMap((one) =>
        one.localName.startsWith("fl-") && one.id ? [`${one.localName} ${one.id}`] : [],
      ),
    );

test.each([
  ["race-descent", ["fl-descent race-descent"]],
  ["update", ["fl-derivation update"]],
  ["chart", ["fl-trace chart", "fl-transport first-transport"]],
  ["first-transport", ["fl-transport first-transport"]],
  ["first", ["fl-predict guess", "fl-trace chart", "fl-transport first-transport"]],
  ["race", ["fl-descent race-descent", "fl-derivation update"]],
  ["scale-trace", ["fl-controls slope-controls", "fl-trace scale-trace"]],
  ["slip", ["fl-slip slip"]],
  ["quiz", ["fl-quiz quiz"]],
])("%s shows the figure with what belongs to it, and nothing else", async (figure, elements) => {
  const page = await site.open(`figure/?lesson=fixture&figure=${figure}`);
  expect(await shown(page)).toEqual(elements);
  expect(await page.locator("fl-notice").innerText()).toBe("");
  expect(await page.locator(".site-head, .site-foot").count()).toBe(0);
});

test("a figure whose scene another declares has the numbers it has in the lesson", async () => {
  const lesson = await site.open(fixturePath);
  for (const [id, numbers] of [
    ["update", ".numbers"],
    ["scale-trace", ".readout"],
  ]) {
    const alone = await site.open(`figure/?lesson=fixture&figure=${id}`);
    const said = (page: Page) => page.locator(`#${id} ${numbers}`).first().textContent();
    expect(await said(alone)).toMatch(/\d/);
    expect(await said(alone)).toBe(await said(lesson));
  }
});

test("the state of the lesson's address is that of the figure's, and the way back keeps it", async () => {
  const state = "race.step=7&race.adam.learning_rate=0.5&race.start=1,2";
  const page = await site.open(`figure/?lesson=fixture&figure=race-descent&${state}`);
  const figure = page.locator("#race-descent");
  expect(await sceneOf(figure)).toMatchObject({ step: 7, start: [1, 2] });
  await figure.locator(".start").press("ArrowUp");
  const link = page.locator("fl-figure-source a");
  const { start } = await sceneOf(figure);
  const back = `${site.base}fixture/?race.step=7&race.adam.learning_rate=0.5&race.start=${start.join(",")}#race-descent`;
  await expect.poll(() => link.getAttribute("href")).toBe(back);
  const [lesson] = await Promise.all([page.waitForEvent("popup"), link.click()]);
  await lesson.waitForSelector("html[data-ready]", { state: "attached" });
  expect(await sceneOf(lesson.locator("#race-descent"))).toMatchObject({ start, step: 7 });
});

test("one question alone has the numbers it has among the others, and counts for its lesson", async () => {
  const lesson = await site.open("adam/?quiz.seed=5");
  const { id } = quizOf("adam/").questions.find(({ draw }) => draw)!;
  const asked = await lesson.locator(`#question-${id} .question-text`).innerText();
  const page = await site.open(`figure/?lesson=adam&figure=quiz&question=${id}&quiz.seed=5`);
  expect(await page.locator(".question").count()).toBe(1);
  expect(await page.locator(".question .question-text").innerText()).toBe(asked);
  expect(await page.locator("fl-figure-source a").getAttribute("href")).toBe(
    `${site.base}adam/?quiz.seed=5#question-${id}`,
  );

  const one = await site.open("figure/?lesson=fixture&figure=quiz&question=one");
  await one.getByLabel("One", { exact: true }).check();
  await one.getByRole("button", { name: words.quiz.check }).click();
  await one.locator(".question .tick").waitFor();
  const among = await one.context().newPage();
  await among.goto(site.base + fixturePath);
  await among.waitForSelector("html[data-ready]", { state: "attached" });
  expect(
    await among.locator(".question:has(.tick)").evaluateAll((all) => all.map(({ id }) => id)),
  ).toEqual(["question-one"]);
});

test("a question that is not there is said, and all are shown", async () => {
  const page = await site.open("figure/?lesson=fixture&figure=quiz&question=none");
  expect(await page.locator("fl-notice p").innerText()).toContain(words.figure.noQuestion("none"));
  expect(await page.locator(".question").count()).toBe(3);
});

test("without a figure, and with one there is not, the page lists what there is", async () => {
  const lessons = await site.open("figure/");
  await lessons.getByRole("link", { name: "Adam" }).click();
  await lessons.waitForSelector("html[data-ready]", { state: "attached" });
  expect(new URL(lessons.url()).search).toBe("?lesson=adam");
  expect(await lessons.locator("[role=alert]").count()).toBe(0);
  const figures = await lessons.locator(".course-list a").allInnerTexts();
  expect(figures).toEqual(expect.arrayContaining(["race-descent", "first-step", "quiz"]));
  expect(figures.filter((id) => /transport|controls/.test(id))).toEqual([]);

  const none = await site.open("figure/?lesson=adam&figure=none", { ready: false });
  await none.waitForSelector("html[data-error]", { state: "attached" });
  expect(await none.locator("[role=alert]").innerText()).toBe(aloneWords.noFigure("none"));
  expect(await none.locator(".course-list a").allInnerTexts()).toEqual(figures);
  await none.getByRole("link", { name: "race-descent" }).click();
  await none.waitForSelector("html[data-ready]", { state: "attached" });
  expect(await shown(none)).toEqual(["fl-descent race-descent"]);
});

test.each([
  "lesson=none&figure=race",
  "lesson=..&figure=race",
  "lesson=%2F%2Fexample.org&figure=race",
  "lesson=figure&figure=race",
])("%s: there is no such lesson, and the lessons are listed", async (query) => {
  const foreign: string[] = [];
  const page = await site.open(`figure/?${query}`, {
    ready: false,
    before: async (fresh) => {
      fresh.on("request", (request) => {
        if (!request.url().startsWith(site.base)) foreign.push(request.url());
      });
    },
  });
  await page.waitForSelector("html[data-error]", { state: "attached" });
  const name = new URLSearchParams(query).get("lesson")!;
  expect(await page.locator("[role=alert]").innerText()).toBe(aloneWords.noPage(name));
  const links = page.locator(".course-list a");
  const addresses = await links.evaluateAll((all) => all.map((one) => one.getAttribute("href")));
  expect(addresses).toContain("?lesson=adam");
  expect(foreign).toEqual([]);
});

test("a figure of the home page has an address too", async () => {
  const page = await site.open("figure/?figure=home-descent");
  expect(await shown(page)).toEqual(["fl-descent home-descent"]);
  expect(await page.locator("fl-figure-source a").getAttribute("href")).toBe(
    `${site.base}#home-descent`,
  );
});

test("the colours are the system's, or those the address asks for, from the first paint", async () => {
  const scheme = async (query: string, colorScheme: "light" | "dark") => {
    const page = await site.open(`figure/?lesson=fixture&figure=slope${query}`, {
      colorScheme,
      before: (fresh) =>
        fresh.addInitScript(() => localStorage.setItem("fall-line:theme", "light")),
    });
    const dark = await page.evaluate(
      () => getComputedStyle(document.documentElement).backgroundColor === "rgb(19, 22, 26)",
    );
    const said = await page.locator("main > .notices").allInnerTexts();
    return { dark, said };
  };
  expect(await scheme("", "dark")).toEqual({ dark: true, said: [] });
  expect(await scheme("&theme=light", "dark")).toEqual({ dark: false, said: [] });
  expect(await scheme("&theme=dark", "light")).toEqual({ dark: true, said: [] });
  expect(await scheme("&theme=pink", "light")).toEqual({
    dark: false,
    said: [aloneWords.noTheme("pink")],
  });
});

test.each(["race", "first", "first-moment", "place-trace", "sign", "quiz", "turned"])(
  "%s of the Adam lesson fits from 280 px on, opened too, and axe-core and the policy are content",
  async (figure) => {
    let complaints: string[] = [];
    const page = await site.open(`figure/?lesson=adam&figure=${figure}`, {
      viewport: { width: 280, height: 900 },
      before: async (fresh) => {
        complaints = await complaintsOf(fresh);
      },
    });
    const everywhere = async (colours: boolean) => {
      for (const width of [280, 320, 390, 640, 1280]) {
        await page.setViewportSize({ width, height: 900 });
        await painted(page);
        expect(await sideways(page), `${width}`).toEqual([]);
      }
      expect(await violations(page, { colours })).toEqual([]);
    };
    await everywhere(false);
    await openEverything(page);
    await everywhere(true);
    expect(complaints).toEqual([]);
  },
);

test("a figure loads what its lesson loads, and little more", async () => {
  const before = site.answers.length;
  const page = await site.open("figure/?lesson=adam&figure=race-descent");
  await page.waitForLoadState("networkidle");
  const answers = site.answers.slice(before);
  const kilobytes = answers.reduce((sum, { bytes }) => sum + bytes, 0) / 1000;
  console.log(`a figure by itself: ${kilobytes.toFixed(0)} kB compressed`);
  expect(kilobytes).toBeLessThanOrEqual(260);
  expect(answers.filter(({ path }) => path.endsWith(".wasm"))).toHaveLength(1);
  expect(answers.filter(({ path }) => /take-|snippet-/.test(path))).toEqual([]);
});
