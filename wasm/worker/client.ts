import { invalidArgument } from "../engine/arguments.js";
import { EngineError } from "../engine/engine-error.js";
import type { RunReport, RunSpec } from "../engine/types.js";
import type { CallName, Calls, FromWorker, ToWorker } from "./protocol.js";
import { Watch } from "./watch.js";

/** A worker, or what stands for one in a test. */
export interface EngineWorker {
  postMessage(message: ToWorker): void;
  onmessage: ((event: { data: FromWorker }) => void) | null;
  onerror: ((event: { message?: string }) => void) | null;
  terminate(): void;
}

interface Pending {
  message: Extract<ToWorker, { kind: "call" }>;
  resolve(answer: never): void;
  reject(error: EngineError): void;
}

interface Session {
  spec: RunSpec;
  steps: number;
}

/** What is asked again after a trap must not depend on what the caller has done to it since. */
function copied<T>(argument: string, value: T): T {
  try {
    return structuredClone(value);
  } catch {
    throw invalidArgument(argument, value, "plain data");
  }
}

/** A trap in each of this many workers in a row, or the end of one, and no further one is started. */
const mostTraps = 3;

/**
 * The engine behind a worker. Answers are promises; a call on a `channel` supersedes the one
 * before it on that channel. After a trap, or when its worker was ended from outside, a new worker
 * takes over: open runs are replayed from their specs, waiting calls are asked again, and only a
 * call that trapped fails.
 */
