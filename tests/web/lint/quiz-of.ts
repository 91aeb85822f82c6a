import type { Ask } from "../../../web/ask/ask.js";
import type { Question } from "../../../web/quiz/types.js";

/** One step of Adam on the ramp, without correction: (1 − β₁)/√(1 − β₂) learning rates long. */
export const firstStep = (settings: Record<string, number | string> = {}): Ask => ({
  measure: {
    spec: {
      problem: "constant_gradient",
      method: { name: "adam", settings: { learning_rate: 1, bias_correction: "off", ...settings } },
    },
    steps: 1,
    quantity: "step_length",
  },
});

export const numberQuestion = (change: object = {}): Question => ({
  id: "number",
  kind: "number",
  draw: { beta: { pick: [0.5, 0.8] } },
  text: "<p>With [[beta]]?</p>",
  answer: firstStep({ beta1: "[[beta]]" }),
  tolerance: 0.02,
  misconceptions: [{ answer: firstStep({ beta1: 0.95 }), explain: "[[wrong]] is another." }],
  otherwise: "Look again.",
  explain: "It is [[answer]].",
  ...change,
});

/** A choice whose claim holds, or does not. */
export const choice = (holds: boolean, change: object = {}) => ({
  text: holds ? "Long" : "Short",
  explain: holds ? "It is long." : "It is not.",
  claim: { left: firstStep(), is: ">" as const, right: holds ? 3 : 4 },
  ...change,
});

export const choiceQuestion = (change: object = {}): Question => ({
  id: "choice",
  kind: "single",
  text: "<p>How long is it?</p>",
  choices: [choice(true), choice(false)],
  explain: "See above.",
  ...change,
});

/** A quiz with as many questions as a lesson needs, the first of them given. */
export const quizOf = (...questions: unknown[]) => ({
  title: "Questions",
  questions: [
    ...questions,
    numberQuestion({ id: "more" }),
    ...["a", "b", "c", "d"].map((id) => choiceQuestion({ id })),
  ],
});
