import type { EngineModule, RunHandle } from "#engine-module";
import {
  checkedAxes,
  checkedNumber,
  checkedNumbers,
  checkedText,
  invalidArgument,
} from "./arguments.js";
import { EngineError, type EngineErrorCode } from "./engine-error.js";
import {
  analysisText,
  dataText,
  lossText,
  measureText,
  overridesText,
  problemText,
  runSpecText,
} from "./spec-text.js";
import { readDataset, readTable } from "./tables.js";
import type {
  AccuracyRequest,
  AnalysisRequest,
  Catalog,
  Dataset,
  DecisionsRequest,
  EvaluateRequest,
  Evaluation,
  FieldRequest,
  Judgement,
  LossAnswer,
  LossRequest,
  Measure,
  Named,
  PredictionsRequest,
  RunReport,
  RunSpec,
  Settings,
  SliceRequest,
  Table,
} from "./types.js";

export { EngineError, type EngineErrorCode } from "./engine-error.js";
export type * from "./types.js";

type OptionalName =
  | "catalog_json"
  | "predictions"
  | "leads"
  | "probabilities"
  | "accuracy"
  | "judge"
  | "loss"
  | "dataset"
  | "csv";

/** What only some engines have: models, losses and datasets, or words. */
function optional<Name extends OptionalName>(module: EngineModule, name: Name): EngineModule[Name] {
  const found = module[name];
  if (typeof found === "function") return found;
  throw new EngineError("unavailable", `this page’s engine was built without ${name}`);
}

/** The mathematics of Fall Line, in this thread. Every method throws EngineError. */
export class Engine {
  readonly #module: EngineModule;
  #catalog: Catalog | undefined;

  constructor(module: EngineModule) {
    this.#module = module;
  }

  /**
   * Methods, problems and derivations with their parameters, quantities and formula lines; only
   * the whole engine has them, a page has its part of them in its HTML.
   */
  catalog(): Catalog {
    if (!this.#catalog) {
      const text = this.#optional("catalog_json")();
      this.#check(text !== "");
      this.#catalog = JSON.parse(text) as Catalog;
    }
    return this.#catalog;
  }

  /** Value, gradient, Hessian and its spectrum of a problem in one point. */
  evaluate(request: EvaluateRequest): Evaluation {
    const point = checkedNumbers("at", request.at);
    this.#check(this.#module.evaluate(problemText(request), point.join(",")));
    const n = point.length;
    const numbers = this.#module.result().slice();
    const part = (from: number, count: number) => numbers.slice(from, from + count);
    return {
      value: numbers[0] as number,
      gradient: part(1, n),
      hessian: part(1 + n, n * n),
      eigenvalues: part(1 + n + n * n, n),
      eigenvectors: part(1 + 2 * n + n * n, n * n),
    };
  }

  /** f on a grid, row by row: entry `row·x[2] + column` belongs to (x_column, y_row). */
  field(request: FieldRequest): Float64Array {
    const axes = checkedAxes(request.x, request.y ?? [0, 0, 1]);
    this.#check(this.#module.field(problemText(request), ...axes));
    return this.#module.result().slice();
  }

  /** f over a plane, row by row: entry `row·x[2] + column` belongs to at + x·first + y·second. */
  slice(request: SliceRequest): Float64Array {
    const [at, first, second] = (["at", "first", "second"] as const).map((name) =>
      checkedNumbers(name, request[name]).join(","),
    ) as [string, string, string];
    const axes = checkedAxes(request.x, request.y);
    this.#check(this.#module.slice(problemText(request), at, first, second, ...axes));
    return this.#module.result().slice();
  }

  /** A model's outputs on a grid of inputs: entry `(row·x[2] + column)·outputs + k`. */
  predictions(request: PredictionsRequest): Float64Array {
    const weights = checkedNumbers("weights", request.weights).join(",");
    const axes = checkedAxes(request.x, request.y);
    this.#check(this.#optional("predictions")(problemText(request), weights, ...axes));
    return this.#module.result().slice();
  }

  /** A classifier's decision on a grid of inputs: entry `(row·x[2] + column)·classes + k`. */
  decisions(request: DecisionsRequest): Float64Array {
    const weights = checkedNumbers("weights", request.weights).join(",");
    const { decision } = request;
    const fill = { lead: "leads", probability: "probabilities" }[decision] as
      | "leads"
      | "probabilities"
      | undefined;
    if (!fill) throw invalidArgument("decision", decision, "lead or probability");
    const axes = checkedAxes(request.x, request.y);
    this.#check(this.#optional(fill)(problemText(request), weights, ...axes));
    return this.#module.result().slice();
  }

  /** A model's outputs for examples: entry `example·outputs + k`. */
  scores(request: AccuracyRequest): Float64Array {
    return this.#judged(request).slice(1);
  }

  /** The share of examples whose class the model predicts, 0 to 1. */
  accuracy(request: AccuracyRequest): number {
    return this.#judged(request)[0] as number;
  }

