import createModule from "#page-engine/curvature";
import { work } from "./work.js";

void work(createModule, new URL("../../build/wasm/fall_line_curvature.wasm", import.meta.url).href);
