// What a program that imports fall-line/engine gets: the whole engine.
import createModule from "#engine-module";
import type { Engine } from "./engine.js";
import { type EngineSource, openEngine } from "./open-engine.js";

export * from "./engine.js";
export type { EngineSource } from "./open-engine.js";

/**
 * Loads the engine in a browser, a worker, or Node (with `wasmBinary`).
 * Throws EngineError `load_failed` where WebAssembly is missing or the file does not arrive.
 */
export function loadEngine(source: EngineSource = {}): Promise<Engine> {
  return openEngine(createModule, source);
}
