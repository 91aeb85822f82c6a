// One computation at a time, and one more for all that has changed meanwhile.
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Recomputation } from "../../web/scene/recomputation.js";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Computations that end when they are told to. */
function computations() {
  const ends: (() => void)[] = [];
  const compute = vi.fn(() => new Promise<void>((resolve) => ends.push(resolve)));
  return { ends, compute };
}

const settle = () => vi.advanceTimersByTimeAsync(0);

test("all that changes in one turn is computed once", async () => {
  const { ends, compute } = computations();
  const recomputation = new Recomputation(compute);
  expect(recomputation.busy).toBe(false);
  recomputation.schedule();
  recomputation.schedule();
  expect(recomputation.busy).toBe(true);
  await settle();
  expect(compute).toHaveBeenCalledTimes(1);
  ends[0]?.();
  await settle();
  expect(recomputation.busy).toBe(false);
});

test("what changes meanwhile is computed afterwards, once, and only then all is done", async () => {
  const { ends, compute } = computations();
  const done = vi.fn();
  const recomputation = new Recomputation(compute, { done });
  recomputation.schedule();
  await settle();
  for (let i = 0; i < 3; i += 1) {
    recomputation.schedule();
    await vi.advanceTimersByTimeAsync(100_000); // without a limit it waits as long as it takes
  }
  expect(compute).toHaveBeenCalledTimes(1);
  ends[0]?.();
  await settle();
  expect(compute).toHaveBeenCalledTimes(2);
  expect(done).not.toHaveBeenCalled();
  ends[1]?.();
  await settle();
  expect(compute).toHaveBeenCalledTimes(2);
  expect(done).toHaveBeenCalledTimes(1);
});

test("after each computation is told whether another follows", async () => {
  const { ends, compute } = computations();
  const told: boolean[] = [];
  const recomputation = new Recomputation(compute, { ended: () => told.push(recomputation.busy) });
  recomputation.schedule();
  await settle();
  recomputation.schedule();
  await settle();
  ends[0]?.();
  await settle();
  expect(told).toEqual([true]);
  ends[1]?.();
  await settle();
  expect(told).toEqual([true, false]);
});

test("after its patience the next begins, and waits no longer for the first", async () => {
  const { ends, compute } = computations();
  const done = vi.fn();
  const recomputation = new Recomputation(compute, { patience: 1000, done });
  recomputation.schedule();
  await settle();
  await vi.advanceTimersByTimeAsync(600);
  recomputation.schedule();
  await vi.advanceTimersByTimeAsync(399);
  expect(compute).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(compute).toHaveBeenCalledTimes(2);
  // the second has a patience of its own, whenever the first ends
  recomputation.schedule();
  await vi.advanceTimersByTimeAsync(500);
  ends[0]?.();
  await settle();
  expect(compute).toHaveBeenCalledTimes(2);
  ends[1]?.();
  await settle();
  expect(compute).toHaveBeenCalledTimes(3);
  ends[2]?.();
  await settle();
  expect(done).toHaveBeenCalledTimes(1);
});

test("a computation that fails does not hold up the next", async () => {
  const failures: unknown[] = [];
  const compute = vi.fn(async () => {
    throw new Error("broken");
  });
  const caught = (error: unknown) => failures.push(error);
  process.on("unhandledRejection", caught);
  const recomputation = new Recomputation(compute);
  recomputation.schedule();
  await settle();
  expect(recomputation.busy).toBe(false);
  recomputation.schedule();
  await settle();
  expect(compute).toHaveBeenCalledTimes(2);
  process.off("unhandledRejection", caught);
});
