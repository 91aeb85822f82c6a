import type { EngineModule, ModuleOptions } from "#engine-module";
import { openEngine } from "../engine/open-engine.js";
import type { FromWorker, Line, ToWorker } from "./protocol.js";
import { serve } from "./serve.js";

/** Keeps what tells the page that this worker is there; without being held it would be collected. */
function holdLife(): void {
  addEventListener("message", ({ data, ports: [port] }: MessageEvent<ToWorker>) => {
    if (data.kind === "life") Object.assign(self, { fallLineLife: port });
  });
}

/** What a worker's script does: loads its engine and answers what the page asks. */
export async function work(
  createModule: (options?: ModuleOptions) => Promise<EngineModule>,
  wasmUrl: string,
): Promise<void> {
  const line = self as unknown as Line;
  holdLife();

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
