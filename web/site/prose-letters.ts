import { withoutIndex } from "../notation/letters/convention-letters.js";
import { escapedHtml } from "./escaped-html.js";
import type { MathRenderer } from "./mathml.js";
import type { MathSymbol } from "./notation.js";

const greek: Record<string, string> = {
  alpha: "α",
  beta: "β",
  gamma: "γ",
  epsilon: "ε",
  varepsilon: "ε",
  eta: "η",
  theta: "θ",
  kappa: "κ",
  lambda: "λ",
  mu: "μ",
  rho: "ρ",
  sigma: "σ",
  tau: "τ",
  Delta: "Δ",
};
const below = "₀₁₂₃₄₅₆₇₈₉";
const above = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** A letter as plain text writes it: β₁ for \beta_1, v̂ for \hat v; undefined for a longer one. */
function inPlainText({ letter }: MathSymbol): string | undefined {
  const [, hat, name, index] =
    /^(\\hat ?)?(\\[A-Za-z]+|[A-Za-z])(?:_(\d))?$/.exec(withoutIndex(letter)) ?? [];
  if (name === undefined) return undefined;
  const character = name.startsWith("\\") ? greek[name.slice(1)] : name;
  if (character === undefined) return undefined;
  return `${character}${hat ? "\u0302" : ""}${index === undefined ? "" : below[Number(index)]}`;
}

/** Words of English, and no letters. */
const isWord = (text: string) => /^[aAI]$/.test(text);

/** What stands below or above a letter, as TeX: ₀ as an index, ² and ᵗ as exponents. */
function raised(text: string): string {
  if (text === "") return "";
  const tex = [...text]
    .map((one) => (one === "ᵗ" ? "\\now" : one === "⁻" ? "-" : String(above.indexOf(one))))
    .join("");
  return `^{${tex}}`;
}

/**
 * The texts of the catalog are plain, "a share β₁ of the old average". This finds in one the
 * letters of the symbols it is about, and sets them as formulas are set, so that they light up
 * and change with the notation. Undefined where there are none.
 */
export function proseWithSymbols(
  text: string,
  symbols: MathSymbol[],
  math: MathRenderer,
): string | undefined {
  const byLetter = new Map<string, MathSymbol>();
  for (const symbol of symbols) {
    const letter = inPlainText(symbol);
    if (letter !== undefined && !isWord(letter) && !byLetter.has(letter)) {
      byLetter.set(letter, symbol);
    }
  }
  const letters = [...byLetter.keys()].sort((a, b) => b.length - a.length);
  if (letters.length === 0) return undefined;
  // a Latin letter is one only by itself: not the s of "Adam’s", the p of log1p, the e of eˣ
  const letter = letters.map((one) =>
    /^[A-Za-z]/.test(one) ? `(?<![A-Za-z0-9’'])${one}(?![A-Za-z\u0302’'ˣ^])` : one,
  );
  const found = new RegExp(`(${letter.join("|")})([${below}]?)([${above}⁻ᵗ]*)`, "gu");
  const html = escapedHtml(text).replace(found, (whole, name, index, exponent) => {
    const symbol = byLetter.get(name);
    if (!symbol) return whole;
    const at = symbol.indexed ? `{${index ? below.indexOf(index) : ""}}` : "";
    const tex = `\\${symbol.symbol}${at}${raised(exponent)}`;
    return math.render(tex, false);
  });
  return html === escapedHtml(text) ? undefined : html;
}
