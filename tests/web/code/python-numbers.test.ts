import { beforeAll, describe, expect, test } from "vitest";
import { everyChoices } from "../../../web/code/rule.js";
import { withSettings } from "../../../web/code/setting-mark.js";
import { type CoreRun, codeOf, coreRuns, firstOrder, steps } from "./core-runs.js";
import { type Iterates, type Program, pythonWith, runPrograms, skippedWithout } from "./python.js";
import { expectSameNumbers } from "./same-numbers.js";

const numpy = pythonWith("numpy");
const torch = pythonWith("numpy, torch");

interface Case {
  method: string;
  run: CoreRun;
  program: Program;
}

/** Every method under all its choices, on every problem, as the page would write it. */
function cases(kind: "numpy" | "torch"): Case[] {
  return firstOrder.flatMap((method) => {
    const code = codeOf(method.name);
    return everyChoices(method).flatMap((choices) =>
      coreRuns(method, choices).map((run) => {
        const marked = code.python(choices)[kind];
        const numbers = Object.entries(run.settings).map(([name, value]) => [name, String(value)]);
        const settings = { ...code.settings(choices), ...Object.fromEntries(numbers) };
        const isClass = marked.includes("\nclass ");
        const name = isClass ? code.kernel.className : method.name;
        const program = { kind, name, code: withSettings(marked, settings).text, ...run.program };
        return { method: method.name, run, program };
      }),
    );
  });
}

for (const [kind, title, python] of [
  ["numpy", "NumPy", numpy],
  ["torch", "PyTorch", torch],
] as const) {
  describe.skipIf(!python)(
    `code in ${title} comes to where the core does${skippedWithout(kind, python)}`,
    () => {
      let all: Case[] = [];
      let found: Iterates[] = [];
      beforeAll(() => {
        all = cases(kind);
        found = runPrograms(
          python!,
          all.map(({ program }) => program),
        );
      }, 120_000);

      test.each(firstOrder.map(({ name }) => name))("%s", (name) => {
        const own = all.flatMap((one, i) =>
          one.method === name ? [{ ...one, found: found[i]! }] : [],
        );
        const whole = own.filter(({ run }) => run.theta.length === steps + 1);
        expect(whole.length, "runs that went on to the end").toBeGreaterThan(own.length / 2);
        for (const one of own) expectSameNumbers(one.run, one.found);
      });
    },
  );
}