export class EngineClient {
  readonly #spawn: () => EngineWorker;
  readonly #pending = new Map<number, Pending>();
  readonly #channels = new Map<string, number>();
  readonly #sessions = new Map<number, Session>();
  #worker: EngineWorker | undefined;
  #lastId = 0;
  #traps = 0;
  readonly #watch = new Watch(
    () => this.#worker?.postMessage({ kind: "ping" }),
    () => this.#replaceWorker("its worker does not answer"),
  );
  /** Whether the worker has loaded its engine: how long that takes depends on the network. */
  #answering = false;
  /** Whether an engine has answered yet: before, what fails is that it loads. */
  #loaded = false;
  #failure: EngineError | undefined;
  #resolveReady!: () => void;
  #rejectReady!: (error: EngineError) => void;

  /** Resolves when the engine answers; rejects with `load_failed` when it cannot. */
  readonly ready: Promise<void>;

  constructor(spawn: () => EngineWorker) {
    this.#spawn = spawn;
    this.ready = new Promise((resolve, reject) => {
      this.#resolveReady = resolve;
      this.#rejectReady = reject;
    });
    this.ready.catch(() => {}); // whoever awaits it sees the failure; nobody has to
    this.#start();
  }

  /** Asks the engine. On a `channel`, an earlier unanswered call is rejected as `superseded`. */
  call<C extends CallName>(
    call: C,
    request: Calls[C]["request"],
    channel?: string,
  ): Promise<Calls[C]["answer"]> {
    if (this.#failure) return Promise.reject(this.#failure);
    if (channel !== undefined) this.supersede(channel);
    const id = this.#nextId();
    let message: Pending["message"];
    try {
      message = { kind: "call", id, call, request: copied(call, request) };
    } catch (error) {
      return Promise.reject(error);
    }
    if (channel !== undefined) this.#channels.set(channel, id);
    return new Promise((resolve, reject) => {
      this.#pending.set(id, { message, resolve, reject });
      this.#worker?.postMessage(message);
      if (this.#answering) this.#watch.begin();
    });
  }

  /** Opens a run that lives in the worker until it is disposed. */
  async run(spec: RunSpec): Promise<RemoteRun> {
    const session = this.#nextId();
    const known: Session = { spec: copied("spec", spec), steps: 0 };
    await this.call("openSession", { session, spec: known.spec });
    this.#sessions.set(session, known);
    return {
      advance: async (steps) => {
        const report = await this.call("advanceSession", { session, steps });
        known.steps = report.steps;
        return report;
      },
      trace: (quantity) => this.call("traceSession", { session, quantity }),
      dispose: async () => {
        if (this.#sessions.delete(session)) await this.call("closeSession", { session });
      },
    };
  }

  /** Rejects the unanswered call on `channel`, if there is one, as `superseded`. */
  supersede(channel: string): void {
    const id = this.#channels.get(channel);
    const stale = id === undefined ? undefined : this.#pending.get(id);
    if (id === undefined || !stale) return;
    this.#pending.delete(id);
    this.#worker?.postMessage({ kind: "cancel", id });
    stale.reject(new EngineError("superseded", "a newer request took its place"));
  }

  /** Ends the worker; waiting calls are rejected as `disposed`. */
  dispose(): void {
    this.#fail(new EngineError("disposed", "the engine was closed"));
  }

  #nextId(): number {
    this.#lastId += 1;
    return this.#lastId;
  }

  #start(): void {
    try {
      const worker = this.#spawn();
      worker.onmessage = ({ data }) => this.#receive(data);
      worker.onerror = ({ message }) => {
        if (this.#loaded) this.#replaceWorker(message || "its worker was ended");
        else this.#fail(new EngineError("load_failed", message || "the worker's script failed"));
      };
      this.#worker = worker;
    } catch (error) {
      // e.g. a policy that forbids workers
      const message = error instanceof Error ? error.message : String(error);
      this.#fail(new EngineError("load_failed", message));
    }
  }

  #stop(): void {
    this.#answering = false;
    this.#watch.end();
    if (!this.#worker) return;
    this.#worker.onmessage = null; // what it has already sent is not wanted any more
    this.#worker.onerror = null;
    this.#worker.terminate();
    this.#worker = undefined;
  }

  #receive(message: FromWorker): void {
    this.#watch.heard();
    switch (message.kind) {
      case "ready":
        this.#loaded = true;
        this.#answering = true;
        if (this.#pending.size > 0) this.#watch.begin();
        this.#resolveReady();
        break;
      case "load_failed":
        this.#fail(new EngineError("load_failed", message.message));
        break;
      case "answer":
        this.#take(message.id)?.resolve(message.answer as never);
        break;
      case "error":
        this.#take(message.id)?.reject(
          new EngineError(message.code, message.message, message.argument),
        );
        break;
      case "trap":
        this.#replaceWorker(message.message, message.id);
        break;
    }
  }

  /** The call that has been answered; not that of a replay, which nobody waits for. */
  #take(id: number): Pending | undefined {
    const pending = this.#pending.get(id);
    if (pending) this.#traps = 0;
    this.#pending.delete(id);
    if (this.#pending.size === 0) this.#watch.end();
    return pending;
  }

  /** `culprit` is the call that cannot be asked again, where one is known. */
  #replaceWorker(message: string, culprit?: number): void {
    this.#stop();
    const trapped = new EngineError("trap", `the engine broke off: ${message}`);
    if (culprit !== undefined) {
      this.#pending.get(culprit)?.reject(trapped);
      this.#pending.delete(culprit);
    }
    this.#traps += 1;
    if (this.#traps >= mostTraps) {
      this.#fail(trapped);
      return;
    }
    this.#start();
    for (const [session, { spec, steps }] of this.#sessions) {
      this.#replay("openSession", { session, spec });
      this.#replay("advanceSession", { session, steps });
    }
    for (const { message: again } of this.#pending.values()) this.#worker?.postMessage(again);
  }

  #replay<C extends CallName>(call: C, request: Calls[C]["request"]): void {
    this.#worker?.postMessage({ kind: "call", id: this.#nextId(), call, request });
  }

  #fail(error: EngineError): void {
    if (this.#failure) return;
    this.#failure = error;
    this.#stop();
    this.#rejectReady(error);
    for (const { reject } of this.#pending.values()) reject(error);
    this.#pending.clear();
    this.#sessions.clear();
  }
}

/** A run that lives in the worker. */
export interface RemoteRun {
  /** Takes up to `steps` more steps. */
  advance(steps: number): Promise<RunReport>;
  /** Every row of a quantity, as Run.trace in the same thread. */
  trace(quantity: string): Promise<Float64Array>;
  dispose(): Promise<void>;
}
