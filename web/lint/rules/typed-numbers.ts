import { parseRuns } from "../../scene/run-text.js";
import { isElement, type Markup, type MarkupElement, readFragment } from "../markup.js";
import { numbersInTex, plainGroups } from "../numbers-in-tex.js";
import { type NumberFound, numbersInText, standIn } from "../numbers-in-text.js";
import type { LintPage } from "../page.js";
import type { Problem } from "../problem.js";
import { plainMark, type Reading, readText } from "../read-text.js";

/** Attributes that a reader gets to see or hear. */
const readAttributes = [
  "alt",
  "aria-description",
  "aria-label",
  "caption",
  "description",
  "label",
  "placeholder",
  "title",
  "unit",
];

/** What a mark may not stand on: one would not see which of its numbers was meant. */
const tooWide =
  "html, head, body, main, section, article, aside, header, footer, div, figure, ul, ol, dl";

/** What is said of a number: its line, and the sentence. */
type Report = (line: number | undefined, message: string) => void;

/** `text` from place to place, in quotes, with what was left off. */
function quoted(text: string, from: number, to: number): string {
  const [begin, end] = [Math.max(0, from), Math.min(text.length, to)];
  const shown = text.slice(begin, end).replaceAll(standIn, "…").replace(/\s+/g, " ").trim();
  return `“${begin > 0 ? "…" : ""}${shown}${end < text.length ? "…" : ""}”`;
}

/** A number among the words around it, as far as its paragraph goes. */
function around(text: string, { from, to }: NumberFound): string {
  const begin = text.lastIndexOf("\n", from) + 1;
  const [paragraph = ""] = text.slice(begin).split("\n", 1);
  return quoted(paragraph, from - begin - 24, to - begin + 24);
}

/** What a text's or a formula's number may be instead. */
function allowed(inQuiz: boolean, mark: string): string {
  const core = inQuiz ? "a drawn or computed [[name]]" : "<fl-value>";
  return `${core} where the core can say it, ${mark} where it is merely a number`;
}

/** The marks that were needed. */
function numbersOfText(reading: Reading, inQuiz: boolean, report: Report): MarkupElement[] {
  return numbersInText(reading.text).flatMap((number) => {
    const marks = reading.marks.slice(number.from, number.to);
    if (marks.some((own) => own.length === 0)) {
      const mark = `<span ${plainMark}>${number.text}</span>`;
      report(
        reading.lines[number.from],
        `got the number ${number.text} in ${around(reading.text, number)}; allowed: ${allowed(inQuiz, mark)}`,
      );
    }
    return marks.flat();
  });
}

/** The marks that were needed. */
function numbersOfFormulas(reading: Reading, inQuiz: boolean, report: Report): MarkupElement[] {
  return reading.formulas.flatMap(({ tex, line, marks }) => {
    const numbers = numbersInTex(tex);
    for (const { text, result } of marks.length > 0 ? [] : numbers) {
      report(
        line,
        `got the ${result ? "result" : "number"} ${text} in the formula “${tex.trim()}”; allowed: ${allowed(inQuiz, `\\plain{${text}}`)}`,
      );
    }
    for (const { content } of plainGroups(tex)) {
      if (numbersInTex(content).length > 0 || numbersInTex(`=${content}`).length > 0) continue;
      report(line, `got \\plain{${content}} in a formula; allowed: around a number that needs it`);
    }
    return numbers.length > 0 ? marks : [];
  });
}

/** What a reader sees or hears of an element's attributes. */
function attributeTexts({ name, attribs }: MarkupElement): [attribute: string, text: string][] {
  const texts = readAttributes.map((one): [string, string] => [one, attribs[one] ?? ""]);
  if (name === "meta" && /^(description|lesson-part)$/.test(attribs.name ?? "")) {
    texts.push(["content", attribs.content ?? ""]);
  }
  for (const { label = "" } of parseRuns(attribs.runs ?? "")) texts.push(["runs", label]);
  for (const { label = "" } of parseRuns(attribs.schedules ?? "")) {
    texts.push(["schedules", label]);
  }
  return texts;
}

/** The marks that were needed. */
function numbersOfAttributes({ $, lineOf }: Markup, report: Report): MarkupElement[] {
  return $("*")
    .toArray()
    .filter(isElement)
    .flatMap((element) => {
      const marks = $(element)
        .parents(`[${plainMark}]`)
        .toArray()
        .filter(({ name }) => !name.includes("-"));
      if (plainMark in element.attribs) marks.push(element);
      return attributeTexts(element).flatMap(([name, text]) =>
        numbersInText(text).flatMap((number) => {
          if (marks.length === 0) {
            report(
              lineOf(element, name),
              `got the number ${number.text} in the ${name} of <${element.name}>, ${around(text, number)}; ` +
                `allowed: words, or ${plainMark} on the element where it is merely a number`,
            );
          }
          return marks;
        }),
      );
    });
}

function idleMarks({ $, lineOf }: Markup, needed: Set<MarkupElement>, report: Report): void {
  for (const mark of $(`[${plainMark}]`).toArray()) {
    const got = `got ${plainMark} on <${mark.name}>`;
    const line = lineOf(mark, plainMark);
    if ($(mark).is(tooWide)) {
      report(line, `${got}; allowed: on what holds little but the number`);
    } else if ($(mark).parents(`[${plainMark}]:not(${tooWide})`).length > 0) {
      report(line, `${got} inside of another; allowed: one mark a number`);
    } else if (!needed.has(mark)) {
      const text = quoted($(mark).text().trim(), 0, 40);
      report(line, `${got}, ${text}, where no number needs it; allowed: around a typed number`);
    }
  }
}

/** The numbers that are typed into `markup` without a mark, and marks that mark nothing. */
function typedNumbers(markup: Markup, where: string, inQuiz: boolean): Problem[] {
  const problems: Problem[] = [];
  const report: Report = (line, message) =>
    problems.push({ file: markup.file, line, message: where + message });
  const reading = readText(markup, markup.$.root().contents().toArray(), { drawn: inQuiz });
  const needed = new Set([
    ...numbersOfText(reading, inQuiz, report),
    ...numbersOfFormulas(reading, inQuiz, report),
    ...numbersOfAttributes(markup, report),
  ]);
  idleMarks(markup, needed, report);
  const [value] = inQuiz ? markup.$("fl-value").toArray() : [];
  if (value) {
    const allowedHere = "`compute` in the question, and its [[name]] here";
    report(markup.lineOf(value), `got <fl-value>; allowed: ${allowedHere}`);
  }
  return problems;
}

/** Numbers in a page's text, in what its attributes say, and in its questions. */
export function typedNumbersRule(page: LintPage): Problem[] {
  const ofQuizzes = page.quizzes.flatMap((quiz) =>
    quiz
      .texts()
      .flatMap(({ where, html, line }) =>
        typedNumbers(readFragment(quiz.file, line, html), `${where}: `, true),
      ),
  );
  return [...typedNumbers(page.source, "", false), ...ofQuizzes];
}
