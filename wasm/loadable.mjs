import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/**
 * Loads each engine once. A linker that was short of time or memory may leave a script without
 * half of its glue and still report success; Ninja would then never link that engine again, so
 * what does not load is removed.
 *
 * @param {string} directory
 * @param {string[]} names
 * @throws {Error} naming those that do not load
 */
export async function assertLoadable(directory, names) {
  const broken = [];
  for (const name of names) {
    const script = join(directory, `${name}.mjs`);
    const wasm = join(directory, `${name}.wasm`);
    try {
      const { default: createModule } = await import(
        `${pathToFileURL(script).href}?loaded=${Date.now()}`
      );
      await createModule({ wasmBinary: readFileSync(wasm) });
    } catch (error) {
      rmSync(script, { force: true });
      rmSync(wasm, { force: true });
      broken.push(`${name} (${error instanceof Error ? error.message : error})`);
    }
  }
  if (broken.length === 0) return;
  throw new Error(`The linker left engines that do not load: ${broken.join(", ")}. Build again.`);
}
