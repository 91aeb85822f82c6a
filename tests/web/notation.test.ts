import { load } from "cheerio";
import { describe, expect, test } from "vitest";
import type { RunSpec } from "../../wasm/engine/engine.js";
import { ConventionLetters } from "../../web/notation/letters/convention-letters.js";
import { conventions } from "../../web/notation/letters/conventions.js";
import { stepIndex } from "../../web/notation/letters/step-index.js";
import { lectureForms, type NotationName, notationNames } from "../../web/notation/names.js";
import { MathRenderer } from "../../web/site/mathml.js";
import { stepSymbols } from "../../web/site/notation.js";
import { notationGuide } from "../../web/site/notation-guide.js";
import { notationTable } from "../../web/site/notation-tables.js";
import { proseWithSymbols } from "../../web/site/prose-letters.js";
import { engine, traceOf } from "./browser/own-engine.js";

const catalog = engine.catalog();
const math = new MathRenderer(catalog);
const lettersOf = (name: NotationName) =>
  new ConventionLetters(math.symbols, stepSymbols(catalog), conventions[name]);
const lectures = notationNames.filter((name) => name !== "own");

/** `tex` with its macros written out as in a lecture; those of `method` where it makes a difference. */
function written(name: NotationName, tex: string, method?: string): string {
  const letters = lettersOf(name);
  return tex
    .replace(/\\([a-z]+)(?:\{([^{}\\]*)\})?/g, (whole, macro, at) =>
      math.symbols.has(macro) ? letters.tex(macro, at ?? "", method) : whole,
    )
    .replaceAll("\\,", " ");
}

function lineOf(method: string, left: string, choice = "") {
  const { lines } = catalog.methods.find(({ name }) => name === method)!;
  return lines.find((line) => line.tex.startsWith(left) && line.choice === choice)!.tex;
}

test.each(lectures)(
  "%s names only macros and methods that the catalog has, and where it prints them",
  (name) => {
    const entries = Object.entries(conventions[name].letters);
    expect(entries.length).toBeGreaterThan(5);
    for (const [symbol, { printed, except = [] }] of entries) {
      expect([...math.symbols.keys()]).toContain(symbol);
      expect(printed, symbol).not.toBe("");
      for (const method of except) expect(catalog.methods.map((one) => one.name)).toContain(method);
    }
  },
);

test("written out, the site’s own letters are what its macros give", () => {
  const letters = lettersOf("own");
  for (const { symbol, indexed } of math.symbols.values()) {
    const set = (tex: string) => math.render(tex, false).replace(/ data-\w+="[^"]*"/g, "");
    const macro = indexed ? `\\${symbol}{t}` : `\\${symbol}`;
    const direct = `\\data{symbol=${symbol}}{${letters.tex(symbol, indexed ? "t" : "")}}`;
    expect(set(direct), symbol).toBe(set(macro));
  }
});

