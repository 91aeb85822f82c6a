import type { EngineModule, ModuleOptions } from "#engine-module";
import { openEngine } from "../engine/open-engine.js";
import type { FromWorker, Line } from "./protocol.js";
import { serve } from "./serve.js";

/** What a worker's script does: loads its engine and answers what the page asks. */
export async function work(
  createModule: (options?: ModuleOptions) => Promise<EngineModule>,
  wasmUrl: string,
): Promise<void> {
  const line = self as unknown as Line;

  // Calls may arrive while the engine is still loading.
  const early: { data: never }[] = [];
  line.onmessage = (event) => early.push(event);

  try {
    const engine = await openEngine(createModule, { wasmUrl });
    serve(line, engine);
    for (const event of early) line.onmessage?.(event);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    line.postMessage({ kind: "load_failed", message } satisfies FromWorker, []);
  }
}
