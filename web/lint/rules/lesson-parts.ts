import { kindOf, type LessonPart } from "../../elements/kinds.js";
import { isElement, type MarkupNode } from "../markup.js";
import type { LintPage } from "../page.js";
import type { Problem } from "../problem.js";

/** Words before the first figure at most: a lesson begins with something to grab. */
const mostWordsFirst = 80;
const takeaways = 3;

/** What a lesson may do without, if its head says so. */
const optional = ["prediction", "derivation", "experiment", "slip"] as const;

const found: Record<(typeof optional)[number], string> = {
  prediction: "no prediction (<fl-predict>)",
  derivation: "no derivation (<fl-derivation>)",
  experiment: "no experiment (<fl-descent> or <fl-controls>)",
  slip: "no slip to find (<fl-slip>)",
};

function wordsBeforeFigure(body: MarkupNode): number {
  let words = 0;
  const visit = (node: MarkupNode): boolean => {
    if (node.type === "text") words += node.data.split(/\s+/).filter(Boolean).length;
    if (!isElement(node)) return false;
    return kindOf(node.name)?.picture === true || node.children.some(visit);
  };
  return visit(body) ? words : Number.POSITIVE_INFINITY;
}

/** The points of a lesson that can be told from its HTML. */
export function lessonPartsRule({ kind, headFault, source, built, next }: LintPage): Problem[] {
  if (kind !== "lesson") return [];
  const { $, file, lineOf } = source;
  const problems: Problem[] = [];
  const add = (message: string, node?: MarkupNode) =>
    problems.push({ file, line: node && lineOf(node), message });

  if (headFault !== undefined) add(headFault);

  const parts = new Set<LessonPart | undefined>(
    $("body *")
      .toArray()
      .filter(isElement)
      .map(({ name }) => kindOf(name)?.part),
  );

  const meta = $('meta[name="lesson-without"]')[0];
  const without = (meta?.attribs.content ?? "").split(/\s+/).filter(Boolean);
  for (const name of without.filter((one) => !optional.some((part) => part === one))) {
    add(`got lesson-without ${name}; allowed: ${optional.join(", ")}`, meta);
  }
  for (const part of optional) {
    if (without.includes(part) && parts.has(part)) {
      add(
        `got lesson-without ${part}, but the lesson has one; allowed: what it does without`,
        meta,
      );
    } else if (!without.includes(part) && !parts.has(part)) {
      const exception = `<meta name="lesson-without" content="${part}">`;
      add(`has ${found[part]}; allowed: one or more, or ${exception}`);
    }
  }

  const words = wordsBeforeFigure($("body")[0] as MarkupNode);
  if (words > mostWordsFirst) {
    const got = Number.isFinite(words) ? `${words} words before its first figure` : "no figure";
    add(`has ${got}; allowed: a figure after at most ${mostWordsFirst} words`);
  }

  const quizzes = $("fl-quiz").length;
  if (quizzes !== 1) add(`has ${quizzes} <fl-quiz>; allowed: exactly one`);

  const lists = $("ul.takeaway").toArray();
  if (lists.length !== 1) add(`has ${lists.length} <ul class="takeaway">; allowed: exactly one`);
  for (const list of lists) {
    const items = $(list).children("li").length;
    if (items !== takeaways) {
      add(`got ${items} lines to take away; allowed: ${takeaways}`, list);
    }
  }

  const sources = $("section.sources").toArray();
  if (sources.length !== 1) {
    add(`has ${sources.length} <section class="sources">; allowed: exactly one`);
  }
  for (const section of sources) {
    const lectures = $(section)
      .find("li")
      .toArray()
      .filter((item) => /\blectures?\b/i.test($(item).text()));
    if (lectures.length === 0)
      add("got sources without a lecture; allowed: a line that names it", section);
  }

  const link = built?.$('a[rel="next"]').attr("href");
  if (built && next !== undefined && link !== `../${next}`) {
    const message = `links to ${link ?? "nothing"} as the next lesson; allowed: ../${next}`;
    problems.push({ file: built.file, line: undefined, message });
  }
  return problems;
}
