import type { QuizFile } from "./types.js";

/** A fault in a quiz file, with the place where it is. */
export class QuizFault extends Error {}

function need(ok: boolean, where: string, what: string): void {
  if (!ok) throw new QuizFault(`${where}: ${what}`);
}

function isText(value: unknown): boolean {
  return typeof value === "string" && value.trim() !== "";
}

type Loose = Record<string, unknown>;

function checkAsk(where: string, ask: unknown): void {
  need(typeof ask === "object" && ask !== null, where, "must be a question to the core");
  const { measure, loss, table, accuracy } = ask as Record<string, Loose | undefined>;
  const kinds = [measure, loss, table, accuracy].filter((kind) => typeof kind === "object");
  need(kinds.length === 1, where, "needs one of `measure`, `loss`, `table`, `accuracy`");
  if (measure) {
    need(typeof measure.spec === "object", where, "needs `measure.spec`");
    need(isText(measure.quantity), where, "needs `measure.quantity`");
  }
  if (loss) {
    need(loss.loss !== undefined, where, "needs `loss.loss`");
    need(Boolean(loss.scores) !== Boolean(loss.data), where, "needs `loss.scores` or `loss.data`");
  }
  if (table) {
    need(table.analysis !== undefined, where, "needs `table.analysis`");
    need(isText(table.quantity), where, "needs `table.quantity`");
  }
  if (accuracy) need(Array.isArray(accuracy.weights), where, "needs `accuracy.weights`");
}

function checkChoices(where: string, question: Loose): void {
  const choices = question.choices;
  need(Array.isArray(choices) && choices.length >= 2, where, "needs two or more `choices`");
  for (const [i, choice] of (choices as Loose[]).entries()) {
    const at = `${where}, choice ${i + 1}`;
    need(isText(choice.text), at, "needs `text`");
    need(isText(choice.explain), at, "needs `explain`");
    const claim = choice.claim as Loose | undefined;
    need(typeof claim === "object", at, "needs `claim`");
    checkAsk(`${at}, left`, claim?.left);
    need(
      ["<", ">", "equals", "differs"].includes(claim?.is as string),
      at,
      "`claim.is` must be <, >, equals or differs",
    );
    if (typeof claim?.right !== "number") checkAsk(`${at}, right`, claim?.right);
  }
}

function checkNumber(where: string, question: Loose): void {
  checkAsk(`${where}, answer`, question.answer);
  const tolerance = question.tolerance as number;
  need(tolerance > 0 && tolerance < 0.5, where, "`tolerance` must be a share between 0 and 0.5");
  need(isText(question.otherwise), where, "needs `otherwise`");
  need(Array.isArray(question.misconceptions), where, "needs `misconceptions`");
  for (const [i, one] of (question.misconceptions as Loose[]).entries()) {
    checkAsk(`${where}, misconception ${i + 1}`, one.answer);
    need(isText(one.explain), `${where}, misconception ${i + 1}`, "needs `explain`");
  }
}

/** The quiz in `value`; throws QuizFault naming the first thing that is missing or wrong. */
export function checkQuiz(file: string, value: unknown): QuizFile {
  const quiz = value as Loose;
  need(typeof value === "object" && value !== null, file, "must be an object");
  need(isText(quiz.title), file, "needs `title`");
  need(Array.isArray(quiz.questions), file, "needs `questions`");
  const ids = new Set<unknown>();
  for (const [i, question] of (quiz.questions as Loose[]).entries()) {
    const id = question?.id;
    const where = `${file}, question ${typeof id === "string" ? id : i + 1}`;
    const named = typeof id === "string" && /^[a-z0-9-]+$/.test(id);
    need(named, where, "`id` must be lower-case-with-hyphens");
    need(!ids.has(question.id), where, "`id` occurs twice");
    ids.add(question.id);
    need(isText(question.text), where, "needs `text`");
    need(isText(question.explain), where, "needs `explain`");
    if (question.kind === "number") checkNumber(where, question);
    else if (question.kind === "single" || question.kind === "multiple") {
      checkChoices(where, question);
    } else need(false, where, "`kind` must be single, multiple or number");
  }
  return value as QuizFile;
}
