import type { CheerioAPI } from "cheerio";
import type { Catalog } from "../../wasm/engine/engine.js";
import { glossaryWords } from "../words/glossary.js";
import { escapedHtml } from "./escaped-html.js";
import type { MathRenderer } from "./mathml.js";
import type { PageSection } from "./page-sections.js";
import { sectionLinks } from "./section-links.js";

/** What the catalog has under a name, for a reader to look up. */
export interface NamedEntry {
  id: string;
  group: string;
  name: string;
  title: string;
  /** What it does in a sentence; a landscape has its formula instead. */
  summary: string;
  /** TeX. */
  formula: string;
  source: string;
}

/** Methods, schedules, losses and landscapes. */
export function namedEntries(catalog: Catalog): NamedEntry[] {
  const g = glossaryWords.named;
  const of = (
    group: string,
    kind: string,
    all: { name: string; title: string; summary?: string; tex?: string; source: string }[],
  ) =>
    all.map(({ name, title, summary = "", tex = "", source }) => ({
      id: `${kind}-${name.replaceAll("_", "-")}`,
      group,
      name,
      title,
      summary,
      formula: tex,
      source,
    }));
  return [
    ...of(g.methods, "method", catalog.methods),
    ...of(g.schedules, "schedule", catalog.schedules),
    ...of(g.losses, "loss", catalog.losses),
    ...of(g.problems, "problem", catalog.problems),
  ];
}

/** More characters than a phone is wide. */
const longFormula = 28;

/** A formula that may be too long for a narrow page scrolls, and by keys as well. */
function formulaBlock(title: string, tex: string, math: MathRenderer): string {
  if (tex === "") return "";
  const mathml = math.render(tex, false);
  const isLong = mathml.replace(/<[^>]*>/g, "").length > longFormula;
  const scrolled = isLong
    ? ` tabindex="0" role="group" aria-label="${escapedHtml(glossaryWords.formula(title))}"`
    : "";
  return `<div class="formula"${scrolled}>${mathml}</div>`;
}

/** How often one of `names` stands in a text as words of their own. */
function occurrences(text: string, names: string[]): number {
  const any = names.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|");
  return text.match(new RegExp(`(?<!\\p{L})(?:${any})s?(?!\\p{L})`, "giu"))?.length ?? 0;
}

/** The sections that speak of something by one of its names, those named after it first. */
function sectionsAbout(names: string[], sections: PageSection[]): PageSection[] {
  const weight = ({ heading, text, id, page }: PageSection) =>
    occurrences(heading.replace(/<[^>]*>/g, ""), names) * 20 +
    (id === "" ? occurrences(page, names) * 40 : 0) +
    occurrences(text, names);
  return sections
    .map((section) => ({ section, weight: weight(section) }))
    .filter((one) => one.weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ section }) => section);
}

/** Writes what the catalog has by name in place of `<fl-name-list>`. */
export function expandNameList(
  $: CheerioAPI,
  catalog: Catalog,
  math: MathRenderer,
  sections: PageSection[],
): void {
  if ($("fl-name-list").length === 0) return;
  const entries = namedEntries(catalog);
  const groups = [...new Set(entries.map(({ group }) => group))].map((group) => {
    const items = entries
      .filter((one) => one.group === group)
      .map(
        ({ id, title, summary, formula, source, name }) =>
          `<dt id="${id}">${escapedHtml(title)}</dt><dd>${formulaBlock(title, formula, math)}<p>${escapedHtml(summary)} <span class="slide">${escapedHtml(source)}</span></p>${sectionLinks(sectionsAbout([title, name.replaceAll("_", " ")], sections))}</dd>`,
      );
    return `<h3>${group}</h3><dl class="terms">${items.join("")}</dl>`;
  });
  $("fl-name-list").replaceWith(groups.join(""));
}

/** Adds to every term of `<dl class="terms">` where it is used; `data-also` has its other names. */
export function expandTerms($: CheerioAPI, sections: PageSection[]): void {
  for (const term of $("dl.terms > dt[id]").toArray()) {
    const { id = "", "data-also": also = "" } = term.attribs;
    const names = [$(term).text().trim(), ...also.split(",").map((one) => one.trim())];
    const definition = $(term).next("dd");
    const own = definition.find(".used");
    if (own.length > 0) continue;
    if (definition.length === 0) throw new Error(`glossary: the term "${id}" has no <dd>`);
    definition.append(sectionLinks(sectionsAbout(names.filter(Boolean), sections)));
  }
}
