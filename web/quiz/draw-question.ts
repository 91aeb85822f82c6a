import { type Ask, type Asker, answerTo } from "../ask/ask.js";
import { numberText } from "../words/number-text.js";
import { grade } from "./grade.js";
import type { Claim, Draw, Question } from "./types.js";

/** Numbers by name, for the [[name]] in texts and questions. */
export type Drawn = Record<string, number>;

/** A question with its numbers drawn and its answer asked from the core. */
export interface OpenQuestion {
  question: Question;
  /** The numbers drawn, and those the core computed from them. */
  drawn: Drawn;
  /** number: the right number. */
  answer: number | undefined;
  /** number: the known wrong numbers, in the order of `misconceptions`. */
  wrong: number[];
  /** single, multiple: which choices are right. */
  holds: boolean[];
}

function drawOne(draw: Draw, share: number): number {
  if ("pick" in draw) return draw.pick[Math.floor(share * draw.pick.length)] as number;
  const [low, high] = draw.whole;
  return low + Math.floor(share * (high - low + 1));
}

/** The numbers of `question` that `seed` brings. */
export async function drawNumbers(question: Question, seed: string, asker: Asker): Promise<Drawn> {
  const entries = Object.entries(question.draw ?? {});
  if (entries.length === 0) return {};
  const shares = await asker.draw(seed, entries.length);
  return Object.fromEntries(
    entries.map(([name, draw], i) => [name, drawOne(draw, shares[i] ?? 0)]),
  );
}

/** The choices in an order drawn from the seed, so that a place tells nothing. */
async function inDrawnOrder<T>(choices: T[], seed: string, asker: Asker): Promise<T[]> {
  const places = await asker.draw(`${seed}0`, choices.length);
  return choices
    .map((choice, i) => ({ choice, place: places[i] ?? 0 }))
    .sort((a, b) => a.place - b.place)
    .map(({ choice }) => choice);
}

/** `value` with every [[name]] in its strings replaced; one alone, or its negative, is a number. */
function filled(value: unknown, drawn: Drawn): unknown {
  if (typeof value === "string") {
    const [, sign, alone = ""] = /^(-?)\[\[(\w+)\]\]$/.exec(value) ?? [];
    const number = drawn[alone];
    if (number !== undefined) return sign ? -number : number;
    return value.replace(/\[\[(\w+)\]\]/g, (_, name) => String(drawn[name]));
  }
  if (Array.isArray(value)) return value.map((one) => filled(one, drawn));
  if (typeof value === "object" && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, filled(one, drawn)]));
  }
  return value;
}

async function check({ left, is, right }: Claim, ask: Answer): Promise<boolean> {
  const a = await ask(left);
  const b = typeof right === "number" ? right : await ask(right);
  // two formulas that agree in exact arithmetic may differ in the last digits
  const same = grade(a, b, 1e-6);
  if (is === "equals") return same;
  if (is === "differs") return !same;
  return !same && (is === "<" ? a < b : a > b);
}

async function computeNumbers({ compute = {} }: Question, ask: Answer): Promise<Drawn> {
  const computed = Object.entries(compute).map(async ([name, one]) => [name, await ask(one)]);
  return Object.fromEntries(await Promise.all(computed));
}

type Answer = (ask: Ask) => Promise<number>;

/** Draws the numbers of `question` from `seed` and asks the core for what is right. */
export async function openQuestion(
  question: Question,
  seed: string,
  asker: Asker,
): Promise<OpenQuestion> {
  const fresh = await drawNumbers(question, seed, asker);
  const ask: Answer = (one) => answerTo(filled(one, fresh) as Ask, asker);
  const drawn = { ...fresh, ...(await computeNumbers(question, ask)) };
  if (question.kind === "number") {
    const answer = await ask(question.answer);
    const wrong = await Promise.all(question.misconceptions.map((one) => ask(one.answer)));
    return { question, drawn, answer, wrong, holds: [] };
  }
  const shuffled = { ...question, choices: await inDrawnOrder(question.choices, seed, asker) };
  const holds = await Promise.all(shuffled.choices.map(({ claim }) => check(claim, ask)));
  return { question: shuffled, drawn, answer: undefined, wrong: [], holds };
}

/** `text` with its [[name]]s replaced by numbers as a reader writes them. */
export function withNumbers(text: string, numbers: Drawn): string {
  return text.replace(/\[\[(\w+)\]\]/g, (whole, name) => {
    const value = numbers[name];
    return value === undefined ? whole : numberText(value, 4);
  });
}
