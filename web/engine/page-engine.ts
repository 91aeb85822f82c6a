import type { Catalog } from "../../wasm/engine/types.js";
import { startEngine } from "../../wasm/worker/client.js";

/** The one engine that every element of a page shares. */
export const engine = startEngine();

/** What the engine knows by name; rejects where it cannot be loaded. */
export const catalog: Promise<Catalog> = engine.call("catalog", null);
catalog.catch(() => {}); // every element that awaits it reports the failure itself

export function isSuperseded(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "superseded";
}
