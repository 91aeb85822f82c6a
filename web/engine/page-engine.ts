import type { Part } from "../../wasm/engine/types.js";
import { type EngineClient, startEngine } from "../../wasm/worker/client.js";
import type { Asker } from "../ask/ask.js";
import { type PageCatalog, readPageCatalog } from "./page-catalog.js";

const known = readPageCatalog();

/** The one engine that every element of a page shares. */
export const engine = startEngine(known.engine);

/** An engine as one who answers questions with a number. */
function askerOf(client: EngineClient): Asker {
  return {
    measure: (request) => client.call("measure", request),
    loss: (request) => client.call("loss", request),
    analyse: (request) => client.call("analyse", request),
    accuracy: (request) => client.call("accuracy", request),
    dataset: (data) => client.call("dataset", data),
    draw: (seed, count) => client.call("draw", { seed, count }),
  };
}

export const pageAsker = askerOf(engine);

// every engine has what `descent` has
const askers = new Map<Part, Asker>([
  ["descent", pageAsker],
  [known.engine, pageAsker],
]);

/** One who can answer questions about `part`; where the page's engine cannot, another is started. */
export function askerWith(part: Part): Asker {
  const asker = askers.get(part) ?? askerOf(startEngine(part));
  askers.set(part, asker);
  return asker;
}

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
