// The parts of the engine that pages load.
import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { Engine, type PageEngineName, type Part } from "../../wasm/engine/engine.js";
import { partsOf } from "../../wasm/engine/page-engines.js";
import { engineErrorOf, freshEngine } from "./load.js";

const whole = await freshEngine();
const { methods, problems, losses, analyses, schedules } = whole.catalog();

const wasmOf = (name: PageEngineName) => readFile(`build/wasm/fall_line_${name}.wasm`);

async function pageEngine(name: PageEngineName): Promise<Engine> {
  const script = pathToFileURL(`build/wasm/fall_line_${name}.mjs`).href;
  const { default: createModule } = await import(/* @vite-ignore */ script);
  return new Engine(await createModule({ wasmBinary: await wasmOf(name) }));
}

const engines = {
  descent: await pageEngine("descent"),
  methods: await pageEngine("methods"),
  curvature: await pageEngine("curvature"),
  regression: await pageEngine("regression"),
  learning: await pageEngine("learning"),
  everything: await pageEngine("everything"),
};

/** What a page may have to download: all but one at first, the last when a reader asks for it. */
const limit = (name: PageEngineName) => (name === "everything" ? 170_000 : 110_000);

const has = (name: PageEngineName, part: Part) => partsOf[name].includes(part);

const sizeOf = async (name: PageEngineName) => gzipSync(await wasmOf(name), { level: 9 }).length;

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

const names = Object.keys(engines) as PageEngineName[];

test.each([...new Set(Object.values(partsOf).flat())])(
  "the first engine that a page with %s is offered is the smallest that has it",
  async (part) => {
    const having = (Object.keys(partsOf) as PageEngineName[]).filter((name) => has(name, part));
    const sizes = await Promise.all(having.map(sizeOf));
    expect(sizes[0]).toBe(Math.min(...sizes));
  },
);

describe.each(names)("the engine of pages about %s", (name) => {
  const engine = engines[name];
  const learns = has(name, "learning");

  test("is small enough, compressed", async () => {
    const size = await sizeOf(name);
    console.log(`${name}: ${(size / 1000).toFixed(1)} kB`);
    expect(size).toBeLessThanOrEqual(limit(name));
  });

  test("computes the same bits as the whole one, with each method it has", () => {
    const known = methods.filter(({ part }) => has(name, part));
    expect(known.length).toBeGreaterThanOrEqual(11);
    for (const { name: method, needs } of known) {
      if (needs === "terms" && !learns) continue;
      const problem = needs === "terms" ? "linear_regression" : "rosenbrock";
      expect(landing(engine, problem, method), method).toEqual(landing(whole, problem, method));
    }
    for (const { name: schedule, part } of schedules) {
      if (!has(name, part)) continue;
      const [here, there] = [engine, whole].map((one) =>
        landing(one, "booth", "momentum", schedule),
      );
      expect(here, schedule).toEqual(there);
    }
  });

  test("has every problem that is a formula, and refuses others by name", () => {
    for (const { name: problem, part } of problems) {
      if (has(name, part)) {
        expect(landing(engine, problem, "adam"), problem).toEqual(landing(whole, problem, "adam"));
      } else {
        const refused = engineErrorOf(() => engine.run({ problem, method: "adam" }));
        expect(refused.argument).toBe("problem");
        expect(refused.message).toContain("booth");
      }
    }
  });

  test("says what it was built without", () => {
    expect(engineErrorOf(() => engine.catalog()).code).toBe("unavailable");
    if (!learns) {
      expect(engineErrorOf(() => engine.dataset("blobs")).code).toBe("unavailable");
    }
    if (!has(name, "curvature")) {
      const newton = engineErrorOf(() => engine.run({ problem: "booth", method: "newton" }));
      expect(newton.message).toContain("gradient_descent");
    }
    if (!has(name, "analyses")) {
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
    const about =
      part === "regression"
        ? { problem: "linear_regression", method: "gradient_descent" }
        : { problem: "booth", method: "gradient_descent" };
    const expected = whole.analyse({ analysis: name, ...about });
    for (const having of names) {
      const asked = () => engines[having].analyse({ analysis: name, ...about });
      if (has(having, part)) expect(asked(), `${name} by ${having}`).toEqual(expected);
      else expect(engineErrorOf(asked).argument, `${name} by ${having}`).toBe("analysis");
    }
  }
});

test("losses of the engines that have them are those of the whole one", () => {
  for (const { name, task } of losses) {
    const request = {
      loss: name,
      scores: task === "binary" ? [[0.5]] : [[3.2, 5.1, -1.7]],
      ...(task === "regression" ? { targets: [[1, 2, 3]] } : { labels: [1] }),
    };
    for (const engine of [engines.regression, engines.learning, engines.everything]) {
      expect(engine.loss(request), name).toEqual(whole.loss(request));
    }
  }
});

test("decisions, scores and judgements of a second-order run are those of the whole one", () => {
  const data = "blobs";
  const problem = { name: "softmax_regression", settings: { regularization_strength: 0.01 } };
  const weights = Array.from({ length: 9 }, (_, i) => Math.sin(i));
  const axes = { x: [-3, 3, 9], y: [-3, 3, 9] } as const;
  const spec = { problem, data, method: "lbfgs" };
  const [here, there] = [engines.everything, whole].map((engine) => {
    const run = engine.run(spec);
    try {
      run.advance(5);
      return {
        judgement: run.judge(data),
        decisions: engine.decisions({ problem, data, weights, ...axes, decision: "lead" }),
        scores: engine.scores({ problem, data, weights, examples: data }),
      };
    } finally {
      run.dispose();
    }
  });
  expect(here).toEqual(there);
  expect(here?.judgement.values.at(-1)).toBeLessThan(here?.judgement.values[0] ?? 0);
});
