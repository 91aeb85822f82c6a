import { readFile } from "node:fs/promises";
import { type Engine, EngineError, loadEngine } from "../../wasm/engine/index.js";

export const wasmBinary = await readFile("build/wasm/fall_line.wasm");

/** An engine of its own: nothing another test does to its memory can be seen. */
export function freshEngine(): Promise<Engine> {
  return loadEngine({ wasmBinary });
}

/** The EngineError that `action` throws. */
export function engineErrorOf(action: () => unknown): EngineError {
  try {
    action();
  } catch (error) {
    if (error instanceof EngineError) return error;
    throw error;
  }
  throw new Error("no EngineError was thrown");
}
