import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Locator, Page } from "playwright-core";
import { beforeAll, expect } from "vitest";
import { inRoot } from "../../../web/commands/root.mjs";
import type { Question, QuizFile } from "../../../web/quiz/types.js";
import { words } from "../../../web/words/en.js";
import { asLesson, fixturePage, fixturePath } from "./fixture.js";
import { type TestSite, useSite } from "./harness.js";
import { openOwn } from "./own-quiz.js";
import { answered } from "./saved-progress.js";

/** A second lesson, whose questions need another engine. */
const curved = `<!doctype html><html lang="en"><head><title>Curvature</title></head>
  <body><h1>Curvature</h1><fl-quiz src="curved.json"></fl-quiz></body></html>`;

/** The site with two lessons of the tests besides its own: `fixture/` and `curved/`. */
export function useSiteWithLessons(): TestSite {
  const site = useSite();
  beforeAll(async () => {
    site.extra.set(fixturePath, await fixturePage());
    const lesson = await asLesson(curved);
    site.extra.set("curved/", lesson.replace(/(data-(?:lesson|page))="fixture"/g, '$1="curved"'));
  });
  return site;
}

const quizFile = (name: string) =>
  JSON.parse(readFileSync(join(inRoot("tests/web/browser/fixture"), name), "utf8")) as QuizFile;
const questions = [...quizFile("quiz.json").questions, ...quizFile("curved.json").questions];

/** Noon where the tests run. */
export const noon = (day: string) => new Date(`${day}T12:00`);

/** The page on that day, with dice that fall the same at every run. */
export const at = (day: string | Date) => async (page: Page) => {
  await page.clock.setFixedTime(typeof day === "string" ? noon(day) : day);
  await page.addInitScript(() => {
    let thrown = 10_000;
    crypto.getRandomValues = (numbers) => {
      if (numbers instanceof Uint32Array) numbers[0] = thrown;
      Object.assign(globalThis, { seed: thrown });
      thrown += 1;
      return numbers;
    };
  });
};

export const answeredOn = (day: string, ids: string[]) => answered(noon(day).toISOString(), ids);
export const due = (page: Page) => page.locator(".site-head .due");
export const button = (page: Page | Locator, name: string) => page.getByRole("button", { name });
export const inReview = (page: Page) => page.locator("fl-review");

/** The question that is asked, by the id its form carries. */
export async function asked(page: Page): Promise<Question> {
  const id = await inReview(page).locator(".question-text").getAttribute("id");
  const question = questions.find((one) => `${one.id}-text` === id);
  if (!question) throw new Error(`there is no question ${id}`);
  return question;
}

/** Answers what is asked, rightly or wrongly, as one who knows the core. */
export async function answer(page: Page, right: boolean): Promise<void> {
  const form = inReview(page).locator("form");
  const seed = await page.evaluate(() => String((globalThis as unknown as { seed: number }).seed));
  const open = await openOwn(await asked(page), seed);
  if (open.answer !== undefined) {
    await form.locator("input.number").fill(String(right ? open.answer : open.answer + 77));
  } else {
    for (const [i, holds] of open.holds.entries()) {
      if (holds === right) await form.locator(".choice input").nth(i).check();
    }
  }
  await button(form, words.quiz.check).click();
  await page.waitForSelector(`fl-review .feedback.${right ? "right" : "wrong"}`);
}

export async function goOn(page: Page): Promise<void> {
  const place = inReview(page).locator(".place");
  const before = await place.innerText();
  await inReview(page).locator(".next").click();
  await expect.poll(() => place.count().then((n) => (n ? place.innerText() : ""))).not.toBe(before);
}
