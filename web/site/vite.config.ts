import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { compressedPreview } from "./compressed-preview.js";
import { fontPreload } from "./font-preload.js";
import { offline } from "./offline-plugin.js";
import { pages } from "./pages-plugin.js";
import { plainImports } from "./plain-imports.js";
import { printStyles } from "./print-styles.js";
import { scriptFiles } from "./script-files.js";
import { scriptPreload } from "./script-preload.js";

const root = fileURLToPath(new URL("../..", import.meta.url));

export default defineConfig({
  root: `${root}lessons`,
  base: "./",
  publicDir: `${root}web/public`,
  appType: "mpa",
  resolve: {
    alias: {
      "/@web": `${root}web`,
      "d3-format": `${root}web/plots/scale-parts.ts`,
      "d3-interpolate": `${root}web/plots/scale-parts.ts`,
    },
  },
  plugins: [
    pages(root),
    fontPreload(root),
    scriptPreload(),
    printStyles(),
    plainImports(),
    compressedPreview(),
    offline(root),
  ],
  server: { fs: { allow: [root] } },
  worker: { format: "es" },
  build: {
    outDir: `${root}dist`,
    emptyOutDir: true,
    target: "es2022",
    assetsInlineLimit: 0,
    // its helper would be one more file, which every page would wait for
    modulePreload: false,
    reportCompressedSize: false,
    // three.js, which is loaded when a surface comes into view
    chunkSizeWarningLimit: 600,
    rolldownOptions: { output: { codeSplitting: scriptFiles } },
    license: { fileName: "licences.md" },
  },
});
