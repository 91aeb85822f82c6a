import { beforeAll, describe, expect, test } from "vitest";
import { everyChoices } from "../../../web/code/rule.js";
import { withSettings } from "../../../web/code/setting-mark.js";
import { type TorchOptim, torchOptim } from "../../../web/code/torch-optim.js";
import { programWords } from "../../../web/words/program.js";
import { type CoreRun, codeOf, coreRuns, firstOrder } from "./core-runs.js";
import {
  askPython,
  type Iterates,
  type Program,
  pythonWith,
  runPrograms,
  skippedWithout,
} from "./python.js";
import { expectSameNumbers } from "./same-numbers.js";

const torch = pythonWith("numpy, torch");

interface Case {
  method: string;
  optim: TorchOptim;
  run: CoreRun;
  program: Program;
}

const all: Case[] = firstOrder.flatMap((method) => {
  const code = codeOf(method.name);
  return everyChoices(method).flatMap((choices) => {
    const optim = torchOptim(method.name, choices);
    if (!optim) return [];
    return coreRuns(method, choices).flatMap((run) => {
      // the look-ahead points of the core's run are not where PyTorch asks
      if (run.program.gradient.kind === "recorded" && !optim.isSame) return [];
      const numbers = Object.entries(run.settings).map(([name, value]) => [name, String(value)]);
      const settings = { ...code.settings(choices), ...Object.fromEntries(numbers) };
      const line = withSettings(optim.line, settings).text;
      const program: Program = { kind: "optim", name: "", code: line, ...run.program };
      return [{ method: method.name, optim, run, program }];
    });
  });
});

const withOwnOptimizer = [...new Set(all.map(({ method }) => method))];

test("methods that PyTorch has, and one it has not", () => {
  expect(withOwnOptimizer).toEqual(
    firstOrder.map(({ name }) => name).filter((name) => name !== "svrg"),
  );
});

describe.skipIf(!torch)(`torch.optim${skippedWithout("torch", torch)}`, () => {
  let found: Iterates[] = [];
  let defaults: Record<string, unknown>[] = [];
  beforeAll(() => {
    found = runPrograms(
      torch!,
      all.map(({ program }) => program),
    );
    const classes = all.map(({ program }) => /optim\.(\w+)/.exec(program.code)?.[1] ?? "");
    defaults = askPython(torch!, "defaults.py", classes) as Record<string, unknown>[];
  }, 120_000);

  const ownOf = (method: string, isSame: boolean) =>
    all.flatMap((one, i) =>
      one.method === method && one.optim.isSame === isSame ? [{ ...one, found: found[i]! }] : [],
    );

  test.each(withOwnOptimizer)("what is said to be the rule of %s comes to the same", (method) => {
    const own = ownOf(method, true);
    expect(own.length).toBeGreaterThan(0);
    for (const { run, found } of own) {
      if (method === "adamax" && run.program.start[0] === 0) {
        expect(found[1]?.[0], "0/0, as the words say").toBeNull();
      } else expectSameNumbers(run, found);
    }
  });

  test.each(["nesterov", "amsgrad"])("what is said to be near %s comes elsewhere", (method) => {
    const own = ownOf(method, false);
    expect(own.length).toBeGreaterThan(0);
    for (const { run, found } of own) expect(() => expectSameNumbers(run, found)).toThrow();
  });

  test("the defaults are those the words tell of", () => {
    const { sameDefaults, otherDefaults } = programWords.optim;
    let told = 0;
    for (const [i, { method, optim, run }] of all.entries()) {
      const found = otherThan(
        defaults[i] ?? {},
        withSettings(optim.line, codeOf(method).settings({})).text,
      );
      if (optim.words === sameDefaults) expect(found, run.title).toEqual([]);
      else if (!optim.words.startsWith(otherDefaults("").slice(0, 8))) continue;
      else expect(optim.words, run.title).toBe(otherDefaults(found.join(", ")));
      told += 1;
    }
    expect(told).toBeGreaterThan(5);
  });
});

/** Which of the numbers in a constructor with this project's defaults PyTorch has otherwise. */
function otherThan(theirs: Record<string, unknown>, line: string): string[] {
  const written = [...line.matchAll(/(\w+)=(\([^)]*\)|[\d.e-]+)/g)];
  return written.flatMap(([, key = "", value = ""]) => {
    const ours = JSON.parse(value.replace("(", "[").replace(")", "]"));
    const same = theirs[key] === undefined || String(theirs[key]) === String(ours);
    return same ? [] : [`${key}=${theirs[key]}`];
  });
}
