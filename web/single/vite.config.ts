import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { pages } from "../site/pages-plugin.js";
import siteConfig from "../site/vite.config.js";
import { insideOneFile } from "./inside-one-file.js";

const root = fileURLToPath(new URL("../..", import.meta.url));

// both are checked by web/commands/build-single.mjs
const lesson = process.env.FALL_LINE_LESSON ?? "";
const course = process.env.FALL_LINE_COURSE || undefined;

const { build, ...shared } = siteConfig;

/** A lesson as one file: `FALL_LINE_LESSON` is its folder. */
export default defineConfig({
  ...shared,
  plugins: [pages(root, lesson), insideOneFile(root, lesson, course)],
  build: {
    ...build,
    outDir: `${root}dist-single`,
    emptyOutDir: false, // other lessons may be there
    copyPublicDir: false,
    assetsInlineLimit: () => true,
    cssCodeSplit: false,
    chunkSizeWarningLimit: Number.POSITIVE_INFINITY,
    rolldownOptions: { output: { codeSplitting: false } },
  },
});
