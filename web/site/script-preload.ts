import { posix } from "node:path";
import { load } from "cheerio";
import type { Plugin, Rolldown } from "vite";
import { wantedScripts } from "../elements/wanted.js";

type Bundle = Record<string, Rolldown.OutputChunk | Rolldown.OutputAsset>;

/** The files of these scripts, and those that they import. */
function filesOf(names: readonly string[], bundle: Bundle): Set<string> {
  const files = new Set<string>();
  const add = (file: string) => {
    const chunk = bundle[file];
    if (chunk?.type !== "chunk" || files.has(file)) return;
    files.add(file);
    chunk.imports.forEach(add);
  };
  for (const chunk of Object.values(bundle))
    if (names.includes(chunk.name ?? "")) add(chunk.fileName);
  return files;
}

/** Has browsers fetch the scripts of a page's elements together with that of every page. */
export function scriptPreload(): Plugin {
  return {
    name: "script-preload",
    transformIndexHtml: {
      order: "post",
      handler(html, { bundle, path }) {
        if (!bundle) return [];
        const $ = load(html);
        const names = wantedScripts((selector) => $(selector).length > 0);
        const known = new Set(
          $("script[src]").map((_, one) => posix.basename($(one).attr("src") ?? "")),
        );
        const files = [...filesOf(names, bundle)].filter(
          (file) => !known.has(posix.basename(file)),
        );
        return files.map((file) => ({
          tag: "link",
          attrs: {
            rel: "modulepreload",
            crossorigin: true,
            href: posix.relative(posix.dirname(path), `/${file}`),
          },
          injectTo: "head",
        }));
      },
    },
  };
}
