import type { Asker } from "../../ask/ask.js";
import {
  type Drawn,
  drawNumbers,
  type OpenQuestion,
  openQuestion,
} from "../../quiz/draw-question.js";
import { grade } from "../../quiz/grade.js";
import type { Question } from "../../quiz/types.js";
import type { LintPage } from "../page.js";
import type { Problem } from "../problem.js";
import { namesInAsks } from "../quiz-source.js";

/** A question is opened as the page opens it, with the seeds from 1 to this … */
const lastSeed = 200;
/** … until so many different draws of its numbers have been seen. */
const mostDraws = 60;

/** What is wrong with a question as it was opened, by what of it is wrong. */
type Faults = Map<string, string>;

function faultsOfChoices(kind: "single" | "multiple", holds: boolean[], faults: Faults): void {
  const right = holds.filter(Boolean).length;
  if (kind === "single" && right !== 1) {
    faults.set("choices", `has ${right} right choices; allowed: exactly one in a single choice`);
  } else if (right === 0) {
    faults.set("choices", "has no right choice; allowed: one or more in a multiple choice");
  }
}

function faultsOfNumbers(
  answer: number | undefined,
  wrong: number[],
  tolerance: number,
  faults: Faults,
): void {
  const same = (a: number, b: number) => grade(a, b, tolerance) || grade(b, a, tolerance);
  const known = [{ name: "the answer", value: answer ?? Number.NaN }];
  for (const [i, value] of wrong.entries()) known.push({ name: `misconception ${i + 1}`, value });
  for (const [i, { name, value }] of known.entries()) {
    if (!Number.isFinite(value)) {
      faults.set(name, `has ${value} as ${name}; allowed: a finite number`);
      continue;
    }
    const twin = known.slice(0, i).find((other) => same(value, other.value));
    if (!twin) continue;
    faults.set(
      name,
      `cannot tell ${name}, ${value}, from ${twin.name}, ${twin.value}; allowed: further apart than the tolerance`,
    );
  }
}

function faultsOf({ question, answer, wrong, holds, drawn }: OpenQuestion): Faults {
  const faults: Faults = new Map();
  for (const name of Object.keys(question.compute ?? {})) {
    if (Number.isFinite(drawn[name])) continue;
    faults.set(name, `computes ${name} as ${drawn[name]}; allowed: a finite number`);
  }
  if (question.kind === "number") faultsOfNumbers(answer, wrong, question.tolerance, faults);
  else faultsOfChoices(question.kind, holds, faults);
  return faults;
}

/** " with beta = 0.9, k = 2" */
function withDrawn(drawn: Drawn): string {
  const shown = Object.entries(drawn).map(([name, value]) => `${name} = ${value}`);
  return shown.length > 0 ? ` (with ${shown.join(", ")})` : "";
}

/** What is wrong with a question; of each thing only the first draw that brings it up. */
async function checkAnswers(question: Question, index: number, asker: Asker): Promise<string[]> {
  const draws = new Map<string, { seed: string; drawn: Drawn }>();
  for (let i = 1; i <= lastSeed && draws.size < mostDraws; i += 1) {
    const seed = `${i}${index}`;
    const drawn = await drawNumbers(question, seed, asker);
    const key = JSON.stringify(drawn);
    if (!draws.has(key)) draws.set(key, { seed, drawn });
  }
  const told: Faults = new Map();
  for (const { seed, drawn } of draws.values()) {
    try {
      for (const [what, fault] of faultsOf(await openQuestion(question, seed, asker))) {
        if (!told.has(what)) told.set(what, fault + withDrawn(drawn));
      }
    } catch (error) {
      const reason = error instanceof Error ? error.message : error;
      if (!told.has("")) told.set("", `cannot be opened: ${reason}${withDrawn(drawn)}`);
    }
  }
  return [...told.values()];
}

/** The core knows what is right, whatever numbers are drawn. */
export async function quizAnswersRule(page: LintPage, asker: Asker): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const quiz of page.quizzes) {
    for (const { question, index } of quiz.questions) {
      const unknown = namesInAsks(question).filter((name) => !(name in (question.draw ?? {})));
      if (unknown.length > 0) continue; // reported as a text that does not hold together
      for (const fault of await checkAnswers(question, index, asker)) {
        const message = `question ${question.id}: ${fault}`;
        problems.push({ file: quiz.file, line: quiz.lineOf(question.id), message });
      }
    }
  }
  return problems;
}
