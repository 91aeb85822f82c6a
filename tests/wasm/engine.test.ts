// The facade in this thread: numbers, shapes, life of a run.
import { readFileSync } from "node:fs";
import { expect, onTestFinished, test, vi } from "vitest";
import { loadEngine } from "../../wasm/engine/index.js";
import type { RunSpec } from "../../wasm/engine/types.js";
import { engineErrorOf, freshEngine } from "./load.js";

const engine = await freshEngine();

const unitAdam = (settings = {}): RunSpec => ({
  problem: "constant_gradient",
  method: { name: "adam", settings: { learning_rate: 1, ...settings } },
});

test("the catalog lists methods, problems and derivations", () => {
  const { methods, problems, derivations, stepQuantities } = engine.catalog();
  const names = methods.map(({ name }) => name);
  expect(names[0]).toBe("gradient_descent");
  for (const name of ["momentum", "adam", "lbfgs", "levenberg_marquardt"]) {
    expect(names).toContain(name);
  }
  expect(problems.map(({ name }) => name)).toContain("booth");
  expect(derivations.map(({ name, method }) => [name, method])).toContainEqual([
    "first_moment_bias",
    "adam",
  ]);
  expect(stepQuantities.map(({ name }) => name).slice(0, 3)).toEqual(["theta", "gradient", "loss"]);
});

test("the catalog tells of a parameter all that its declaration says", () => {
  const adam = engine.catalog().methods.find(({ name }) => name === "adam");
  expect(adam?.parameters.find(({ name }) => name === "beta1")).toEqual({
    name: "beta1",
    symbol: "decayone",
    letter: "\\beta_1",
    meaning: "memory of the first moment",
    default: 0.9,
    allowed: { low: 0, high: 1, lowOpen: false, highOpen: true },
    slider: { low: 0, high: 0.99, lowOpen: false, highOpen: false },
    scale: "linear",
    whole: false,
  });
});

test("an end at infinity is null in the catalog", () => {
  const [learningRate] = engine.catalog().methods[0]?.parameters ?? [];
  expect(learningRate?.allowed).toEqual({ low: 0, high: null, lowOpen: true, highOpen: false });
});

test("evaluate gives value, gradient, Hessian and spectrum", () => {
  const found = engine.evaluate({ problem: "booth", at: [0, 0] });
  expect(found.value).toBe(74);
  expect([...found.gradient]).toEqual([-34, -38]);
  expect([...found.hessian]).toEqual([10, 8, 8, 10]);
  expect(found.eigenvalues[0]).toBeCloseTo(2, 12);
  expect(found.eigenvalues[1]).toBeCloseTo(18, 12);
  const [x = 0, y = 0] = found.eigenvectors.slice(2); // of 18: along (1, 1)
  expect(x).toBeCloseTo(y, 12);
  expect(Math.hypot(x, y)).toBeCloseTo(1, 12);
});

test("evaluate takes settings of the problem", () => {
  const problem = { name: "quadratic", settings: { curvature1: 3, curvature2: 5, angle: 90 } };
  const { eigenvalues } = engine.evaluate({ problem, at: [1, 1] });
  expect(eigenvalues[0]).toBeCloseTo(3, 12);
  expect(eigenvalues[1]).toBeCloseTo(5, 12);
});

test("field fills its grid row by row", () => {
  const values = engine.field({ problem: "booth", x: [0, 2, 3], y: [0, 3, 2] });
  expect(values).toBeInstanceOf(Float64Array);
  const booth = (x: number, y: number) => (x + 2 * y - 7) ** 2 + (2 * x + y - 5) ** 2;
  const expected = [0, 3].flatMap((y) => [0, 1, 2].map((x) => booth(x, y)));
  expect([...values]).toEqual(expected);
});

test("field of one dimension needs no y", () => {
  expect([...engine.field({ problem: "parabola", x: [-1, 1, 3] })]).toEqual([1, 0, 1]);
});

