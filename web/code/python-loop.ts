import { programWords } from "../words/program.js";
import { asksForBatches, docstring, indented, stepLines, uses } from "./python-body.js";
import type { Library } from "./python-expression.js";
import { pythonName } from "./python-names.js";
import type { Rule } from "./rule.js";
import { settingMark } from "./setting-mark.js";

const w = programWords;

/** What a library of arrays needs around the steps. */
export interface LoopOptions {
  library: Library;
  /** Its import. */
  module: string;
  decorators: string[];
  /** How its users come by a gradient. */
  forExample: string;
  /** What is done with the arguments first. */
  start: string[];
  /** An array of zeros like theta. */
  zeros: string;
  /** The line that defines `tiny`. */
  tiny: string;
}

/** A rule as a function that takes so many steps from a point and returns where it came to. */
export function loopProgram(rule: Rule, options: LoopOptions): string {
  const steps = stepLines(rule, { library: options.library, inPlace: false });
  const asksForAll = uses(steps, "full_gradient_of");
  const signature = [
    `gradient_of,  # ${asksForBatches(rule) ? w.batchGradientOf : w.gradientOf + options.forExample}`,
    ...(asksForAll ? [`full_gradient_of,  # ${w.fullGradientOf}`] : []),
    `theta,  # ${w.start}`,
    `steps,  # ${w.steps}`,
    ...parameterLines(rule),
  ];
  const states = rule.states.map(
    ({ name, shape, meaning }) =>
      `${pythonName(name)} = ${shape === "vector" ? options.zeros : "0.0"}  # ${meaning}`,
  );
  return [
    ...(uses(steps, "math") ? ["import math", ""] : []),
    options.module,
    "",
    "",
    ...options.decorators,
    `def ${rule.method.name}(`,
    ...indented(signature, 1),
    "):",
    ...docstring(rule, [w.returns], 1),
    ...indented([...options.start, ...(uses(steps, "tiny") ? [options.tiny] : []), ...states], 1),
    `    for ${uses(steps, "t") ? "t in range(1, steps + 1)" : "_ in range(steps)"}:`,
    ...indented(steps, 2),
    "    return theta",
    "",
  ].join("\n");
}

/** The parameters with the settings in force as their defaults, one a line. */
export function parameterLines(rule: Rule): string[] {
  return rule.parameters.map(
    ({ name, meaning }) => `${pythonName(name)}=${settingMark(name)},  # ${meaning}`,
  );
}
