import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { words } from "../../../web/words/en.js";
import { teaching } from "../../../web/words/en-teaching.js";
import { numberText } from "../../../web/words/number-text.js";
import { fixturePage, fixturePath } from "./fixture.js";
import { painted, useSite } from "./harness.js";
import { leftSides, measure } from "./own-engine.js";
import { openOwn, quizOf } from "./own-quiz.js";
import { sceneOf } from "./scene-in-page.js";
import { openPanel } from "./teacher.js";

const site = useSite();
beforeAll(async () => void site.extra.set(fixturePath, await fixturePage()));
const w = words.worksheet;

/** The page as it is laid out for paper. */
async function onPaper(page: Page): Promise<void> {
  await page.emulateMedia({ media: "print" });
  await page.waitForSelector("html[data-printing]");
  await painted(page);
}

async function onScreen(page: Page): Promise<void> {
  await page.emulateMedia({ media: "screen" });
  await page.waitForSelector("html:not([data-printing])");
}

const answers = (page: Page) => page.locator(".answer-sheet li .answered").allInnerTexts();

/** How many sheets of paper the page takes. */
async function sheets(page: Page): Promise<number> {
  const pdf = await page.pdf({ format: "A4" });
  return pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

test("on paper there are lines and boxes in place of buttons and fields", async () => {
  const page = await site.open(fixturePath, { colorScheme: "dark" });
  const question = page.locator("#question-one form");
  await question.getByLabel("Longer than one").check();
  await question.getByRole("button", { name: words.quiz.check }).click();
  await question.getByRole("button", { name: words.quiz.hint }).click();
  await onPaper(page);
  const seen = (selector: string) => page.locator(selector).filter({ visible: true }).count();
  for (const gone of [
    "button",
    "summary:not(#hidden > *)",
    ".site-head",
    ".scrub",
    "input[type=range]",
    ".modes",
    ".hint",
    ".feedback.wrong",
    ".choice-explain",
    ".answer input",
  ]) {
    expect(await seen(gone), gone).toBe(0);
  }
  expect(await seen(".writing-lines")).toBe(3);
  expect(await seen(".choice input")).toBe(8);
  const box = page.locator("#question-one .choice input").first();
  const style = await box.evaluate((one) => {
    const { appearance, borderTopWidth } = getComputedStyle(one);
    return { appearance, borderTopWidth, image: getComputedStyle(one, "::before").content };
  });
  expect(style).toMatchObject({ appearance: "none", borderTopWidth: "1px" });
  expect(await page.locator("#guess").innerText()).toContain("How long is the first step?");
  expect(await page.locator("#guess .to-write").innerText()).toContain(w.prediction);
  expect(await page.locator("#slip .to-write").innerText()).toContain(w.line);
  const background = await page.evaluate(
    () => getComputedStyle(document.documentElement).backgroundColor,
  );
  expect(background, "paper is light").toBe("rgb(253, 252, 249)");
});

test("figures are printed as they stand, with their step and settings", async () => {
  const page = await site.open(`${fixturePath}?race.step=123&race.adam.learning_rate=0.21`);
  await onPaper(page);
  const race = page.locator("fl-descent");
  expect(await race.innerText()).toContain(words.transport.stepOf(123, 500));
  const field = race.locator(".in-sight input.number").nth(3);
  expect(await field.isVisible()).toBe(true);
  expect(await field.inputValue()).toBe("0.21");
  const drawn = await race.locator(".field-canvas").evaluate((canvas: HTMLCanvasElement) => {
    const context = canvas.getContext("2d");
    const { data } = context?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] };
    return new Set(data).size;
  });
  expect(drawn).toBeGreaterThan(20);
  await onScreen(page);
  expect(await race.locator(".path-canvas").isVisible()).toBe(true);
});

test("a derivation is printed in full; where lines are asked for, as blanks", async () => {
  const page = await site.open(`${fixturePath}?update.mode=all`);
  const update = page.locator("#update");
  const { runs, step } = await sceneOf(
    update.locator("xpath=/descendant-or-self::*").first(),
  ).catch(() => sceneOf(page.locator("fl-descent")));
  const spec = runs.find(({ method }) => method === "adam")!.spec;
  const expected = leftSides(spec, step, 0).map((value) => numberText(value, 4));
  expect(await update.locator(".formula-lines > li").count()).toBe(1);
  await onPaper(page);
  expect(await update.locator(".formula-lines > li").count()).toBe(expected.length);
  expect(await update.locator(".to-write").count()).toBe(expected.length);
  expect(await page.locator("#bias .to-write").count(), "one to watch has none").toBe(0);
  const text = await update.innerText();
  for (const number of expected.slice(0, 5)) expect(text).not.toContain(number);
  const title = w.derivation("Adam", words.transport.stepOf(step, 500), "x");
  const sheet = page.locator(".answer-sheet");
  await sheet.getByRole("heading", { name: title }).waitFor();
  expect((await answers(page)).slice(0, expected.length)).toEqual(expected);
  await onScreen(page);
  expect(await update.locator(".formula-lines > li").count()).toBe(1);
});