test("measure answers with one number", () => {
  const question = { spec: unitAdam(), quantity: "weight1", steps: 100 } as const;
  expect(engine.measure({ ...question, reduction: "first_step_above", level: 0.99 })).toBe(44);
  expect(
    engine.measure({
      spec: { problem: "booth", method: "adam" },
      steps: 0,
      quantity: "theta",
      coordinate: 1,
    }),
  ).toBe(-4);
});

test("draw is the same for the same seed", () => {
  const drawn = engine.draw(42, 3);
  // 1546998764402558742 / 2⁶⁴, the first output of the generator seeded with 42
  expect(drawn[0]).toBeCloseTo(0.0838629710598, 12);
  expect(engine.draw("42", 3)).toEqual(drawn);
  expect(engine.draw(43, 3)).not.toEqual(drawn);
  expect(engine.draw("18446744073709551615", 1)).toHaveLength(1);
  // one more than a JavaScript number can tell from its neighbour
  expect(engine.draw("9007199254740993", 3)).not.toEqual(engine.draw("9007199254740992", 3));
});

// Plain numbers are read by the core itself, others by the host: 5e-324 and long ones among them.
test("numbers come back to the bit, however they are written", () => {
  for (const text of ["0.1", "5e-324", "1e100", "0.30000000000000004"]) {
    const run = engine.run({ problem: "parabola", method: "adam", start: [Number(text)] });
    expect([...run.trace("theta")]).toEqual([Number(text)]);
    run.dispose();
  }
  for (const text of ["9007199254740993", "0.1000000000000000055511151231257827", "1e-320"]) {
    const method = { name: "gradient_descent", settings: { learning_rate: text } };
    const run = engine.run({ problem: "parabola", method, start: [1] });
    run.advance(1);
    const [gradient] = run.trace("gradient").slice(-1);
    expect(run.trace("delta").at(-1)).toBe(-Number(text) * (gradient ?? Number.NaN));
    run.dispose();
  }
});

test("numbers in messages are short", () => {
  const refused = (start: number[]) =>
    engineErrorOf(() => engine.run({ problem: "parabola", method: "adam", start })).message;
  expect(refused([Number.MAX_VALUE])).toMatch(/^start: got 1\.79769e\+308;/);
});

test("a run starts at its problem's start or its own", () => {
  const run = engine.run({ problem: "booth", method: "adam" });
  expect([...run.trace("theta")]).toEqual([-4, -4]);
  run.dispose();
  const elsewhere = engine.run({ problem: "booth", method: "adam", start: [0.1, -1e-300] });
  expect([...elsewhere.trace("theta")]).toEqual([0.1, -1e-300]);
  elsewhere.dispose();
});

test("advance says how many steps were taken, trace has one row more", () => {
  const run = engine.run(unitAdam({ bias_correction: "no_power" }));
  expect(run.advance(12)).toBe(12);
  expect(run.advance(0)).toBe(0);
  const delta = run.trace("delta");
  expect(delta).toHaveLength(13);
  expect(delta[0]).toBeNaN();
  expect(delta[1]).toBeCloseTo(-1, 6);
  expect(delta[12]).toBeCloseTo(-2.08, 2);
  run.dispose();
});

test("a trace is a copy that later steps do not touch", () => {
  const run = engine.run({ problem: "booth", method: "adam" });
  const before = run.trace("theta");
  const kept = [...before];
  run.advance(10_000);
  engine.field({ problem: "booth", x: [0, 1, 512], y: [0, 1, 512] });
  expect([...before]).toEqual(kept);
  run.dispose();
});

test("whatIf at the first step is the run with that option", () => {
  const run = engine.run(unitAdam());
  run.advance(3);
  const off = engine.run(unitAdam({ bias_correction: "off" }));
  off.advance(1);
  const delta = run.whatIf(1, { bias_correction: "off" }).at(-1);
  expect(delta).toBe(off.trace("delta")[1]);
  run.dispose();
  off.dispose();
});

