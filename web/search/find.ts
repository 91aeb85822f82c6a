import type MiniSearch from "minisearch";
import type { Found, FoundKind, SearchEntry } from "./index-options.js";
import { keysOf, wordsOf } from "./terms.js";

const most = 12;

/** Who looks for a word wants to know what it means, or the lesson about it, first. */
const weights: Record<FoundKind, number> = {
  lesson: 1.5,
  term: 1.4,
  symbol: 1.2,
  method: 1.2,
  section: 1,
  page: 1,
};

/** What is called just that comes before what says it often. */
const exact = 4;

const sameWords = (html: string, query: string) =>
  wordsOf(html.replace(/<[^>]*>/g, ""))
    .join(" ")
    .toLowerCase() === wordsOf(query).join(" ").toLowerCase();

/** What fits `query` best: all its words, or else as many as possible. */
export function find(index: MiniSearch<SearchEntry>, query: string): Found[] {
  const look = (combineWith: "AND" | "OR") =>
    index.search(query, {
      combineWith,
      processTerm: (term) => (keysOf(term) ? term : null),
      // the last word may be unfinished
      prefix: (term, i, terms) => i === terms.length - 1 && term.length > 1,
      fuzzy: (term) => (/^\p{L}{5,}$/u.test(term) ? 0.2 : false),
      boost: { keys: 4 },
      boostDocument: (_id, _term, stored) => {
        const { kind, title } = stored as unknown as Found;
        return weights[kind] * (sameWords(title, query) ? exact : 1);
      },
    });
  if (wordsOf(query).length === 0) return [];
  const all = look("AND");
  const found = all.length > 0 ? all : look("OR");
  return found.slice(0, most) as unknown as Found[];
}