test("the answers are those of the questions above, from the same seed", async () => {
  const { questions } = quizOf("adam/");
  for (const seed of ["1", "4711"]) {
    const page = await site.open(`adam/?quiz.seed=${seed}`);
    const asked = await page.locator(".question-text").allInnerTexts();
    await onPaper(page);
    const sheet = page.locator(".answer-sheet ol").last().locator("> li");
    expect(await sheet.count()).toBe(questions.length);
    expect(await page.locator(".worksheet-foot").innerText()).toContain(w.seed(seed));
    expect(await page.locator(".worksheet-foot").innerText()).toContain(page.url());
    for (const [i, question] of questions.entries()) {
      const { answer, holds, question: drawn } = await openOwn(question, `${seed}${i}`);
      const item = sheet.nth(i);
      expect(await item.locator(".asked").innerText()).toBe(asked[i]);
      const told = await item.locator(".answered").innerText();
      if (answer !== undefined) expect(told).toBe(numberText(answer, 4));
      else if (drawn.kind !== "number") {
        expect(await item.locator(".answered li").count()).toBe(holds.filter(Boolean).length);
      }
      expect((await item.locator("> .why").innerText()).length).toBeGreaterThan(10);
    }
  }
});

test("open predictions and slips are questions with an answer; made and found ones stand as they are", async () => {
  const page = await site.open(fixturePath);
  const actual = measure({
    spec: {
      problem: "constant_gradient",
      method: { name: "adam", settings: { learning_rate: 1, bias_correction: "off" } },
    },
    steps: 1,
    quantity: "step_length",
  });
  await onPaper(page);
  // the letter of a formula is its math-italic form
  expect((await answers(page))[0]?.replace(/\s+/g, " ")).toBe(`${numberText(actual)} 𝛼`);
  expect(await page.locator(".answer-sheet").innerText()).toContain("Too long.");
  expect(await page.locator(".answer-sheet").innerText()).toContain("The power is missing.");
  await onScreen(page);
  await page.locator("#guess").getByRole("button", { name: words.predict.commit }).click();
  await page.locator("#slip").getByRole("button", { name: words.slip.tell }).click();
  await onPaper(page);
  expect(await page.locator(".answer-sheet").innerText()).not.toContain("Too long.");
  expect(await page.locator(".answer-sheet").innerText()).not.toContain("The power is missing.");
  expect(await page.locator("#guess").innerText()).toContain("Too long.");
});

test("no answer is in the page before it is printed, nor afterwards", async () => {
  const page = await site.open(fixturePath);
  expect(await page.locator(".worksheet").count()).toBe(0);
  await page.pdf();
  expect(await page.locator(".worksheet, .writing-lines").count()).toBe(0);
  expect(await page.locator("html[data-printing]").count()).toBe(0);
});

test("Chromium prints the answers, on sheets of their own", async () => {
  const page = await site.open(fixturePath);
  await page.evaluate(() => {
    // the last listener: what stands there then is what is printed
    addEventListener("beforeprint", () => {
      const printed = document.querySelector(".answer-sheet")?.textContent ?? "";
      document.documentElement.dataset.printed = printed;
    });
  });
  const withAnswers = await sheets(page);
  expect(await page.locator("html").getAttribute("data-printed")).toContain(
    "The power is missing.",
  );
  const hidden = await site.open(`${fixturePath}?hide=page.answers`);
  expect(withAnswers).toBeGreaterThan(await sheets(hidden));
  await onPaper(page);
  expect(
    await page.locator(".answer-sheet").evaluate((one) => getComputedStyle(one).breakBefore),
  ).toBe("page");
});

test("the panel prints with answers or without; a page alone, what students may ask for", async () => {
  const page = await site.open(`${fixturePath}?hide=quiz.tell&lock=slip.tell,update.tell`, {
    before: (fresh) =>
      fresh.addInitScript(() => {
        // the dialog of the browser cannot be had here
        globalThis.print = () => document.documentElement.setAttribute("data-asked", "");
      }),
  });
  const headings = () => page.locator(".answer-sheet h3").allInnerTexts();
  await onPaper(page);
  expect(await headings()).toEqual([words.predict.label, words.predict.label]);
  await onScreen(page);
  const panel = await openPanel(page);
  await panel.getByRole("button", { name: teaching.panel.withAnswers }).click();
  expect(await page.locator("html[data-asked]").count()).toBe(1);
  await onPaper(page);
  expect(await headings()).toEqual([
    words.predict.label,
    words.predict.label,
    `${words.slip.label}: As printed`,
    "One question of each kind",
  ]);
  await onScreen(page);
  await panel.getByRole("button", { name: teaching.panel.withoutAnswers }).click();
  await onPaper(page);
  expect(await headings()).toEqual([]);
  expect(await panel.isVisible()).toBe(false);
  expect(await page.locator(".worksheet-foot").isVisible()).toBe(true);
});
