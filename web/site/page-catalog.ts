import type { CheerioAPI } from "cheerio";
import type { Catalog, Part } from "../../wasm/engine/engine.js";
import { type FirstEngineName, firstEngines, partsOf } from "../../wasm/engine/page-engines.js";
import type { PageCatalog } from "../engine/page-catalog.js";
import { type NamesOnPage, namesInData } from "./names-on-page.js";
import { nothingOffered, type Offer } from "./offer.js";

type NeededNames = Record<Part, string[]>;

/** The smallest engine that has all that `page` needs, names by part. */
function engineWith(needed: NeededNames, page: string): FirstEngineName {
  const parts = (Object.keys(needed) as Part[]).filter((part) => needed[part].length > 0);
  const found = firstEngines.find((name) => parts.every((part) => partsOf[name].includes(part)));
  if (found) return found;
  const got = parts
    .filter((part) => part !== "descent")
    .map((part) => `${[...new Set(needed[part])].join(", ")} (${part})`)
    .join(" and ");
  const allowed = firstEngines
    .filter((name) => name !== "descent")
    .map((name) => partsOf[name].filter((part) => part !== "descent").join(" with "))
    .join(", or ");
  throw new Error(
    `${page}: got ${got}; allowed on one page: ${allowed}; no engine of wasm/CMakeLists.txt has all of these`,
  );
}

/** What the page asks for in its elements and its questions, by the part of the catalog it is in. */
function neededBy($: CheerioAPI, catalog: Catalog, names: NamesOnPage): NeededNames {
  const mentioned = (key: string, known: Iterable<string> = []) =>
    new Set([...known, ...namesInData($, key)]);
  const needed: NeededNames = {
    descent: [],
    curvature: [],
    analyses: [],
    races: [],
    learning: [],
    classifiers: [],
    regression: [],
    noise: [],
  };
  const enter = (names: Set<string>, entries: readonly { name: string; part: Part }[]) => {
    for (const { name, part } of entries) if (names.has(name)) needed[part].push(name);
  };
  enter(mentioned("method", names.methods), catalog.methods);
  enter(mentioned("problem", names.problems), catalog.problems);
  enter(mentioned("analysis", names.analyses), catalog.analyses);
  enter(mentioned("schedule", names.schedules), catalog.schedules);
  needed.learning.push(...mentioned("loss", names.losses), ...mentioned("data", names.datasets));
  return needed;
}

/** What of the catalog goes into the page, and the engine it will load at first. */
export function pageCatalog(
  $: CheerioAPI,
  catalog: Catalog,
  names: NamesOnPage,
  page: string,
  offer: Offer = nothingOffered,
): PageCatalog {
  const withoutLines = <Entry extends { lines: unknown }>({ lines: _, ...rest }: Entry) => rest;
  return {
    engine: engineWith(neededBy($, catalog, names), page),
    stepQuantities: catalog.stepQuantities,
    methods: catalog.methods
      .filter(({ name }) => names.methods.has(name) || offer.methods.has(name))
      .map(withoutLines),
    problems: catalog.problems.filter(
      ({ name }) => names.problems.has(name) || offer.problems.has(name),
    ),
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
    schedules: catalog.schedules.filter(({ name }) => names.schedules.has(name)).map(withoutLines),
    ...(names.schedules.size > 0 && {
      scheduleTime: catalog.scheduleTime,
      scheduledQuantities: catalog.scheduledQuantities,
      scheduleQuantities: catalog.scheduleQuantities,
    }),
    ...(names.schedules.has("pieces") && { pieceShapes: catalog.pieceShapes }),
    ...(offer.datasets.size > 0 && {
      plane: [...offer.datasets],
      preparation: catalog.preparation,
    }),
    ...((offer.datasets.size > 0 || names.batches) && { batch: catalog.batch }),
  };
}
