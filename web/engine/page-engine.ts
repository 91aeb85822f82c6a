import type { FirstEngineName } from "../../wasm/engine/page-engines.js";
import type { AnalysisRequest, Table } from "../../wasm/engine/types.js";
import type { EngineClient } from "../../wasm/worker/client.js";
import { startEngine } from "../../wasm/worker/start-engine.js";
import type { Asker } from "../ask/ask.js";
import { type PageCatalog, readPageCatalog } from "./page-catalog.js";
import { WideningEngine } from "./widening-engine.js";

const known = readPageCatalog();

/** The one engine that every element of a page shares. */
export const engine = new WideningEngine(known.engine, startEngine);

type Answering = Pick<EngineClient, "call">;

/** Tables that are kept: numbers of one stand next to each other in a text. */
const mostTables = 4;

/** `analyse`, which computes a table once for all numbers that are taken from it in a row. */
function remembering(analyse: (request: AnalysisRequest) => Promise<Table>) {
  const tables = new Map<string, Promise<Table>>();
  return (request: AnalysisRequest): Promise<Table> => {
    const key = JSON.stringify(request);
    const known = tables.get(key);
    if (known) return known;
    const table = analyse(request);
    tables.set(key, table);
    table.catch(() => tables.delete(key)); // whoever asks again may be answered
    for (const oldest of [...tables.keys()].slice(0, -mostTables)) tables.delete(oldest);
    return table;
  };
}

/** An engine as one who answers questions with a number; `catalog` is what it goes by. */
function askerOf(client: Answering, catalog: Asker["catalog"]): Asker {
  return {
    measure: (request) => client.call("measure", request),
    loss: (request) => client.call("loss", request),
    analyse: remembering((request) => client.call("analyse", request)),
    accuracy: (request) => client.call("accuracy", request),
    dataset: (data) => client.call("dataset", data),
    draw: (seed, count) => client.call("draw", { seed, count }),
    catalog,
  };
}

export const pageAsker = askerOf(engine, () => catalog);

// every engine has what `descent` has
const engines = new Map<FirstEngineName, Answering>([
  ["descent", engine],
  [known.engine, engine],
]);

/** One who answers the questions of another page; where no engine here can, one is started. */
export function askerOfPage(page: PageCatalog): Asker {
  const client = engines.get(page.engine) ?? startEngine(page.engine);
  engines.set(page.engine, client);
  return askerOf(client, () => page);
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

/** The core has found something wrong with what it was asked. */
export function isRefused(error: unknown): error is Error {
  return hasCode(error, "invalid_argument");
}

/** The engine never came: the page says so once, its elements need not. */
export function isLoadFailure(error: unknown): boolean {
  return hasCode(error, "load_failed");
}
