import type { Method, Quantity } from "../../wasm/engine/types.js";

/** Formula symbols by what they are called in a program. */
export type SymbolNames = Map<string, string>;

/** What parameters and quantities are called everywhere. */
export function catalogSymbols(method: Method, stepQuantities: readonly Quantity[]): SymbolNames {
  const entries = [...stepQuantities, ...method.parameters, ...method.quantities];
  return new Map(entries.map(({ name, symbol }) => [name, symbol]));
}

/** tape.vector(m_hat, i, m_corrected), tape.vector(s_quantity, s_.data(), n), tape.scalar(…) */
const recorded = /tape\.(?:vector|scalar)\((\w+), (?:i, )?([a-z]\w*)(?=\)|\.data\(\)|\[i\]\))/g;

/** The same with what a kernel calls them: it says so itself when it records them on the tape. */
export function kernelSymbols(
  source: string,
  method: Method,
  stepQuantities: readonly Quantity[],
): SymbolNames {
  const names = catalogSymbols(method, stepQuantities);
  const [, list = ""] = /enum : int \{([^}]*)\}/.exec(source) ?? [];
  for (const [i, index] of list.split(",").entries()) {
    const quantity = method.quantities[i];
    if (quantity && list !== "") names.set(index.trim(), quantity.symbol);
  }
  for (const [, index = "", variable = ""] of source.matchAll(recorded)) {
    const symbol = names.get(index) ?? method.quantities[Number(index)]?.symbol;
    if (symbol) add(names, variable, symbol);
  }
  // m_ is where m is kept, and g = gradient[i] another name for it
  for (const [, member = ""] of source.matchAll(/\b([a-z]\w*)_\b/g)) {
    const symbol = names.get(member);
    if (symbol) add(names, `${member}_`, symbol);
  }
  for (const [, alias = "", of = ""] of source.matchAll(/\b(\w+) = (\w+)\[i\]/g)) {
    const symbol = names.get(of);
    if (symbol) add(names, alias, symbol);
  }
  return names;
}

function add(names: SymbolNames, name: string, symbol: string): void {
  if (!names.has(name)) names.set(name, symbol);
}
