// The part of the package that is used; its published types would bring all of Express's.
declare module "compression" {
  import type { BrotliOptions } from "node:zlib";
  import type { Connect } from "vite";
  export default function compression(options: {
    brotli: BrotliOptions;
  }): Connect.NextHandleFunction;
}
