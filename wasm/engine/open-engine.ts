import type { EngineModule, ModuleOptions } from "#engine-module";
import { Engine } from "./engine.js";
import { EngineError } from "./engine-error.js";

export interface EngineSource {
  /** The bytes of fall_line.wasm; needed in Node. */
  wasmBinary?: Uint8Array | ArrayBuffer;
  /** Where fall_line.wasm is, when it is not beside the engine's script. */
  wasmUrl?: string;
}

/**
 * The engine whose script is `createModule`, in a browser, a worker, or Node (with `wasmBinary`).
 * Throws EngineError `load_failed` where WebAssembly is missing or the file does not arrive.
 */
export async function openEngine(
  createModule: (options?: ModuleOptions) => Promise<EngineModule>,
  source: EngineSource = {},
): Promise<Engine> {
  if (typeof WebAssembly !== "object") {
    throw new EngineError("load_failed", "this browser has no WebAssembly");
  }
  const { wasmUrl } = source;
  try {
    const wasmBinary = source.wasmBinary ?? (wasmUrl ? await fetchFile(wasmUrl) : undefined);
    return new Engine(await createModule({ ...(wasmBinary && { wasmBinary }) }));
  } catch (error) {
    throw new EngineError("load_failed", plainReason(error));
  }
}

/** To the compiler the page of a missing file would only be a damaged file. */
async function fetchFile(url: string): Promise<ArrayBuffer> {
  const response = await fetch(url);
  if (response.ok) return response.arrayBuffer();
  const status = `${response.status} ${response.statusText}`.trim();
  throw new Error(`the engine’s file did not arrive: ${status}`);
}

/** Emscripten wraps what went wrong in advice to whoever compiled it. */
function plainReason(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  const reason = /^Aborted\((.*)\)\. Build with /s.exec(text)?.[1] ?? text;
  return reason.replace(/^CompileError: /, "the engine’s file is damaged: ");
}
