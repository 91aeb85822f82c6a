import type { Locator, Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { words } from "../../../web/words/en.js";
import { useSite } from "./harness.js";
import { Keyboard } from "./keyboard.js";
import { leftSides } from "./own-engine.js";
import { openOwn, quizOf } from "./own-quiz.js";
import { sceneOf } from "./scene-in-page.js";

const site = useSite();
let page: Page;
let keyboard: Keyboard;

/** Every test of this file goes on in the same page, from its top to its end. */
beforeAll(async () => {
  const context = await site.browser.newContext({ viewport: { width: 1280, height: 900 } });
  context.setDefaultTimeout(15_000);
  page = await context.newPage();
  await page.goto(`${site.base}adam/`);
  await page.waitForSelector("html[data-ready]", { state: "attached" });
  keyboard = new Keyboard(page);
});

const button = (inside: Locator, name: string) => inside.getByRole("button", { name, exact: true });

test("the course map opens, and the colours change", async () => {
  const root = page.locator("html");
  await keyboard.use(page.locator(".course-map summary"), "Enter");
  await expect.poll(() => page.locator(".course-map nav a").first().isVisible()).toBe(true);
  await keyboard.use(page.locator('.course-map a[aria-current="page"]'));
  await keyboard.use(page.locator(".course-map summary"), "Enter");
  const colours = page.locator("fl-theme button");
  for (const theme of ["light", "dark", null]) {
    await keyboard.use(colours, "Enter");
    await expect.poll(() => root.getAttribute("data-theme")).toBe(theme);
  }
});

test("the start moves with the arrow keys, and the paths with it", async () => {
  const plot = page.locator("fl-descent").first();
  const start = plot.locator(".start");
  const picture = () =>
    plot.locator(".path-canvas").evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL());
  let before = await picture();
  for (const key of ["ArrowRight", "ArrowDown", "ArrowLeft", "ArrowUp", "Shift+ArrowRight"]) {
    const said = await start.getAttribute("aria-valuetext");
    await keyboard.use(start, key);
    await expect.poll(() => start.getAttribute("aria-valuetext"), { message: key }).not.toBe(said);
    await expect.poll(picture, { message: `the paths after ${key}` }).not.toBe(before);
    before = await picture();
  }
});

test("space plays and pauses, [ and ] step, Home and End and arrows move along a chart", async () => {
  const figure = page.locator("fl-descent").first();
  const step = async () => (await sceneOf(figure)).step;
  await keyboard.use(figure.locator(".start"), " ");
  await expect.poll(() => button(figure, words.transport.pause).count()).toBe(1);
  const played = await step();
  await expect.poll(step).toBeGreaterThan(played);
  await keyboard.press(" ");
  await expect.poll(() => button(figure, words.transport.play).count()).toBe(1);
  const paused = await step();
  await keyboard.press("]", "]", "[");
  expect(await step()).toBe(paused + 1);

  const chart = figure.locator(".chart");
  await keyboard.use(chart, "Home");
  expect(await step()).toBe(0);
  await keyboard.use(chart, "ArrowRight", "ArrowUp", "PageUp", "ArrowLeft");
  expect(await step()).toBe(11);
  await keyboard.use(chart, "End");
  expect(await step()).toBe((await sceneOf(figure)).steps);
  await keyboard.use(chart, "PageDown", "ArrowDown");
  expect(await step()).toBe((await sceneOf(figure)).steps - 11);
  await expect.poll(() => chart.getAttribute("aria-valuenow")).toBe(String(await step()));
});

/** Answers wrongly what is asked for next, and takes a hint. */
async function failAt(derivation: Locator, answer: number): Promise<void> {
  const w = words.derivation;
  const form = derivation.locator("form.fill").first();
  const feedback = form.locator(".feedback");
  const field = form.locator("input");
  await keyboard.fill(field, "a lot");
  await keyboard.press("Enter");
  await expect.poll(() => feedback.textContent()).toBe(words.quiz.notANumber("a lot"));
  await keyboard.fill(field, String(answer * 7 + 1));
  await keyboard.press("Enter");
  await expect.poll(() => feedback.textContent()).not.toBe(words.quiz.notANumber("a lot"));
  await keyboard.use(button(form, w.hint), "Enter");
  await expect.poll(() => feedback.textContent()).toContain("one digit");
}

