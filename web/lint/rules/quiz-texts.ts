import { load } from "cheerio";
import type { Question } from "../../quiz/types.js";
import type { LintPage } from "../page.js";
import type { Problem } from "../problem.js";
import { namesInAsks, namesInText, type QuizText } from "../quiz-source.js";

/** Questions that a lesson has at least. */
const fewestQuestions = 5;

type Report = (message: string, text?: QuizText) => void;

function listed(names: string[]): string {
  if (names.length === 0) return "none, nothing is drawn or computed";
  return names.map((name) => `[[${name}]]`).join(", ");
}

/** Every [[name]] is known where it stands, and every name is used. */
function checkNames(question: Question, texts: QuizText[], report: Report): void {
  const drawn = Object.keys(question.draw ?? {});
  const computed = Object.keys(question.compute ?? {});
  const inAsks = namesInAsks(question);
  for (const name of inAsks.filter((one) => !drawn.includes(one))) {
    report(`asks the core with [[${name}]]; allowed: ${listed(drawn)}`);
  }
  for (const text of texts) {
    const known = [...drawn, ...computed, ...text.own];
    for (const name of namesInText(text.html).filter((one) => !known.includes(one))) {
      report(`got [[${name}]]; allowed: ${listed(known)}`, text);
    }
  }
  const inTexts = texts.flatMap(({ html }) => namesInText(html));
  for (const name of drawn.filter((one) => ![...inAsks, ...inTexts].includes(one))) {
    report(`draws ${name}, and never mentions it; allowed: numbers that are used`);
  }
  for (const name of computed.filter((one) => !inTexts.includes(one))) {
    report(`computes ${name}, and no text mentions it; allowed: numbers that are used`);
  }
}

/** What a reader reads, without tags and with every blank as one. */
const wordsOf = (html: string) => load(html, {}, false).text().replace(/\s+/g, " ").trim();

/** Every choice and every known mistake has words of its own. */
function checkWords(question: Question, report: Report): void {
  const compare = (what: string, texts: string[]) => {
    const all = texts.map(wordsOf);
    for (const [i, text] of all.entries()) {
      const first = all.indexOf(text);
      if (first === i) continue;
      report(
        `${what} ${first + 1} and ${i + 1} read the same, “${text}”; allowed: words of its own for each`,
      );
    }
  };
  const explanations = (list: { explain: string }[]) => list.map(({ explain }) => explain);
  if (question.kind === "number") {
    compare("explanations of misconceptions", explanations(question.misconceptions));
    return;
  }
  compare(
    "choices",
    question.choices.map(({ text }) => text),
  );
  compare("explanations of choices", explanations(question.choices));
}

/** Every quiz has enough questions, each with words that hold together. */
export function quizTextsRule(page: LintPage): Problem[] {
  return page.quizzes.flatMap((quiz) => {
    const problems = [...quiz.faults];
    const add = (line: number | undefined, message: string) =>
      problems.push({ file: quiz.file, line, message });
    if (quiz.faults.length === 0 && quiz.questions.length < fewestQuestions) {
      const count = quiz.questions.length;
      add(undefined, `has ${count} questions; allowed: ${fewestQuestions} or more`);
    }
    const isDrawn = ({ kind, draw }: Question) => kind === "number" && draw !== undefined;
    if (quiz.faults.length === 0 && !quiz.questions.some(({ question }) => isDrawn(question))) {
      add(undefined, "has no question of kind number with `draw`; allowed: one or more");
    }
    for (const { question } of quiz.questions) {
      const report: Report = (message, text) =>
        text
          ? add(text.line, `${text.where}: ${message}`)
          : add(quiz.lineOf(question.id), `question ${question.id}: ${message}`);
      checkNames(question, quiz.textsOf(question), report);
      checkWords(question, report);
    }
    return problems;
  });
}
