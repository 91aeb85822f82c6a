import { numberText } from "../words/number-text.js";
import type { DerivationLine, Place } from "./derivation-lines.js";
import { writeOutSums } from "./derivation-sums.js";

const mathNamespace = "http://www.w3.org/1998/Math/MathML";

function element(name: string, text: string): Element {
  const made = document.createElementNS(mathNamespace, name);
  made.textContent = text;
  return made;
}

/** A number as MathML, with its power of ten where it has one; `bracketed` where negative. */
function numberElement(value: number, bracketed: boolean): Element {
  const [mantissa = "", exponent] = numberText(value, 4).split("×");
  const negative = mantissa.startsWith("−");
  const row = document.createElementNS(mathNamespace, "mrow");
  const operator = (text: string, form: string) => {
    const made = element("mo", text);
    made.setAttribute("form", form);
    made.setAttribute("stretchy", "false");
    return made;
  };
  if (negative && bracketed) row.append(operator("(", "prefix"));
  if (negative) row.append(operator("−", "prefix"));
  row.append(element("mn", mantissa.replace("−", "")));
  if (exponent) row.append(element("mo", "×"), element("mn", exponent));
  if (negative && bracketed) row.append(operator(")", "postfix"));
  return row;
}

/** Rows of numbers as a matrix; of one column, a vector. */
function matrixElement(rows: number[][]): Element {
  const holder = document.createElementNS(mathNamespace, "mrow");
  const table = document.createElementNS(mathNamespace, "mtable");
  for (const row of rows) {
    const line = document.createElementNS(mathNamespace, "mtr");
    for (const value of row) {
      const cell = document.createElementNS(mathNamespace, "mtd");
      cell.append(numberElement(value, false));
      line.append(cell);
    }
    table.append(line);
  }
  const bracket = (text: string, form: string) => {
    const made = element("mo", text);
    made.setAttribute("form", form);
    return made;
  };
  holder.append(bracket("(", "prefix"), table, bracket(")", "postfix"));
  return holder;
}

/** In one dimension a product of vectors is one of numbers: 12 · (−0.16), not 12ᵀ(−0.16). */
function writeAsNumbers(line: Element): void {
  for (const power of line.querySelectorAll("msup")) {
    const [base, exponent] = power.children;
    const after = power.nextElementSibling;
    if (!base?.hasAttribute("data-symbol")) continue;
    if (after && after.localName !== "mo") power.after(element("mo", "·"));
    if (exponent?.textContent === "⊤") power.replaceWith(base);
  }
}

/** Whether an index means the number that a line has on its left side. */
function isOwn(at: string | undefined, { coordinate }: Place): boolean {
  return at === undefined || ["t", "i", "k", "", `j:${coordinate}`, `k:${coordinate}`].includes(at);
}

/**
 * The line once more with the live number in place of every symbol. The left side is a question
 * mark while it is `asked`, and so are the symbols in `open` on the right: the reader is to find
 * them in other lines.
 */
export function substituted(
  line: DerivationLine,
  place: Place,
  asked: boolean,
  open: string[],
): string {
  const holder = document.createElement("div");
  holder.innerHTML = line.mathml;
  // the thin space between factors is not enough between two numbers
  for (const space of holder.querySelectorAll("mspace")) {
    // the space around ln and max stands at an edge, or beside another
    const before = space.previousElementSibling;
    if (!before || before.textContent === "·") space.remove();
    else space.replaceWith(element("mo", "·"));
  }
  if (place.subject.coordinates.length === 1) writeAsNumbers(holder);
  writeOutSums(holder, place.subject.coordinates.length);
  const symbols = [...holder.querySelectorAll("[data-symbol]")];
  const whole = line.whole(place.subject);
  for (const [i, symbol] of symbols.entries()) {
    const name = symbol.getAttribute("data-symbol") ?? "";
    const at = symbol.getAttribute("data-at") ?? undefined;
    const value = line.symbolValue(name, at, place);
    if (value === undefined) continue;
    const unknown = i === 0 ? asked : open.includes(name) && isOwn(at, place);
    const rows = whole ? line.entries(name, at, place) : undefined;
    const number = () => (rows ? matrixElement(rows) : numberElement(value, i > 0));
    const shown = unknown ? element("mi", "?") : number();
    for (const attribute of ["data-symbol", "data-at", "data-role"]) {
      const kept = symbol.getAttribute(attribute);
      if (kept !== null) shown.setAttribute(attribute, kept);
    }
    shown.setAttribute("data-number", "");
    symbol.replaceWith(shown);
  }
  return holder.innerHTML;
}
