import { loadEngine } from "../engine/engine.js";
import type { FromWorker, Line } from "./protocol.js";
import { serve } from "./serve.js";

const line = self as unknown as Line;
const wasmUrl = new URL("../../build/wasm/fall_line_descent.wasm", import.meta.url).href;

// Calls may arrive while the engine is still loading.
const early: { data: never }[] = [];
line.onmessage = (event) => early.push(event);

try {
  const engine = await loadEngine({ wasmUrl });
  serve(line, engine);
  for (const event of early) line.onmessage?.(event);
} catch (error) {
  const message = error instanceof Error ? error.message : String(error);
  line.postMessage({ kind: "load_failed", message } satisfies FromWorker, []);
}
