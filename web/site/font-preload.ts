import { posix } from "node:path";
import type { Plugin } from "vite";

/** Fonts that a page shows at once, with what in its HTML tells that it does. */
const early: [RegExp, RegExp][] = [
  [/^text\.woff2$/, /<p/],
  [/^text-italic\.woff2$/, /<(em|i)\b/],
  [/^math\.woff2$/, /<math/],
];

/** Has the browser fetch a page's fonts before it knows from the style sheet that it needs them. */
export function fontPreload(): Plugin {
  return {
    name: "font-preload",
    transformIndexHtml: {
      order: "post",
      handler(html, { bundle, path }) {
        const fonts = Object.values(bundle ?? {}).filter(
          (file) =>
            file.type === "asset" &&
            early.some(
              ([name, sign]) => file.names.some((one) => name.test(one)) && sign.test(html),
            ),
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
