import { programWords } from "../words/program.js";
import { docstring, indented, stepLines, takesItsGradient, uses } from "./python-body.js";
import { torch } from "./python-expression.js";
import { loopProgram, parameterLines } from "./python-loop.js";
import { pythonName } from "./python-names.js";
import type { Rule } from "./rule.js";
import { settingMark } from "./setting-mark.js";

const w = programWords;
const tiny = `tiny = torch.finfo(theta.dtype).tiny  # ${w.tiny}`;

/**
 * A rule as an optimizer of PyTorch called `className`; or, where it asks for gradients elsewhere
 * than at its parameters, as a function.
 */
export function torchProgram(rule: Rule, className: string): string {
  return takesItsGradient(rule) ? optimizer(rule, className) : asFunction(rule);
}

function asFunction(rule: Rule): string {
  return loopProgram(rule, {
    library: torch,
    module: "import torch",
    decorators: ["@torch.no_grad()"],
    forExample: w.torchGradient,
    start: [],
    zeros: "torch.zeros_like(theta)",
    tiny,
  });
}

/** The key in a group of parameters: schedulers of PyTorch look for the learning rate under lr. */
function key(name: string): string {
  return name === "learning_rate" ? "lr" : pythonName(name);
}

function optimizer(rule: Rule, className: string): string {
  const steps = stepLines(rule, { library: torch, inPlace: true });
  const counts = uses(steps, "t");
  const states = rule.states.map(({ name }) => pythonName(name));
  const keeps = counts || states.length > 0;
  const zeros = rule.states.map(({ name, shape }) => {
    const zero = shape === "vector" ? "torch.zeros_like(theta)" : "0.0";
    return `state["${pythonName(name)}"] = ${zero}`;
  });
  const defaults = rule.parameters.map(({ name }) => `${key(name)}=${key(name)}`).join(", ");
  const before = [
    "gradient = theta.grad",
    ...(uses(steps, "tiny") ? [tiny] : []),
    ...(keeps ? ["state = self.state[theta]", "if not state:"] : []),
    ...indented([...(counts ? ['state["t"] = 0'] : []), ...zeros], 1),
    ...(counts ? ['t = state["t"] = state["t"] + 1'] : []),
    ...states.map((name) => `${name} = state["${name}"]`),
  ];
  return [
    ...(uses(steps, "math") ? ["import math", ""] : []),
    "import torch",
    "",
    "",
    `class ${className}(torch.optim.Optimizer):`,
    ...docstring(rule, [], 1),
    "",
    "    def __init__(",
    ...indented(["self,", "params,", ...constructorLines(rule)], 2),
    "    ):",
    `        super().__init__(params, dict(${defaults}))`,
    "",
    "    @torch.no_grad()",
    "    def step(self):",
    "        for group in self.param_groups:",
    ...indented(
      rule.parameters.map(({ name }) => `${pythonName(name)} = group["${key(name)}"]`),
      3,
    ),
    '            for theta in group["params"]:',
    "                if theta.grad is None:",
    "                    continue",
    ...indented([...before, ...steps, ...states.map((name) => `state["${name}"] = ${name}`)], 4),
    "",
  ].join("\n");
}

function constructorLines(rule: Rule): string[] {
  return parameterLines(rule).map((line, i) => {
    const { name, meaning } = rule.parameters[i]!;
    if (key(name) === pythonName(name)) return line;
    return `${key(name)}=${settingMark(name)},  # ${meaning}; ${w.schedulers}`;
  });
}
