import { readPageCatalog } from "../engine/page-catalog.js";
import type { NotationName } from "./names.js";
import { lectureForms } from "./names.js";
import type { Concerns, NotationGuide, NotationNote, NotationTable } from "./table.js";

const known = readPageCatalog();

/** A symbol of the page and how it is written, here and in a lecture. */
export interface Change {
  symbol: string;
  own: string;
  lecture: string;
  meaning: string;
  /** Slide of the lecture. */
  printed: string;
}

/** Macros of the page's formulas, and of what its methods and losses have been set up with. */
export function symbolsOnPage(): Set<string> {
  const marked = document.querySelectorAll("main [data-symbol]");
  const entries = [...known.methods, ...known.losses].flatMap(({ parameters, quantities }) => [
    ...parameters,
    ...quantities,
  ]);
  return new Set([
    ...(known.methods.length > 0 ? known.stepQuantities : []).map(({ symbol }) => symbol),
    ...entries.map(({ symbol }) => symbol),
    ...[...marked].map((one) => one.getAttribute("data-symbol") ?? ""),
  ]);
}

/** Whether only methods of the page have the symbol in which the lecture does not write it so. */
function onlyExcepted(symbol: string, { symbols }: NotationTable): boolean {
  const methods = known.methods.filter(({ parameters }) =>
    parameters.some((one) => one.symbol === symbol),
  );
  return methods.length > 0 && methods.every(({ name }) => `${symbol}@${name}` in symbols);
}

/** What a notation changes on this page, symbol by symbol, as at step t where it has steps. */
export function changes(
  name: NotationName,
  own: NotationTable,
  table: NotationTable,
  guide: NotationGuide,
): Change[] {
  const present = symbolsOnPage();
  if (known.methods.length > 0) present.add("now");
  const first = ["now", "param"].filter((symbol) => present.has(symbol));
  const rest = [...present].filter((symbol) => !first.includes(symbol));
  return [...first, ...rest.filter((symbol) => symbol in guide.printed[name])]
    .filter((symbol) => !onlyExcepted(symbol, table))
    .map((symbol) => {
      const at = table.symbols[symbol]?.t === undefined ? "" : "t";
      return {
        symbol,
        own: own.symbols[symbol]?.[at] ?? "",
        lecture: table.symbols[symbol]?.[at] ?? "",
        meaning: guide.meanings[symbol] ?? "",
        printed: guide.printed[name][symbol] ?? "",
      };
    })
    .filter((one) => one.own !== one.lecture);
}

/** Methods of the page that the notation has in a form of its own, with the form's name. */
export function changedForms(name: NotationName): { method: string; form: string }[] {
  return known.methods.flatMap(({ name: method, title, options }) =>
    Object.entries(lectureForms[name]?.[method] ?? {}).map(([option, choice]) => ({
      method: title,
      form:
        options.find((one) => one.name === option)?.choices.find((one) => one.name === choice)
          ?.label ?? String(choice),
    })),
  );
}

function concerns({ symbols, methods, losses, problems }: Concerns): boolean {
  const present = symbolsOnPage();
  const named = (names: string[] = [], entries: { name: string }[]) =>
    entries.some(({ name }) => names.includes(name));
  return (
    (symbols ?? []).some((symbol) => present.has(symbol)) ||
    named(methods, known.methods) ||
    named(losses, known.losses) ||
    named(problems, known.problems)
  );
}

/** Notes about what is on this page; in the site's own notation only those about all lectures. */
export function notesOnPage(name: NotationName, notes: NotationNote[]): NotationNote[] {
  return notes.filter(
    ({ on, lectures }) => (lectures === undefined || lectures.includes(name)) && concerns(on),
  );
}
