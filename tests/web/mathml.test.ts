import { load } from "cheerio";
import { expect, test } from "vitest";
import { inRoot } from "../../web/commands/root.mjs";
import { CodeFiles } from "../../web/site/code-files.js";
import { MathRenderer } from "../../web/site/mathml.js";
import { renderPage } from "../../web/site/render-page.js";
import { engine } from "./browser/own-engine.js";

const catalog = engine.catalog();
const lines = [...catalog.methods, ...catalog.derivations].flatMap((one) =>
  one.lines.map(({ tex }, i) => [`${one.name}, line ${i + 1}`, tex] as const),
);

test.each(lines)("%s is set without inline styles, with every symbol marked", (_where, tex) => {
  const math = new MathRenderer(catalog);
  const $ = load(math.render(tex, true));
  expect($("math")).toHaveLength(1);
  expect($("[style], merror").length).toBe(0);
  const macros = [...tex.matchAll(/\\([a-z]+)/g)]
    .map(([, macro = ""]) => macro)
    .filter((macro) => math.symbols.has(macro));
  const marked = $("[data-symbol]")
    .toArray()
    .map(({ attribs }) => attribs["data-symbol"] ?? "");
  expect(marked.sort()).toEqual(macros.sort());
  for (const { attribs } of $("[data-symbol]").toArray()) {
    expect(attribs["data-role"]).toBe(math.symbols.get(attribs["data-symbol"] ?? "")?.role);
  }
});

test("every symbol of the catalog has a label of its own letter", () => {
  const math = new MathRenderer(catalog);
  expect(math.symbols.size).toBeGreaterThan(10);
  for (const symbol of math.symbols.values()) {
    const $ = load(math.label(symbol));
    expect($(`[data-symbol="${symbol.symbol}"]`).length, symbol.symbol).toBe(1);
    expect($("math").text().trim(), symbol.symbol).not.toBe("");
    expect($("[style], merror").length, symbol.symbol).toBe(0);
  }
});

test("what is no TeX is refused with the formula in the message", () => {
  const math = new MathRenderer(catalog);
  expect(() => math.render("\\frac{1}{", false)).toThrow("\\frac{1}{");
  expect(() => math.render("\\nosuchmacro", false)).toThrow("\\nosuchmacro");
  expect(() => math.render("\\color{red}{x}", false)).toThrow(/no class in mathml\.css/);
});

test("formulas in text are set, dollars can be written, drawn numbers stay whole", () => {
  const math = new MathRenderer(catalog);
  expect(math.inText("costs \\$5")).toBe("costs $5");
  const $ = load(math.inText("if $\\decayone = [[beta]]$ then $$\\mom{t} < 1$$ at step [[k]]"));
  expect($("math")).toHaveLength(2);
  expect($("math[display=block]")).toHaveLength(1);
  expect($("math").first().text()).toContain("[[beta]]");
  expect($("body").text()).toMatch(/ at step \[\[k\]\]$/);
});

test("a number marked as plain is set like any other", () => {
  const math = new MathRenderer(catalog);
  expect(math.render("\\eps = \\plain{10^{-8}}", false)).toBe(
    math.render("\\eps = {10^{-8}}", false),
  );
});

test("the characters that were set are collected for the font", () => {
  const math = new MathRenderer(catalog);
  math.render("\\sum_{i=1}^{n} \\sqrt{\\eps}", true);
  const set = [...math.takeCharacters()];
  for (const character of "∑in=1ϵ") expect(set).toContain(character);
  expect([...math.takeCharacters()]).toEqual([]);
});

/** The body of a page made from a lesson's body. */
async function rendered(body: string) {
  const source = `<!doctype html><html lang="en"><head><title>T</title></head><body>${body}</body></html>`;
  const site = {
    engine,
    math: new MathRenderer(catalog),
    lessons: [],
    plan: { parts: [], start: undefined },
    code: new CodeFiles(inRoot(), catalog),
  };
  const place = { slug: undefined, folder: inRoot("tests/web/browser/fixture") };
  return load(await renderPage(source, place, site));
}

test("a page's formulas are set wherever they stand in its text, and nowhere else", async () => {
  const $ = await rendered(
    "<p>As $a &lt; b$ or $1 < 2$, <b>and $\\mom{t}$</b> &amp; more: 1 &lt; 2.</p>" +
      "<p>$$\\begin{aligned} a &amp;= b \\end{aligned}$$, written &amp;lt;</p><pre>$not$ this</pre><p><code>$nor$</code> this</p><p title='$x$'>\\$5</p>",
  );
  expect($("main p").first().find("math")).toHaveLength(3);
  expect($("main p").first().find("math").first().text()).toBe("a<b");
  expect($("main p").first().find("math").eq(1).text()).toBe("1<2");
  expect($("main p").first().text()).toContain("& more: 1 < 2.");
  expect($("main p").eq(1).find("mtd")).toHaveLength(2);
  expect($("main p").eq(1).text()).toContain(", written &lt;");
  expect($("pre").text()).toBe("$not$ this");
  expect($("code").text()).toBe("$nor$");
  expect($("main p").last().text()).toBe("$5");
});

test("a page names what it asks the core wrongly", async () => {
  await expect(
    rendered('<p><fl-value problem="boot" method="adam" steps="1" quantity="loss"></fl-value></p>'),
  ).rejects.toThrow(/problem: got 'boot'/);
  await expect(rendered('<fl-quiz src="none.json"></fl-quiz>')).rejects.toThrow("none.json");
});
