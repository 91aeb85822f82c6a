import type { Catalog } from "../../wasm/engine/types.js";
import { startEngine } from "../../wasm/worker/client.js";

/** The one engine that every element of a page shares. */
export const engine = startEngine();

/** What the engine knows by name; rejects where it cannot be loaded. */
export const catalog: Promise<Catalog> = engine.call("catalog", null);
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