describe("a lecture’s formula comes out as on its slide", () => {
  test.each<[NotationName, string, string, string]>([
    [
      "l0",
      "momentum",
      lineOf("momentum", "\\velocity", "sum"),
      "g_{k} = \\mu g_{k-1} + \\nabla_\\theta\\mathcal{L}(\\theta_{k})",
    ],
    [
      "l0",
      "gradient_descent",
      "\\param{t} = \\param{t-1} - \\lrate\\,\\grad{t}",
      "\\theta_{k+1} = \\theta_{k} - \\alpha \\nabla_\\theta\\mathcal{L}(\\theta_{k})",
    ],
    ["l0", "rmsprop", "\\meansq{t} = \\decay\\,\\meansq{t-1}", "s_{k} = \\beta s_{k-1}"],
    ["l0", "adagrad", "\\squares{t}", "s_{k}"],
    [
      "l1",
      "momentum",
      lineOf("momentum", "\\velocity", "sum"),
      "v^{k+1} = \\beta v^{k} + \\nabla_\\theta L(\\theta^{k})",
    ],
    ["l1", "adam", "\\mom{t} = \\decayone\\,\\mom{t-1}", "m^{k+1} = \\beta_1 m^{k}"],
    [
      "l2",
      "momentum",
      lineOf("momentum", "\\velocity", "sum"),
      "v_{t+1} = \\rho v_{t} + \\nabla_w L(w_{t})",
    ],
    ["l2", "rmsprop", "\\decay", "\\beta"],
    [
      "l3",
      "momentum",
      lineOf("momentum", "\\velocity", "step"),
      "v_{t+1} = \\beta v_{t} - \\eta \\nabla\\ell(x_{t})",
    ],
    [
      "l3",
      "nesterov",
      lineOf("nesterov", "\\ahead", "look_ahead"),
      "x'_{t+1} = x_{t} + \\beta v_{t}",
    ],
    [
      "l3",
      "nesterov",
      lineOf("nesterov", "\\velocity", "look_ahead"),
      "v_{t+1} = \\beta v_{t} - \\eta \\nabla\\ell(x'_{t+1})",
    ],
    ["l3", "adam", "1-\\decayone^{\\now}", "1-\\beta_1^{t+1}"],
    ["l3", "newton", "\\hess{t}", "H_{t}"],
    [
      "l4",
      "adagrad",
      "\\param{t} = \\param{t-1} - \\frac{\\decayedrate{t}}{\\gradscale{t}}\\,\\grad{t}",
      "\\theta^{t+1} = \\theta^{t} - \\frac{\\eta^{t}}{\\sigma^{t}} g^{t}",
    ],
    [
      "l4",
      "adagrad",
      lineOf("adagrad", "\\decayedrate", "root_mean_square"),
      "\\eta^{t} = \\frac{\\eta}{\\sqrt{t+1}}",
    ],
  ])("%s, %s: %s", (name, method, tex, printed) => {
    expect(written(name, tex, method)).toBe(printed);
  });
});

test("indices are those of the lecture; numbers stay, but for a symbol that lags", () => {
  const { l0, l1, own } = conventions;
  expect(["t", "t-1", "t+2"].map((at) => stepIndex(at, own, 0))).toEqual(["t", "t-1", "t+2"]);
  expect(["t", "t-1", "t-2"].map((at) => stepIndex(at, l1, 0))).toEqual(["k+1", "k", "k-1"]);
  expect(["t", "t-1", "3", "i"].map((at) => stepIndex(at, l1, -1))).toEqual([
    "k",
    "k-1",
    "2",
    "i-1",
  ]);
  expect(["t", "0"].map((at) => stepIndex(at, l0, 1))).toEqual(["k+1", "1"]);
  expect(["*", "\\star", "tau"].map((at) => stepIndex(at, l1, -1))).toEqual(["*", "\\star", "tau"]);
});

/** Every line of the catalog, set once, so that every symbol has its indices. */
const full = new MathRenderer(catalog);
const entries = [
  ...catalog.methods,
  ...catalog.derivations,
  ...catalog.losses,
  ...catalog.analyses,
];
for (const { lines } of entries) for (const { tex } of lines) full.render(tex, true);
for (const symbol of full.symbols.values()) full.label(symbol);

test.each(notationNames)("every symbol and every index there is can be set in %s", (name) => {
  const { symbols } = notationTable(name, catalog, full);
  for (const symbol of full.symbols.keys()) {
    expect(symbols[symbol]?.[""], symbol).toBeTruthy();
    for (const at of full.occurrences.get(symbol) ?? []) {
      const $ = load(`<math>${symbols[symbol]?.[at]}</math>`, null, false);
      expect($("math").children(), `${symbol} at ${at}`).toHaveLength(1);
      expect($("math").text(), `${symbol} at ${at}`).not.toBe("");
      expect($("[style], merror, [data-symbol]").length, `${symbol} at ${at}`).toBe(0);
    }
  }
});

test.each(lectures)(
  "no two symbols of one method, loss or analysis get the same letter in %s",
  (name) => {
    const ownLetters = lettersOf("own");
    const letters = lettersOf(name);
    for (const entry of [...catalog.methods, ...catalog.losses, ...catalog.analyses]) {
      const more = catalog.methods.some((one) => one.name === entry.name)
        ? catalog.stepQuantities
        : catalog.losses.some((one) => one.name === entry.name)
          ? catalog.exampleQuantities
          : [];
      const symbols = [
        ...new Set([...entry.parameters, ...entry.quantities, ...more].map((one) => one.symbol)),
      ];
      const same = (of: ConventionLetters, a: string, b: string) =>
        of.tex(a, "", entry.name) === of.tex(b, "", entry.name);
      const clashes = symbols.flatMap((a, i) =>
        symbols
          .slice(i + 1)
          .filter((b) => same(letters, a, b) && !same(ownLetters, a, b))
          .map((b) => `${entry.name}: ${a} and ${b} are both ${letters.tex(a, "", entry.name)}`),
      );
      expect(clashes).toEqual([]);
    }
  },
);

