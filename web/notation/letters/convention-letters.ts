import type { MathSymbol } from "../../site/notation.js";
import { composed, composedLetters } from "./composed.js";
import type { Convention, Letter } from "./convention.js";
import { stepIndex } from "./step-index.js";

/** The letters of one convention, for every symbol there is. */
export class ConventionLetters {
  readonly #symbols: Map<string, MathSymbol>;
  readonly #ofSteps: Set<string>;
  readonly #convention: Convention;

  /** `ofSteps`: macros whose index is the number of a step, and not of an example or a row. */
  constructor(symbols: Map<string, MathSymbol>, ofSteps: Set<string>, convention: Convention) {
    this.#symbols = symbols;
    this.#ofSteps = ofSteps;
    this.#convention = convention;
  }

  /** TeX of a symbol with an index of the site's own notation; without one where it is "". */
  tex(symbol: string, at: string, method?: string): string {
    const { counter, ahead, index: place } = this.#convention;
    if (symbol === "now") return ahead > 0 ? `${counter}+${ahead}` : counter;
    const own = this.#own(symbol);
    const named = this.#named(symbol, method);
    if (!named && composed[symbol]) {
      return composed[symbol]((other) => this.tex(other, at, method));
    }
    const letter =
      named?.letter ??
      composedLetters[symbol]?.((other) => this.tex(other, "", method)) ??
      own.letter;
    if (at === "") return named?.bare ?? withoutIndex(letter);
    if (!own.indexed || named?.unindexed) return letter;
    if (!this.#ofSteps.has(symbol)) return withIndex(letter, at);
    const index = stepIndex(at, this.#convention, named?.shift ?? 0);
    return place === "above" ? withIndexAbove(letter, index) : withIndex(letter, index);
  }

  #named(symbol: string, method: string | undefined): Letter | undefined {
    const named = this.#convention.letters[symbol];
    return method !== undefined && named?.except?.includes(method) ? undefined : named;
  }

  #own(symbol: string): MathSymbol {
    const own = this.#symbols.get(symbol);
    if (!own) throw new Error(`notation: got "${symbol}"; the catalog has no such macro`);
    return own;
  }
}

/** TeX of a letter with its index: at `#1`, else below. */
export function withIndex(letter: string, index: string): string {
  if (letter.includes("#1")) return letter.replaceAll("#1", index);
  // two indices below one another would be an error in TeX
  return letter.includes("_") ? `{${letter}}_{${index}}` : `${letter}_{${index}}`;
}

/** Above, unless something stands there already. */
function withIndexAbove(letter: string, index: string): string {
  const [, base] = /^(.*)_\{#1\}\^2$/.exec(letter) ?? [];
  if (base) return `(${base}^{${index}})^2`;
  if (letter.includes("^")) return withIndex(letter, index);
  const above = `^{${index}}`;
  return letter.includes("_{#1}") ? letter.replace("_{#1}", above) : letter + above;
}

/** TeX of a letter alone: the label of a slider or a column. */
export function withoutIndex(letter: string): string {
  return letter
    .replace(/[_^]\{#1\}/, "")
    .replace("#1", "")
    .replace("_{}", "");
}
