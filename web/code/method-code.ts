import type { Method, Quantity } from "../../wasm/engine/types.js";
import { type CodeAsset, type CodeToken, choicesKey, type PythonPrograms } from "./code-asset.js";
import { NotExecutable } from "./expression.js";
import { highlighted, type ProgramText } from "./highlight.js";
import { type Kernel, kernelOf } from "./kernel.js";
import { catalogSymbols, kernelSymbols, type SymbolNames } from "./kernel-symbols.js";
import { kernelUse } from "./kernel-use.js";
import { numpyProgram } from "./numpy-program.js";
import { oldName, pythonName } from "./python-names.js";
import { type Choices, everyChoices, type Rule, ruleOf } from "./rule.js";
import { withSettings } from "./setting-mark.js";
import { type TorchOptim, torchOptim } from "./torch-optim.js";
import { torchProgram } from "./torch-program.js";

/** The programs of one combination of choices, with marks where settings stand. */
export interface PythonTexts {
  numpy: string;
  torch: string;
  optim: TorchOptim | undefined;
}

/** A method as code, in every language and under all its choices. */
export class MethodCode {
  readonly method: Method;
  readonly kernel: Kernel;
  readonly #stepQuantities: readonly Quantity[];

  constructor(root: string, method: Method, stepQuantities: readonly Quantity[]) {
    this.method = method;
    this.kernel = kernelOf(root, method.name);
    this.#stepQuantities = stepQuantities;
  }

  /** Throws NotExecutable where the formula lines are no recipe. */
  rule(choices: Choices): Rule {
    const zeroOverZeroIsZero = this.kernel.text.includes("above_zero(");
    return ruleOf(this.method, this.#stepQuantities, choices, { zeroOverZeroIsZero });
  }

  /** Throws NotExecutable where the formula lines are no recipe. */
  python(choices: Choices): PythonTexts {
    const rule = this.rule(choices);
    return {
      numpy: numpyProgram(rule),
      torch: torchProgram(rule, this.kernel.className),
      optim: torchOptim(this.method.name, choices),
    };
  }

  /** The settings that hold where nothing else is said, as they are written in a program. */
  settings(choices: Choices): Record<string, string> {
    const numbers = this.method.parameters.map((one) => [one.name, String(one.default)]);
    return { ...Object.fromEntries(numbers), ...choices };
  }

  asset(): CodeAsset {
    const { method, kernel } = this;
    const lines = new LineTable();
    const [first = {}] = everyChoices(method);
    const cpp = (text: string): ProgramText => ({
      text,
      language: "cpp",
      symbols: kernelSymbols(kernel.source, method, this.#stepQuantities),
      settings: this.settings(first),
    });
    return {
      title: method.title,
      file: kernel.file,
      parameters: method.parameters.map((one) => ({ name: one.name, default: one.default })),
      options: method.options.map(({ name, choices }) => ({
        name,
        choices: choices.map((choice) => choice.name),
      })),
      cpp: {
        kernel: lines.numbers(cpp(kernel.text)),
        use: lines.numbers(cpp(kernelUse(kernel, method))),
      },
      python: Object.fromEntries(
        everyChoices(method).flatMap((choices) => {
          const programs = this.#programs(choices, lines);
          return programs ? [[choicesKey(method.options, choices), programs]] : [];
        }),
      ),
      roles: this.#roles(),
      lines: lines.lines,
    };
  }

  #roles(): Record<string, string> {
    const settings = [...this.method.parameters, { symbol: "now" }];
    return Object.fromEntries([
      ...settings.map(({ symbol }) => [symbol, "setting"]),
      ...[...this.#stepQuantities, ...this.method.quantities].map((one) => [one.symbol, one.role]),
    ]);
  }

  /** Every program under the default choices, one below the other. */
  plainText(): string[] {
    const [choices = {}] = everyChoices(this.method);
    const python = this.#pythonIfAny(choices);
    const programs = python ? [python.numpy, python.torch] : [];
    return [this.kernel.text, ...programs].map(
      (text) => withSettings(text, this.settings(choices)).text,
    );
  }

  #programs(choices: Choices, lines: LineTable): PythonPrograms | undefined {
    const texts = this.#pythonIfAny(choices);
    if (!texts) return undefined;
    const python = (text: string): ProgramText => ({
      text,
      language: "python",
      symbols: pythonSymbols(this.method, this.#stepQuantities),
      settings: this.settings(choices),
    });
    const { optim } = texts;
    return {
      numpy: lines.numbers(python(texts.numpy)),
      torch: lines.numbers(python(texts.torch)),
      ...(optim && {
        optim: {
          line: lines.numbers(python(optim.line)),
          isSame: optim.isSame,
          words: optim.words,
        },
      }),
    };
  }

  #pythonIfAny(choices: Choices): PythonTexts | undefined {
    try {
      return this.python(choices);
    } catch (error) {
      if (error instanceof NotExecutable) return undefined;
      throw error;
    }
  }
}

function pythonSymbols(method: Method, stepQuantities: readonly Quantity[]): SymbolNames {
  const names: SymbolNames = new Map([
    ["t", "now"],
    ["lr", "lrate"],
  ]);
  for (const [name, symbol] of catalogSymbols(method, stepQuantities)) {
    names.set(pythonName(name), symbol);
    names.set(oldName(name), symbol);
  }
  return names;
}

/** Lines by their number; the same line has the same number wherever it stands. */
class LineTable {
  readonly lines: CodeToken[][] = [];
  readonly #numbers = new Map<string, number>();

  numbers(program: ProgramText): number[] {
    return highlighted(program).map((line) => {
      const key = JSON.stringify(line);
      const known = this.#numbers.get(key);
      if (known !== undefined) return known;
      this.#numbers.set(key, this.lines.length);
      return this.lines.push(line) - 1;
    });
  }
}
