import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { load } from "cheerio";
import type { Plugin, Rolldown } from "vite";
import type { PageEngineName } from "../../wasm/engine/types.js";
import type { PageCatalog } from "../engine/page-catalog.js";
import { engineScript } from "./engine-script.js";
import { oneFile } from "./one-file.js";

const unused = "virtual:unused";

/** The one engine that has all a reader of the page can ask for. */
function engineOf(html: string): PageEngineName {
  const $ = load(html);
  if ($("fl-plane").length > 0) return "everything"; // its methods are the reader's to choose
  return (JSON.parse($("#page-catalog").text()) as PageCatalog).engine;
}

const drawsSurfaces = (html: string) => load(html)("fl-surface, [surface]").length > 0;

/** What a build has made, by the paths of the files it would be. */
function contentsOf(bundle: Rolldown.OutputBundle): Map<string, string | Uint8Array> {
  return new Map(
    Object.values(bundle).map((one) => [
      one.fileName,
      one.type === "chunk" ? one.code : one.source,
    ]),
  );
}

/** Makes of the build of a lesson's page a single file, `slug`.html, that needs no other. */
export function insideOneFile(root: string, slug: string, course: string | undefined): Plugin {
  const ours = (path: string) => resolve(root, path);
  let html = "";
  /** What is much, and never asked for here: search is in no file, and few pages have a surface. */
  const isUnused = (id: string) =>
    id === ours("web/search/search-dialog.ts") ||
    (id === ours("web/elements/surface-view.ts") && !drawsSurfaces(html));
  return {
    name: "inside-one-file",
    transformIndexHtml: {
      order: "pre",
      handler(text) {
        html = text;
      },
    },
    resolveId: {
      order: "pre",
      async handler(source, importer, options) {
        const found = await this.resolve(source, importer, { ...options, skipSelf: true });
        if (found?.id === ours("wasm/worker/start-engine.ts")) {
          return ours("web/single/start-engine.ts");
        }
        return found && isUnused(found.id) ? `\0${unused}` : found;
      },
    },
    load: (id) => (id === `\0${unused}` ? "export const SurfaceView = undefined;" : undefined),
    generateBundle: {
      order: "post",
      async handler(_, bundle) {
        const built = contentsOf(bundle);
        const texts = (ending: string) =>
          [...built].filter(([file]) => file.endsWith(ending)).map(([, text]) => String(text));
        const one = (ending: string) => {
          const [text, ...others] = texts(ending);
          if (text !== undefined && others.length === 0) return text;
          const files = [...built.keys()].join(", ");
          throw new Error(`${slug}: one *${ending} is needed, and there are ${files}`);
        };
        const publicFiles = readdirSync(ours("web/public")).map(
          (name) => [name, readFileSync(join(ours("web/public"), name))] as const,
        );
        const source = oneFile(
          {
            slug,
            html: one(".html"),
            script: one(".js"),
            engine: await engineScript(root, engineOf(html)),
            style: one(".css"),
            files: new Map([...built, ...publicFiles]),
            licences: one("licences.md"),
          },
          course,
        );
        for (const file of Object.keys(bundle)) delete bundle[file];
        this.emitFile({ type: "asset", fileName: `${slug}.html`, source });
      },
    },
  };
}
