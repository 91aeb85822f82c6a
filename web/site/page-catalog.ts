import type { CheerioAPI } from "cheerio";
import type { Catalog, Part } from "../../wasm/engine/engine.js";
import type { PageCatalog } from "../engine/page-catalog.js";
import { type NamesOnPage, namesInData } from "./names-on-page.js";

/** The smallest engine that has all of `parts`. */
function engineWith(parts: Set<Part>): Part {
  if (parts.has("curvature") && parts.has("learning")) {
    throw new Error(
      "this page mentions both methods or analyses that use curvature and models or losses over data; " +
        "no engine has both: split the page, or add one to wasm/CMakeLists.txt",
    );
  }
  if (parts.has("curvature")) return "curvature";
  return parts.has("learning") ? "learning" : "descent";
}

/** The parts of the catalog that the page asks for, in its elements and in its questions. */
function partsOf($: CheerioAPI, catalog: Catalog, names: NamesOnPage): Set<Part> {
  const mentioned = (key: string, known: Iterable<string> = []) =>
    new Set([...known, ...namesInData($, key)]);
  const parts = new Set<Part>();
  const methods = mentioned("method", names.methods);
  for (const { name, part } of catalog.methods) if (methods.has(name)) parts.add(part);
  const problems = mentioned("problem", names.problems);
  for (const { name, data } of catalog.problems) {
    if (problems.has(name)) parts.add(data === "" ? "descent" : "learning");
  }
  if (mentioned("analysis").size > 0) parts.add("curvature");
  if (mentioned("loss").size > 0 || mentioned("data").size > 0) parts.add("learning");
  return parts;
}

/** What of the catalog goes into the page, and the engine it will load. */
export function pageCatalog($: CheerioAPI, catalog: Catalog, names: NamesOnPage): PageCatalog {
  const withoutLines = <Entry extends { lines: unknown }>({ lines: _, ...rest }: Entry) => rest;
  return {
    engine: engineWith(partsOf($, catalog, names)),
    stepQuantities: catalog.stepQuantities,
    methods: catalog.methods.filter(({ name }) => names.methods.has(name)).map(withoutLines),
    problems: catalog.problems.filter(({ name }) => names.problems.has(name)),
    derivations: catalog.derivations
      .filter(({ method }) => names.methods.has(method))
      .map(withoutLines),
  };
}
