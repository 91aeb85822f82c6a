import type { FoundKind } from "../search/index-options.js";

const kinds: Record<FoundKind, string> = {
  lesson: "Lesson",
  section: "Section",
  page: "Page",
  term: "Term",
  symbol: "Symbol",
  method: "Method",
};

/** What the search says once it has been opened. */
export const searchWords = {
  title: "Search the course",
  field: "Lessons, terms and symbols",
  hint: "Try “momentum”, “β1” or “learning rate”.",
  close: "Close",
  results: "Results",
  kinds,
  count: (count: number) => (count === 1 ? "1 result" : `${count} results`),
  nothing: (query: string) => `Nothing found for “${query}”.`,
  loading: "Loading the index …",
  failed: "The index could not be loaded. Check the connection; type on to try once more.",
};
