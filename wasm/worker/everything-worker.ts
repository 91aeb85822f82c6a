import createModule from "#page-engine/everything";
import { work } from "./work.js";

void work(
  createModule,
  new URL("../../build/wasm/fall_line_everything.wasm", import.meta.url).href,
);
