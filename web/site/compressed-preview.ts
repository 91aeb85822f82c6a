import { constants } from "node:zlib";
import compression from "compression";
import type { Plugin } from "vite";

/** Vite's own preview compresses text, but not wasm, and knows no Brotli. */
export function compressedPreview(): Plugin {
  // Its default, 4, leaves scripts larger than gzip does.
  const brotli = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };
  return {
    name: "compressed-preview",
    configurePreviewServer(server) {
      server.middlewares.use(compression({ brotli }));
    },
  };
}
