// The hand-written declarations against what is really there, and the engine outside a bundler.
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { beforeAll, expect, test } from "vitest";
import createModule, { type EngineModule, type RunHandle } from "#engine-module";
import { freshEngine, wasmBinary } from "./load.js";

const declarations = readFileSync("wasm/engine/module.d.ts", "utf8");
const bindings = ["bindings", "table_bindings", "learning_bindings", "catalog_bindings"]
  .map((name) => readFileSync(`wasm/${name}.cpp`, "utf8"))
  .join("");
const module = await createModule({ wasmBinary });

/** The members of an interface in module.d.ts; a method with its number of parameters. */
function declared(name: string): Map<string, number | undefined> {
  const body = new RegExp(`interface ${name} \\{(.*?)\\n\\}`, "s").exec(declarations)?.[1] ?? "";
  const axes = Array(6).fill("number").join(", ");
  const code = body.replace(/\/\*.*?\*\//gs, "").replaceAll("...axes: Axes", axes);
  const members = code.matchAll(/^ {2}(\w+)(?:\(([^)]*)\))?(?=[:\s])/gm);
  return new Map(
    [...members].map(([, member = "", parameters]) => [
      member,
      parameters?.split(",").filter((parameter) => parameter.trim() !== "").length,
    ]),
  );
}

const namesIn = (pattern: RegExp) => [...bindings.matchAll(pattern)].map(([, name]) => name).sort();
const registered = namesIn(/emscripten::(?:function|class_<\w+>)\("(\w+)"/g);
const registeredOfRun = namesIn(/^ +\.function\("(\w+)"/gm);

test("module.d.ts declares what the bindings register, and nothing else", () => {
  expect([...declared("EngineModule").keys()].sort()).toEqual(registered);
  const ofEveryHandle = ["delete"];
  expect([...declared("RunHandle").keys()].sort()).toEqual(
    [...registeredOfRun, ...ofEveryHandle].sort(),
  );
});

test("everything module.d.ts declares is on the module", () => {
  const run = module.create_run("problem=booth\nmethod=adam\n") as RunHandle;
  for (const name of declared("EngineModule").keys()) {
    expect(typeof module[name as keyof EngineModule], name).toBe("function");
  }
  for (const name of declared("RunHandle").keys()) {
    expect(typeof run[name as keyof RunHandle], name).toBe("function");
  }
  run.delete();
});

test("every function takes as many arguments as module.d.ts says", () => {
  const run = module.create_run("problem=booth\nmethod=adam\n") as RunHandle;
  // Embind counts before it converts anything; two more than declared are never right
  const expectedBy = (call: () => unknown) => {
    try {
      call();
    } catch (error) {
      return Number(/expected (\d+) args/.exec(String(error))?.[1]);
    }
    return undefined;
  };
  const check = (owner: object, members: Map<string, number | undefined>) => {
    for (const [name, count] of members) {
      if (count === undefined || name === "delete") continue;
      const method = Reflect.get(owner, name) as (...args: unknown[]) => unknown;
      expect(
        expectedBy(() => method.apply(owner, Array(count + 2).fill(0))),
        name,
      ).toBe(count);
    }
  };
  check(module, declared("EngineModule"));
  check(run, declared("RunHandle"));
  run.delete();
});

test("the glue makes no code from strings", () => {
  const glue = readFileSync("build/wasm/fall_line.mjs", "utf8");
  expect(glue).not.toMatch(/\beval\s*\(/);
  expect(glue).not.toMatch(/\bnew\s+Function\b|[^\w.]Function\s*\(\s*["'`]/);
});

const typescript = resolve("node_modules/typescript/bin/tsc");
const scratch = "build/engine-check";

/** What the TypeScript compiler says of `source` as a file in the repository; empty if content. */
function compiled(name: string, source: string, options: object): string {
  const directory = `${scratch}/${name}`;
  mkdirSync(directory, { recursive: true });
  writeFileSync(`${directory}/index.ts`, source);
  const compilerOptions = { target: "ES2022", strict: true, noEmit: true, types: [], ...options };
  const config = { compilerOptions, files: ["index.ts"] };
  writeFileSync(`${directory}/tsconfig.json`, JSON.stringify(config));
  try {
    execFileSync(process.execPath, [typescript, "-p", directory], { encoding: "utf8" });
    return "";
  } catch (error) {
    return String((error as { stdout?: string }).stdout ?? error);
  }
}

beforeAll(() => {
  rmSync(scratch, { recursive: true, force: true });
  execFileSync(process.execPath, [typescript, "-p", "wasm"]);
}, 30_000);

test("catalog and report have the types the facade gives them, no field more or less", async () => {
  const engine = await freshEngine();
  const run = engine.run({ problem: "booth", method: "gradient_descent" });
  run.advance(3);
  // Literals, so that the compiler looks for excess properties as well.
  const source = (catalog: string) => `
    import type { Catalog, RunReport } from "../../../wasm/engine/types.js";
    export const catalog: Catalog = ${catalog};
    export const report: RunReport = ${JSON.stringify(run.report())};
  `;
  const options = { module: "ESNext", moduleResolution: "bundler" };
  const catalog = JSON.stringify(engine.catalog());
  expect(compiled("catalog", source(catalog), options)).toBe("");
  const renamed = catalog.replace('"lowOpen"', '"openLow"');
  expect(compiled("wrong-catalog", source(renamed), options)).toContain("openLow");
}, 30_000);

test("the package's types serve another program", () => {
  const source = `
    import { type RunSpec, EngineError, loadEngine } from "fall-line/engine";
    const spec: RunSpec = { problem: "booth", method: { name: "adam", settings: { beta1: 0.5 } } };
    export async function answer(wasmBinary: Uint8Array): Promise<number> {
      const engine = await loadEngine({ wasmBinary });
      return engine.measure({ spec, steps: 3, quantity: "theta" });
    }
    export const code: string = new EngineError("trap", "").code;
  `;
  const options = { module: "node16", moduleResolution: "node16", lib: ["ES2023", "DOM"] };
  expect(compiled("consumer", source, options)).toBe("");
}, 30_000);

/** What a program outside any bundler prints; it runs in the repository's root. */
function printedByNode(program: string, ...options: string[]): string {
  const args = [...options, "--input-type=module", "--eval", program];
  return execFileSync(process.execPath, args, { encoding: "utf8", stdio: "pipe" }).trim();
}

const program = `
  import { readFileSync } from "node:fs";
  import { loadEngine } from "fall-line/engine";
  const engine = await loadEngine({ wasmBinary: readFileSync("build/wasm/fall_line.wasm") });
  const run = engine.run({ problem: "booth", method: "adam" });
  run.advance(100);
  let message = "";
  try {
    engine.run({ problem: "booth", method: "adm" });
  } catch (error) {
    message = error.message;
  }
  console.log(JSON.stringify([engine.catalog().methods.length, ...run.trace("theta").slice(-2), message]));
`;

test("fall-line/engine computes in plain Node", async () => {
  const engine = await freshEngine();
  const run = engine.run({ problem: "booth", method: "adam" });
  run.advance(100);
  expect(JSON.parse(printedByNode(program))).toEqual([
    engine.catalog().methods.length,
    ...run.trace("theta").slice(-2),
    expect.stringContaining("'adm'"),
  ]);
});

test("the engine runs where code generation from strings is forbidden", () => {
  const forbidden = "--disallow-code-generation-from-strings";
  expect(() => printedByNode("new Function('return 1')", forbidden)).toThrow(/EvalError/);
  expect(printedByNode(program, forbidden)).toBe(printedByNode(program));
});
