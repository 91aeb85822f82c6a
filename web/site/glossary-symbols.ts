import type { CheerioAPI } from "cheerio";
import type { Catalog } from "../../wasm/engine/engine.js";
import { ConventionLetters, withoutIndex } from "../notation/letters/convention-letters.js";
import { conventions } from "../notation/letters/conventions.js";
import { type NotationName, notationNames } from "../notation/names.js";
import { words } from "../words/en.js";
import { glossaryWords } from "../words/glossary.js";
import { escapedHtml } from "./escaped-html.js";
import type { MathRenderer } from "./mathml.js";
import { type MathSymbol, stepSymbols } from "./notation.js";
import { inLetters } from "./notation-tables.js";
import type { PageSection } from "./page-sections.js";
import { sectionLinks } from "./section-links.js";

type Lecture = Exclude<NotationName, "own">;

/** A symbol of the site, and how the lectures write it. */
export interface GlossarySymbol extends MathSymbol {
  group: string;
  /** MathML that follows the notation switch. */
  mathml: string;
  /** Those that have a letter of their own for it. */
  lectures: { name: Lecture; mathml: string; printed: string; except: string[] }[];
}

export const symbolId = (symbol: string) => `symbol-${symbol}`;

const lectures = notationNames.filter((name): name is Lecture => name !== "own");

/** What of the catalog declares each symbol: of several the first. */
function groupsOf(catalog: Catalog): Map<string, string> {
  const groups = new Map<string, string>();
  type Declaring = { parameters?: { symbol: string }[]; quantities?: { symbol: string }[] };
  const enter = (group: string, entries: Declaring[]) => {
    for (const { parameters = [], quantities = [] } of entries) {
      for (const { symbol } of [...parameters, ...quantities]) {
        if (!groups.has(symbol)) groups.set(symbol, group);
      }
    }
  };
  const g = glossaryWords.groups;
  groups.set("now", g.steps);
  enter(g.steps, [{ quantities: catalog.stepQuantities }]);
  enter(g.methods, catalog.methods);
  enter(g.schedules, [catalog.scheduleTime, ...catalog.schedules]);
  enter(g.losses, [{ quantities: catalog.exampleQuantities }, ...catalog.losses]);
  enter(g.data, [catalog.preparation, catalog.batch, ...catalog.datasets]);
  enter(g.problems, catalog.problems);
  enter(g.analyses, [...catalog.derivations, ...catalog.lossDerivations, ...catalog.analyses]);
  return groups;
}

/** Every symbol of the catalog in the order of its groups. */
export function glossarySymbols(catalog: Catalog, math: MathRenderer): GlossarySymbol[] {
  const groups = groupsOf(catalog);
  const ofSteps = stepSymbols(catalog);
  const inLecture = lectures.map((name) => ({
    name,
    letters: new ConventionLetters(math.symbols, ofSteps, conventions[name]),
  }));
  const all = [...math.symbols.values()].map((one): GlossarySymbol => {
    const { symbol, indexed } = one;
    const at = indexed && ofSteps.has(symbol) ? "t" : "";
    const tex = at ? `\\${symbol}{${at}}` : `\\data{symbol=${symbol}}{${withoutIndex(one.letter)}}`;
    return {
      ...one,
      group: groups.get(symbol) ?? glossaryWords.groups.analyses,
      mathml: math.render(tex, false),
      lectures: inLecture.flatMap(({ name, letters }) => {
        const named = conventions[name].letters[symbol];
        if (!named) return [];
        const written = `\\data{symbol=${symbol}}{${letters.tex(symbol, at)}}`;
        return [
          {
            name,
            mathml: math.render(written, false),
            printed: named.printed,
            except: named.except ?? [],
          },
        ];
      }),
    };
  });
  const order = Object.values(glossaryWords.groups);
  return all.sort((a, b) => order.indexOf(a.group) - order.indexOf(b.group));
}

function lectureItem(
  { name, mathml, printed, except }: GlossarySymbol["lectures"][number],
  catalog: Catalog,
): string {
  const { short, full } = words.notation.names[name];
  const titles = except.map((one) => catalog.methods.find((method) => method.name === one)?.title);
  const but = except.length > 0 ? ` ${glossaryWords.except(titles.join(", "))}` : "";
  return `<li><span title="${escapedHtml(full)}">${short}</span> <span class="letter">${mathml}</span> <span class="slide">${escapedHtml(printed)}${escapedHtml(but)}</span></li>`;
}

function symbolEntry(one: GlossarySymbol, catalog: Catalog, sections: PageSection[]): string {
  const items = one.lectures.map((lecture) => lectureItem(lecture, catalog)).join("");
  const found = sections
    .filter(({ symbols }) => symbols.has(one.symbol))
    .sort((a, b) => (b.symbols.get(one.symbol) ?? 0) - (a.symbols.get(one.symbol) ?? 0));
  return (
    `<div class="symbol" id="${symbolId(one.symbol)}"><div class="letter">${one.mathml}</div>` +
    `<div><p>${escapedHtml(one.meaning)} <code data-plain>${escapedHtml(one.name)}</code></p>` +
    (items ? `<ul class="lectures" data-as-is>${items}</ul>` : "") +
    `${sectionLinks(found)}</div></div>`
  );
}

/** A step of gradient descent in each notation: where the step is counted, and from what. */
function sampleRows(catalog: Catalog, math: MathRenderer): string {
  const sample = "\\param{t} = \\param{t-1} - \\lrate\\,\\grad{t}";
  const rows = notationNames.map((name) => {
    const { short, full } = words.notation.names[name];
    const formula = math.render(inLetters(name, sample, catalog, math), false);
    return `<tr><th scope="row">${short} <small>${escapedHtml(full)}</small></th><td>${formula}</td></tr>`;
  });
  return `<div class="table-scroll-x"><table class="numbers notations" data-as-is><caption>${glossaryWords.samples}</caption><tbody>${rows.join("")}</tbody></table></div>`;
}

/** Writes every symbol, group by group, in place of `<fl-symbol-list>`. */
export function expandSymbolList(
  $: CheerioAPI,
  catalog: Catalog,
  math: MathRenderer,
  sections: PageSection[],
): void {
  if ($("fl-symbol-list").length === 0) return;
  const symbols = glossarySymbols(catalog, math);
  const groups = [...new Set(symbols.map(({ group }) => group))].map((group) => {
    const entries = symbols.filter((one) => one.group === group);
    return `<h3>${group}</h3><div class="symbols">${entries.map((one) => symbolEntry(one, catalog, sections)).join("")}</div>`;
  });
  $("fl-symbol-list").replaceWith(sampleRows(catalog, math) + groups.join(""));
}
