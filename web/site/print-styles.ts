import type { Plugin } from "vite";

/** Marks the styles for paper as such: a page's first drawing does not wait for them. */
export function printStyles(): Plugin {
  return {
    name: "print-styles",
    transformIndexHtml: {
      order: "post",
      handler: (html) =>
        html.replace(/(<link rel="stylesheet"[^>]*)(?=>)/g, (link) =>
          /\/style-print-[\w-]+\.css"/.test(link) ? `${link} media="print"` : link,
        ),
    },
  };
}