  /** The accuracy, then the scores of every example. */
  #judged(request: AccuracyRequest): Float64Array {
    const weights = checkedNumbers("weights", request.weights).join(",");
    const examples = dataText(request.examples);
    this.#check(this.#optional("accuracy")(problemText(request), weights, examples));
    return this.#module.result();
  }

  /** The table that answers a question about a problem or a run. */
  analyse(request: AnalysisRequest): Table {
    this.#check(this.#module.analyse(analysisText(request)));
    return readTable(this.#module.text_result(), this.#module.result());
  }

  /** The loss of scores, example by example and of all together. */
  loss(request: LossRequest): LossAnswer {
    this.#check(this.#optional("loss")(lossText(request)));
    const numbers = this.#module.result();
    const [total = 0, size = 0] = numbers;
    return {
      total,
      gradient: numbers.slice(2, 2 + size),
      table: readTable(this.#module.text_result(), numbers.subarray(2 + size)),
    };
  }

  /** The examples of a dataset. */
  dataset(data: Named): Dataset {
    this.#check(this.#optional("dataset")(dataText(data)));
    return readDataset(this.#module.result(), this.#module.text_result()).dataset;
  }

  /**
   * The dataset in the text of a CSV file, and the text of its rows: `{ name: "table", settings:
   * { rows } }` is then the data of a run spec. `target` says what the last column holds.
   */
  csv(
    text: string,
    target: "automatic" | "classes" | "numbers" = "automatic",
  ): { dataset: Dataset; rows: string } {
    this.#check(this.#optional("csv")(checkedText("csv", text), checkedText("target", target)));
    return readDataset(this.#module.result(), this.#module.text_result());
  }

  /** The answer to a question about a run. */
  measure(measure: Measure): number {
    this.#check(this.#module.measure(measureText(measure)));
    return this.#module.result()[0] as number;
  }

  /** `count` uniform numbers from [0, 1), the same for the same seed everywhere. At most 1000. */
  draw(seed: number | string, count: number): Float64Array {
    this.#check(this.#module.draw_uniform(String(seed), checkedNumber("count", count)));
    return this.#module.result().slice();
  }

  /** A run at its start; `advance` it, read its `trace`, and `dispose` it. */
  run(spec: RunSpec): Run {
    const handle = this.#module.create_run(runSpecText(spec));
    this.#check(handle !== null);
    return new Run(this.#module, handle as RunHandle, (ok) => this.#check(ok));
  }

  #optional<Name extends OptionalName>(name: Name): EngineModule[Name] {
    return optional(this.#module, name);
  }

  #check(ok: boolean): void {
    if (ok) return;
    throw new EngineError(
      this.#module.error_code() as EngineErrorCode,
      this.#module.error_message(),
      this.#module.error_argument(),
    );
  }
}

/** A method at work on a problem, every step traced. Lives in wasm memory until disposed. */
export class Run {
  readonly #module: EngineModule;
  readonly #check: (ok: boolean) => void;
  #handle: RunHandle | undefined;

  /** Made by Engine.run. */
  constructor(module: EngineModule, handle: RunHandle, check: (ok: boolean) => void) {
    this.#module = module;
    this.#handle = handle;
    this.#check = check;
  }

  /** Takes up to `steps` more steps and returns how many; fewer when the run stops. */
  advance(steps: number): number {
    this.#check(this.#live().advance(checkedNumber("steps", steps)));
    return this.#module.result()[0] as number;
  }

  /** What the run is doing, and why it stopped if it did. */
  report(): RunReport {
    const text = this.#live().report();
    this.#check(text !== "");
    return JSON.parse(text) as RunReport;
  }

  /**
   * Every row of a quantity, (steps + 1) × width: row t belongs to step t, row 0 to the start.
   * NaN where the quantity does not exist yet.
   */
  trace(quantity: string): Float64Array {
    this.#check(this.#live().trace(checkedText("quantity", quantity)));
    return this.#module.result().slice();
  }

  /**
   * The quantities of step `step` had `overrides` held for that step alone, in trace order
   * (theta, gradient, loss, then the method's), vectors flattened.
   */
  whatIf(step: number, overrides: Settings): Float64Array {
    const text = overridesText(overrides);
    this.#check(this.#live().what_if(checkedNumber("step", step), text));
    return this.#module.result().slice();
  }

  /** How the run does on `examples` after each step, 0 to the last one taken. */
  judge(examples: Named): Judgement {
    this.#check(optional(this.#module, "judge")(this.#live(), dataText(examples)));
    const numbers = this.#module.result();
    const rows = numbers.length / 2;
    return { values: numbers.slice(0, rows), accuracies: numbers.slice(rows) };
  }

  /** Frees the run's memory. Calling it again does nothing. */
  dispose(): void {
    this.#handle?.delete();
    this.#handle = undefined;
  }

  #live(): RunHandle {
    if (!this.#handle) throw new EngineError("disposed", "the run was disposed before");
    return this.#handle;
  }
}
