import type { Ask } from "../ask/ask.js";

/** A number drawn afresh from the seed: one of a list, or a whole number from low to high. */
export type Draw = { pick: number[] } | { whole: [number, number] };

/**
 * Something the core can check: a choice is right exactly when its claim holds. Strings in it may
 * hold [[name]] for a number that was drawn.
 */
export interface Claim {
  left: Ask;
  is: "<" | ">" | "equals" | "differs";
  right: Ask | number;
}

export interface QuizChoice {
  text: string;
  /** Shown when it was chosen (or missed): why it is right or wrong. */
  explain: string;
  claim: Claim;
}

interface QuestionBase {
  id: string;
  text: string;
  /** Id of the heading in the lesson under which its answer is to be found. */
  section?: string;
  draw?: Record<string, Draw>;
  /** Numbers of the core's that texts mention, by name: [[name]]. */
  compute?: Record<string, Ask>;
  hints?: string[];
  /** The worked answer, shown once the question is settled; may hold [[answer]]. */
  explain: string;
}

export interface ChoiceQuestion extends QuestionBase {
  kind: "single" | "multiple";
  choices: QuizChoice[];
}

export interface NumberQuestion extends QuestionBase {
  kind: "number";
  answer: Ask;
  /** A number counts as right within this share of the answer. */
  tolerance: number;
  /** Wrong numbers that tell what went wrong; may hold [[wrong]]. */
  misconceptions: { answer: Ask; explain: string }[];
  /** For any other wrong number. */
  otherwise: string;
}

export type Question = ChoiceQuestion | NumberQuestion;

export interface QuizFile {
  title: string;
  questions: Question[];
}
