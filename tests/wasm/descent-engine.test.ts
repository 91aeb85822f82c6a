// The part of the engine that pages load.
import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { Engine } from "../../wasm/engine/engine.js";
import { engineErrorOf, freshEngine } from "./load.js";

const name = "build/wasm/fall_line_descent";
const script = pathToFileURL(`${name}.mjs`).href;
const { default: createModule } = await import(/* @vite-ignore */ script);
const descent = new Engine(await createModule({ wasmBinary: await readFile(`${name}.wasm`) }));
const whole = await freshEngine();

test("has the first-order methods and the formulas of the whole engine, word for word", () => {
  const [part, all] = [descent.catalog(), whole.catalog()];
  const among = <Entry extends { name: string }>(entries: Entry[], names: Entry[]) =>
    entries.filter((entry) => names.some((one) => one.name === entry.name));
  expect(part.methods.length).toBeGreaterThanOrEqual(11);
  expect(part.methods).toEqual(among(all.methods, part.methods));
  expect(part.problems.map((problem) => problem.data)).toEqual(part.problems.map(() => ""));
  expect(part.problems).toEqual(all.problems.filter(({ data }) => data === ""));
  expect(part.schedules).toEqual(all.schedules);
  expect(part.derivations).toEqual(all.derivations);
});

test("computes the same bits", () => {
  for (const { name: method } of descent.catalog().methods) {
    if (method === "svrg") continue; // needs examples
    const traces = [descent, whole].map((engine) => {
      const run = engine.run({ problem: "rosenbrock", method, seed: 5 });
      run.advance(50);
      const theta = run.trace("theta");
      run.dispose();
      return theta;
    });
    expect(traces[0], method).toEqual(traces[1]);
  }
});

test("says what it was built without", () => {
  const error = engineErrorOf(() => descent.dataset("blobs"));
  expect(error.code).toBe("unavailable");
  expect(error.message).toContain("dataset");
  const refused = engineErrorOf(() => descent.run({ problem: "booth", method: "newton" }));
  expect(refused.argument).toBe("method");
  expect(refused.message).toContain("gradient_descent");
  expect(engineErrorOf(() => descent.analyse({ analysis: "spectrum" })).argument).toBe("analysis");
});
