import type { Options } from "minisearch";
import { keysOf, wordsOf } from "./terms.js";

/** What can be found, by what it is to a reader. */
export type FoundKind = "lesson" | "section" | "page" | "term" | "symbol" | "method";

/** A place of the site that a search can lead to. */
export interface SearchEntry {
  id: number;
  kind: FoundKind;
  /** HTML, with formulas as MathML. */
  title: string;
  /** Where it is: the title of its page. */
  place: string;
  /** Below the site's root: `adam/#bias`. */
  href: string;
  /** Title, letters and other names as plain text. */
  keys: string;
  /** What stands there, as plain text. */
  text: string;
}

/** What a result holds besides its score. */
export type Found = Pick<SearchEntry, "kind" | "title" | "place" | "href">;

/** How the index is made, and read: the same at build and in the page. */
export const indexOptions: Options<SearchEntry> = {
  fields: ["keys", "text"],
  storeFields: ["kind", "title", "place", "href"],
  tokenize: wordsOf,
  processTerm: (term) => keysOf(term) ?? null,
};
