import { load } from "cheerio";
import { expect, test } from "vitest";
import { inRoot } from "../../web/commands/root.mjs";
import { QuizFault } from "../../web/quiz/check-quiz.js";
import { expandQuizzes } from "../../web/site/expand-quiz.js";
import { MathRenderer } from "../../web/site/mathml.js";
import { engine } from "./browser/own-engine.js";

const folder = inRoot("tests/web/browser/fixture");
const math = new MathRenderer(engine.catalog());
const quiz = '<fl-quiz src="quiz.json"></fl-quiz>';

test("a quiz is put into its page, to be read before any script runs", async () => {
  const $ = load(`<h2 id="questions">Questions</h2>${quiz}`);
  await expandQuizzes($, folder, math, engine);
  expect($("fl-quiz").attr("src")).toBe(undefined);
  expect($("fl-quiz .before-script > li")).toHaveLength(3);
  expect($('fl-quiz script[type="application/json"]').text()).toContain('"section":"questions"');
});

test("a section that the page does not have is refused, with the question's name", async () => {
  const $ = load(`<h2 id="other">Questions</h2>${quiz}`);
  const expanded = expandQuizzes($, folder, math, engine);
  await expect(expanded).rejects.toThrow(QuizFault);
  await expect(expanded).rejects.toThrow(
    /quiz\.json, question factor: the page has no section "questions"/,
  );
});
