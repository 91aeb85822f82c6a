import { builtElements, elementKinds, kindOf } from "../../elements/kinds.js";
import { isElement, type MarkupElement } from "../markup.js";
import type { LintPage } from "../page.js";
import type { Problem } from "../problem.js";

/** Fewer words than this say what kind of thing it is, not what is to be seen in it. */
const fewestWords = 4;

const wordsIn = (text: string) => text.split(/\s+/).filter((word) => /\p{L}/u.test(word)).length;

/** Every picture says in words what is to be seen in it, and no two say the same. */
export function describedFiguresRule({ source }: LintPage): Problem[] {
  const { $, file, lineOf } = source;
  const problems: Problem[] = [];
  const add = (element: MarkupElement, message: string, attribute?: string) =>
    problems.push({ file, line: lineOf(element, attribute), message });
  const said = new Map<string, number | undefined>();

  const checkPicture = (element: MarkupElement) => {
    const { caption, description } = element.attribs;
    const texts = { ...(caption && { caption }), ...(description && { description }) };
    if (Object.keys(texts).length === 0) {
      const allowed = `caption="…" (shown under it) or description="…" (read out)`;
      add(element, `got <${element.name}> that says nothing of its picture; allowed: ${allowed}`);
    }
    for (const [name, text] of Object.entries(texts)) {
      if (wordsIn(text) < fewestWords) {
        const allowed = "a sentence on what is to be seen";
        add(element, `got ${name}="${text}" on <${element.name}>; allowed: ${allowed}`, name);
      }
      if (said.has(text)) {
        const message = `got ${name}="${text}" on <${element.name}>, the words of line ${said.get(text)}`;
        add(element, `${message}; allowed: words of its own for each picture`, name);
      }
      said.set(text, lineOf(element, name));
    }
  };

  for (const element of $("body *").toArray().filter(isElement)) {
    const { name } = element;
    const kind = kindOf(name);
    if (name.startsWith("fl-") && !kind && !builtElements.includes(name)) {
      const known = [...Object.keys(elementKinds), ...builtElements].join(", ");
      add(element, `got <${name}>, which is no element; allowed: ${known}`);
    }
    if (kind?.picture) checkPicture(element);
    if (kind?.saidBy) {
      const text = $(element).find(kind.saidBy).first().text().trim();
      if (text === "")
        add(element, `got <${name}> without ${whatSays(name)}; allowed: one with words`);
    }
    const named = (attribute: string) => (element.attribs[attribute] ?? "").trim() !== "";
    const silent = element.attribs["aria-hidden"] === "true" || element.attribs.role === "none";
    if (name === "img" && element.attribs.alt === undefined) {
      add(
        element,
        'got <img> without alt; allowed: alt="what is to be seen", empty for decoration',
      );
    }
    if (
      (name === "svg" || name === "canvas") &&
      !named("aria-label") &&
      !named("aria-labelledby") &&
      !silent
    ) {
      add(
        element,
        `got <${name}> without words; allowed: aria-label, or aria-hidden="true" for decoration`,
      );
    }
    if (
      name === "figure" &&
      $(element).find("figcaption").text().trim() === "" &&
      !named("aria-label")
    ) {
      add(element, "got <figure> without words; allowed: a <figcaption> or aria-label");
    }
  }
  return problems;
}

/** The words for what an element's kind wants to find in it. */
function whatSays(name: string): string {
  return name === "fl-predict" ? "a question in a <p>" : 'a heading in <div class="before">';
}
