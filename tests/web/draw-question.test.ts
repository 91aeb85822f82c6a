import { expect, test } from "vitest";
import type { Ask } from "../../web/ask/ask.js";
import { openQuestion, withNumbers } from "../../web/quiz/draw-question.js";
import type { Question } from "../../web/quiz/types.js";
import { engine } from "./browser/own-engine.js";

const firstStep = (beta1: string): Ask => ({
  measure: {
    spec: {
      problem: "constant_gradient",
      method: { name: "adam", settings: { learning_rate: 1, bias_correction: "off", beta1 } },
    },
    steps: 1,
    quantity: "step_length",
  },
});

const question: Question = {
  id: "first",
  kind: "single",
  text: "<p>[[beta]]</p>",
  draw: { beta: { pick: [0.5, 0.8, 0.9] } },
  compute: { length: firstStep("[[beta]]"), half: { ...firstStep("[[beta]]"), times: 0.5 } },
  choices: [],
  explain: "[[length]], and half of it, [[half]].",
};

test("the core computes a question’s numbers from those that were drawn", async () => {
  const seen = new Set<number>();
  for (const seed of ["1", "2", "3", "4", "5", "6", "7", "8"]) {
    const { drawn } = await openQuestion(question, seed, engine);
    const { beta = Number.NaN, length, half } = drawn;
    seen.add(beta);
    expect(length).toBeCloseTo((1 - beta) / Math.sqrt(0.001), 5);
    expect(half).toBe((length ?? 0) / 2);
    expect(withNumbers(question.explain, drawn)).toMatch(/^[\d.]+, and half of it, [\d.]+\.$/);
  }
  expect(seen.size).toBeGreaterThan(1);
});
