import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { CheerioAPI } from "cheerio";
import type { Asker } from "../ask/ask.js";
import { checkQuiz, QuizFault } from "../quiz/check-quiz.js";
import { openQuestion, withNumbers } from "../quiz/draw-question.js";
import type { Question, QuizFile } from "../quiz/types.js";
import type { MathRenderer } from "./mathml.js";
import { scriptJson } from "./script-json.js";

function withMath(question: Question, math: MathRenderer): Question {
  const set = (text: string) => math.inText(text);
  const base = {
    ...question,
    text: set(question.text),
    explain: set(question.explain),
    ...(question.hints && { hints: question.hints.map(set) }),
  };
  if (base.kind === "number") {
    return {
      ...base,
      otherwise: set(base.otherwise),
      misconceptions: base.misconceptions.map((one) => ({ ...one, explain: set(one.explain) })),
    };
  }
  return {
    ...base,
    choices: base.choices.map((choice) => ({
      ...choice,
      text: set(choice.text),
      explain: set(choice.explain),
    })),
  };
}

/** The questions as plain text, for a reader whose browser runs no script. */
async function readable(quiz: QuizFile, asker: Asker): Promise<string> {
  const items = quiz.questions.map(async (question) => {
    // what is drawn has no number yet, nor has what is computed from it
    const known = question.draw ? {} : (await openQuestion(question, "1", asker)).drawn;
    const set = (text: string) => withNumbers(text, known).replace(/\[\[(\w+)\]\]/g, "<i>$1</i>");
    const choices =
      question.kind === "number"
        ? ""
        : `<ul>${question.choices.map((choice) => `<li>${set(choice.text)}</li>`).join("")}</ul>`;
    return `<li>${set(question.text)}${choices}</li>`;
  });
  return `<ol class="before-script">${(await Promise.all(items)).join("")}</ol>`;
}

/** Puts the questions of quiz.json, formulas rendered, into every fl-quiz. */
export async function expandQuizzes(
  $: CheerioAPI,
  folder: string,
  math: MathRenderer,
  asker: Asker,
): Promise<void> {
  for (const element of $("fl-quiz[src]").toArray()) {
    const file = join(folder, $(element).attr("src") ?? "");
    const checked = checkQuiz(file, JSON.parse(readFileSync(file, "utf8")));
    for (const { id, section } of checked.questions) {
      if (section === undefined || $(`[id="${section}"]`).length > 0) continue;
      throw new QuizFault(`${file}, question ${id}: the page has no section "${section}"`);
    }
    const quiz: QuizFile = {
      ...checked,
      questions: checked.questions.map((question) => withMath(question, math)),
    };
    $(element)
      .removeAttr("src")
      .html(`${scriptJson(quiz)}${await readable(quiz, asker)}`);
  }
}
