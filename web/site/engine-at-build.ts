import { readFile, stat } from "node:fs/promises";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { Engine } from "../../wasm/engine/engine.js";

const wasmIn = (root: string) => resolve(root, "build/wasm/fall_line.wasm");

/** When the engine was last built. */
export async function engineBuiltAt(root: string): Promise<number> {
  return (await stat(wasmIn(root))).mtimeMs;
}

/** The whole engine: what pages run of it and more, here for formulas and the numbers first shown. */
export async function engineAtBuild(root: string): Promise<Engine> {
  // its script and its wasm belong together: after a rebuild Node must not reuse the old script
  const script = pathToFileURL(resolve(root, "build/wasm/fall_line.mjs")).href;
  const stamped = `${script}?built=${await engineBuiltAt(root)}`;
  const { default: createModule } = await import(/* @vite-ignore */ stamped);
  return new Engine(await createModule({ wasmBinary: await readFile(wasmIn(root)) }));
}
