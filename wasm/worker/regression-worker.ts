import createModule from "#page-engine/regression";
import { work } from "./work.js";

void work(
  createModule,
  new URL("../../build/wasm/fall_line_regression.wasm", import.meta.url).href,
);
