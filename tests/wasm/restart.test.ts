// What a trap costs: the call that trapped, and nothing else.
import { expect, onTestFinished, test, vi } from "vitest";
import { EngineError } from "../../wasm/engine/engine-error.js";
import type { RunSpec } from "../../wasm/engine/types.js";
import { EngineClient, type EngineWorker } from "../../wasm/worker/client.js";
import { patience } from "../../wasm/worker/watch.js";
import { bench, quiet, trap, type Watch } from "./fake-worker.js";
import { freshEngine } from "./load.js";

const booth: RunSpec = { problem: "booth", method: "adam" };
const noisy: RunSpec = { problem: "noisy_gradient", method: "adam", seed: 9 };

/** A question on which the engine breaks off, and one on which it does not. */
const fatal = { spec: booth, steps: 13, quantity: "theta" } as const;
const harmless = { spec: booth, steps: 0, quantity: "theta" } as const;

const trapOnFatal: Watch = (method, [question]) => {
  if (method === "measure" && (question as typeof fatal).steps === fatal.steps) trap();
};

async function started(engines: number, watch: Watch = trapOnFatal) {
  const all = bench(await Promise.all(Array.from({ length: engines }, freshEngine)), watch);
  onTestFinished(() => all.client.dispose());
  await all.client.ready;
  return all;
}

const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => "answered",
    (error: { code: string }) => error.code,
  );

test("only the call that trapped fails, with what broke off", async () => {
  const { client, workers } = await started(2);
  const calls = [
    client.call("measure", harmless),
    client.call("measure", fatal),
    client.call("measure", harmless),
    client.call("draw", { seed: 1, count: 2 }),
  ];
  expect(await Promise.all(calls.map(codeOf))).toEqual([
    "answered",
    "trap",
    "answered",
    "answered",
  ]);
  await expect(calls[1]).rejects.toThrow(/broke off: unreachable/);
  expect(workers.map(({ terminated }) => terminated)).toEqual([true, false]);
});

test("open sessions are replayed to the same numbers", async () => {
  const { client } = await started(2);
  const first = await client.run(noisy);
  const second = await client.run(booth);
  await first.advance(300);
  await second.advance(20);
  expect(await codeOf(client.call("measure", fatal))).toBe("trap");
  await first.advance(50);

  const engine = await freshEngine();
  const expected = engine.run(noisy);
  expected.advance(350);
  expect(await first.trace("theta")).toEqual(expected.trace("theta"));
  const other = engine.run(booth);
  other.advance(20);
  expect(await second.trace("v_hat")).toEqual(other.trace("v_hat"));
});

test("calls of a session that were waiting are asked again after its replay", async () => {
  const { client } = await started(2);
  const run = await client.run(noisy);
  await run.advance(100);
  const trapped = codeOf(client.call("measure", fatal));
  const report = run.advance(100);
  const theta = run.trace("theta");
  expect(await trapped).toBe("trap");
  expect(await report).toMatchObject({ steps: 200 });
  const expected = (await freshEngine()).run(noisy);
  expected.advance(200);
  expect(await theta).toEqual(expected.trace("theta"));
});

test("a session that was opened but not answered yet is opened again", async () => {
  const { client } = await started(2);
  const trapped = codeOf(client.call("measure", fatal));
  const run = await client.run(booth);
  expect(await trapped).toBe("trap");
  expect(await run.advance(3)).toMatchObject({ steps: 3 });
});

test("a step of a session that traps leaves it where it was", async () => {
  const { client } = await started(2, (method, [steps]) => {
    if (method === "run.advance" && steps === 13) trap();
  });
  const run = await client.run(booth);
  await run.advance(10);
  expect(await codeOf(run.advance(13))).toBe("trap");
  expect(await run.advance(5)).toMatchObject({ steps: 15 });
});

test("a closed session is not replayed", async () => {
  const { client, calls } = await started(2);
  const run = await client.run(booth);
  await run.dispose();
  expect(await codeOf(client.call("measure", fatal))).toBe("trap");
  await client.call("measure", harmless);
  expect(calls.filter((method) => method === "run")).toHaveLength(1);
});

test("what a caller does to its spec later does not change the replay", async () => {
  const { client } = await started(2);
  const start = [2, 2];
  const run = await client.run({ ...booth, start });
  await run.advance(4);
  const before = await run.trace("theta");
  start[0] = 7;
  expect(await codeOf(client.call("measure", fatal))).toBe("trap");
  expect(await run.trace("theta")).toEqual(before);
});

test("a superseded call is not asked again", async () => {
  const { client, calls } = await started(2);
  const trapped = codeOf(client.call("measure", fatal));
  const stale = codeOf(client.call("measure", harmless, "a"));
  const fresh = codeOf(client.call("measure", harmless, "a"));
  expect(await Promise.all([trapped, stale, fresh])).toEqual(["trap", "superseded", "answered"]);
  expect(calls.filter((method) => method === "measure")).toHaveLength(2);
});

test("three traps in a row, and no fourth worker is started", async () => {
  const { client, workers } = await started(3);
  const ends = [fatal, fatal, fatal, harmless].map((one) => codeOf(client.call("measure", one)));
  expect(await Promise.all(ends)).toEqual(["trap", "trap", "trap", "trap"]);
  expect(workers).toHaveLength(3);
  expect(workers.every(({ terminated }) => terminated)).toBe(true);
  expect(await codeOf(client.call("measure", harmless))).toBe("trap");
});

test("an answer between traps starts the count anew", async () => {
  const { client, workers } = await started(6);
  for (let i = 0; i < 5; ++i) {
    expect(await codeOf(client.call("measure", fatal))).toBe("trap");
    expect(await codeOf(client.call("measure", harmless))).toBe("answered");
  }
  expect(workers).toHaveLength(6);
});

