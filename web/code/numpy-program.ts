import { programWords } from "../words/program.js";
import { numpy } from "./python-expression.js";
import { loopProgram } from "./python-loop.js";
import type { Rule } from "./rule.js";

/** A rule as a function that runs it on arrays of NumPy. */
export function numpyProgram(rule: Rule): string {
  return loopProgram(rule, {
    library: numpy,
    module: "import numpy as np",
    decorators: [],
    forExample: "",
    start: ["theta = np.asarray(theta, dtype=float)"],
    zeros: "np.zeros_like(theta)",
    tiny: `tiny = np.finfo(float).tiny  # ${programWords.tiny}`,
  });
}
