import type { Plugin } from "vite";

/**
 * Leaves imports at run time as they are. Vite's own wrapper would fetch their style sheets and
 * scripts ahead; here no such import has style sheets, and it is a kilobyte on every page.
 */
export function plainImports(): Plugin {
  return {
    name: "plain-imports",
    enforce: "pre",
    load: (id) =>
      id === "\0vite/preload-helper.js" ? "export const __vitePreload = (load) => load();" : null,
  };
}
