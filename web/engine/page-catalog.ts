import type { Catalog, Derivation, Method, Part, Problem } from "../../wasm/engine/types.js";

export type PageMethod = Omit<Method, "lines">;

/** What a page's elements need of the catalog; formula lines stand in the page's mathematics. */
export interface PageCatalog {
  /** The engine that has all the page mentions. */
  engine: Part;
  stepQuantities: Catalog["stepQuantities"];
  methods: PageMethod[];
  problems: Problem[];
  derivations: Omit<Derivation, "lines">[];
}

/** The page's part of the catalog, written into it when it was built. */
export function readPageCatalog(): PageCatalog {
  const text = document.getElementById("page-catalog")?.textContent;
  if (!text) throw new Error("page-catalog: the page came without it");
  return JSON.parse(text) as PageCatalog;
}
