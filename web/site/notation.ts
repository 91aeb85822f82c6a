import type { Catalog, Parameter, Quantity } from "../../wasm/engine/engine.js";
import { withIndex } from "../notation/letters/convention-letters.js";

/** A semantic macro such as \mom and what stands for it. */
export interface MathSymbol {
  /** Macro without the backslash. */
  symbol: string;
  /** TeX of its letter; `#1` is where the index goes. */
  letter: string;
  /** Its name in the catalog, e.g. `m` or `learning_rate`. */
  name: string;
  meaning: string;
  /** Colour of the quantity; parameters have the role `setting`. */
  role: string;
  /** Whether the macro takes an index: \mom{t}. */
  indexed: boolean;
}

/** The step's own number, which formula lines use as an exponent. */
const now: MathSymbol = {
  symbol: "now",
  letter: "t",
  name: "step",
  meaning: "number of the step",
  role: "factor",
  indexed: false,
};

function ofQuantity({ symbol, letter, name, meaning, role }: Quantity): MathSymbol {
  return { symbol, letter, name, meaning, role, indexed: true };
}

function ofParameter({ symbol, letter, name, meaning }: Parameter): MathSymbol {
  return { symbol, letter, name, meaning, role: "setting", indexed: false };
}

/** Every symbol of the catalog by macro. Two meanings for one macro are an error. */
export function symbolsOf(catalog: Catalog): Map<string, MathSymbol> {
  const all = [
    now,
    ...catalog.stepQuantities.map(ofQuantity),
    ...catalog.problems.flatMap((problem) => problem.parameters.map(ofParameter)),
    ...[...catalog.derivations, ...catalog.lossDerivations].flatMap((derivation) =>
      derivation.quantities.map(ofQuantity),
    ),
    ...catalog.exampleQuantities.map(ofQuantity),
    ...[...catalog.methods, ...catalog.losses, ...catalog.analyses].flatMap((entry) => [
      ...entry.parameters.map(ofParameter),
      ...entry.quantities.map(ofQuantity),
    ]),
    ...[catalog.preparation, catalog.batch, catalog.scheduleTime]
      .concat(catalog.schedules, catalog.datasets)
      .flatMap(({ parameters }) => parameters.map(ofParameter)),
  ];
  const symbols = new Map<string, MathSymbol>();
  for (const one of all) {
    const known = symbols.get(one.symbol);
    if (known && (known.letter !== one.letter || known.name !== one.name)) {
      throw new Error(
        `the macro \\${one.symbol} stands for ${known.name} (${known.letter}) and for ${one.name} (${one.letter})`,
      );
    }
    symbols.set(one.symbol, one);
  }
  return symbols;
}

/** TeX macros that mark every symbol with its name, so that a page can light it up. */
export function texMacros(symbols: Map<string, MathSymbol>): Record<string, string> {
  const macros: Record<string, string> = { "\\identity": "I", "\\plain": "#1" };
  for (const { symbol, letter, indexed } of symbols.values()) {
    if (indexed) {
      macros[`\\${symbol}`] = `\\data{symbol=${symbol},at=#1}{${withIndex(letter, "#1")}}`;
    } else {
      macros[`\\${symbol}`] = `\\data{symbol=${symbol}}{${letter}}`;
    }
  }
  return macros;
}

/** Analyses whose rows are the steps of a run. */
const analysesOfSteps = new Set(["measured_rate", "convergence_proof", "eigen_modes"]);

/** Macros whose index is the number of a step, and not of an example or of a row of a table. */
export function stepSymbols(catalog: Catalog): Set<string> {
  const ofRuns = [
    ...catalog.methods,
    ...catalog.derivations,
    ...catalog.analyses.filter(({ name }) => analysesOfSteps.has(name)),
  ];
  const quantities = [catalog.stepQuantities, ...ofRuns.map((one) => one.quantities)].flat();
  return new Set(quantities.map(({ symbol }) => symbol));
}
