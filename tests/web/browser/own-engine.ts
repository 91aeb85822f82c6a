import type { FormulaLine, Measure, Quantity, RunSpec } from "../../../wasm/engine/engine.js";
import { inRoot } from "../../../web/commands/root.mjs";
import { engineAtBuild } from "../../../web/site/engine-at-build.js";

/** The engine in this process, to know independently of the page what is right. */
export const engine = await engineAtBuild(inRoot());

/** Every row of a quantity after `steps` steps of a run. */
export function traceOf(spec: RunSpec, steps: number, quantity: string): Float64Array {
  const run = engine.run(spec);
  try {
    run.advance(steps);
    return run.trace(quantity);
  } finally {
    run.dispose();
  }
}

/** What the run is doing after `steps` steps. */
export function reportOf(spec: RunSpec, steps: number) {
  const run = engine.run(spec);
  try {
    run.advance(steps);
    return run.report();
  } finally {
    run.dispose();
  }
}

function settingsOf({ method }: RunSpec): { name: string; settings: Record<string, unknown> } {
  if (typeof method === "string") return { name: method, settings: {} };
  return { name: method.name, settings: method.settings ?? {} };
}

/** The formula lines that hold for a run, with the quantity on the left side of each. */
export function linesOf(
  spec: RunSpec,
  derivation?: string,
): { line: FormulaLine; left: Quantity }[] {
  const { stepQuantities, methods, derivations } = engine.catalog();
  const { name, settings } = settingsOf(spec);
  const method = methods.find((one) => one.name === name);
  const derived = derivations.find((one) => one.name === derivation);
  if (!method) throw new Error(`no method ${name}`);
  const known = [...stepQuantities, ...method.quantities, ...(derived?.quantities ?? [])];
  const inForce = (option: string) =>
    settings[option] ?? method.options.find((one) => one.name === option)?.choices[0]?.name;
  return (derived ?? method).lines
    .filter(({ option, choice }) => option === "" || inForce(option) === choice)
    .map((line) => {
      const symbol = [...line.tex.matchAll(/\\([a-z]+)/g)]
        .map(([, macro]) => macro)
        .find((macro) => known.some((one) => one.symbol === macro));
      const left = known.find((one) => one.symbol === symbol);
      if (!left) throw new Error(`${line.tex}: no quantity on its left`);
      return { line, left };
    });
}

/** The number on the left side of every line at step `t`, in the order of the lines. */
export function leftSides(spec: RunSpec, t: number, coordinate: number, derivation?: string) {
  const dimension = traceOf(spec, 0, "theta").length;
  return linesOf(spec, derivation).map(({ left }) => {
    const vector = left.shape === "vector";
    const rows = traceOf(spec, t, left.name);
    return rows[vector ? t * dimension + coordinate : t] ?? Number.NaN;
  });
}

/** The engine's answer to a question about a run. */
export const measure = (question: Measure): number => engine.measure(question);
