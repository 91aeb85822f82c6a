import compression from "compression";
import type { Plugin } from "vite";

/** Vite's own preview compresses text, but not wasm, and knows no Brotli. */
export function compressedPreview(): Plugin {
  return {
    name: "compressed-preview",
    configurePreviewServer(server) {
      server.middlewares.use(compression());
    },
  };
}
