import type { FormulaLine, Quantity } from "../../wasm/engine/types.js";

/** `tex` from `start` up to what ends a sum's body: +, −, a closing bracket or the end. */
function bodyEnd(tex: string, start: number): number {
  let depth = 0;
  for (let i = start; i < tex.length; i += 1) {
    const character = tex[i] as string;
    if ("({".includes(character)) depth += 1;
    else if (")}".includes(character)) {
      depth -= 1;
      if (depth < 0) return i;
    } else if ("+-".includes(character) && depth === 0) return i;
  }
  return tex.length;
}

/** `tex` with a running class, named `index`, in the body of every sum and maximum over classes. */
function withRunningClass(tex: string, index: string): string {
  let done = "";
  let rest = tex;
  for (;;) {
    const found = /\\(?:sum_k\s*|max_k\()/.exec(rest);
    if (!found) return done + rest;
    const from = found.index + found[0].length;
    const to = bodyEnd(rest, from);
    done += rest.slice(0, found.index) + found[0].replace("_k", `_${index}`);
    done += rest.slice(from, to).replaceAll("{t}", `{${index}}`);
    rest = rest.slice(to);
  }
}

/**
 * Formula lines of a loss or a derivation about one, as a reader takes them. In the core the index
 * t is the example. Here lines about the scores of one example have the class k as index, and
 * numbers of the whole example none; lines about a dataset have the example i.
 */
export function scoreLines(
  lines: readonly FormulaLine[],
  quantities: readonly Quantity[],
): FormulaLine[] {
  const shapes = new Map(quantities.map(({ symbol, shape }) => [symbol, shape]));
  const leftOf = ({ tex }: FormulaLine) =>
    [...tex.matchAll(/\\([a-z]+)\{t\}/g)].map(([, symbol]) => shapes.get(symbol ?? "")).at(0);
  const aboutDataset = lines.every((line) => leftOf(line) === "scalar");
  return lines.map((line) => ({
    ...line,
    tex: withRunningClass(line.tex, aboutDataset ? "k" : "j").replace(
      /\\([a-z]+)\{t\}/g,
      (whole, symbol) => {
        const shape = shapes.get(symbol);
        if (!shape) return whole;
        if (aboutDataset) return `\\${symbol}{i}`;
        return shape === "vector" ? `\\${symbol}{k}` : `\\${symbol}{}`;
      },
    ),
  }));
}
