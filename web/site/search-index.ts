import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { load } from "cheerio";
import MiniSearch from "minisearch";
import { indexOptions, type SearchEntry } from "../search/index-options.js";
import { namedEntries } from "./glossary-entries.js";
import { glossarySymbols, symbolId } from "./glossary-symbols.js";
import type { PageSection } from "./page-sections.js";
import type { Site } from "./render-page.js";

export const glossary = "glossary";

const plain = (html: string) => load(html, null, false).root().text().replace(/\s+/g, " ").trim();

type Entry = Omit<SearchEntry, "id">;

function sectionEntry({ slug, page, ofLesson, id, heading, text }: PageSection): Entry {
  const kind = id ? "section" : ofLesson ? "lesson" : "page";
  return {
    kind,
    title: heading,
    place: id ? page : "",
    href: `${slug && `${slug}/`}${id && `#${id}`}`,
    keys: plain(heading),
    text,
  };
}

/** Terms as the glossary's author wrote them. */
function termEntries(html: string): Entry[] {
  const $ = load(html);
  return $("dl.terms > dt[id][data-term]")
    .toArray()
    .map((term) => ({
      kind: "term",
      title: $(term).html()?.trim() ?? "",
      place: $("main h1").text().trim(),
      href: `${glossary}/#${term.attribs.id}`,
      keys: `${$(term).text()} ${term.attribs["data-also"] ?? ""}`,
      text: $(term).next("dd").clone().find(".used").remove().end().text(),
    }));
}

/** All that can be found. `pages`: rendered, by folder. */
export function searchEntries(
  { engine, math }: Pick<Site, "engine" | "math">,
  sections: PageSection[],
  glossaryHtml: string | undefined,
): SearchEntry[] {
  const entries: Entry[] = sections.filter(({ slug }) => slug !== glossary).map(sectionEntry);
  if (glossaryHtml !== undefined) {
    const place = load(glossaryHtml)("main h1").text().trim();
    const top = sections.find(({ slug, id }) => slug === glossary && id === "");
    if (top) entries.push(sectionEntry({ ...top, text: "" }));
    entries.push(...termEntries(glossaryHtml));
    for (const one of namedEntries(engine.catalog())) {
      entries.push({
        kind: "method",
        title: one.title.replaceAll("&", "&amp;").replaceAll("<", "&lt;"),
        place: one.group,
        href: `${glossary}/#${one.id}`,
        keys: `${one.title} ${one.name.replaceAll("_", " ")}`,
        text: one.summary,
      });
    }
    for (const one of glossarySymbols(engine.catalog(), math)) {
      const letters = [one.mathml, math.label(one), ...one.lectures.map(({ mathml }) => mathml)];
      entries.push({
        kind: "symbol",
        title: `${math.label(one)} ${one.meaning.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}`,
        place,
        href: `${glossary}/#${symbolId(one.symbol)}`,
        keys: `${[...new Set(letters.map(plain))].join(" ")} ${one.name.replaceAll("_", " ")}`,
        text: one.meaning,
      });
    }
  }
  return entries.map((one, id) => ({ ...one, id }));
}

/** Writes the index into build/search/, where the search fetches it from. */
export function writeSearchIndex(root: string, entries: SearchEntry[]): void {
  const index = new MiniSearch<SearchEntry>(indexOptions);
  index.addAll(entries);
  const folder = join(root, "build/search");
  mkdirSync(folder, { recursive: true });
  const file = join(folder, "index.json");
  const text = JSON.stringify(index);
  if (!existsSync(file) || readFileSync(file, "utf8") !== text) writeFileSync(file, text);
}
