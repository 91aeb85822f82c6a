import { readMarkup } from "../../../web/lint/markup.js";
import type { LintPage } from "../../../web/lint/page.js";
import { QuizSource } from "../../../web/lint/quiz-source.js";

/** What a test says of a page; the rest is as it should be. */
export interface PageText {
  /** In place of the usual head. */
  head?: string;
  body?: string;
  /** The built page's body; the source's where it does not matter. */
  built?: string;
  quiz?: unknown;
  kind?: LintPage["kind"];
  next?: string;
}

export const usualHead = `<title>A lesson</title>
<meta name="description" content="What it is about.">
<meta name="lesson-part" content="A part">
<meta name="lesson-number" content="1.1">`;

const document = (head: string, body: string) =>
  `<!doctype html>\n<html lang="en">\n<head>\n${head}\n</head>\n<body>\n${body}\n</body>\n</html>\n`;

/** The first line of the body. */
export const bodyLine = 6 + usualHead.split("\n").length;

/** A page of one lesson. */
export function pageOf({
  head = usualHead,
  body = "",
  built,
  quiz,
  kind,
  next,
}: PageText): LintPage {
  const source = document(head, body);
  const builtHtml = document(head, built ?? body).replace("<!doctype", "<!DOCTYPE");
  return {
    path: "lesson/",
    kind: kind ?? "lesson",
    next,
    headFault: undefined,
    source: { ...readMarkup("lessons/lesson/index.html", source), html: source },
    quizzes:
      quiz === undefined
        ? []
        : [new QuizSource("lessons/lesson/quiz.json", JSON.stringify(quiz, null, 2))],
    built: { ...readMarkup("dist/lesson/index.html", builtHtml), html: builtHtml },
  };
}

/** What was found, each with its line in the body: "2: got …". */
export function told(problems: { line: number | undefined; message: string }[]): string[] {
  return problems.map(({ line, message }) =>
    line === undefined ? message : `${line - bodyLine + 1}: ${message}`,
  );
}
