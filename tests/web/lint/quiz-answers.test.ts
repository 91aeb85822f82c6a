import { expect, test } from "vitest";
import { quizAnswersRule } from "../../../web/lint/rules/quiz-answers.js";
import { engine } from "../browser/own-engine.js";
import { pageOf } from "./page-of.js";
import { choice, choiceQuestion, firstStep, numberQuestion, quizOf } from "./quiz-of.js";

async function messages(...questions: unknown[]): Promise<string[]> {
  const found = await quizAnswersRule(pageOf({ quiz: quizOf(...questions) }), engine);
  return found.map(({ message }) => message);
}

test("questions that the core can answer are fine", async () => {
  expect(await messages(choiceQuestion(), numberQuestion())).toEqual([]);
  const several = choiceQuestion({ kind: "multiple", choices: [choice(true), choice(false)] });
  const all = choiceQuestion({
    id: "all",
    kind: "multiple",
    choices: [choice(true), choice(true)],
  });
  expect(await messages(several, all)).toEqual([]);
});

test.each([
  ["no", [choice(false), choice(false)], 0],
  ["two", [choice(true), choice(true)], 2],
])("a single choice with %s right choices is reported", async (_count, choices, right) => {
  expect(await messages(choiceQuestion({ choices }))).toEqual([
    `question choice: has ${right} right choices; allowed: exactly one in a single choice`,
  ]);
});

test("a multiple choice without a right choice is reported", async () => {
  const question = choiceQuestion({ kind: "multiple", choices: [choice(false), choice(false)] });
  expect(await messages(question)).toEqual([
    "question choice: has no right choice; allowed: one or more in a multiple choice",
  ]);
});

const wrong = (beta1: number | string, explain = "No.") => ({
  answer: firstStep({ beta1 }),
  explain,
});

test.each([
  [
    "as the answer is, for some draws",
    [wrong(0.8)],
    /^question number: cannot tell misconception 1, 6\.32\d+, from the answer, 6\.32\d+; allowed: further apart than the tolerance \(with beta = 0\.8\)$/,
  ],
  [
    "within the tolerance of the answer",
    [wrong(0.803)],
    /cannot tell misconception 1, 6\.2\d+, from the answer, 6\.32/,
  ],
  [
    "as another is",
    [wrong(0.95), wrong(0.9505, "Nor this.")],
    /cannot tell misconception 2, 1\.56\d+, from misconception 1, 1\.58/,
  ],
])("a misconception that is graded %s is reported once", async (_how, misconceptions, message) => {
  expect(await messages(numberQuestion({ misconceptions }))).toEqual([
    expect.stringMatching(message),
  ]);
});

/** Too large to be a number. */
const overflowing = { ...firstStep({ learning_rate: 10 }), times: Number.MAX_VALUE };

test("numbers that are not finite are reported", async () => {
  const misconceptions = [{ answer: overflowing, explain: "No." }];
  const found = await messages(
    numberQuestion({ answer: overflowing, draw: undefined, text: "<p>?</p>", misconceptions }),
    choiceQuestion({ compute: { far: overflowing }, text: "<p>[[far]]</p>" }),
  );
  expect(found).toEqual([
    "question number: has Infinity as the answer; allowed: a finite number",
    "question number: has Infinity as misconception 1; allowed: a finite number",
    "question choice: computes far as Infinity; allowed: a finite number",
  ]);
});

test("a question that the core refuses is reported with what it says and the numbers drawn", async () => {
  const draw = { beta: { pick: [0.5, 1.5] } };
  expect(await messages(numberQuestion({ draw }))).toEqual([
    expect.stringMatching(/^question number: cannot be opened: .*beta1.*\(with beta = 1\.5\)$/),
  ]);
  const claim = { left: firstStep({ no_such: 1 }), is: ">", right: 1 };
  expect(
    await messages(choiceQuestion({ choices: [choice(true), choice(false, { claim })] })),
  ).toEqual([expect.stringMatching(/^question choice: cannot be opened: .*no_such/)]);
});

test("a fault of a single one of many draws is found", async () => {
  const pick = Array.from({ length: 12 }, (_, i) => 0.4 + i / 100);
  expect(
    await messages(
      numberQuestion({ draw: { beta: { pick } }, misconceptions: [wrong(0.51)], tolerance: 0.001 }),
    ),
  ).toHaveLength(1);
});
