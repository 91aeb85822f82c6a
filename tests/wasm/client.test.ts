// The client and serve(), end to end: answers, errors, supersession, cancellation.
import { expect, onTestFinished, test } from "vitest";
import type { RunSpec } from "../../wasm/engine/types.js";
import type { EngineClient } from "../../wasm/worker/client.js";
import type { RunsRequest } from "../../wasm/worker/protocol.js";
import { bench, quiet, type Watch } from "./fake-worker.js";
import { freshEngine } from "./load.js";

const booth: RunSpec = { problem: "booth", method: "adam" };

async function started(watch?: Watch) {
  const all = bench([await freshEngine()], watch);
  onTestFinished(() => all.client.dispose());
  await all.client.ready;
  return all;
}

const question = (steps: number) => ({ spec: booth, steps, quantity: "theta" }) as const;

const runsOf = (steps: number, count = 1): RunsRequest => ({
  runs: Array.from({ length: count }, () => ({ spec: booth, quantities: ["loss"] })),
  steps,
});

/** A promise's end, told apart without throwing. */
const endOf = (promise: Promise<unknown>) =>
  promise.then(
    () => "answered",
    (error: { code: string }) => error.code,
  );

test("every call is answered as the engine answers in the same thread", async () => {
  const { client } = await started();
  const engine = await freshEngine();
  const point = { problem: "booth", at: [1, 2] };
  expect(await client.call("evaluate", point)).toEqual(engine.evaluate(point));
  const grid = { problem: "booth", x: [0, 1, 4], y: [0, 1, 3] } as const;
  expect(await client.call("field", grid)).toEqual(engine.field(grid));
  expect(await client.call("measure", question(9))).toBe(engine.measure(question(9)));
  expect(await client.call("draw", { seed: 3, count: 5 })).toEqual(engine.draw(3, 5));
  const run = engine.run(booth);
  run.advance(9);
  const overrides = [{ bias_correction: "off" }, { beta1: 0.5 }];
  expect(await client.call("whatIf", { spec: booth, step: 9, overrides })).toEqual(
    overrides.map((one) => run.whatIf(9, one)),
  );
});

test("runs come with their reports and the traces that were asked for", async () => {
  const { client } = await started();
  const engine = await freshEngine();
  const run = engine.run(booth);
  run.advance(50);
  const [answer] = await client.call("runs", {
    runs: [{ spec: booth, quantities: ["theta", "m_hat"] }],
    steps: 50,
  });
  expect(answer).toEqual({
    report: run.report(),
    traces: { theta: run.trace("theta"), m_hat: run.trace("m_hat") },
    judgements: [],
  });
});

test("a spec that is refused leaves its neighbours their results", async () => {
  const { client } = await started();
  const bad = { ...booth, method: "adm" };
  const answers = await client.call("runs", {
    runs: [booth, bad, booth].map((spec) => ({ spec, quantities: ["loss"] })),
    steps: 5,
  });
  expect(
    answers.map((one) => ("refused" in one ? one.refused.argument : one.report.steps)),
  ).toEqual([5, "method", 5]);
});

test.each([Number.NaN, -1, 1.5, 20_000.5])("runs of %d steps are refused", async (steps) => {
  const { client } = await started();
  const [answer] = await client.call("runs", runsOf(steps));
  expect(answer).toMatchObject({ refused: { argument: "steps" } });
});

test("an error arrives with code, argument and message", async () => {
  const { client } = await started();
  await expect(client.call("evaluate", { problem: "nowhere", at: [1] })).rejects.toMatchObject({
    name: "EngineError",
    code: "invalid_argument",
    argument: "problem",
    message: expect.stringContaining("'nowhere'"),
  });
});

test("a request of the wrong shape fails alone", async () => {
  const { client, workers } = await started();
  expect(await endOf(client.call("runs", null as never))).toBe("internal");
  expect(await endOf(client.call("nothing" as never, null as never))).toBe("internal");
  expect(await client.call("measure", question(1))).toBeTypeOf("number");
  expect(workers).toHaveLength(1);
});

test("a request that cannot be sent is refused, and the next is answered", async () => {
  const { client } = await started();
  const request = { problem: "booth", at: () => [1, 2] };
  expect(await endOf(client.call("evaluate", request as never, "a"))).toBe("invalid_argument");
  expect(await endOf(client.call("evaluate", { problem: "booth", at: [1, 2] }, "a"))).toBe(
    "answered",
  );
});

