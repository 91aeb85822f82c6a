import type { Method, RunSpec, Settings } from "../../../wasm/engine/engine.js";
import { MethodCode } from "../../../web/code/method-code.js";
import type { Choices } from "../../../web/code/rule.js";
import { inRoot } from "../../../web/commands/root.mjs";
import { engine } from "../browser/own-engine.js";
import type { Gradient, Program } from "./python.js";

const catalog = engine.catalog();
export const steps = 20;

/** Methods whose every step is a recipe. */
export const firstOrder = catalog.methods.filter(({ part }) => part === "descent");

const codes = new Map(
  catalog.methods.map((method) => [
    method.name,
    new MethodCode(inRoot(), method, catalog.stepQuantities),
  ]),
);

export function codeOf(name: string): MethodCode {
  const code = codes.get(name);
  if (!code) throw new Error(`no method ${name}`);
  return code;
}

/** A run of the core that a program is to repeat. */
export interface CoreRun {
  title: string;
  settings: Settings;
  /** theta after each step; the first row is the start. */
  theta: number[][];
  program: Pick<Program, "start" | "steps" | "gradient" | "full">;
}

function rowsOf(values: Float64Array, dimension: number): number[][] {
  return Array.from({ length: values.length / dimension }, (_, row) =>
    Array.from(values.slice(row * dimension, (row + 1) * dimension)),
  );
}

/** What the core's run asked for in each step, and where. */
function recorded(
  trace: (name: string) => number[][],
  quantities: Method["quantities"],
): Pick<CoreRun["program"], "gradient" | "full"> {
  const known = new Set(quantities.map(({ name }) => name));
  const before = trace("theta").slice(0, -1);
  const pairs: { at: number[][]; gradient: number[][] }[] = [];
  if (known.has("ahead")) {
    pairs.push({ at: trace("ahead").slice(1), gradient: trace("ahead_gradient").slice(1) });
  } else if (known.has("snapshot")) {
    pairs.push({ at: before, gradient: trace("batch_gradient").slice(1) });
    const gradient = trace("batch_gradient_at_snapshot").slice(1);
    pairs.push({ at: trace("snapshot").slice(1), gradient });
  } else pairs.push({ at: before, gradient: trace("gradient").slice(1) });
  const rows = before.map((_, t) =>
    pairs.map(({ at, gradient }) => ({ point: at[t]!, gradient: gradient[t]! })),
  );
  const anchors = known.has("anchor") ? trace("anchor").slice(1) : [];
  const full = anchors.filter((row, t) => t === 0 || String(row) !== String(anchors[t - 1]));
  return { gradient: { kind: "recorded", rows }, ...(anchors.length > 0 && { full }) };
}

function runOf(
  method: Method,
  choices: Choices,
  title: string,
  numbers: Settings,
  spec: Omit<RunSpec, "method">,
  gradient?: Gradient,
): CoreRun {
  const settings = { ...numbers, ...choices };
  const run = engine.run({ ...spec, method: { name: method.name, settings } });
  try {
    run.advance(steps);
    const dimension = run.trace("theta").length / (run.report().steps + 1);
    const trace = (name: string) => rowsOf(run.trace(name), dimension);
    const asked = gradient ? { gradient } : recorded(trace, method.quantities);
    const theta = trace("theta");
    return {
      title: `${title}, ${Object.values(choices).join(" ") || "no choices"}`,
      settings,
      theta,
      // one step more than the core took, where it stopped; of a replay there is no more
      program: {
        start: theta[0]!,
        steps: Math.min(steps, gradient ? theta.length : theta.length - 1),
        ...asked,
      },
    };
  } finally {
    run.dispose();
  }
}

/** The runs of a method under some choices: an easy problem, hard ones, and a noisy one. */
export function coreRuns(method: Method, choices: Choices): CoreRun[] {
  if (method.needs === "terms") {
    const spec = { problem: "linear_regression", batch: { size: 3 } };
    const numbers = { learning_rate: 1e-4, snapshot_interval: 7 };
    return [runOf(method, choices, "in minibatches", numbers, spec)];
  }
  const scales = method.quantities.some(({ role }) => role === "second-moment");
  const steep = { problem: { name: "quadratic", settings: { curvature1: 1, curvature2: 1e4 } } };
  const gradient: Gradient = { kind: "quadratic", curvatures: [1, 1e4] };
  const rate = { learning_rate: scales ? 0.1 : 1e-5 };
  return [
    runOf(method, choices, "Booth", {}, { problem: "booth", start: [-7, 7] }, { kind: "booth" }),
    runOf(method, choices, "ill-scaled", rate, { ...steep, start: [-8, 6] }, gradient),
    runOf(method, choices, "no gradient in x", rate, { ...steep, start: [0, 6] }, gradient),
    runOf(method, choices, "noisy", {}, { problem: "noisy_gradient", start: [0.5], seed: 7 }),
  ].filter(({ program }) => program.steps > 0);
}
