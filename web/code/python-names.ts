import type { Expression } from "./expression.js";
import type { Names } from "./python-expression.js";
import type { Rule, Statement } from "./rule.js";

/** Words of Python, and names that the programs have for themselves. */
const taken = new Set(
  (
    "and as assert break class continue def del elif else except finally for from global if " +
    "import in is lambda nonlocal not or pass raise return try while with yield " +
    "np torch math t tiny steps params group state self loss closure gradient_of full_gradient_of"
  ).split(" "),
);

export function pythonName(name: string): string {
  return taken.has(name) ? `${name}_` : name;
}

export function oldName(name: string): string {
  return `${pythonName(name)}_old`;
}

/** What symbols are called while the statements of a rule are written one after the other. */
export class RuleNames implements Names {
  readonly #rule: Rule;
  readonly #made = new Set<string>();

  constructor(rule: Rule) {
    this.#rule = rule;
  }

  /** From now on a quantity's name stands for its new value. */
  made(statement: Statement): void {
    if (statement.kind !== "keep") this.#made.add(statement.quantity.symbol);
  }

  name(symbol: string, at: "t" | "t-1" | undefined): string {
    if (at === undefined) {
      if (symbol === "now") return "t";
      const parameter = this.#rule.method.parameters.find((one) => one.symbol === symbol);
      return pythonName(parameter?.name ?? symbol);
    }
    const { name } = this.#rule.quantityOf(symbol) ?? { name: symbol };
    return at === "t-1" && this.#made.has(symbol) ? oldName(name) : pythonName(name);
  }

  isArray(symbol: string): boolean {
    return this.#rule.quantityOf(symbol)?.shape === "vector";
  }
}

/** Whether an expression is nothing but a quantity: naming it twice would name one array twice. */
export function isAlias(right: Expression): boolean {
  return right.kind === "symbol" && right.at !== undefined;
}
