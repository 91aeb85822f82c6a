import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { type Engine, loadEngine } from "../../wasm/engine/engine.js";

/** The engine the pages will run, here to render formulas and the numbers first shown. */
export async function engineAtBuild(root: string): Promise<Engine> {
  return loadEngine({ wasmBinary: await readFile(resolve(root, "build/wasm/fall_line.wasm")) });
}
