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
  /** Only whole numbers: a count, a seed. */
  whole: boolean;
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

/** A setting that is a text of its own small grammar: a direction, points of the plane. */
export interface TextSetting {
  name: string;
  label: string;
  /** One line; says what the text looks like. */
  meaning: string;
  default: string;
}

/** All that something can be set up with. */
export interface SettingDeclarations {
  parameters: Parameter[];
  options: Option[];
  texts: TextSetting[];
}

/** What a quantity is to the reader; each role has one colour throughout the site. */
export type Role =
  | "parameter"
  | "gradient"
  | "first-moment"
  | "second-moment"
  | "step"
  | "loss"
  | "factor"
  | "curvature";

/** A named intermediate quantity of a step. */
export interface Quantity {
  name: string;
  /** TeX macro (without backslash); `\momhat{t}` is the quantity with symbol `momhat` at step t. */
  symbol: string;
  /** TeX of its default letter; `#1` in it is where the index goes, else it is a subscript. */
  letter: string;
  meaning: string;
  /** A row holds one number, one for each coordinate, or one for each pair of them, row-major. */
  shape: "scalar" | "vector" | "matrix";
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

/** A part of the catalog; `partsOf` has what is where. */
export type Part =
  | "descent"
  | "curvature"
  | "analyses"
  | "races"
  | "learning"
  | "classifiers"
  | "regression"
  | "noise";

/** The engines that pages load: the smallest that has what they mention, the last on demand. */
export type PageEngineName =
  | "descent"
  | "methods"
  | "regression"
  | "curvature"
  | "learning"
  | "everything";

export interface Method extends SettingDeclarations {
  name: string;
  title: string;
  summary: string;
  source: string;
  part: "descent" | "curvature";
  /** What it needs of a problem beyond value, gradient and Hessian. */
  needs: "nothing" | "residuals" | "terms";
  /** Whether a schedule has anything to change. */
  hasLearningRate: boolean;
  quantities: Quantity[];
  lines: FormulaLine[];
}

/** A place where the gradient vanishes; `y` is 0 in one dimension. */
export interface CriticalPoint {
  x: number;
  y: number;
  kind: "minimum" | "maximum" | "saddle" | "degenerate";
}

export interface Problem extends SettingDeclarations {
  name: string;
  title: string;
  tex: string;
  source: string;
  part: "descent" | "noise" | "curvature" | "learning" | "classifiers";
  dimension: number;
  /** The window of a plot. In one dimension `y` is [0, 0]. */
  domain: { x: [number, number]; y: [number, number] };
  start: number[];
  /** Empty where the problem has no minimum. */
  minimizer: number[];
  criticalPoints: CriticalPoint[];
  /** The dataset it is about unless a spec says otherwise; empty where it is about none. */
  data: string;
}

/** Examples with their targets, by name. */
export interface DatasetDeclaration extends SettingDeclarations {
  name: string;
  title: string;
  summary: string;
  source: string;
}

/** How the learning rate changes over time. */
export interface Schedule extends SettingDeclarations {
  name: string;
  title: string;
  summary: string;
  source: string;
  part: "descent" | "curvature";
  lines: FormulaLine[];
}

/** A form that a piece of a schedule can have. */
export interface PieceShape {
  name: string;
  label: string;
  meaning: string;
  /** Neither end may be 0. */
  aboveZero: boolean;
}

/** How bad scores are, given a target. */
export interface Loss extends SettingDeclarations {
  name: string;
  title: string;
  summary: string;
  source: string;
  /** Scores of classes, one score for a label −1 or +1, or predicted numbers. */
  task: "classes" | "binary" | "regression";
  quantities: Quantity[];
  lines: FormulaLine[];
}

/** A question whose answer is a table. */
export interface Analysis extends SettingDeclarations {
  name: string;
  title: string;
  summary: string;
  source: string;
  part: "analyses" | "races" | "learning" | "regression";
  quantities: Quantity[];
  lines: FormulaLine[];
}

/** A chain of formula lines about a run of `method`, with the extra quantities it needs. */
export interface Derivation {
  name: string;
  title: string;
  method: string;
  quantities: Quantity[];
  lines: FormulaLine[];
}

/** A chain of formula lines about scores under `loss`, with the extra quantities it needs. */
export interface LossDerivation {
  name: string;
  title: string;
  loss: string;
  quantities: Quantity[];
  lines: FormulaLine[];
}

/** Everything that can be asked for by name. */
export interface Catalog {
  /** Traced by every run, before the method's own: theta, gradient, loss. */
  stepQuantities: Quantity[];
  methods: Method[];
  problems: Problem[];
  losses: Loss[];
  /** What the table of every loss begins with. */
  exampleQuantities: Quantity[];
  datasets: DatasetDeclaration[];
  /** Settings that every dataset has beside its own. */
  preparation: SettingDeclarations;
  /** Settings of `RunSpec.batch`. */
  batch: SettingDeclarations;
  schedules: Schedule[];
  /** Settings that every schedule has beside its own. */
  scheduleTime: SettingDeclarations;
  /** Traced by runs with a schedule, after all others: learning_rate_now. */
  scheduledQuantities: Quantity[];
  /** What the lines of schedules are about: the factor at a time. */
  scheduleQuantities: Quantity[];
  /** Forms that a piece of the schedule `pieces` can have. */
  pieceShapes: PieceShape[];
  /** How any schedule changes the learning rate of any method. */
  scheduledLines: FormulaLine[];
  analyses: Analysis[];
  derivations: Derivation[];
  lossDerivations: LossDerivation[];
}

/** Settings by name: numbers for parameters, choice names for options. */
export type Settings = Record<string, number | string>;

/** A method or problem, by name alone or with settings that differ from the defaults. */
export type Named = string | { name: string; settings?: Settings };

/** Everything that determines a run; the same spec gives the same numbers everywhere. */
export interface RunSpec {
  problem: Named;
  method: Named;
  /** The examples a problem over data is about; its own when absent. */
  data?: Named;
  /** How minibatches are drawn; absent, every step takes all examples. */
  batch?: Settings;
  /** How the learning rate changes; absent, it does not. */
  schedule?: Named;
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
    | "stuck"
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
  data?: Named;
  at: readonly number[];
}

/** [low, high, number of points], both ends included. */
export type Axis = readonly [number, number, number];

export interface FieldRequest {
  problem: Named;
  data?: Named;
  x: Axis;
  /** Absent for a problem in one dimension. */
  y?: Axis;
}

/** A plane through `at`, of a problem of any dimension: at + x·first + y·second. */
export interface SliceRequest {
  problem: Named;
  data?: Named;
  at: readonly number[];
  first: readonly number[];
  second: readonly number[];
  x: Axis;
  y: Axis;
}

/** What a model with parameters `weights` says of a grid of inputs of the plane. */
export interface PredictionsRequest {
  problem: Named;
  data?: Named;
  weights: readonly number[];
  x: Axis;
  y: Axis;
}

/** How decided a classifier with parameters `weights` is on a grid of inputs of the plane. */
export interface DecisionsRequest extends PredictionsRequest {
  /**
   * `lead`: each class's score minus the best of the others; `probability`: softmax of the scores.
   * Of a single score both are those of two classes, class 1 where it is positive.
   */
  decision: "lead" | "probability";
}

/** What a model with parameters `weights` says of `examples`, and how it does on their classes. */
export interface AccuracyRequest {
  problem: Named;
  data?: Named;
  weights: readonly number[];
  examples: Named;
}

/** How a run does on examples, step by step from the start on. */
export interface Judgement {
  /** f over these examples, penalty included. */
  values: Float64Array;
  /** The share of them whose class is predicted, 0 to 1. */
  accuracies: Float64Array;
}

/** A table: row by row, a column for each quantity. */
export interface Table {
  rows: number;
  /** Entries of a vector quantity. */
  dimension: number;
  /** By quantity name: rows × its entries, row-major; NaN where there is nothing to say. */
  columns: Record<string, Float64Array>;
}

/** A question to the core about a problem, or about a run, whose answer is a table. */
export interface AnalysisRequest extends Partial<Omit<RunSpec, "start">> {
  analysis: Named;
  /** The point looked at, or where the run begins; the problem's own start when absent. */
  at?: readonly number[];
}

/** Scores of N examples, and what they should have been. */
export interface LossRequest {
  loss: Named;
  /** N rows of C scores. */
  scores: readonly (readonly number[])[];
  /** N class numbers from 0, or −1 and +1 for a binary loss. */
  labels?: readonly number[];
  /** In place of labels: N rows of C, distributions over classes or numbers to predict. */
  targets?: readonly (readonly number[])[];
  reduction?: "mean" | "sum";
  /** A derivation about the loss, whose quantities the table is to have too. */
  derivation?: string;
}

export interface LossAnswer {
  /** Mean or sum over the examples. */
  total: number;
  /** N × C, derivatives of the total with respect to the scores. */
  gradient: Float64Array;
  /** A row an example: `exampleQuantities`, the loss's own, the derivation's. */
  table: Table;
}

/** Examples with their targets. */
export interface Dataset {
  count: number;
  features: number;
  /** 0 in regression. */
  classes: number;
  /** count × features, row-major */
  inputs: Float64Array;
  /** count: class numbers from 0, or numbers */
  targets: Float64Array;
  /** Empty where they have no names. */
  featureNames: string[];
  targetName: string;
  classNames: string[];
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
