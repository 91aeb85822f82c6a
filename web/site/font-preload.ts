import { posix } from "node:path";
import type { Plugin } from "vite";
import { restCharacters } from "./fonts.js";

/** Fonts that a page shows at once, with what in its HTML tells that it does. */
const early = (rest: ReadonlySet<string>): [RegExp, (html: string) => boolean][] => [
  [/^text\.woff2$/, (html) => html.includes("<p")],
  [/^text-italic\.woff2$/, (html) => /<(em|i)\b/.test(html)],
  [/^math\.woff2$/, (html) => html.includes("<math")],
  [/^math-rest\.woff2$/, (html) => formulasHave(rest, html)],
];

function formulasHave(characters: ReadonlySet<string>, html: string): boolean {
  const formulas = html.match(/<math[\s\S]*?<\/math>/g) ?? [];
  return formulas.some((one) => [...one.replace(/<[^>]*>/g, "")].some((c) => characters.has(c)));
}

/** Has the browser fetch a page's fonts before it knows from the style sheet that it needs them. */
export function fontPreload(root: string): Plugin {
  return {
    name: "font-preload",
    transformIndexHtml: {
      order: "post",
      handler(html, { bundle, path }) {
        const known = early(new Set(restCharacters(root)));
        const fonts = Object.values(bundle ?? {}).filter(
          (file) =>
            file.type === "asset" &&
            known.some(([name, sign]) => file.names.some((one) => name.test(one)) && sign(html)),
        );
        return fonts.map(({ fileName }) => ({
          tag: "link",
          attrs: {
            rel: "preload",
            as: "font",
            type: "font/woff2",
            crossorigin: true,
            href: posix.relative(posix.dirname(path), `/${fileName}`),
          },
          injectTo: "head",
        }));
      },
    },
  };
}
