import type { FirstEngineName } from "../../wasm/engine/page-engines.js";
import type {
  Analysis,
  Catalog,
  Derivation,
  Loss,
  LossDerivation,
  Method,
  Problem,
  Schedule,
} from "../../wasm/engine/types.js";

export type PageMethod = Omit<Method, "lines">;
export type PageLoss = Omit<Loss, "lines">;
export type PageSchedule = Omit<Schedule, "lines">;
export type PageAnalysis = Omit<Analysis, "lines">;

/** What a page's elements need of the catalog; formula lines stand in the page's mathematics. */
export interface PageCatalog {
  /** The engine that has all the page mentions. */
  engine: FirstEngineName;
  stepQuantities: Catalog["stepQuantities"];
  methods: PageMethod[];
  problems: Problem[];
  derivations: Omit<Derivation, "lines">[];
  exampleQuantities: Catalog["exampleQuantities"];
  losses: PageLoss[];
  lossDerivations: Omit<LossDerivation, "lines">[];
  analyses: PageAnalysis[];
  datasets: Catalog["datasets"];
  schedules: PageSchedule[];
  /** Where there are schedules: what every one has, and what runs with one trace beside all others. */
  scheduleTime?: Catalog["scheduleTime"];
  scheduledQuantities?: Catalog["scheduledQuantities"];
  scheduleQuantities?: Catalog["scheduleQuantities"];
  /** Where a schedule is put together from pieces. */
  pieceShapes?: Catalog["pieceShapes"];
  /** Where a plane stands: datasets it can draw, and settings of every dataset. */
  plane?: string[];
  preparation?: Catalog["preparation"];
  /** Where runs draw minibatches, or a plane stands. */
  batch?: Catalog["batch"];
}

/** The page's part of the catalog, written into it when it was built. */
export function readPageCatalog(): PageCatalog {
  const text = document.getElementById("page-catalog")?.textContent;
  if (!text) throw new Error("page-catalog: the page came without it");
  return JSON.parse(text) as PageCatalog;
}
