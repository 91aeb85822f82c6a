import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { build, type Plugin, type Rolldown } from "vite";
import type { PageEngineName } from "../../wasm/engine/types.js";

const place = "the-engine-s-file";

/** Has a worker load its engine from `place`, and from nowhere else. */
function engineAtPlace(): Plugin {
  return {
    name: "engine-at-place",
    enforce: "pre",
    transform: {
      filter: { id: /(fall_line_\w+\.mjs|-worker\.ts)$/ },
      handler: (code) =>
        code
          .replace(/new URL\("[^"]+\.wasm", import\.meta\.url\)\.href/, `"${place}"`)
          // its own loader names the file too, but is given the engine
          .replace(/new URL\("[^"]+\.wasm",import\.meta\.url\)/, "{}"),
    },
  };
}

/** The script of an engine's worker as one classic script, with the engine in it. */
export async function engineScript(root: string, name: PageEngineName): Promise<string> {
  const built = (await build({
    configFile: false,
    root,
    logLevel: "warn",
    plugins: [engineAtPlace()],
    publicDir: false,
    build: {
      write: false,
      target: "es2022",
      rolldownOptions: {
        input: resolve(root, `wasm/worker/${name}-worker.ts`),
        output: { format: "iife", codeSplitting: false },
        checks: { emptyImportMeta: false }, // a script from a blob needs not know where it is
      },
    },
  })) as Rolldown.RolldownOutput;
  const [script, ...others] = built.output;
  const code = script.type === "chunk" ? script.code : "";
  const parts = code.split(place);
  if (others.length > 0 || parts.length !== 2) {
    const files = built.output.map(({ fileName }) => fileName).join(", ");
    throw new Error(`the engine ${name} is to be one script that loads one file, and is ${files}`);
  }
  // here and not before: bundling a text of this size takes a minute
  const wasm = await readFile(resolve(root, `build/wasm/fall_line_${name}.wasm`));
  return parts.join(`data:application/wasm;base64,${wasm.toString("base64")}`);
}
