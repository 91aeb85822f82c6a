import type { CheerioAPI } from "cheerio";
import type { Catalog, Part } from "../../wasm/engine/engine.js";
import type { PageCatalog } from "../engine/page-catalog.js";
import { type NamesOnPage, namesInData } from "./names-on-page.js";
import type { PlaneOffer } from "./plane-offer.js";

/** The smallest engine that has all of `needed`, names by part. */
function engineWith(needed: Record<Part, string[]>): Part {
  const [curvature, learning] = [needed.curvature.join(", "), needed.learning.join(", ")];
  if (curvature && learning) {
    throw new Error(
      `a page got ${curvature} (curvature) and ${learning} (learning); allowed: one of the two, ` +
        "no engine of wasm/CMakeLists.txt has both",
    );
  }
  if (curvature) return "curvature";
  return learning ? "learning" : "descent";
}

/** What the page asks for in its elements and its questions, by the part of the catalog it is in. */
function neededBy($: CheerioAPI, catalog: Catalog, names: NamesOnPage): Record<Part, string[]> {
  const mentioned = (key: string, known: Iterable<string> = []) =>
    new Set([...known, ...namesInData($, key)]);
  const needed: Record<Part, string[]> = { descent: [], curvature: [], learning: [] };
  const methods = mentioned("method", names.methods);
  for (const { name, part } of catalog.methods) if (methods.has(name)) needed[part].push(name);
  const problems = mentioned("problem", names.problems);
  for (const { name, data } of catalog.problems) {
    if (problems.has(name)) needed[data === "" ? "descent" : "learning"].push(name);
  }
  const analyses = mentioned("analysis", names.analyses);
  for (const { name, part } of catalog.analyses) {
    if (!analyses.has(name)) continue;
    if (part === "regression") throw new Error(`a page got ${name}; no engine of pages has it yet`);
    needed[part].push(name);
  }
  needed.learning.push(...mentioned("loss", names.losses), ...mentioned("data", names.datasets));
  return needed;
}

/** What of the catalog goes into the page, and the engine it will load at first. */
export function pageCatalog(
  $: CheerioAPI,
  catalog: Catalog,
  names: NamesOnPage,
  offer: PlaneOffer = { methods: new Set(), datasets: new Set() },
): PageCatalog {
  const withoutLines = <Entry extends { lines: unknown }>({ lines: _, ...rest }: Entry) => rest;
  return {
    engine: engineWith(neededBy($, catalog, names)),
    stepQuantities: catalog.stepQuantities,
    methods: catalog.methods
      .filter(({ name }) => names.methods.has(name) || offer.methods.has(name))
      .map(withoutLines),
    problems: catalog.problems.filter(({ name }) => names.problems.has(name)),
    derivations: catalog.derivations
      .filter(({ method }) => names.methods.has(method))
      .map(withoutLines),
    exampleQuantities: names.losses.size > 0 ? catalog.exampleQuantities : [],
    losses: catalog.losses.filter(({ name }) => names.losses.has(name)).map(withoutLines),
    lossDerivations: catalog.lossDerivations
      .filter(({ loss }) => names.losses.has(loss))
      .map(withoutLines),
    analyses: catalog.analyses.filter(({ name }) => names.analyses.has(name)).map(withoutLines),
    datasets: catalog.datasets.filter(
      ({ name }) => names.datasets.has(name) || offer.datasets.has(name),
    ),
    ...(offer.datasets.size > 0 && {
      plane: [...offer.datasets],
      preparation: catalog.preparation,
      batch: catalog.batch,
    }),
  };
}