test("a lecture’s form of a method is the same run at a constant learning rate", () => {
  const forms = Object.values(lectureForms).flatMap((methods) => Object.entries(methods));
  expect(forms.length).toBeGreaterThan(1);
  for (const [name, settings] of forms) {
    const spec = (form: object): RunSpec => ({
      problem: "booth",
      method: { name, settings: { learning_rate: 0.02, ...form } },
      start: [-7, 7],
    });
    const [own, lectures] = [{}, settings].map((form) => traceOf(spec(form), 100, "theta"));
    const apart = own!.map((value, i) => Math.abs(value - lectures![i]!));
    expect(Math.max(...apart), name).toBeLessThan(1e-6);
    expect(traceOf(spec(settings), 5, "delta")).not.toEqual(new Float64Array(12));
  }
});

test("the notes have their formulas set and their numbers from the core", async () => {
  const { notes, samples, meanings, printed } = await notationGuide({ engine, math });
  const text = notes.map((note) => load(note.text, null, false).text()).join("\n");
  for (const number of [
    "0.4202",
    "0.1448",
    "0.062",
    "2.04",
    "2.94",
    "0.886",
    "0.99 learning",
    "0.01 with",
  ]) {
    expect(text).toContain(number);
  }
  expect(text).not.toContain("$");
  for (const { on } of notes) {
    const known = { methods: catalog.methods, losses: catalog.losses, problems: catalog.problems };
    for (const [kind, names] of Object.entries(on)) {
      const all =
        kind === "symbols"
          ? [...math.symbols.keys()]
          : known[kind as keyof typeof known].map((one) => one.name);
      expect(all).toEqual(expect.arrayContaining(names as string[]));
    }
  }
  expect(new Set(Object.values(samples)).size).toBe(notationNames.length);
  expect(meanings.velocity).toBe(math.symbols.get("velocity")?.meaning);
  expect(printed.l3.meansq).toBe("RMSProp");
});

describe("in the catalog’s plain texts", () => {
  const adam = catalog.methods.find(({ name }) => name === "adam")!;
  const symbols = [
    ...adam.parameters,
    ...adam.quantities,
    ...catalog.stepQuantities,
    { symbol: "now" },
  ].map(({ symbol }) => math.symbols.get(symbol)!);
  const found = (text: string) => {
    const html = proseWithSymbols(text, symbols, math);
    const marked = load(html ?? "", null, false)("[data-symbol]").toArray();
    return marked.map(({ attribs }) => attribs["data-symbol"] + (attribs["data-at"] ?? ""));
  };

  test("letters are found, with what stands above and below them", () => {
    expect(found("Divide by 1 − β₁ᵗ that m has received.")).toEqual(["decayone", "now", "mom"]);
    expect(found("It begins with m₀ = 0.")).toEqual(["mom0"]);
    expect(found("√v̂ + ε")).toEqual(["sqmomhat", "eps"]);
  });

  test("words are not taken for letters", () => {
    expect(
      proseWithSymbols("Adam’s step, a share of log1m and eˣ, Kingma & Ba", symbols, math),
    ).toBeUndefined();
    expect(proseWithSymbols("Kingma & Ba: ε", symbols, math)).toContain("Kingma &amp; Ba");
  });

  test("no Greek letter of a reason is left plain", () => {
    for (const { name, lines, parameters, quantities } of catalog.methods) {
      const known = [
        ...parameters,
        ...quantities,
        ...catalog.stepQuantities,
        { symbol: "now" },
      ].map(({ symbol }) => math.symbols.get(symbol)!);
      for (const { reason } of lines) {
        const html = proseWithSymbols(reason, known, math) ?? reason;
        expect(html.replace(/<math>.*?<\/math>/g, ""), name).not.toMatch(/[α-ω]/);
      }
    }
  });
});
