// The glossary has every symbol of the five notations, and follows the one that is chosen.
import { load } from "cheerio";
import { expect, test } from "vitest";
import { conventions } from "../../../web/notation/letters/conventions.js";
import { notationNames } from "../../../web/notation/names.js";
import { symbolsOf } from "../../../web/site/notation.js";
import { words } from "../../../web/words/en.js";
import { readPage, useSite } from "./harness.js";
import { choose, openPanel } from "./notation-page.js";
import { engine } from "./own-engine.js";

const site = useSite();
const symbols = symbolsOf(engine.catalog());
const $ = load(readPage("glossary/"));

test("it has every symbol of the core, with its meaning", () => {
  expect($(".symbol")).toHaveLength(symbols.size);
  for (const { symbol, meaning } of symbols.values()) {
    const entry = $(`#symbol-${symbol}`);
    expect(entry.find(`.letter [data-symbol="${symbol}"]`).length, symbol).toBeGreaterThan(0);
    expect(entry.text(), symbol).toContain(meaning);
  }
});

test("it has every letter that a lecture has for itself, with the slide that prints it", () => {
  for (const name of notationNames.filter((one) => one !== "own")) {
    for (const [symbol, { printed }] of Object.entries(conventions[name].letters)) {
      const item = $(`#symbol-${symbol} .lectures li`)
        .toArray()
        .map((one) => $(one).text())
        .find((text) => text.startsWith(words.notation.names[name].short));
      expect(item, `${symbol} in ${name}`).toContain(printed);
    }
  }
});

test("it has every method, schedule, loss and landscape by name", () => {
  const { methods, schedules, losses, problems } = engine.catalog();
  for (const { title } of [...methods, ...schedules, ...losses, ...problems]) {
    expect($("#names ~ dl.terms dt").text()).toContain(title);
  }
});

test("its terms stand in order, each defined in a sentence or more", () => {
  const terms = $("dt[data-term]").toArray();
  expect(terms.length).toBeGreaterThan(40);
  const names = terms.map((one) => $(one).text());
  expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b, "en")));
  for (const one of terms) expect($(one).next("dd").text()).toMatch(/\w{3}.*\./);
});

test("its links lead to sections that speak of the term", () => {
  const links = $("dt[data-term] + dd .used a").toArray();
  expect(links.length).toBeGreaterThan(40);
  for (const link of links) {
    const { pathname, hash } = new URL(link.attribs.href!, "http://site/glossary/");
    const page = load(readPage(pathname.slice(1)));
    if (hash) expect(page(`[id="${hash.slice(1)}"]`).length, link.attribs.href).toBe(1);
  }
  const adam = $("#bias-correction + dd .used a").toArray();
  expect(adam.map((one) => one.attribs.href).some((href) => href?.startsWith("../adam/"))).toBe(
    true,
  );
});

test("it follows the notation switch; what lectures print stays as it is", async () => {
  const page = await site.open("glossary/");
  const letter = (part: string) => page.locator(`#symbol-decay ${part}`).first().textContent();
  const own = await letter(".letter");
  const lectures = await page.locator("#symbol-decay .lectures").innerText();
  await openPanel(page);
  await choose(page, "l2");
  expect(await letter(".letter")).not.toBe(own);
  expect(await letter(".letter")).toContain("ρ");
  expect(await page.locator("#symbol-decay .lectures").innerText()).toBe(lectures);
  await choose(page, "own");
  expect(await letter(".letter")).toBe(own);
});
