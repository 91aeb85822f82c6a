/** Rendered formulas that a page's elements need at run time. */
export interface PageMath {
  /** MathML of every symbol without an index, by macro. */
  symbols: Record<string, { mathml: string; name: string; meaning: string; role: string }>;
  /** Lines of the methods and derivations on the page, in catalog order. */
  lines: Record<string, { mathml: string; reason: string; option: string; choice: string }[]>;
  /** HTML of the texts in which there are symbols, by the text as the catalog or the author has it. */
  texts: Record<string, string>;
}

function read(): PageMath {
  const text = document.getElementById("page-math")?.textContent;
  return text ? (JSON.parse(text) as PageMath) : { symbols: {}, lines: {}, texts: {} };
}

/** Formulas of this page, rendered at build. */
export const pageMath: PageMath = read();

/** MathML of a quantity or parameter by its macro, e.g. `momhat`. */
export function symbolMathml(symbol: string): string {
  return pageMath.symbols[symbol]?.mathml ?? symbol;
}
