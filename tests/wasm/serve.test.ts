// serve() and the worker's script seen from the line alone.
import { expect, onTestFinished, test, vi } from "vitest";
import type { Engine, EngineSource } from "../../wasm/engine/index.js";
import type { FromWorker, Line, ToWorker } from "../../wasm/worker/protocol.js";
import { serve } from "../../wasm/worker/serve.js";
import { trap } from "./fake-worker.js";
import { freshEngine } from "./load.js";

/** A line that keeps what was sent, by value as a real one would. */
class Recorder implements Line {
  onmessage: Line["onmessage"] = null;
  readonly sent: FromWorker[] = [];
  readonly #waiting: (() => void)[] = [];

  postMessage(message: unknown, transfer: ArrayBuffer[]): void {
    this.sent.push(structuredClone(message, { transfer }) as FromWorker);
    for (const resolve of this.#waiting.splice(0)) resolve();
  }

  receive(message: ToWorker): void {
    this.onmessage?.({ data: message as never });
  }

  /** The message that belongs to call `id`. */
  async about(id: number): Promise<FromWorker> {
    for (;;) {
      const found = this.sent.find((message) => "id" in message && message.id === id);
      if (found) return found;
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
  }
}

const measure = { spec: { problem: "booth", method: "adam" }, steps: 0, quantity: "theta" };
const call = (id: number, name: string, request: unknown) =>
  ({ kind: "call", id, call: name, request }) as ToWorker;

test("arrays are handed over, not copied", async () => {
  const engine = await freshEngine();
  const made: Float64Array[] = [];
  const keep = vi.spyOn(engine, "field").mockImplementation((request) => {
    keep.mockRestore();
    made.push(engine.field(request));
    return made[0] as Float64Array;
  });
  const line = new Recorder();
  serve(line, engine);
  line.receive(call(1, "field", { problem: "booth", x: [0, 1, 64], y: [0, 1, 64] }));
  expect(await line.about(1)).toMatchObject({ kind: "answer" });
  expect(made[0]?.buffer.byteLength).toBe(0); // detached
});

test("it tells how long an analysis took, and refuses what the engine refuses", async () => {
  const line = new Recorder();
  serve(line, await freshEngine());
  const work = (repeats: number) => ({
    analysis: { name: "step_work", settings: { parameters: 60, repeats } },
  });
  line.receive(call(1, "timed", work(1)));
  line.receive(call(2, "timed", work(400)));
  line.receive(call(3, "timed", work(1e8)));
  const once = (await line.about(1)) as Extract<FromWorker, { kind: "answer" }>;
  const often = (await line.about(2)) as typeof once;
  expect(often.answer as number).toBeGreaterThan(once.answer as number);
  expect(await line.about(3)).toMatchObject({ kind: "error", argument: "analysis.repeats" });
});

test("a call that is cancelled while it waits never starts", async () => {
  const engine = await freshEngine();
  const measured = vi.spyOn(engine, "measure");
  const line = new Recorder();
  serve(line, engine);
  line.receive(call(1, "measure", measure));
  line.receive(call(2, "measure", measure));
  line.receive({ kind: "cancel", id: 1 });
  await line.about(2);
  expect(measured).toHaveBeenCalledOnce();
  expect(line.sent.map((message) => message.kind)).toEqual(["ready", "answer"]);
});

test("cancelling what is unknown or already answered does nothing", async () => {
  const line = new Recorder();
  serve(line, await freshEngine());
  line.receive({ kind: "cancel", id: 1 }); // before it arrives: ids are the client's, never reused
  line.receive(call(1, "measure", measure));
  await line.about(1);
  line.receive({ kind: "cancel", id: 1 });
  line.receive(call(2, "measure", measure));
  expect(await line.about(2)).toMatchObject({ kind: "answer", answer: -4 });
});

test("after a trap nothing that waits is answered", async () => {
  const engine = await freshEngine();
  vi.spyOn(engine, "measure").mockImplementation(trap);
  const line = new Recorder();
  serve(line, engine);
  line.receive(call(1, "measure", measure));
  line.receive(call(2, "draw", { seed: 1, count: 1 }));
  expect(await line.about(1)).toMatchObject({ kind: "trap", message: "unreachable" });
  expect(line.onmessage).toBeNull();
  expect(line.sent).toHaveLength(2); // ready, trap
});

test("opening a session twice frees the first run", async () => {
  const engine = await freshEngine();
  const dispose = vi.fn();
  const open = vi.spyOn(engine, "run");
  const line = new Recorder();
  serve(line, engine);
  const spec = { problem: "booth", method: "adam" };
  line.receive(call(1, "openSession", { session: 1, spec }));
  await line.about(1);
  const first = open.mock.results[0]?.value as { dispose(): void };
  vi.spyOn(first, "dispose").mockImplementation(dispose);
  line.receive(call(2, "openSession", { session: 1, spec }));
  await line.about(2);
  expect(dispose).toHaveBeenCalledOnce();
});

/** Runs the worker's own script on `line`, its engine loaded by `load`. */
async function runScript(line: Line, load: (source: EngineSource) => Promise<Engine>) {
  vi.resetModules();
  vi.doMock("../../wasm/engine/open-engine.js", () => ({
    openEngine: (_: unknown, source: EngineSource) => load(source),
  }));
  vi.stubGlobal("self", line);
  onTestFinished(() => {
    vi.unstubAllGlobals();
    vi.doUnmock("../../wasm/engine/open-engine.js");
  });
  await import("../../wasm/worker/descent-worker.js");
}

test("the worker's script answers what arrived while its engine was loading", async () => {
  const engine = await freshEngine();
  const line = new Recorder();
  await runScript(line, async ({ wasmUrl }) => {
    expect(wasmUrl).toMatch(/fall_line_descent\.wasm$/);
    line.receive(call(1, "measure", measure));
    line.receive(call(2, "measure", measure));
    line.receive({ kind: "cancel", id: 1 });
    return engine;
  });
  expect(await line.about(2)).toMatchObject({ kind: "answer", answer: -4 });
  expect(line.sent.map((message) => message.kind)).toEqual(["ready", "answer"]);
});

test("the worker's script tells when its engine does not load", async () => {
  const line = new Recorder();
  await runScript(line, () => Promise.reject(new Error("404")));
  expect(line.sent).toEqual([{ kind: "load_failed", message: "404" }]);
});

test("a run brings the answer of its model at a step, the same as asked for its weights", async () => {
  const engine = await freshEngine();
  const line = new Recorder();
  serve(line, engine);
  const data = { name: "points", settings: { classes: 2, points: "0,1,0;1,0,1;2,-1,1" } };
  const problem = "linear_svm";
  const spec = { problem, method: "gradient_descent", data };
  const question = {
    data,
    grid: { x: [-1, 1, 3], y: [-1, 1, 2], decisions: ["lead", "probability"] },
    examples: { data, labels: [0, 1, 1], losses: { single: "hinge" } },
  };
  const orders = [3, 99].map((step) => ({
    spec,
    quantities: ["theta"],
    model: { ...question, step },
  }));
  line.receive(call(1, "runs", { runs: orders, steps: 5 }));
  // biome-ignore lint/suspicious/noExplicitAny: any message of the line
  const { answer } = (await line.about(1)) as any;
  for (const [i, step] of [3, 5].entries()) {
    if (answer[i].refused) throw new Error(answer[i].refused.message);
    const weights = [...answer[i].traces.theta.subarray(3 * step, 3 * step + 3)];
    line.receive(call(10 + i, "model", { problem, weights, question }));
    // biome-ignore lint/suspicious/noExplicitAny: as above
    const asked = ((await line.about(10 + i)) as any).answer;
    expect(answer[i].model).toEqual(asked);
    const model = { problem, data, weights };
    const { x, y } = { x: [-1, 1, 3], y: [-1, 1, 2] } as const;
    const scores = engine.scores({ ...model, examples: data });
    expect(asked.scores).toEqual(scores);
    expect(asked.decisions).toEqual([
      engine.decisions({ ...model, x, y, decision: "lead" }),
      engine.decisions({ ...model, x, y, decision: "probability" }),
    ]);
    // label 1 is the positive side of the single score
    expect([...asked.losses]).toEqual(
      [-1, 1, 1].map((sign, e) => Math.max(0, 1 - sign * (scores[e] ?? Number.NaN))),
    );
  }
});

test("a loss that does not fit the number of scores is not asked for", async () => {
  const line = new Recorder();
  serve(line, await freshEngine());
  const data = { name: "points", settings: { classes: 3, points: "0,1,0;1,0,1;2,-1,2" } };
  const examples = { data, labels: [0, 1, 2], losses: { single: "hinge" } };
  const weights = [1, 0, 0, 1, -1, -1, 0, 0, 0];
  const request = { problem: "linear_svm", weights, question: { data, examples } };
  line.receive(call(1, "model", request));
  // biome-ignore lint/suspicious/noExplicitAny: any message of the line
  const { answer } = (await line.about(1)) as any;
  expect(answer.decisions).toEqual([]);
  expect(answer.scores.length).toBe(9);
  expect(answer.losses).toBeUndefined();
});
