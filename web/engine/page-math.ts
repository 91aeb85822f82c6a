import type { PageMath } from "../site/page-math.js";

function read(): PageMath {
  const text = document.getElementById("page-math")?.textContent;
  return text ? (JSON.parse(text) as PageMath) : { symbols: {}, lines: {} };
}

/** Formulas of this page, rendered at build. */
export const pageMath: PageMath = read();

/** The symbol of a quantity or parameter by its catalog name, e.g. `m_hat`. */
export function symbolMathml(symbol: string): string {
  return pageMath.symbols[symbol]?.mathml ?? symbol;
}
