// Neither errors nor runs leave anything behind in wasm memory, and memory may run out.

import { expect, onTestFinished, test, vi } from "vitest";
import createModule from "#engine-module";
import { Engine, type Run } from "../../wasm/engine/engine.js";
import { engineErrorOf, wasmBinary } from "./load.js";

const booth = { problem: "booth", method: "adam" } as const;

/** An engine together with the size of its memory. */
async function watchedEngine() {
  const module = await createModule({ wasmBinary });
  return { engine: new Engine(module), bytes: () => module.result().buffer.byteLength };
}

/** No memory of wasm grows beyond that many bytes, until the test ends. */
function limitMemory(limit: number): void {
  const { grow } = WebAssembly.Memory.prototype;
  const spy = vi.spyOn(WebAssembly.Memory.prototype, "grow");
  onTestFinished(() => spy.mockRestore());
  spy.mockImplementation(function (this: WebAssembly.Memory, pages) {
    if (this.buffer.byteLength + Number(pages) * 65_536 > limit) throw new RangeError("full");
    return grow.call(this, pages);
  });
}

/** Makes runs of so many steps until there is no room for another. */
function fillWithRuns(engine: Engine, steps: number): Run[] {
  const runs: Run[] = [];
  const error = engineErrorOf(() => {
    for (;;) {
      runs.push(engine.run(booth));
      runs.at(-1)?.advance(steps);
    }
  });
  expect(error.code).toBe("out_of_memory");
  return runs;
}

test("a hundred thousand errors find room in a memory that is as good as full", async () => {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0; // V8 would spend most of the time on stack traces
  onTestFinished(() => {
    Error.stackTraceLimit = stackTraceLimit;
  });
  const { engine, bytes } = await watchedEngine();
  const run = engine.run(booth);
  limitMemory(bytes());
  const runs = fillWithRuns(engine, 1);
  // what one of those has taken is free: less than a byte for each error
  runs.pop()?.dispose();
  const failing = [
    () => engine.run({ ...booth, method: { name: "adam", settings: { beta1: 1 } } }),
    () => engine.evaluate({ problem: "booth", at: [1, 2, 3] }),
    () => engine.field({ problem: "nowhere", x: [0, 1, 2] }),
    () => run.trace("velocity"),
    () => run.whatIf(9, {}),
  ];
  const codes = failing.map((action) => engineErrorOf(action).code);
  expect(codes).not.toContain("out_of_memory");
  let others = 0;
  for (let i = 0; i < 20_000; ++i) {
    failing.forEach((action, k) => {
      if (engineErrorOf(action).code !== codes[k]) others += 1;
    });
  }
  expect(others).toBe(0);
  for (const one of runs) one.dispose();
  expect(run.advance(1000)).toBe(1000);
  expect(engine.evaluate({ problem: "booth", at: [0, 0] }).value).toBe(74);
}, 60_000);

test("ten thousand runs made, advanced and disposed leave the heap as it was", async () => {
  const { engine, bytes } = await watchedEngine();
  const runs = (times: number) => {
    for (let i = 0; i < times; ++i) {
      const run = engine.run(booth);
      run.advance(100);
      run.trace("m_hat");
      run.whatIf(3, { beta1: 0.5 });
      run.report();
      run.dispose();
    }
  };
  runs(10);
  const before = bytes();
  runs(10_000);
  expect(bytes()).toBe(before);
}, 60_000);

test("the same watch sees runs that are not disposed", async () => {
  const { engine, bytes } = await watchedEngine();
  const before = bytes();
  for (let i = 0; i < 500; ++i) engine.run(booth).advance(1000);
  expect(bytes()).toBeGreaterThan(before + (32 << 20)); // 136 kB each
});

test("a device out of memory gets an error, and can go on after disposing", async () => {
  const { engine, bytes } = await watchedEngine();
  limitMemory(bytes() + (32 << 20));
  const runs = fillWithRuns(engine, 10_000);
  for (const run of runs.splice(1)) run.dispose();
  const [first] = runs;
  expect(first?.trace("theta")).toHaveLength(20_002);
  expect(first?.advance(10_000)).toBe(10_000);
});