test("a call supersedes the one before it on its channel, which never starts", async () => {
  const { client, calls } = await started();
  const ends = [1, 2, 3, 4, 5].map((steps) =>
    endOf(client.call("measure", question(steps), "drag")),
  );
  expect(await Promise.all(ends)).toEqual([
    ...Array.from({ length: 4 }, () => "superseded"),
    "answered",
  ]);
  expect(calls).toEqual(["measure"]);
});

test("channels do not touch each other, nor calls without one", async () => {
  const { client, calls } = await started();
  const ends = ["a", "b", undefined, undefined].map((channel) =>
    endOf(client.call("measure", question(3), channel)),
  );
  expect(await Promise.all(ends)).toEqual(["answered", "answered", "answered", "answered"]);
  expect(calls).toHaveLength(4);
});

test("a call after the answer supersedes nothing", async () => {
  const { client } = await started();
  expect(await client.call("measure", question(0), "a")).toBe(-4);
  expect(await client.call("measure", question(0), "a")).toBe(-4);
});

/** Makes `act` happen at the first advance, in the middle of the worker's work. */
function atFirstAdvance(act: () => void): Watch {
  let happened = false;
  return (method) => {
    if (method !== "run.advance" || happened) return;
    happened = true;
    act();
  };
}

test("a long run lets a newer request cancel it after one slice", async () => {
  let newer: Promise<string> | undefined;
  let client: EngineClient | undefined;
  const all = await started(
    atFirstAdvance(() => {
      newer = endOf((client as EngineClient).call("measure", question(1), "drag"));
    }),
  );
  client = all.client;
  expect(await endOf(client.call("runs", runsOf(200_000), "drag"))).toBe("superseded");
  expect(await newer).toBe("answered");
  expect(all.calls).toEqual(["run", "run.advance", "run.dispose", "measure"]);
});

test("many short runs let it cancel them too", async () => {
  let newer: Promise<string> | undefined;
  let client: EngineClient | undefined;
  const all = await started(
    atFirstAdvance(() => {
      newer = endOf((client as EngineClient).call("measure", question(1), "drag"));
    }),
  );
  client = all.client;
  expect(await endOf(client.call("runs", runsOf(5000, 100), "drag"))).toBe("superseded");
  expect(await newer).toBe("answered");
  const advances = all.calls.filter((method) => method === "run.advance").length;
  expect(advances).toBe(4); // 20 000 steps
});

test("a long run in slices is the run at once", async () => {
  const { client, calls } = await started();
  const engine = await freshEngine();
  const run = engine.run(booth);
  run.advance(70_000);
  const [answer] = await client.call("runs", runsOf(70_000));
  expect(answer).toEqual({
    report: run.report(),
    traces: { loss: run.trace("loss") },
    judgements: [],
  });
  expect(calls.filter((method) => method === "run.advance")).toHaveLength(4);
});

test("a session is advanced, read and closed", async () => {
  const { client, calls } = await started();
  const run = await client.run(booth);
  expect(await run.advance(30)).toMatchObject({ steps: 30, stopped: "none" });
  expect(await run.advance(12)).toMatchObject({ steps: 42 });
  expect(await run.trace("theta")).toHaveLength(86);
  await run.dispose();
  await run.dispose();
  expect(calls.filter((method) => method === "run.dispose")).toHaveLength(1);
  expect(await endOf(run.advance(1))).toBe("disposed");
});

test("a session with a bad spec is refused", async () => {
  const { client } = await started();
  await expect(client.run({ ...booth, start: [1] })).rejects.toMatchObject({ argument: "start" });
});

test("a closed engine rejects what is waiting and what comes after", async () => {
  const { client, workers } = await started();
  const run = await client.run(booth);
  const waiting = endOf(client.call("measure", question(1)));
  client.dispose();
  client.dispose();
  expect(await waiting).toBe("disposed");
  expect(await endOf(client.call("measure", question(1)))).toBe("disposed");
  expect(workers[0]?.terminated).toBe(true);
  await run.dispose(); // nothing is left to close: no error
});

test("nothing keeps working after the last answer", async () => {
  const { client, calls } = await started();
  const stale = endOf(client.call("runs", runsOf(200_000), "a"));
  const answer = client.call("measure", question(1), "a");
  await Promise.all([stale, answer]);
  const before = calls.length;
  await quiet();
  expect(calls).toHaveLength(before);
});
