import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { inRoot } from "../../web/commands/root.mjs";
import { checkQuiz, QuizFault, quizFaults } from "../../web/quiz/check-quiz.js";

const file = inRoot("tests/web/browser/fixture/quiz.json");

// biome-ignore lint/suspicious/noExplicitAny: it is spoiled in ways its type would not allow
type Loose = any;

/** The quiz of the fixture, with something spoiled in it. */
function spoiled(spoil: (quiz: Loose) => void): unknown {
  const quiz = JSON.parse(readFileSync(file, "utf8"));
  spoil(quiz);
  return quiz;
}

test("a quiz without faults is taken as it is", () => {
  const quiz = spoiled(() => {});
  expect(checkQuiz("quiz.json", quiz)).toBe(quiz);
});

const [one, several, factor] = [0, 1, 2];
const faults: [string, (quiz: Loose) => void, RegExp][] = [
  ["without a title", (q) => delete q.title, /^quiz\.json: needs `title`/],
  [
    "with a blank title",
    (q) => {
      q.title = " ";
    },
    /needs `title`/,
  ],
  ["without questions", (q) => delete q.questions, /needs `questions`/],
  [
    "with an id in capitals",
    (q) => {
      q.questions[one].id = "One";
    },
    /question One: `id` must/,
  ],
  ["without an id", (q) => delete q.questions[one].id, /question 1: `id` must/],
  [
    "with an id twice",
    (q) => {
      q.questions[several].id = "one";
    },
    /question one: `id` occurs twice/,
  ],
  ["without a text", (q) => delete q.questions[one].text, /question one: needs `text`/],
  [
    "without an explanation",
    (q) => delete q.questions[factor].explain,
    /question factor: needs `explain`/,
  ],
  [
    "with a blank section",
    (q) => {
      q.questions[factor].section = " ";
    },
    /question factor: `section` must be the id of a heading/,
  ],
  [
    "of an unknown kind",
    (q) => {
      q.questions[one].kind = "essay";
    },
    /`kind` must be single, multiple or number/,
  ],
  ["without choices", (q) => delete q.questions[one].choices, /needs two or more `choices`/],
  [
    "with one choice",
    (q) => {
      q.questions[one].choices.length = 1;
    },
    /needs two or more/,
  ],
  [
    "with a choice without text",
    (q) => delete q.questions[one].choices[1].text,
    /choice 2: needs `text`/,
  ],
  [
    "with a choice unexplained",
    (q) => delete q.questions[several].choices[0].explain,
    /question several, choice 1: needs `explain`/,
  ],
  [
    "with a choice without a claim",
    (q) => delete q.questions[one].choices[0].claim,
    /choice 1: needs `claim`/,
  ],
  [
    "with a claim about nothing",
    (q) => delete q.questions[one].choices[0].claim.left,
    /choice 1, left: must be a question/,
  ],
  [
    "with an unknown comparison",
    (q) => {
      q.questions[one].choices[0].claim.is = "≥";
    },
    /`claim\.is` must be/,
  ],
  [
    "with nothing to compare with",
    (q) => delete q.questions[one].choices[0].claim.right,
    /choice 1, right: must be/,
  ],
  [
    "without an answer",
    (q) => delete q.questions[factor].answer,
    /answer: must be a question to the core/,
  ],
  [
    "with an answer typed in",
    (q) => {
      q.questions[factor].answer = 5.26;
    },
    /answer: must be a question to the core/,
  ],
  [
    "without what to measure",
    (q) => delete q.questions[factor].answer.measure,
    /needs one of `measure`, `loss`/,
  ],
  ["without a run", (q) => delete q.questions[factor].answer.measure.spec, /needs `measure\.spec`/],
  [
    "without a quantity",
    (q) => delete q.questions[factor].answer.measure.quantity,
    /needs `measure\.quantity`/,
  ],
  [
    "without a tolerance",
    (q) => delete q.questions[factor].tolerance,
    /`tolerance` must be a share/,
  ],
  [
    "with too wide a tolerance",
    (q) => {
      q.questions[factor].tolerance = 0.5;
    },
    /between 0 and 0\.5/,
  ],
  [
    "without words for other numbers",
    (q) => delete q.questions[factor].otherwise,
    /needs `otherwise`/,
  ],
  [
    "without misconceptions",
    (q) => delete q.questions[factor].misconceptions,
    /needs `misconceptions`/,
  ],
  [
    "with a misconception unexplained",
    (q) => delete q.questions[factor].misconceptions[0].explain,
    /misconception 1: needs `explain`/,
  ],
  [
    "with a misconception typed in",
    (q) => {
      q.questions[factor].misconceptions[0].answer = 10;
    },
    /misconception 1: must be a question/,
  ],
  [
    "with a number computed from nothing",
    (q) => {
      q.questions[one].compute = { length: 3 };
    },
    /question one, compute length: must be a question to the core/,
  ],
  [
    "with a number both drawn and computed",
    (q) => {
      const [name] = Object.keys(q.questions[factor].draw);
      q.questions[factor].compute = { [name as string]: q.questions[factor].answer };
    },
    /question factor: `compute` and the question both say what/,
  ],
  [
    "with an answer that the catalog says, which not every page has",
    (q) => {
      q.questions[factor].answer = { declared: { of: "methods", name: "adam", default: "beta1" } };
    },
    /answer: needs one of `measure`/,
  ],
];

test("of several faulty questions every one is told", () => {
  const quiz = spoiled((q) => {
    delete q.questions[one].text;
    delete q.questions[factor].answer;
  });
  expect(quizFaults("quiz.json", quiz).map(({ message, question }) => [question, message])).toEqual(
    [
      [one, "quiz.json, question one: needs `text`"],
      [factor, expect.stringContaining("question factor, answer")],
    ],
  );
});

test.each(faults)("a quiz %s is refused, with the place", (_what, spoil, words) => {
  const check = () => checkQuiz("quiz.json", spoiled(spoil));
  expect(check).toThrow(QuizFault);
  expect(check).toThrow(words);
});

test.each([null, 3, "quiz", undefined])("%s is no quiz", (value) => {
  expect(() => checkQuiz("quiz.json", value)).toThrow("quiz.json: must be an object");
});

test.each([null, 3, "text"])("a question that is %s is refused", (question) => {
  expect(() => checkQuiz("quiz.json", { title: "T", questions: [question] })).toThrow(QuizFault);
});
