import type { EngineErrorCode } from "../engine/engine-error.js";
import type {
  AccuracyRequest,
  AnalysisRequest,
  Dataset,
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
} from "../engine/types.js";
import type { ModelAnswer, ModelQuestion } from "./model-answer.js";

/** One run of a `runs` request: its report and the rows of each quantity that was asked for. */
export interface RunResult {
  report: RunReport;
  /** By quantity name: (steps + 1) × width, row-major. */
  traces: Record<string, Float64Array>;
  /** One for each dataset of `judgedBy`. */
  judgements: Judgement[];
  /** To the order's question about its model. */
  model?: ModelAnswer;
}

/** A spec that the engine refused, in place of its result. */
export interface RunRefusal {
  refused: { argument: string; message: string };
}

/** A run, and what is wanted of it. */
export interface RunOrder {
  spec: RunSpec;
  /** Quantities whose rows are wanted. */
  quantities: string[];
  /** Examples that every step is to be judged by. */
  judgedBy?: Named[];
  /** Asked of its model at a step, or at the last one that it took before. */
  model?: ModelQuestion & { step: number };
  /** Steps it takes, where they are not those of all runs. */
  steps?: number;
}

/** Runs whose steps are to be timed. */
export interface TimeRequest {
  specs: RunSpec[];
  /** Steps each run takes, fewer where it stops. */
  steps: number;
}

export interface RunsRequest {
  runs: RunOrder[];
  /** Steps each run takes, fewer where it stops. */
  steps: number;
}

/** What the worker can be asked, with argument and answer. Numbers of sessions are the client's. */
export interface Calls {
  evaluate: { request: EvaluateRequest; answer: Evaluation };
  field: { request: FieldRequest; answer: Float64Array };
  slice: { request: SliceRequest; answer: Float64Array };
  predictions: { request: PredictionsRequest; answer: Float64Array };
  model: {
    request: { problem: Named; weights: number[]; question: ModelQuestion };
    answer: ModelAnswer;
  };
  accuracy: { request: AccuracyRequest; answer: number };
  analyse: { request: AnalysisRequest; answer: Table };
  /** How long the engine takes to answer, in milliseconds; the answer itself is dropped. */
  timed: { request: AnalysisRequest; answer: number };
  loss: { request: LossRequest; answer: LossAnswer };
  dataset: { request: Named; answer: Dataset };
  csv: {
    request: { text: string; target?: "automatic" | "classes" | "numbers" };
    answer: { dataset: Dataset; rows: string };
  };
  measure: { request: Measure; answer: number };
  draw: { request: { seed: number | string; count: number }; answer: Float64Array };
  runs: { request: RunsRequest; answer: (RunResult | RunRefusal)[] };
  /** What a traced step of each takes on this machine, in microseconds; NaN where it takes none. */
  time: { request: TimeRequest; answer: Float64Array };
  whatIf: {
    request: { spec: RunSpec; step: number; overrides: Settings[] };
    answer: Float64Array[];
  };
  openSession: { request: { session: number; spec: RunSpec }; answer: null };
  advanceSession: { request: { session: number; steps: number }; answer: RunReport };
  traceSession: { request: { session: number; quantity: string }; answer: Float64Array };
  closeSession: { request: { session: number }; answer: null };
}

export type CallName = keyof Calls;

export type ToWorker =
  | { kind: "call"; id: number; call: CallName; request: unknown }
  | { kind: "cancel"; id: number }
  /** Asks for `alive`, which comes once nothing is being computed for a moment. */
  | { kind: "ping" };

export type FromWorker =
  | { kind: "ready" }
  | { kind: "alive" }
  | { kind: "load_failed"; message: string }
  | { kind: "answer"; id: number; answer: unknown }
  | { kind: "error"; id: number; code: EngineErrorCode; message: string; argument: string }
  /** The engine broke off in the middle of a call; the worker must be discarded. */
  | { kind: "trap"; id: number; message: string };

/** What both ends of the line can do: a Worker, a worker's global scope, a MessagePort. */
export interface Line {
  postMessage(message: unknown, transfer: ArrayBuffer[]): void;
  onmessage: ((event: { data: never }) => void) | null;
}
