import type { Convention } from "./convention.js";

/** The site's own: step t leads from θ at t − 1 to θ at t; letters stand beside the kernels. */
export const own: Convention = { counter: "t", ahead: 0, index: "below", letters: {} };
