import { readFileSync } from "node:fs";
import MiniSearch from "minisearch";
import { expect, test } from "vitest";
import { inRoot } from "../../web/commands/root.mjs";
import { find } from "../../web/search/find.js";
import { indexOptions } from "../../web/search/index-options.js";
import { keysOf, wordsOf } from "../../web/search/terms.js";
import { pageSections } from "../../web/site/page-sections.js";

test("letters are read as one types them", () => {
  expect(wordsOf("β₁, β_1 and \u03b2_{1}: v̂ₜ")).toEqual(["β1", "β1", "and", "β1", "vt"]);
  expect(wordsOf("learning_rate")).toEqual(["learning", "rate"]);
  expect(wordsOf("ϵ ϕ é")).toEqual(["ε", "φ", "e"]);
  expect(wordsOf("  <script> — ")).toEqual(["script"]);
});

test("a Greek letter is found by its name, and words that stand everywhere by nothing", () => {
  expect(keysOf("β1")).toEqual(["β1", "beta1"]);
  expect(keysOf("κ")).toEqual(["κ", "kappa"]);
  expect(keysOf("momentum")).toEqual(["momentum"]);
  expect(keysOf("the")).toBeUndefined();
});

test("a page is cut at its headings, with text and symbols of each", () => {
  const page = `<html data-lesson="a"><main><h1>Title</h1><p>Before <math><mi data-symbol="mom">m</mi></math></p>
    <div><h2 id="one">One</h2><ul><li>first</li><li>second</li></ul></div><h2>No id</h2><p>goes on</p>
    <script>never()</script></main></html>`;
  const [top, one, ...rest] = pageSections(page, "a");
  expect(rest).toEqual([]);
  expect(top).toMatchObject({ id: "", page: "Title", ofLesson: true });
  expect(top?.symbols.get("mom")).toBe(1);
  expect(one?.heading).toBe("One");
  expect(one?.text).toContain("first second");
  expect(one?.text).toContain("goes on");
  expect(one?.text).not.toContain("never");
});

const index = () =>
  MiniSearch.loadJSON(readFileSync(inRoot("build/search/index.json"), "utf8"), indexOptions);
const found = (query: string) => find(index(), query).map(({ href }) => href);

test.each([
  ["beta1", "glossary/#symbol-decayone"],
  ["β1", "glossary/#symbol-decayone"],
  ["β₁", "glossary/#symbol-decayone"],
  ["κ", "glossary/#condition-number"],
  ["kappa", "glossary/#condition-number"],
  ["learning rate", "glossary/#learning-rate"],
  ["momentum", "glossary/#momentum"],
  ["momentum", "glossary/#method-momentum"],
  ["eta", "glossary/#symbol-lrate"],
  ["ρ", "glossary/#symbol-decay"],
  ["bias correction", "adam/"],
  ["how much too small", "adam/#bias"],
  ["softmx", "softmax-cross-entropy/"],
  ["condition numb", "glossary/#condition-number"],
  ["cosine", "glossary/#schedule-cosine"],
  ["himmelblau", "glossary/#problem-himmelblau"],
  ["embed figure", "embedding/"],
])("who looks for “%s” finds %s", (query, href) => {
  expect(found(query)).toContain(href);
});

test.each(["", "   ", "the of", "xyzzyqwert", "—/()"])("“%s” finds nothing", (query) => {
  expect(found(query)).toEqual([]);
});
