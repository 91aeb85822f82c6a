/** What bindings.cpp exports; a test compares every name with the module. */
export interface RunHandle {
  advance(steps: number): boolean;
  trace(quantity: string): boolean;
  what_if(step: number, overrides: string): boolean;
  report(): string;
  delete(): void;
}

type Axes = [
  xLow: number,
  xHigh: number,
  xCount: number,
  yLow: number,
  yHigh: number,
  yCount: number,
];

export interface EngineModule {
  Run: unknown;
  create_run(spec: string): RunHandle | null;
  catalog_json(): string;
  evaluate(problem: string, at: string): boolean;
  field(problem: string, ...axes: Axes): boolean;
  slice(problem: string, at: string, first: string, second: string, ...axes: Axes): boolean;
  predictions(problem: string, weights: string, ...axes: Axes): boolean;
  leads(problem: string, weights: string, ...axes: Axes): boolean;
  probabilities(problem: string, weights: string, ...axes: Axes): boolean;
  /** Leaves the accuracy, then the scores: N × outputs. */
  accuracy(problem: string, weights: string, data: string): boolean;
  /** Leaves the values of all steps, then the accuracies. */
  judge(run: RunHandle, data: string): boolean;
  /** Leaves rows, dimension, and the table row by row. */
  analyse(question: string): boolean;
  /** Leaves the total, N·C, the gradient, then a table. */
  loss(question: string): boolean;
  /** Leaves N, d, C, the inputs and the targets, and its names as text. */
  dataset(data: string): boolean;
  csv(text: string, target: string): boolean;
  measure(measure: string): boolean;
  draw_uniform(seed: string, count: number): boolean;
  /** A view of wasm memory: copy it before the next call. */
  result(): Float64Array;
  text_result(): string;
  error_code(): string;
  error_argument(): string;
  error_message(): string;
}

export interface ModuleOptions {
  wasmBinary?: Uint8Array | ArrayBuffer;
  locateFile?(path: string): string;
}

export default function createModule(options?: ModuleOptions): Promise<EngineModule>;
