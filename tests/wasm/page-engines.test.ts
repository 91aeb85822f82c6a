// The parts of the engine that pages load.
import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { Engine, type Part } from "../../wasm/engine/engine.js";
import { engineErrorOf, freshEngine } from "./load.js";

const whole = await freshEngine();
const { methods, problems, losses, analyses, schedules } = whole.catalog();

const wasmOf = (part: Part) => readFile(`build/wasm/fall_line_${part}.wasm`);

async function pageEngine(part: Part): Promise<Engine> {
  const script = pathToFileURL(`build/wasm/fall_line_${part}.mjs`).href;
  const { default: createModule } = await import(/* @vite-ignore */ script);
  return new Engine(await createModule({ wasmBinary: await wasmOf(part) }));
}

const engines = {
  descent: await pageEngine("descent"),
  curvature: await pageEngine("curvature"),
  learning: await pageEngine("learning"),
};

/** Where a short run gets to. */
function landing(engine: Engine, problem: string, method: string, schedule?: string): Float64Array {
  const run = engine.run({ problem, method, seed: 5, ...(schedule && { schedule }) });
  try {
    run.advance(30);
    return run.trace("theta").slice(-2);
  } finally {
    run.dispose();
  }
}

describe.each(Object.keys(engines) as Part[])("the engine of pages about %s", (part) => {
  const engine = engines[part];

  test("takes at most 110 kB, compressed", async () => {
    const size = gzipSync(await wasmOf(part), { level: 9 }).length;
    console.log(`${part}: ${(size / 1000).toFixed(1)} kB`);
    expect(size).toBeLessThanOrEqual(110_000);
  });

  test("computes the same bits as the whole one, with each method it has", () => {
    const known = methods.filter((method) => method.part === "descent" || method.part === part);
    expect(known.length).toBeGreaterThanOrEqual(11);
    for (const { name, needs } of known) {
      if (needs === "terms" && part !== "learning") continue;
      const problem = needs === "terms" ? "linear_regression" : "rosenbrock";
      expect(landing(engine, problem, name), name).toEqual(landing(whole, problem, name));
    }
    for (const { name } of schedules) {
      const [here, there] = [engine, whole].map((one) => landing(one, "booth", "momentum", name));
      expect(here, name).toEqual(there);
    }
  });

  test("has every problem that is a formula, and refuses others by name", () => {
    for (const { name, data } of problems) {
      if (data === "" || part === "learning") {
        expect(landing(engine, name, "adam"), name).toEqual(landing(whole, name, "adam"));
      } else {
        const refused = engineErrorOf(() => engine.run({ problem: name, method: "adam" }));
        expect(refused.argument).toBe("problem");
        expect(refused.message).toContain("booth");
      }
    }
  });

  test("says what it was built without", () => {
    expect(engineErrorOf(() => engine.catalog()).code).toBe("unavailable");
    if (part !== "learning") {
      expect(engineErrorOf(() => engine.dataset("blobs")).code).toBe("unavailable");
    }
    if (part !== "curvature") {
      const newton = engineErrorOf(() => engine.run({ problem: "booth", method: "newton" }));
      expect(newton.message).toContain("gradient_descent");
      const spectrum = { analysis: "spectrum", problem: "booth" };
      expect(engineErrorOf(() => engine.analyse(spectrum)).argument).toBe("analysis");
    }
  });

  test("refuses a setting in the whole one's words", () => {
    for (const settings of [{ beta1: 1 }, { bias_correction: "half" }, { gamma: 1 }]) {
      const spec = { problem: "booth", method: { name: "adam", settings } };
      const [here, there] = [engine, whole].map((one) => engineErrorOf(() => one.run(spec)));
      expect(here).toEqual(there);
    }
  });
});

test("analyses of the parts are those of the whole one", () => {
  for (const { name, part } of analyses) {
    if (part === "regression") continue; // in the whole one alone
    const about = ["random_symmetric", "taylor_model", "penalty", "schedule"].includes(name)
      ? {}
      : { problem: "parabola", method: "gradient_descent" };
    const expected = whole.analyse({ analysis: name, ...about });
    expect(engines[part].analyse({ analysis: name, ...about }), name).toEqual(expected);
  }
});

test("losses of the learning engine are those of the whole one", () => {
  for (const { name, task } of losses) {
    const request = {
      loss: name,
      scores: task === "binary" ? [[0.5]] : [[3.2, 5.1, -1.7]],
      ...(task === "regression" ? { targets: [[1, 2, 3]] } : { labels: [1] }),
    };
    expect(engines.learning.loss(request), name).toEqual(whole.loss(request));
  }
});
