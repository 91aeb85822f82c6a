import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { kernelOf } from "../../../web/code/kernel.js";
import { kernelSymbols } from "../../../web/code/kernel-symbols.js";
import { kernelUse } from "../../../web/code/kernel-use.js";
import { withSettings } from "../../../web/code/setting-mark.js";
import { inRoot } from "../../../web/commands/root.mjs";
import { engine } from "../browser/own-engine.js";
import { codeOf } from "./core-runs.js";

const { methods, stepQuantities } = engine.catalog();
const every = methods.map((method) => [method.name, method] as const);

test.each(every)(
  "the kernel of %s stands as it does in its files, without declarations",
  (name) => {
    const { text, file, className } = kernelOf(inRoot(), name);
    expect(text).toMatch(new RegExp(`^// ${file}\n\n///`));
    expect(text).toContain(`class ${className} {\n public:\n`);
    expect(text).toContain("step(double*");
    expect(text).not.toMatch(/static constexpr|enum : int|record_initial|FormulaLine|\n\n\n/);
    const braces = (one: string) => text.split(one).length;
    expect(braces("{"), "cut between members, not through one").toBe(braces("}"));
    const parts = text.split(/^\/\/ (core\/\S+)\n\n/m).slice(1);
    for (let i = 0; i < parts.length; i += 2) {
      const source = new Set(readFileSync(inRoot(parts[i]!), "utf8").split("\n"));
      const strange = parts[i + 1]!.trimEnd()
        .split("\n")
        .filter((line) => !source.has(line));
      expect(strange, parts[i]).toEqual([]);
    }
  },
);

test("what a kernel calls from its headers is there, and nothing else of them", () => {
  const { text } = kernelOf(inRoot(), "adam");
  for (const needed of ["epsilon_terms(", "struct EpsilonTerms", "enum class EpsilonPlace"]) {
    expect(text).toContain(needed);
  }
  expect(text).not.toMatch(/above_zero|constexpr FormulaLine under|_declaration/);
  expect(kernelOf(inRoot(), "adagrad").text).toContain("constexpr double above_zero(");
  expect(kernelOf(inRoot(), "newton").text).toContain("// core/optimizers/newton.cpp\n");
});

test("a method that no header declares is said to be missing", () => {
  expect(() => kernelOf(inRoot(), "sorcery")).toThrow(
    'no header in core/optimizers declares "sorcery"',
  );
});

test.each(every)(
  "a step of %s is written with every setting, by names its class has",
  (_, method) => {
    const kernel = kernelOf(inRoot(), method.name);
    const { text, places } = withSettings(
      kernelUse(kernel, method),
      codeOf(method.name).settings({}),
    );
    const names = [...method.parameters, ...method.options].map(({ name }) => name);
    expect(places.map(({ name }) => name).sort()).toEqual(names.sort());
    for (const { name, choices } of method.options) {
      const type = new RegExp(`\\.${name} = (?:\\w+::)?(\\w+)::`).exec(text)?.[1];
      const [, enumerators = ""] =
        new RegExp(`enum class ${type} \\{([^}]*)\\}`).exec(kernel.text) ?? [];
      const known = enumerators.split(",").map((one) => one.trim());
      for (const choice of choices) expect(known, `${name}=${choice.name}`).toContain(choice.name);
    }
  },
);

test("a kernel's variables are the symbols it records them as", () => {
  const adam = codeOf("adam");
  const names = kernelSymbols(adam.kernel.source, adam.method, stepQuantities);
  const expected = {
    m_new: "mom",
    m_old: "mom",
    m_corrected: "momhat",
    v_hat: "sqmomhat",
    factor2: "fixtwo",
    g: "grad",
    theta: "param",
    delta_index: "change",
    beta1: "decayone",
    m_: "mom",
  };
  for (const [name, symbol] of Object.entries(expected)) expect(names.get(name), name).toBe(symbol);
  for (const other of ["n", "i", "tape", "outside", "hyperparameters"]) {
    expect(names.has(other), other).toBe(false);
  }
});
