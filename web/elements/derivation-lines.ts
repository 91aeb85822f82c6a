import type { Quantity } from "../../wasm/engine/types.js";
import type { PageCatalog, PageMethod } from "../engine/page-catalog.js";
import { pageMath } from "../engine/page-math.js";
import type { Scene, SceneRun } from "../scene/scene.js";

/** A step and a coordinate of a run. */
export interface Place {
  scene: Scene;
  run: SceneRun;
  t: number;
  coordinate: number;
}

/** One formula line with what it needs to show numbers. */
export interface DerivationLine {
  key: string;
  mathml: string;
  reason: string;
  option: string;
  choice: string;
  /** The quantity on the left side. */
  left: Quantity;
  /** Names of the quantities it reads and writes. */
  wanted: string[];
  /** The number of the left side; NaN where there is none. */
  value(place: Place): number;
  /** The number of a symbol in the line; undefined for one that has no single number. */
  symbolValue(symbol: string, at: string | undefined, place: Place): number | undefined;
}

/** Rows of a quantity: traced by the run, or by a derivation about it. */
function rowValue(
  { name, shape }: Quantity,
  row: number,
  { run, scene, coordinate }: Place,
): number {
  const rows = run.traces[name];
  const width = shape === "vector" ? scene.problem.dimension : 1;
  return rows?.[row * width + (width > 1 ? coordinate : 0)] ?? Number.NaN;
}

/** Row that an index such as "t" or "t-1" means; undefined for a running index. */
function rowOf(at: string, t: number): number | undefined {
  if (at === "t") return t;
  if (at === "t-1") return t - 1;
  return undefined;
}

/** The lines of a method, or of the derivation called `name`, options included. */
export function derivationLines(
  catalog: PageCatalog,
  method: PageMethod,
  name: string | undefined,
): DerivationLine[] {
  const derivation = catalog.derivations.find((one) => one.name === name);
  if (name && !derivation) throw new Error(`derivation: got "${name}"; the engine has none`);
  const known = [
    ...catalog.stepQuantities,
    ...method.quantities,
    ...(derivation?.quantities ?? []),
  ];
  const quantityOf = (symbol: string) => known.find((one) => one.symbol === symbol);
  const lines = pageMath.lines[name ?? method.name] ?? [];
  return lines.map((line, i) => {
    const symbols = [...line.mathml.matchAll(/data-symbol="(\w+)"/g)].map(([, one]) => one ?? "");
    const left = quantityOf(symbols[0] ?? "");
    if (!left) throw new Error(`${name ?? method.name}, line ${i + 1}: no quantity on its left`);
    const read = symbols.flatMap((symbol) => quantityOf(symbol) ?? []);
    return {
      key: `${name ?? method.name}-${i}`,
      ...line,
      left,
      wanted: read.map((one) => one.name),
      value: (place) => rowValue(left, place.t, place),
      symbolValue: (symbol, at, place) => {
        if (symbol === "now") return place.t;
        const parameter = method.parameters.find((one) => one.symbol === symbol);
        if (parameter) return place.scene.value(place.run, parameter);
        const quantity = quantityOf(symbol);
        const row = rowOf(at ?? "t", place.t);
        return quantity && row !== undefined ? rowValue(quantity, row, place) : undefined;
      },
    };
  });
}

/** The lines that hold under the options the run has now. */
export function applicableLines(
  lines: DerivationLine[],
  scene: Scene,
  run: SceneRun,
): DerivationLine[] {
  return lines.filter(({ option, choice }) => {
    const declared = run.method.options.find(({ name }) => name === option);
    return !declared || scene.choice(run, declared) === choice;
  });
}
