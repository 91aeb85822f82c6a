import temml from "temml";
import type { Catalog } from "../../wasm/engine/engine.js";
import { withoutIndex } from "../notation/letters/convention-letters.js";
import { replaceFormulas } from "./formulas-in-text.js";
import { type MathSymbol, symbolsOf, texMacros } from "./notation.js";

/** The inline styles Temml writes, and the classes of mathml.css that take their place. */
const styleClasses = new Map([
  ["display:block math;", ""],
  ["math-depth:0;", "depth-zero"],
  ["math-depth:1;", "depth-one"],
  ["math-depth:2;", "depth-two"],
  ["padding-left:0em;padding-right:0em;", "no-padding"],
]);

/** Inline styles would break the content-security policy. */
function withoutInlineStyles(mathml: string, tex: string): string {
  return mathml.replace(
    /<(\w+)([^>]*?) style="([^"]*)"([^>]*)>/g,
    (_, tag, before, style, after) => {
      const name = styleClasses.get(style);
      if (name === undefined) {
        throw new Error(`${tex}: no class in mathml.css stands for the inline style "${style}"`);
      }
      const attributes = `${before}${after}`;
      if (name === "") return `<${tag}${attributes}>`;
      return / class="/.test(attributes)
        ? `<${tag}${attributes.replace(/ class="/, ` class="${name} `)}>`
        : `<${tag}${attributes} class="${name}">`;
    },
  );
}

/** Renders TeX, semantic macros included, to MathML without inline styles. */
export class MathRenderer {
  readonly symbols: Map<string, MathSymbol>;
  readonly #macros: Record<string, string>;
  #characters = new Set<string>();
  /** Every symbol that was set, with the indices it had; "" is for none. */
  readonly occurrences = new Map<string, Set<string>>();

  constructor(catalog: Catalog) {
    this.symbols = symbolsOf(catalog);
    this.#macros = texMacros(this.symbols);
  }

  /** MathML of `tex`; throws with the formula in the message when it is not TeX. */
  render(tex: string, display: boolean): string {
    let mathml: string;
    try {
      mathml = temml.renderToString(this.#withoutEmptyIndices(tex), {
        displayMode: display,
        trust: true,
        throwOnError: true,
        strict: false,
        macros: { ...this.#macros },
      });
    } catch (error) {
      throw new Error(`${tex}: ${error instanceof Error ? error.message : error}`);
    }
    const marked = withoutInlineStyles(mathml, tex).replace(
      / data-symbol="(\w+)"(?: data-at="([^"]*)")?/g,
      (found, symbol, at) => {
        this.#note(symbol, at ?? "");
        const marked = ` data-symbol="${symbol}"`;
        return `${marked} data-role="${this.symbols.get(symbol)?.role}"${found.slice(marked.length)}`;
      },
    );
    for (const character of marked.replace(/<[^>]*>/g, "")) this.#characters.add(character);
    return marked;
  }

  /** Every character that was set since this was asked before, for the mathematics font. */
  takeCharacters(): Set<string> {
    const taken = this.#characters;
    this.#characters = new Set();
    return taken;
  }

  #note(symbol: string, at: string): void {
    const known = this.occurrences.get(symbol);
    if (known) known.add(at);
    else this.occurrences.set(symbol, new Set([at]));
  }

  /** \mom{} is the symbol without an index. */
  #withoutEmptyIndices(tex: string): string {
    return tex.replace(/\\([a-z]+)\{\}/g, (whole, name) => {
      const symbol = this.symbols.get(name);
      return symbol ? `\\data{symbol=${name}}{${withoutIndex(symbol.letter)}}` : whole;
    });
  }

  /** MathML of a symbol alone. */
  label(symbol: MathSymbol): string {
    return this.render(`\\data{symbol=${symbol.symbol}}{${withoutIndex(symbol.letter)}}`, false);
  }

  /**
   * `text`, which is HTML, with every $…$ and $$…$$ in it rendered; \$ is a dollar sign. A [[name]]
   * in a formula stays whole: a number will take its place.
   */
  inText(text: string): string {
    const set = (html: string, display: boolean) => {
      const tex = html.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
      return this.render(tex.replace(/\[\[\w+\]\]/g, "\\text{$&}"), display);
    };
    return replaceFormulas(text, ({ tex, display }) => set(tex, display)).replace(/\\\$/g, "$");
  }
}
