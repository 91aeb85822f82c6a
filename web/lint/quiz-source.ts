import { quizFaults } from "../quiz/check-quiz.js";
import type { Question, QuizFile } from "../quiz/types.js";
import type { Problem } from "./problem.js";

/** A text of a quiz that a reader sees, as HTML. */
export interface QuizText {
  /** Where in the quiz: `question factor, hint 1`. */
  where: string;
  html: string;
  line: number | undefined;
  /** Numbers besides the question's that a [[name]] may stand for. */
  own: string[];
  /** Stands between blocks, not inside of a paragraph. */
  block: boolean;
}

/** The names in a text's [[name]]s, each once. */
export function namesInText(text: string): string[] {
  return [...new Set([...text.matchAll(/\[\[(\w+)\]\]/g)].map(([, name = ""]) => name))];
}

/** The names of the numbers that a question's questions to the core are put with. */
export function namesInAsks(question: Question): string[] {
  const asks =
    question.kind === "number"
      ? [question.answer, ...question.misconceptions.map(({ answer }) => answer)]
      : question.choices.map(({ claim }) => claim);
  return namesInText(JSON.stringify([asks, question.compute ?? {}]));
}

/** A quiz as it stands in its file. */
export class QuizSource {
  /** What keeps the quiz, or a question of it, from being shown at all. */
  readonly faults: Problem[];
  /** The questions without such a fault, with their places in the quiz. */
  readonly questions: { question: Question; index: number }[];
  readonly title: QuizText | undefined;

  constructor(
    readonly file: string,
    readonly text: string,
  ) {
    try {
      const quiz: unknown = JSON.parse(text);
      const faults = quizFaults(file, quiz);
      const { title, questions = [] } = quiz as Partial<QuizFile>;
      this.faults = faults.map(({ message, question }) => ({
        file,
        line: this.lineOf((question !== undefined && questions[question]?.id) || undefined),
        message: message.replace(`${file}, `, "").replace(`${file}: `, ""),
      }));
      const whole = !faults.some(({ question }) => question === undefined);
      const faulty = new Set(faults.map(({ question }) => question));
      this.title = title ? this.#text("title", undefined, title) : undefined;
      this.questions = questions
        .map((question, index) => ({ question, index }))
        .filter(({ index }) => whole && !faulty.has(index));
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      this.faults = [{ file, line: undefined, message: `is no JSON: ${error.message}` }];
      this.questions = [];
    }
  }

  /** The line of a question, or of a text in it. */
  lineOf(id?: string, html?: string): number | undefined {
    const { text } = this;
    const question =
      id === undefined ? 0 : text.search(new RegExp(`"id":\\s*${JSON.stringify(id)}`));
    const at = html === undefined ? -1 : text.indexOf(JSON.stringify(html), question);
    const found = at < 0 ? question : at;
    return found <= 0 ? undefined : text.slice(0, found).split("\n").length;
  }

  #text(where: string, id: string | undefined, html: string, own: string[] = []): QuizText {
    return { where, html, line: this.lineOf(id, html), own, block: false };
  }

  /** Every text of a question. */
  textsOf(question: Question): QuizText[] {
    const text = (name: string, html: string, own?: string[]) =>
      this.#text(`question ${question.id}, ${name}`, question.id, html, own);
    const common = [
      { ...text("text", question.text), block: true },
      ...(question.hints ?? []).map((hint, i) => text(`hint ${i + 1}`, hint)),
    ];
    if (question.kind === "number") {
      return [
        ...common,
        ...question.misconceptions.map(({ explain }, i) =>
          text(`misconception ${i + 1}`, explain, ["wrong"]),
        ),
        text("otherwise", question.otherwise),
        text("explain", question.explain, ["answer"]),
      ];
    }
    return [
      ...common,
      ...question.choices.flatMap((choice, i) => [
        text(`choice ${i + 1}`, choice.text),
        text(`explanation of choice ${i + 1}`, choice.explain),
      ]),
      text("explain", question.explain),
    ];
  }

  /** Every text that a reader sees. */
  texts(): QuizText[] {
    const ofQuestions = this.questions.flatMap(({ question }) => this.textsOf(question));
    return this.title ? [this.title, ...ofQuestions] : ofQuestions;
  }
}