test("a replay that traps each time does not go on for ever", async () => {
  let replays = false;
  const { client, workers } = await started(3, (method, args, worker) => {
    trapOnFatal(method, args, worker);
    if (replays && method === "run.advance") trap();
  });
  const run = await client.run(booth);
  await run.advance(10);
  replays = true;
  expect(await codeOf(client.call("measure", fatal))).toBe("trap");
  expect(await codeOf(client.call("measure", harmless))).toBe("trap");
  expect(workers).toHaveLength(3);
});

test("a worker that trapped answers nothing more", async () => {
  const { client, workers, calls } = await started(2);
  const old = workers[0];
  expect(await codeOf(client.call("measure", fatal))).toBe("trap");
  await client.call("measure", harmless);
  const before = calls.length;
  old?.onmessage?.({ data: { kind: "trap", id: 99, message: "late" } });
  await quiet();
  expect(workers).toHaveLength(2);
  expect(calls).toHaveLength(before);
});

test("a worker that was ended in the middle is replaced, and no call is lost", async () => {
  const { client, workers } = await started(2);
  const run = await client.run(noisy);
  await run.advance(100);
  const waiting = client.call("measure", harmless);
  workers[0]?.terminate();
  workers[0]?.onerror?.({ message: "its worker was ended" });
  expect(await codeOf(waiting)).toBe("answered");
  expect(await run.advance(100)).toMatchObject({ steps: 200 });
  const expected = (await freshEngine()).run(noisy);
  expected.advance(200);
  expect(await run.trace("theta")).toEqual(expected.trace("theta"));
  expect(workers).toHaveLength(2);
});

test("a worker that answers no more is replaced, one that computes for long is not", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  onTestFinished(() => void vi.useRealTimers());
  const workers: SilentWorker[] = [];
  const client = new EngineClient(() => {
    workers.push(new SilentWorker());
    return workers.at(-1) as SilentWorker;
  });
  onTestFinished(() => client.dispose());
  const [first] = workers;
  vi.advanceTimersByTime(10 * patience); // a slow network is no reason
  first?.onmessage?.({ data: { kind: "ready" } });
  const answer = client.call("draw", { seed: 1, count: 1 });
  for (let i = 0; i < 3; ++i) {
    vi.advanceTimersByTime(patience / 2);
    expect(first?.postMessage).toHaveBeenLastCalledWith({ kind: "ping" });
    first?.onmessage?.({ data: { kind: "alive" } });
    vi.advanceTimersByTime(patience / 2);
  }
  expect(workers).toHaveLength(1);
  vi.advanceTimersByTime(patience);
  expect(first?.terminate).toHaveBeenCalledOnce();
  expect(workers).toHaveLength(2);
  const second = workers[1];
  const asked = second?.postMessage.mock.calls.map(([message]) => message) ?? [];
  expect(asked).toEqual([expect.objectContaining({ call: "draw" })]);
  second?.onmessage?.({ data: { kind: "ready" } });
  second?.onmessage?.({ data: { kind: "answer", id: asked[0].id, answer: "numbers" } });
  expect(await answer).toBe("numbers");
  vi.advanceTimersByTime(10 * patience); // nothing is awaited
  expect(workers).toHaveLength(2);
});

test("workers that are ended again and again are given up with what ended them", async () => {
  const { client, workers } = await started(3);
  const waiting = client.call("measure", harmless);
  for (const i of [0, 1, 2]) workers[i]?.onerror?.({ message: "out of memory" });
  await expect(waiting).rejects.toMatchObject({
    code: "trap",
    message: "the engine broke off: out of memory",
  });
  expect(workers).toHaveLength(3);
});

/** A worker of which only the client's end exists. */
class SilentWorker implements EngineWorker {
  onmessage: EngineWorker["onmessage"] = null;
  onerror: EngineWorker["onerror"] = null;
  postMessage = vi.fn();
  terminate = vi.fn();
}

test("a worker whose engine does not load rejects ready and every call", async () => {
  const worker = new SilentWorker();
  const client = new EngineClient(() => worker);
  const waiting = client.call("draw", { seed: 1, count: 1 });
  worker.onmessage?.({ data: { kind: "load_failed", message: "no such file" } });
  const error = new EngineError("load_failed", "no such file");
  await expect(client.ready).rejects.toEqual(error);
  await expect(waiting).rejects.toEqual(error);
  await expect(client.call("draw", { seed: 1, count: 1 })).rejects.toEqual(error);
  expect(worker.terminate).toHaveBeenCalledOnce();
});

test("a worker whose script fails is load_failed with the browser's words, or ours", async () => {
  for (const [message, expected] of [
    ["SyntaxError", "SyntaxError"],
    [undefined, "the worker's script failed"],
    ["", "the worker's script failed"],
  ] as const) {
    const worker = new SilentWorker();
    const client = new EngineClient(() => worker);
    worker.onerror?.({ ...(message !== undefined && { message }) });
    await expect(client.ready).rejects.toMatchObject({ code: "load_failed", message: expected });
  }
});

test("where workers are forbidden, ready rejects instead of the constructor throwing", async () => {
  const client = new EngineClient(() => {
    throw new Error("refused by policy");
  });
  await expect(client.ready).rejects.toMatchObject({
    code: "load_failed",
    message: "refused by policy",
  });
  expect(await codeOf(client.call("draw", { seed: 1, count: 1 }))).toBe("load_failed");
});

test("the first failure is the one that is told", async () => {
  const worker = new SilentWorker();
  const client = new EngineClient(() => worker);
  worker.onmessage?.({ data: { kind: "load_failed", message: "first" } });
  client.dispose();
  expect(await codeOf(client.call("draw", { seed: 1, count: 1 }))).toBe("load_failed");
});
