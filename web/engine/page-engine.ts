import { startEngine } from "../../wasm/worker/client.js";
import type { Asker } from "../ask/ask.js";
import { type PageCatalog, readPageCatalog } from "./page-catalog.js";

const known = readPageCatalog();

/** The one engine that every element of a page shares. */
export const engine = startEngine(known.engine);

/** The engine as one who answers questions with a number. */
export const pageAsker: Asker = {
  measure: (request) => engine.call("measure", request),
  loss: (request) => engine.call("loss", request),
  analyse: (request) => engine.call("analyse", request),
  accuracy: (request) => engine.call("accuracy", request),
  dataset: (data) => engine.call("dataset", data),
  draw: (seed, count) => engine.call("draw", { seed, count }),
  catalog: () => catalog,
};

/** What the page knows by name; rejects where its engine cannot be loaded. */
export const catalog: Promise<PageCatalog> = engine.ready.then(() => known);
catalog.catch(() => {}); // every element that awaits it reports the failure itself

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}

export function isSuperseded(error: unknown): boolean {
  return hasCode(error, "superseded");
}

/** The engine never came: the page says so once, its elements need not. */
export function isLoadFailure(error: unknown): boolean {
  return hasCode(error, "load_failed");
}
