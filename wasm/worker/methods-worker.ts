import createModule from "#page-engine/methods";
import { work } from "./work.js";

await work(createModule, new URL("../../build/wasm/fall_line_methods.wasm", import.meta.url).href);
