import createModule from "#page-engine/learning";
import { work } from "./work.js";

void work(createModule, new URL("../../build/wasm/fall_line_learning.wasm", import.meta.url).href);
