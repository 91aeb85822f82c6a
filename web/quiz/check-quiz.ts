import type { QuizFile } from "./types.js";

/** A fault in a quiz file, with the place where it is. */
export class QuizFault extends Error {
  constructor(
    message: string,
    /** Index of the question it is in; undefined where the whole quiz is at fault. */
    readonly question?: number,
  ) {
    super(message);
  }
}

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

function checkComputed(where: string, { compute, draw }: Loose): void {
  if (compute === undefined) return;
  need(typeof compute === "object" && compute !== null, where, "`compute` must be an object");
  for (const [name, ask] of Object.entries(compute as Loose)) {
    checkAsk(`${where}, compute ${name}`, ask);
    const taken = name === "answer" || name === "wrong" || name in ((draw as Loose) ?? {});
    need(!taken, where, `\`compute\` and the question both say what ${name} is`);
  }
}

function checkQuestion(where: string, question: Loose): void {
  const named = typeof question?.id === "string" && /^[a-z0-9-]+$/.test(question.id);
  need(named, where, "`id` must be lower-case-with-hyphens");
  need(isText(question.text), where, "needs `text`");
  need(isText(question.explain), where, "needs `explain`");
  const { section } = question;
  need(section === undefined || isText(section), where, "`section` must be the id of a heading");
  checkComputed(where, question);
  if (question.kind === "number") checkNumber(where, question);
  else if (question.kind === "single" || question.kind === "multiple") {
    checkChoices(where, question);
  } else need(false, where, "`kind` must be single, multiple or number");
}

/** What is missing or wrong: of each question, and of the quiz itself, the first thing. */
export function quizFaults(file: string, value: unknown): QuizFault[] {
  const faults: QuizFault[] = [];
  const attempt = (question: number | undefined, check: () => void) => {
    try {
      check();
    } catch (error) {
      if (!(error instanceof QuizFault)) throw error;
      faults.push(new QuizFault(error.message, question));
    }
  };
  const quiz = value as Loose;
  attempt(undefined, () => {
    need(typeof value === "object" && value !== null, file, "must be an object");
    need(isText(quiz.title), file, "needs `title`");
    need(Array.isArray(quiz.questions), file, "needs `questions`");
  });
  if (!Array.isArray(quiz?.questions)) return faults;
  const ids = new Set<unknown>();
  for (const [i, question] of (quiz.questions as Loose[]).entries()) {
    const id = question?.id;
    const where = `${file}, question ${typeof id === "string" ? id : i + 1}`;
    attempt(i, () => {
      need(id === undefined || !ids.has(id), where, "`id` occurs twice");
      ids.add(id);
      checkQuestion(where, question);
    });
  }
  return faults;
}

/** The quiz in `value`; throws QuizFault naming the first thing that is missing or wrong. */
export function checkQuiz(file: string, value: unknown): QuizFile {
  const [first] = quizFaults(file, value);
  if (first) throw first;
  return value as QuizFile;
}
