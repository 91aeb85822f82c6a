import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { compressedPreview } from "./compressed-preview.js";
import { fontPreload } from "./font-preload.js";
import { pages } from "./pages-plugin.js";

const root = fileURLToPath(new URL("../..", import.meta.url));

export default defineConfig({
  root: `${root}lessons`,
  base: "./",
  publicDir: `${root}web/public`,
  appType: "mpa",
  resolve: {
    alias: {
      "/@web": `${root}web`,
    },
  },
  plugins: [pages(root), fontPreload(), compressedPreview()],
  server: { fs: { allow: [root] } },
  worker: { format: "es" },
  build: {
    outDir: `${root}dist`,
    emptyOutDir: true,
    target: "es2022",
    assetsInlineLimit: 0,
    // its helper would be one more file, which every page would wait for
    modulePreload: false,
    cssCodeSplit: false,
    reportCompressedSize: false,
    // three.js, which is loaded when a surface comes into view
    chunkSizeWarningLimit: 600,
    license: { fileName: "licences.md" },
  },
});