test("report tells what a run is doing", () => {
  const run = engine.run({
    problem: "booth",
    method: { name: "gradient_descent", settings: { learning_rate: 0.12 } },
  });
  run.advance(20);
  const report = run.report();
  expect(report).toMatchObject({ steps: 20, stopped: "none", verdict: "overshooting" });
  expect(report.numbers.factor).toBeCloseTo(-1.16, 12);
  run.dispose();
});

test("a run that divides zero by zero stops and says so", () => {
  const run = engine.run({
    problem: { name: "constant_gradient", settings: { slope: 0 } },
    method: { name: "adam", settings: { epsilon_place: "none" } },
  });
  expect(run.advance(10)).toBe(0);
  expect(run.report()).toEqual({
    steps: 0,
    stopped: "non_finite",
    verdict: "zero_by_zero",
    numbers: { step: 1, coordinate: 0 },
  });
  run.dispose();
});

test("runs do not touch each other", () => {
  const runs = Array.from({ length: 50 }, () => engine.run({ problem: "booth", method: "adam" }));
  for (const [i, run] of runs.entries()) run.advance(i);
  const last = runs.at(-1)?.trace("theta");
  for (const [i, run] of runs.entries()) {
    expect(run.trace("theta")).toEqual(last?.slice(0, 2 * (i + 1)));
    run.dispose();
  }
});

test("a disposed run refuses to go on, and may be disposed again", () => {
  const run = engine.run(unitAdam());
  run.dispose();
  run.dispose();
  expect(engineErrorOf(() => run.advance(1)).code).toBe("disposed");
  expect(engineErrorOf(() => run.trace("theta")).code).toBe("disposed");
  expect(engineErrorOf(() => run.report()).code).toBe("disposed");
});

// 64-bit FNV-1a, as in tests/core/golden_test.cpp.
function fingerprint(values: Float64Array): bigint {
  let hash = 0xcbf29ce484222325n;
  for (const byte of new Uint8Array(values.buffer, values.byteOffset, values.byteLength)) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  }
  return hash;
}

const golden = readFileSync("tests/core/golden.hpp", "utf8");
const goldenRuns = [...golden.matchAll(/\{"(\w+)",\s*"([^"]+)",\s*(0x[0-9a-f]{16})ULL\}/g)].map(
  ([, name = "", spec = "", hash = ""]) => ({ name, spec, hash: BigInt(hash) }),
);
const goldenSteps = Number(/golden_steps = (\d+)/.exec(golden)?.[1]);

test("the golden runs were found in the C++ test", () => {
  expect(goldenRuns.length).toBe([...golden.matchAll(/ULL\}/g)].length);
  expect(goldenRuns.length).toBeGreaterThanOrEqual(3);
});

test.each(goldenRuns)(
  "$name has the bits of the native run through the facade",
  ({ spec, hash }) => {
    const entries = spec
      .split("\\n")
      .filter(Boolean)
      .map((line) => line.split("=") as [string, string]);
    const named = (kind: string) => ({
      name: entries.find(([key]) => key === kind)?.[1] ?? "",
      settings: Object.fromEntries(
        entries
          .filter(([key]) => key.startsWith(`${kind}.`))
          .map(([key, value]) => [
            key.slice(kind.length + 1),
            Number.isNaN(Number(value)) ? value : Number(value),
          ]),
      ),
    });
    const seed = entries.find(([key]) => key === "seed")?.[1];
    const run = engine.run({
      problem: named("problem"),
      method: named("method"),
      ...(seed !== undefined && { seed }),
    });
    run.advance(goldenSteps);
    expect(fingerprint(run.trace("theta"))).toBe(hash);
    run.dispose();
  },
);

test("loadEngine says load_failed for what is no WebAssembly", async () => {
  const warn = vi.spyOn(console, "warn").mockImplementation(() => {}); // the glue warns as well
  onTestFinished(() => warn.mockRestore());
  await expect(loadEngine({ wasmBinary: new Uint8Array([1, 2, 3]) })).rejects.toMatchObject({
    name: "EngineError",
    code: "load_failed",
  });
});