/** Fills in the left side of the line that is asked for next. */
async function fill(derivation: Locator, answer: number): Promise<void> {
  const w = words.derivation;
  const field = derivation.locator("form.fill").first().locator("input");
  const right = derivation.locator(".verdict-line");
  const before = await right.count();
  await keyboard.fill(field, answer.toPrecision(4));
  await keyboard.use(field, "Enter");
  await expect.poll(() => right.count()).toBe(before + 1);
  expect(await right.allTextContents()).toEqual(Array(before + 1).fill(w.right));
}

test("the derivations are watched, and filled in", async () => {
  const w = words.derivation;
  for (const derivation of await page.locator("fl-derivation").all()) {
    const modes = derivation.locator(".modes input");
    const lines = derivation.locator(".formula-lines > li");
    const next = derivation.locator(".buttons .primary");
    const { runs, step } = await sceneOf(derivation);
    const { method, name } = await derivation.evaluate((node) => ({
      method: node.getAttribute("method"),
      name: node.getAttribute("derivation") ?? undefined,
    }));
    const run = runs.find((one) => one.method === method);
    const answers = leftSides(run!.spec, Math.max(1, step), 0, name);

    for (let shown = 1; shown < answers.length; shown += 1) {
      expect(await lines.count()).toBe(shown);
      await keyboard.use(next, "Enter");
      await expect.poll(() => lines.count()).toBe(shown + 1);
    }
    await keyboard.use(modes.nth(0), "ArrowRight");
    await expect.poll(() => derivation.getByLabel(w.mode.last).isChecked()).toBe(true);
    await failAt(derivation, answers.at(-1) ?? Number.NaN);
    await fill(derivation, answers.at(-1) ?? Number.NaN);
    await keyboard.use(modes.nth(1), "ArrowRight");
    await expect.poll(() => derivation.getByLabel(w.mode.all).isChecked()).toBe(true);
    for (const [i, answer] of answers.entries()) {
      await fill(derivation, answer);
      if (i < answers.length - 1) await keyboard.use(next, "Enter");
    }
  }
});

test("every prediction is made", async () => {
  for (const prediction of await page.locator("fl-predict").all()) {
    const choices = prediction.locator("input[type=radio]");
    if ((await choices.count()) > 0) await keyboard.use(choices.first(), " ");
    else await keyboard.use(prediction.locator("input[type=range]"), "ArrowRight", "ArrowRight");
    await keyboard.use(prediction.locator("[type=submit]"), "Enter");
    const own = prediction.locator("dd").first();
    await expect.poll(() => own.textContent()).not.toBe(words.predict.skipped);
    await expect
      .poll(() => prediction.locator(".outcome").evaluate((one) => one === document.activeElement))
      .toBe(true);
  }
});

test("every slip is found", async () => {
  for (const slip of await page.locator("fl-slip").all()) {
    const feedback = slip.locator(".feedback");
    for (const line of await slip.locator(".pickable button").all()) {
      await keyboard.use(line, "Enter");
      await expect
        .poll(() => feedback.textContent())
        .toMatch(new RegExp(`${words.slip.notThis}|${words.slip.found}`));
      if ((await feedback.textContent()) === words.slip.found) break;
    }
    expect(await feedback.textContent()).toBe(words.slip.found);
    expect(await slip.locator(".slipped").count()).toBeGreaterThan(0);
    expect(await slip.locator(".after").isVisible()).toBe(true);
  }
});

test("every question is solved", async () => {
  const quiz = page.locator("fl-quiz");
  const { questions } = quizOf("adam/");
  for (const [i, question] of questions.entries()) {
    const form = quiz.locator(`#question-${question.id} form`);
    const { answer, holds } = await openOwn(question, `1${i}`);
    if (answer !== undefined)
      await keyboard.fill(form.locator("input.number"), answer.toPrecision(5));
    else {
      const inputs = form.locator(".choice input");
      if (question.kind === "multiple") {
        for (const [k, right] of holds.entries()) if (right) await keyboard.use(inputs.nth(k), " ");
      } else {
        await keyboard.use(inputs.first(), " ");
        for (let k = 0; k < holds.indexOf(true); k += 1) await keyboard.press("ArrowDown");
      }
    }
    await keyboard.press("Enter");
    await expect
      .poll(() => form.locator(".feedback").getAttribute("class"), { message: question.id })
      .toContain("right");
    expect(await form.locator(".explain").isVisible()).toBe(true);
  }
  const count = questions.length;
  expect(await quiz.locator(".quiz-progress").textContent()).toBe(words.quiz.solved(count, count));
  expect(await page.getByRole("img", { name: words.shell.solvedShort(count) }).count()).toBe(1);
});
