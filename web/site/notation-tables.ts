import type { Catalog } from "../../wasm/engine/engine.js";
import { ConventionLetters } from "../notation/letters/convention-letters.js";
import { conventions } from "../notation/letters/conventions.js";
import type { NotationName } from "../notation/names.js";
import type { NotationTable } from "../notation/table.js";
import type { MathRenderer } from "./mathml.js";
import { stepSymbols } from "./notation.js";

/** The element of a symbol without what the page's own element has already. */
function bareElement(mathml: string): string {
  return mathml
    .replace(/^<math>(.*)<\/math>$/s, "$1")
    .replace(/ data-symbol="\w+" data-role="[\w-]+"/, "");
}

/** Letters of one lecture for every symbol, and for every index, that `math` has set. */
export function notationTable(
  name: NotationName,
  catalog: Catalog,
  math: MathRenderer,
): NotationTable {
  const convention = conventions[name];
  const letters = new ConventionLetters(math.symbols, stepSymbols(catalog), convention);
  const set = (symbol: string, indices: Iterable<string>, method?: string) =>
    Object.fromEntries(
      [...new Set(["", ...indices])].map((at) => {
        const tex = `\\data{symbol=${symbol}}{${letters.tex(symbol, at, method)}}`;
        return [at, bareElement(math.render(tex, false))];
      }),
    );
  const symbols: NotationTable["symbols"] = {};
  for (const [symbol, indices] of [...math.occurrences].sort()) {
    symbols[symbol] = set(symbol, indices);
    for (const method of convention.letters[symbol]?.except ?? []) {
      symbols[`${symbol}@${method}`] = set(symbol, indices, method);
    }
  }
  return { symbols };
}

/** `tex` with every macro of the catalog written out in the letters of a lecture. */
export function inLetters(
  name: NotationName,
  tex: string,
  catalog: Catalog,
  math: MathRenderer,
): string {
  const letters = new ConventionLetters(math.symbols, stepSymbols(catalog), conventions[name]);
  return tex.replace(/\\([a-z]+)(?:\{([^{}\\]*)\})?/g, (whole, macro, at) =>
    math.symbols.has(macro) ? `\\data{symbol=${macro}}{${letters.tex(macro, at ?? "")}}` : whole,
  );
}
