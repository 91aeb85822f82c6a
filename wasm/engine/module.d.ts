/** What bindings.cpp exports; a test compares every name with the module. */
export interface RunHandle {
  advance(steps: number): boolean;
  trace(quantity: string): boolean;
  what_if(step: number, overrides: string): boolean;
  report(): string;
  delete(): void;
}

export interface EngineModule {
  Run: unknown;
  create_run(spec: string): RunHandle | null;
  catalog_json(): string;
  evaluate(problem: string, at: string): boolean;
  field(
    problem: string,
    xLow: number,
    xHigh: number,
    xCount: number,
    yLow: number,
    yHigh: number,
    yCount: number,
  ): boolean;
  measure(measure: string): boolean;
  draw_uniform(seed: string, count: number): boolean;
  /** A view of wasm memory: copy it before the next call. */
  result(): Float64Array;
  error_code(): string;
  error_argument(): string;
  error_message(): string;
}

export interface ModuleOptions {
  wasmBinary?: Uint8Array | ArrayBuffer;
  locateFile?(path: string): string;
}

export default function createModule(options?: ModuleOptions): Promise<EngineModule>;
