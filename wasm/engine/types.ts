/** The types of the engine's door. Numbers are IEEE doubles; vectors have one entry a coordinate. */

/** An interval of numbers; `null` is an end at infinity, an open end is itself not allowed. */
export interface Range {
  low: number | null;
  high: number | null;
  lowOpen: boolean;
  highOpen: boolean;
}

/** A number that a method or a problem is set up with. */
export interface Parameter {
  /** The field's standard term, e.g. `learning_rate`; the key in `Named.settings`. */
  name: string;
  /** TeX macro (without backslash) that stands for it in formula lines, e.g. `lrate`. */
  symbol: string;
  /** TeX of its default letter, e.g. `\alpha`. */
  letter: string;
  /** One line for the reader. */
  meaning: string;
  default: number;
  /** What the engine accepts. */
  allowed: Range;
  /** What a slider offers; both ends finite. */
  slider: Range;
  /** Whether a slider moves evenly in the value or in its logarithm. */
  scale: "linear" | "log";
}

export interface Choice {
  name: string;
  label: string;
  meaning: string;
}

/** A choice between variants of a method; the first choice is the default. */
export interface Option {
  name: string;
  label: string;
  choices: Choice[];
}

/** What a quantity is to the reader; each role has one colour throughout the site. */
export type Role =
  | "parameter"
  | "gradient"
  | "first-moment"
  | "second-moment"
  | "step"
  | "loss"
  | "factor";

/** A named intermediate quantity of a step. */
export interface Quantity {
  name: string;
  /** TeX macro (without backslash); `\momhat{t}` is the quantity with symbol `momhat` at step t. */
  symbol: string;
  /** TeX of its default letter; `#1` in it is where the index goes, else it is a subscript. */
  letter: string;
  meaning: string;
  /** `vector`: one number a coordinate; `scalar`: one number a step. */
  shape: "scalar" | "vector";
  role: Role;
}

/** One formula line, in TeX with semantic macros. */
export interface FormulaLine {
  tex: string;
  reason: string;
  /** The line belongs to `choice` of this option; both empty where it always holds. */
  option: string;
  choice: string;
}

export interface Method {
  name: string;
  title: string;
  summary: string;
  source: string;
  parameters: Parameter[];
  options: Option[];
  quantities: Quantity[];
  lines: FormulaLine[];
}

export interface Problem {
  name: string;
  title: string;
  tex: string;
  source: string;
  dimension: number;
  /** The window of a plot. In one dimension `y` is [0, 0]. */
  domain: { x: [number, number]; y: [number, number] };
  start: number[];
  /** Empty where the problem has no minimum. */
  minimizer: number[];
  parameters: Parameter[];
}

/** A chain of formula lines about a run of `method`, with the extra quantities it needs. */
export interface Derivation {
  name: string;
  title: string;
  method: string;
  quantities: Quantity[];
  lines: FormulaLine[];
}

/** Everything that can be asked for by name. */
export interface Catalog {
  /** Traced by every run, before the method's own: theta, gradient, loss. */
  stepQuantities: Quantity[];
  methods: Method[];
  problems: Problem[];
  derivations: Derivation[];
}

/** Settings by name: numbers for parameters, choice names for options. */
export type Settings = Record<string, number | string>;

/** A method or problem, by name alone or with settings that differ from the defaults. */
export type Named = string | { name: string; settings?: Settings };

/** Everything that determines a run; the same spec gives the same numbers everywhere. */
export interface RunSpec {
  problem: Named;
  method: Named;
  /** Starting point, one number a coordinate; the problem's own when absent. */
  start?: readonly number[];
  /** Seed of the gradient's noise, 0 to 2⁶⁴ − 1; beyond 2⁵³ as a string. Default 1. */
  seed?: number | string;
}

/** What a run is doing, for a sentence in words. */
export interface RunReport {
  /** Steps taken so far. */
  steps: number;
  /** Why the run takes no more steps, if it does not. */
  stopped:
    | "none"
    | "non_finite"
    | "out_of_range"
    | "converged"
    | "line_search_failed"
    | "singular"
    | "damping_exhausted";
  verdict:
    | "zero_by_zero"
    | "ascending"
    | "overshooting"
    | "diverged"
    | "oscillating"
    | "arrived"
    | "climbing"
    | "descending";
  /** The numbers the sentence about the verdict needs, by name. */
  numbers: Record<string, number | null>;
}

/** A problem looked at in one point. */
export interface Evaluation {
  value: number;
  /** n */
  gradient: Float64Array;
  /** n × n, row-major, symmetric */
  hessian: Float64Array;
  /** n, ascending */
  eigenvalues: Float64Array;
  /** n × n, row i belongs to eigenvalue i */
  eigenvectors: Float64Array;
}

export interface EvaluateRequest {
  problem: Named;
  at: readonly number[];
}

/** [low, high, number of points], both ends included. */
export type Axis = readonly [number, number, number];

export interface FieldRequest {
  problem: Named;
  x: Axis;
  /** Absent for a problem in one dimension. */
  y?: Axis;
}

/** A question about a run whose answer is one number. */
export interface Measure {
  spec: RunSpec;
  /** Steps the run takes, 0 to 200 000. */
  steps: number;
  /** Name of a traced quantity, or of one of a derivation about the method. */
  quantity: string;
  /** Which entry of a vector quantity; default 0. */
  coordinate?: number;
  /** Default `last`: the value after the last step. */
  reduction?:
    | "last"
    | "maximum"
    | "minimum"
    | "step_of_maximum"
    | "step_of_minimum"
    | "first_step_below"
    | "first_step_above";
  /** The level of `first_step_below` and `first_step_above`. */
  level?: number;
}
