import type { Engine, Run } from "../engine/engine.js";
import { EngineError } from "../engine/engine-error.js";
import { modelAnswer } from "./model-answer.js";
import { nextTask } from "./next-task.js";
import type {
  CallName,
  Calls,
  FromWorker,
  Line,
  RunOrder,
  RunRefusal,
  RunResult,
  ToWorker,
} from "./protocol.js";
import { stepTime } from "./time-runs.js";

/** Steps after which a long run lets cancellations in. */
const sliceSteps = 20_000;

type Answer = { value: unknown; transfer?: ArrayBuffer[] };
type Job = Extract<ToWorker, { kind: "call" }> & { cancelled?: boolean };

/** Thrown out of a job that nobody waits for any more. */
class Cancelled extends Error {}

/**
 * Answers calls that arrive on `line` with `engine`, one at a time in order of arrival.
 * A cancelled call is dropped before it starts, or between two slices of a long run.
 *
 * A call that fails with an EngineError is answered with it, one that fails with a TypeError (a
 * request of the wrong shape) with `internal`. Anything else, such as WebAssembly.RuntimeError,
 * may have left the engine's memory in any state: it is reported as a trap, and nothing more is
 * answered.
 */
export function serve(line: Line, engine: Engine): void {
  const queue: Job[] = [];
  const sessions = new Map<number, Run>();
  let current: Job | undefined;
  let draining = false;
  let stepsSinceBreath = 0;

  const send = (message: FromWorker, transfer: ArrayBuffer[] = []) =>
    line.postMessage(message, transfer);

  const session = (id: number): Run => {
    const run = sessions.get(id);
    if (!run) throw new EngineError("disposed", "the run was disposed before");
    return run;
  };

  const buffers = (arrays: Float64Array[]) => arrays.map((array) => array.buffer as ArrayBuffer);

  const transferred = (value: Float64Array): Answer => ({ value, transfer: buffers([value]) });

  /** Advances `run` in slices; messages that arrive meanwhile are handled between them. */
  async function advance(run: Run, steps: number, job: Job): Promise<void> {
    for (let left = steps; ; left -= sliceSteps) {
      const wanted = Math.min(left, sliceSteps);
      const taken = run.advance(wanted);
      stepsSinceBreath += taken;
      if (stepsSinceBreath >= sliceSteps) {
        await nextTask();
        stepsSinceBreath = 0;
        if (job.cancelled) throw new Cancelled();
      }
      if (taken < wanted || left <= sliceSteps) return;
    }
  }

  function weightsAt(run: Run, step: number): number[] {
    const theta = run.trace("theta");
    const { steps } = run.report();
    const n = theta.length / (steps + 1);
    const row = Math.min(step, steps);
    return [...theta.subarray(row * n, (row + 1) * n)];
  }

  async function runOnce(
    { spec, quantities, judgedBy = [], model, steps: ownSteps }: RunOrder,
    steps: number,
    job: Job,
  ): Promise<RunResult | RunRefusal> {
    let run: Run | undefined;
    try {
      run = engine.run(spec);
      await advance(run, ownSteps ?? steps, job);
      const traces: Record<string, Float64Array> = {};
      for (const quantity of quantities) traces[quantity] = run.trace(quantity);
      const judgements: RunResult["judgements"] = [];
      for (const examples of judgedBy) judgements.push(run.judge(examples));
      const report = run.report();
      const question = model && {
        model: modelAnswer(engine, spec.problem, weightsAt(run, model.step), model),
      };
      return { report, traces, judgements, ...question };
    } catch (error) {
      if (!(error instanceof EngineError) || error.code !== "invalid_argument") throw error;
      return { refused: { argument: error.argument, message: error.message } };
    } finally {
      run?.dispose();
    }
  }

  const handlers: {
    [C in CallName]: (request: Calls[C]["request"], job: Job) => Answer | Promise<Answer>;
  } = {
    evaluate: (request) => ({ value: engine.evaluate(request) }),
    field: (request) => transferred(engine.field(request)),
    slice: (request) => transferred(engine.slice(request)),
    predictions: (request) => transferred(engine.predictions(request)),
    model: ({ problem, weights, question }) => ({
      value: modelAnswer(engine, problem, weights, question),
    }),
    accuracy: (request) => ({ value: engine.accuracy(request) }),
    analyse: (request) => {
      const table = engine.analyse(request);
      return { value: table, transfer: buffers(Object.values(table.columns)) };
    },
    timed: (request) => {
      const before = performance.now();
      engine.analyse(request);
      return { value: performance.now() - before };
    },
    loss: (request) => ({ value: engine.loss(request) }),
    dataset: (request) => ({ value: engine.dataset(request) }),
    csv: ({ text, target }) => ({ value: engine.csv(text, target) }),
    measure: (request) => ({ value: engine.measure(request) }),
    draw: ({ seed, count }) => ({ value: engine.draw(seed, count) }),
    runs: async ({ runs, steps }, job) => {
      const value: (RunResult | RunRefusal)[] = [];
      for (const run of runs) value.push(await runOnce(run, steps, job));
      const traces = value.flatMap((one) => ("traces" in one ? Object.values(one.traces) : []));
      return { value, transfer: buffers(traces) };
    },
    time: async ({ specs, steps }, job) => {
      const breath = async () => {
        await nextTask();
        if (job.cancelled) throw new Cancelled();
      };
      const value = new Float64Array(specs.length);
      for (const [i, spec] of specs.entries()) {
        value[i] = await stepTime(engine, { spec, steps }, breath);
      }
      return transferred(value);
    },
    whatIf: ({ spec, step, overrides }) => {
      const run = engine.run(spec);
      try {
        run.advance(step);
        const value = overrides.map((one) => run.whatIf(step, one));
        return { value, transfer: buffers(value) };
      } finally {
        run.dispose();
      }
    },
    openSession: ({ session: id, spec }) => {
      const run = engine.run(spec);
      sessions.get(id)?.dispose();
      sessions.set(id, run);
      return { value: null };
    },
    advanceSession: ({ session: id, steps }) => {
      session(id).advance(steps);
      return { value: session(id).report() };
    },
    traceSession: ({ session: id, quantity }) => transferred(session(id).trace(quantity)),
    closeSession: ({ session: id }) => {
      sessions.get(id)?.dispose();
      sessions.delete(id);
      return { value: null };
    },
  };

  async function answer(job: Job): Promise<void> {
    const { id, call, request } = job;
    try {
      const handler = handlers[call] as (request: unknown, job: Job) => Answer | Promise<Answer>;
      const { value, transfer } = await handler(request, job);
      if (!job.cancelled) send({ kind: "answer", id, answer: value }, transfer);
    } catch (error) {
      if (error instanceof Cancelled) return;
      if (error instanceof EngineError) {
        const { code, message, argument } = error;
        send({ kind: "error", id, code, message, argument });
      } else if (error instanceof TypeError) {
        send({ kind: "error", id, code: "internal", message: error.message, argument: "" });
      } else {
        queue.length = 0;
        line.onmessage = null;
        send({ kind: "trap", id, message: error instanceof Error ? error.message : String(error) });
      }
    }
  }

  async function drain(): Promise<void> {
    draining = true;
    await nextTask();
    for (current = queue.shift(); current; current = queue.shift()) {
      await answer(current);
      if (queue.length > 0) await nextTask();
      stepsSinceBreath = 0;
    }
    draining = false;
  }

  line.onmessage = ({ data }: { data: ToWorker }) => {
    if (data.kind === "cancel") {
      const waiting = queue.findIndex(({ id }) => id === data.id);
      if (waiting >= 0) queue.splice(waiting, 1);
      else if (current?.id === data.id) current.cancelled = true;
      return;
    }
    if (data.kind === "ping") {
      send({ kind: "alive" });
      return;
    }
    queue.push(data);
    if (!draining) void drain();
  };
  send({ kind: "ready" });
}
