import { expect, test } from "vitest";
import { QuizSource } from "../../../web/lint/quiz-source.js";
import { quizTextsRule } from "../../../web/lint/rules/quiz-texts.js";
import { pageOf } from "./page-of.js";
import { choice, choiceQuestion, firstStep, numberQuestion, quizOf } from "./quiz-of.js";

const messages = (quiz: unknown) => quizTextsRule(pageOf({ quiz })).map(({ message }) => message);

test("a quiz that holds together is fine", () => {
  expect(messages(quizOf(choiceQuestion(), numberQuestion()))).toEqual([]);
  const computed = { compute: { length: firstStep() }, text: "<p>Not [[length]].</p>" };
  expect(messages(quizOf(choiceQuestion(computed)))).toEqual([]);
});

test.each([
  [
    "hint",
    { hints: ["Try [[gamma]]."] },
    "question number, hint 1: got [[gamma]]; allowed: [[beta]]",
  ],
  [
    "text",
    { text: "<p>[[beta]], [[answer]]</p>" },
    "question number, text: got [[answer]]; allowed: [[beta]]",
  ],
  [
    "explanation",
    { explain: "[[wrong]]" },
    "question number, explain: got [[wrong]]; allowed: [[beta]], [[answer]]",
  ],
  [
    "question to the core",
    { answer: firstStep({ beta1: "[[b]]" }) },
    "question number: asks the core with [[b]]; allowed: [[beta]]",
  ],
  [
    "draw that is not used",
    { draw: { beta: { pick: [0.5] }, k: { whole: [1, 2] } } },
    "question number: draws k, and never mentions it; allowed: numbers that are used",
  ],
  [
    "computation that is not used",
    { compute: { late: firstStep() } },
    "question number: computes late, and no text mentions it; allowed: numbers that are used",
  ],
  [
    "explanation given twice",
    {
      misconceptions: [
        { answer: firstStep({ beta1: 0.95 }), explain: "The <b>same</b>." },
        { answer: firstStep({ beta1: 0.9 }), explain: "The  same." },
      ],
    },
    "question number: explanations of misconceptions 1 and 2 read the same, “The same.”; allowed: words of its own for each",
  ],
])("a number question with a faulty %s is reported", (_what, change, message) => {
  expect(messages(quizOf(numberQuestion(change)))).toEqual([message]);
});

test("choices and their explanations that read the same are reported", () => {
  const choices = [choice(true), choice(false, { text: "Long" }), choice(false, { text: "x" })];
  expect(messages(quizOf(choiceQuestion({ choices })))).toEqual([
    "question choice: choices 1 and 2 read the same, “Long”; allowed: words of its own for each",
    "question choice: explanations of choices 2 and 3 read the same, “It is not.”; allowed: words of its own for each",
  ]);
});

test("a name in a question without draws is told that there are none", () => {
  expect(messages(quizOf(choiceQuestion({ text: "<p>[[x]]</p>" })))).toEqual([
    "question choice, text: got [[x]]; allowed: none, nothing is drawn or computed",
  ]);
});

test("too few questions, and none that is drawn, are reported", () => {
  const questions = [choiceQuestion(), choiceQuestion({ id: "b" })];
  expect(messages({ title: "Questions", questions })).toEqual([
    "has 2 questions; allowed: 5 or more",
    "has no question of kind number with `draw`; allowed: one or more",
  ]);
});

test("every question that cannot be shown is reported, at its line, and so are the others’ faults", () => {
  const page = pageOf({
    quiz: quizOf(
      choiceQuestion({ text: "" }),
      numberQuestion({ tolerance: 2 }),
      choiceQuestion({ id: "last", hints: ["[[x]]"] }),
    ),
  });
  const found = quizTextsRule(page);
  expect(found.map(({ message }) => message)).toEqual([
    "question choice: needs `text`",
    "question number: `tolerance` must be a share between 0 and 0.5",
    "question last, hint 1: got [[x]]; allowed: none, nothing is drawn or computed",
  ]);
  const rows = page.quizzes[0]!.text.split("\n");
  expect(rows[found[1]!.line! - 1]).toContain('"id": "number"');
  expect(rows[found[2]!.line! - 1]).toContain("[[x]]");
});

test.each([
  [{ questions: [] }, "needs `title`"],
  [3, "must be an object"],
])("%j is reported as no quiz", (quiz, message) => {
  expect(messages(quiz)).toEqual([message]);
});

test("a file that is no JSON is reported", () => {
  const page = pageOf({});
  page.quizzes.push(new QuizSource("quiz.json", "{"));
  expect(quizTextsRule(page).map(({ message }) => message)).toEqual([
    expect.stringMatching(/^is no JSON: /),
  ]);
});
