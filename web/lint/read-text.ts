import { type FormulaInText, replaceFormulas } from "../site/formulas-in-text.js";
import { isElement, type Markup, type MarkupElement, type MarkupNode } from "./markup.js";
import { standIn } from "./numbers-in-text.js";

/** What a reader reads, in one string, with the place of every character. */
export interface Reading {
  text: string;
  /** By character: its line, and the elements around it that carry a mark. */
  lines: (number | undefined)[];
  marks: MarkupElement[][];
  /** The formulas, for each of which a stand-in is in the text. */
  formulas: { tex: string; line: number | undefined; marks: MarkupElement[] }[];
}

/** The mark of a number that is merely a number. */
export const plainMark = "data-plain";

const unread = new Set(["script", "style", "template"]);

const inline = new Set(
  "a abbr b bdi bdo cite code dfn em i kbd mark q s samp small span strong sub sup u var".split(
    " ",
  ),
);

function shift(to: string): (text: string) => string {
  return (text) => text.replace(/[0-9+−-]/g, (one) => to["0123456789+−-".indexOf(one)] ?? one);
}

/** Digits that stand higher or lower, as the characters that do. */
const shifts: Record<string, (text: string) => string> = {
  sup: shift("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻"),
  sub: shift("₀₁₂₃₄₅₆₇₈₉₊₋₋"),
};

/** Numbers in the core's hands, or exempt: they stand for themselves nowhere. */
function isComputed(element: MarkupElement): boolean {
  return element.name === "fl-value";
}

function isSources({ name, attribs }: MarkupElement): boolean {
  return name === "section" && (attribs.class ?? "").split(/\s+/).includes("sources");
}

/** A mark on one of the site's elements is about its attributes, not about what stands in it. */
function marksContent({ name, attribs }: MarkupElement): boolean {
  return plainMark in attribs && !name.includes("-");
}

/** Where formulas and raised digits are what they look like. */
const verbatim = new Set(["pre", "code"]);

interface Around {
  marks: MarkupElement[];
  verbatim: boolean;
  set: (text: string) => string;
}

/** Reads what stands in `root`; `drawn` says that a [[name]] is a number of the question. */
export function readText(markup: Markup, root: MarkupNode[], { drawn = false } = {}): Reading {
  const reading: Reading = { text: "", lines: [], marks: [], formulas: [] };

  const add = (text: string, line: number | undefined, marks: MarkupElement[]) => {
    reading.text += text;
    for (let i = 0; i < text.length; i += 1) {
      reading.lines.push(line);
      reading.marks.push(marks);
    }
  };

  const addText = (data: string, node: MarkupNode, { marks, set, verbatim }: Around) => {
    let line = markup.lineOf(node);
    const plain = (text: string) => {
      const known = drawn ? text.replace(/\[\[\w+\]\]/g, standIn) : text;
      for (const row of known.split(/(?<=\n)/)) {
        add(set(row).replace("\n", " "), line, marks);
        if (row.endsWith("\n")) line = nextLine(node, line);
      }
    };
    let end = 0;
    const formula = ({ tex, display }: FormulaInText, at: number) => {
      plain(data.slice(end, at));
      reading.formulas.push({ tex, line, marks });
      add(standIn, line, marks);
      for (const _ of tex.matchAll(/\n/g)) line = nextLine(node, line);
      end = at + tex.length + (display ? 4 : 2);
      return "";
    };
    if (!verbatim) replaceFormulas(data, formula);
    plain(data.slice(end));
  };

  const visit = (node: MarkupNode, around: Around) => {
    if (node.type === "text") {
      addText(node.data, node, around);
      return;
    }
    if (!isElement(node) || unread.has(node.name) || isSources(node)) return;
    const inside = {
      marks: marksContent(node) ? [...around.marks, node] : around.marks,
      verbatim: around.verbatim || verbatim.has(node.name),
      set: shifts[node.name] ?? around.set,
    };
    const edge = inline.has(node.name) ? "" : "\n";
    add(isComputed(node) ? standIn : edge, markup.lineOf(node), inside.marks);
    if (isComputed(node)) return;
    for (const child of node.children) visit(child, inside);
    add(edge, markup.lineOf(node), inside.marks);
  };

  for (const node of root) visit(node, { marks: [], verbatim: false, set: (text) => text });
  return reading;
}

/** A question's text stands in one line of its file, whatever breaks are in it. */
function nextLine(node: MarkupNode, line: number | undefined) {
  return line === undefined || !node.sourceCodeLocation ? line : line + 1;
}
