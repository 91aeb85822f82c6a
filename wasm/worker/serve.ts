import type { Engine, Run } from "../engine/engine.js";
import { EngineError } from "../engine/engine-error.js";
import type {
  CallName,
  Calls,
  FromWorker,
  Line,
  RunRefusal,
  RunResult,
  ToWorker,
} from "./protocol.js";

/** Steps after which a long run lets cancellations in. */
const sliceSteps = 20_000;

type Answer = { value: unknown; transfer?: ArrayBuffer[] };
type Job = Extract<ToWorker, { kind: "call" }>;

/** A macrotask: messages that have already arrived are handled before it resolves. */
function breath(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/**
 * Answers calls that arrive on `line` with `engine`, one at a time in order of arrival.
 * A cancelled call is dropped before it starts, or between two slices of a long run.
 */
export function serve(line: Line, engine: Engine): void {
  const queue: Job[] = [];
  const cancelled = new Set<number>();
  const sessions = new Map<number, Run>();
  let draining = false;

  const send = (message: FromWorker, transfer: ArrayBuffer[] = []) =>
    line.postMessage(message, transfer);

  const session = (id: number): Run => {
    const run = sessions.get(id);
    if (!run) throw new EngineError("disposed", "the run was disposed before");
    return run;
  };

  const buffers = (arrays: Float64Array[]) => arrays.map((array) => array.buffer as ArrayBuffer);

  async function runOnce(
    id: number,
    spec: Calls["runs"]["request"]["specs"][number],
    steps: number,
    quantities: string[],
  ): Promise<RunResult | RunRefusal> {
    let run: Run | undefined;
    try {
      run = engine.run(spec);
      for (let left = steps; left > 0; left -= sliceSteps) {
        if (run.advance(Math.min(left, sliceSteps)) < Math.min(left, sliceSteps)) break;
        if (left > sliceSteps) {
          await breath();
          if (cancelled.has(id)) break;
        }
      }
      const traces: Record<string, Float64Array> = {};
      for (const quantity of quantities) traces[quantity] = run.trace(quantity);
      return { report: run.report(), traces };
    } catch (error) {
      if (!(error instanceof EngineError) || error.code !== "invalid_argument") throw error;
      return { refused: { argument: error.argument, message: error.message } };
    } finally {
      run?.dispose();
    }
  }

  const handlers: {
    [C in CallName]: (request: Calls[C]["request"], id: number) => Answer | Promise<Answer>;
  } = {
    catalog: () => ({ value: engine.catalog() }),
    evaluate: (request) => ({ value: engine.evaluate(request) }),
    field: (request) => {
      const value = engine.field(request);
      return { value, transfer: buffers([value]) };
    },
    measure: (request) => ({ value: engine.measure(request) }),
    draw: ({ seed, count }) => ({ value: engine.draw(seed, count) }),
    runs: async ({ specs, steps, quantities }, id) => {
      const value: (RunResult | RunRefusal)[] = [];
      for (const spec of specs) value.push(await runOnce(id, spec, steps, quantities));
      const traces = value.flatMap((one) => ("traces" in one ? Object.values(one.traces) : []));
      return { value, transfer: buffers(traces) };
    },
    whatIf: ({ spec, step, overrides }) => {
      const run = engine.run(spec);
      try {
        run.advance(step);
        return { value: overrides.map((one) => run.whatIf(step, one)) };
      } finally {
        run.dispose();
      }
    },
    openSession: ({ session: id, spec }) => {
      sessions.set(id, engine.run(spec));
      return { value: null };
    },
    advanceSession: ({ session: id, steps }) => {
      session(id).advance(steps);
      return { value: session(id).report() };
    },
    traceSession: ({ session: id, quantity }) => {
      const value = session(id).trace(quantity);
      return { value, transfer: buffers([value]) };
    },
    closeSession: ({ session: id }) => {
      sessions.get(id)?.dispose();
      sessions.delete(id);
      return { value: null };
    },
  };

  async function answer({ id, call, request }: Job): Promise<void> {
    try {
      const handler = handlers[call] as (request: unknown, id: number) => Answer | Promise<Answer>;
      const { value, transfer } = await handler(request, id);
      if (!cancelled.has(id)) send({ kind: "answer", id, answer: value }, transfer);
    } catch (error) {
      if (error instanceof EngineError) {
        const { code, message, argument } = error;
        send({ kind: "error", id, code, message, argument });
      } else {
        // e.g. WebAssembly.RuntimeError: memory may be in any state, so nothing more is answered
        queue.length = 0;
        line.onmessage = null;
        send({ kind: "trap", id, message: error instanceof Error ? error.message : String(error) });
      }
    }
  }

  async function drain(): Promise<void> {
    draining = true;
    await breath();
    for (let job = queue.shift(); job; job = queue.shift()) {
      if (!cancelled.has(job.id)) await answer(job);
      cancelled.delete(job.id);
      if (queue.length > 0) await breath();
    }
    draining = false;
  }

  line.onmessage = ({ data }: { data: ToWorker }) => {
    if (data.kind === "cancel") {
      cancelled.add(data.id);
      return;
    }
    queue.push(data);
    if (!draining) void drain();
  };
  send({ kind: "ready" });
}
