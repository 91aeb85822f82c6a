import createModule from "#page-engine/descent";
import { work } from "./work.js";

void work(createModule, new URL("../../build/wasm/fall_line_descent.wasm", import.meta.url).href);
