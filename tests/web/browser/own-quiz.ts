import { load } from "cheerio";
import { openQuestion } from "../../../web/quiz/draw-question.js";
import type { Question, QuizFile } from "../../../web/quiz/types.js";
import { readPage } from "./harness.js";
import { engine } from "./own-engine.js";

/** Opens a question as the page does, with the engine of this process. */
export const openOwn = (question: Question, seed: string) => openQuestion(question, seed, engine);

/** The questions that were built into a page. */
export function quizOf(path: string): QuizFile {
  const text = load(readPage(path))('fl-quiz script[type="application/json"]').text();
  return JSON.parse(text) as QuizFile;
}
