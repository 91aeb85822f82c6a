import { expect, test, vi } from "vitest";
import type { CodeAsset, CodeToken } from "../../../web/code/code-asset.js";
import { choicesKey } from "../../../web/code/code-asset.js";
import { everyChoices } from "../../../web/code/rule.js";
import { withSettings } from "../../../web/code/setting-mark.js";
import { engine } from "../browser/own-engine.js";
import { codeOf } from "./core-runs.js";

vi.setConfig({ testTimeout: 60_000 }); // a hundred programs are highlighted

const { methods } = engine.catalog();

const textOf = (token: CodeToken) => (typeof token === "string" ? token : token[0]);

function program({ lines }: CodeAsset, numbers: readonly number[]) {
  const tokens = numbers.map((number) => lines[number]!);
  return {
    text: `${tokens.map((line) => line.map(textOf).join("")).join("\n")}\n`,
    settings: tokens.flat().flatMap((token) => (typeof token === "string" ? [] : (token[3] ?? []))),
    symbols: tokens.flat().flatMap((token) => (typeof token === "string" ? [] : token[2] || [])),
  };
}

test.each(methods.map(({ name }) => name))(
  "the asset of %s has its programs, word for word",
  (name) => {
    const code = codeOf(name);
    const asset = code.asset();
    expect(program(asset, asset.cpp.kernel).text).toBe(code.kernel.text);
    const use = program(asset, asset.cpp.use);
    const settings = [...asset.parameters, ...asset.options].map((one) => one.name);
    expect([...use.settings].sort(), "every setting, once").toEqual(settings.sort());

    const keys = Object.keys(asset.python);
    const isRecipe = code.method.part === "descent";
    expect(keys).toHaveLength(isRecipe ? everyChoices(code.method).length : 0);
    for (const choices of isRecipe ? everyChoices(code.method) : []) {
      const own = asset.python[choicesKey(asset.options, choices)]!;
      const texts = code.python(choices);
      for (const kind of ["numpy", "torch"] as const) {
        const { text, places } = withSettings(texts[kind], code.settings(choices));
        const found = program(asset, own[kind]);
        expect(found.text).toBe(text);
        expect(found.settings).toEqual(places.map((place) => place.name));
        expect(found.settings, "every parameter of the rule, once").toEqual(
          code.rule(choices).parameters.map((one) => one.name),
        );
      }
      expect(own.optim?.words).toBe(texts.optim?.words);
    }
  },
);

test("names in the code have the symbols of the formulas, and each symbol its role", () => {
  const asset = codeOf("adam").asset();
  const [first] = Object.values(asset.python);
  for (const numbers of [asset.cpp.kernel, first!.numpy, first!.torch]) {
    const { symbols } = program(asset, numbers);
    for (const symbol of ["mom", "sqmom", "momhat", "grad", "param", "change", "lrate"]) {
      expect(symbols).toContain(symbol);
    }
    for (const symbol of symbols) expect(asset.roles[symbol], symbol).toBeTruthy();
  }
  expect(asset.roles).toMatchObject({ mom: "first-moment", lrate: "setting", now: "setting" });
});

test("a comment is no code: nothing in it is a symbol", () => {
  const asset = codeOf("adam").asset();
  const comments = asset.lines.filter((line) =>
    line.some((token) => /^\s*(#|\/\/)/.test(textOf(token))),
  );
  expect(comments.length).toBeGreaterThan(20);
  for (const line of comments) {
    const after = line.slice(line.findIndex((token) => /^\s*(#|\/\/)/.test(textOf(token))));
    expect(after.filter((token) => typeof token !== "string" && token[2])).toEqual([]);
  }
});

test("the text without scripts has every language", () => {
  const text = codeOf("adam").plainText().join("\n");
  for (const part of ["class Adam {", "import numpy", "import torch", "learning_rate=0.001"]) {
    expect(text).toContain(part);
  }
  expect(text, "no marks are left").not.toMatch(/[\ue000\ue001]/);
  expect(codeOf("bfgs").plainText()).toHaveLength(1);
});
