import type { FormulaLine, Method, Parameter, Quantity } from "../../wasm/engine/types.js";
import { type Assignment, type Expression, mapped, NotExecutable, partsOf } from "./expression.js";
import { parseLine } from "./formula.js";
import { type Origin, origins } from "./origins.js";

/** Choice names by option name. */
export type Choices = Record<string, string>;

export type Statement =
  /** A quantity, as a formula line says. */
  | { kind: "assign"; quantity: Quantity; right: Expression; reason: string }
  /** The old value, needed after the new one is there. */
  | { kind: "keep"; quantity: Quantity }
  | { kind: "ask"; quantity: Quantity; origin: Exclude<Origin, { kind: "factor" }> };

/** One step of a method as a list of statements, each using only what those before it made. */
export interface Rule {
  method: Method;
  choices: Choices;
  /** Those the statements use, in the method's order. */
  parameters: Parameter[];
  /** What is kept from step to step, zero before the first. */
  states: Quantity[];
  statements: Statement[];
  quantityOf(symbol: string): Quantity | undefined;
}

/** The choices in force where nothing else is said. */
export function defaultChoices(method: Pick<Method, "options">): Choices {
  return Object.fromEntries(method.options.map(({ name, choices }) => [name, choices[0]!.name]));
}

/** Every combination of choices that a method's options allow, the default first. */
export function everyChoices(method: Pick<Method, "options">): Choices[] {
  return method.options.reduce<Choices[]>(
    (all, { name, choices }) =>
      all.flatMap((before) => choices.map((choice) => ({ ...before, [name]: choice.name }))),
    [{}],
  );
}

/** How a method's kernel reads what its formulas leave open. */
export interface RuleOptions {
  /** Whether its kernel takes 0/0 for 0, by a denominator that is never quite zero. */
  zeroOverZeroIsZero: boolean;
}

/** Throws NotExecutable where the lines are no recipe. */
export function ruleOf(
  method: Method,
  stepQuantities: readonly Quantity[],
  choices: Choices,
  options: RuleOptions,
): Rule {
  return new RuleBuilder(method, stepQuantities, choices, options).build();
}

class RuleBuilder {
  readonly #method: Method;
  readonly #choices: Choices;
  readonly #options: RuleOptions;
  readonly #known: Quantity[];
  readonly #lines: (Assignment & { line: FormulaLine })[];
  readonly #made = new Set<string>();
  readonly #statements: Statement[] = [];

  constructor(
    method: Method,
    stepQuantities: readonly Quantity[],
    choices: Choices,
    options: RuleOptions,
  ) {
    this.#method = method;
    this.#choices = { ...defaultChoices(method), ...choices };
    this.#options = options;
    this.#known = [...stepQuantities, ...method.quantities];
    this.#lines = method.lines
      .filter(({ option, choice }) => option === "" || this.#choices[option] === choice)
      .map((line) => ({ ...parseLine(line.tex), line }));
  }

  build(): Rule {
    for (const one of this.#lines) this.#line(one);
    if (!this.#made.has("param")) this.#fail("no line computes \\param{t}");
    const used = new Set(this.#statements.flatMap((one) => [...parametersIn(one)]));
    return {
      method: this.#method,
      choices: this.#choices,
      parameters: this.#method.parameters.filter(({ symbol }) => used.has(symbol)),
      states: this.#known.filter(({ symbol }) => symbol !== "param" && this.#looksBack(symbol)),
      statements: this.#statements,
      quantityOf: (symbol) => this.#known.find((one) => one.symbol === symbol),
    };
  }

  #line({ left, right, line }: Assignment & { line: FormulaLine }): void {
    const quantity = this.#quantity(left);
    if (this.#made.has(left)) this.#fail(`two lines compute \\${left}{t}`);
    this.#readable(right);
    if (this.#isOldAfter(left)) this.#statements.push({ kind: "keep", quantity });
    this.#assign(quantity, right, line.reason);
  }

  #assign(quantity: Quantity, right: Expression, reason: string): void {
    const whole = mapped(right, (part) => this.#guarded(part));
    this.#statements.push({ kind: "assign", quantity, right: whole, reason });
    this.#made.add(quantity.symbol);
  }

  /** Sees to it that all an expression reads is there. */
  #readable(expression: Expression): void {
    for (const part of partsOf(expression)) {
      if (part.kind !== "symbol") continue;
      if (part.at === "t") this.#need(part.symbol);
      else if (part.at === "t-1") this.#remembered(part.symbol);
      else this.#parameter(part.symbol);
    }
  }

  /** Sees to it that a quantity of this step is there. */
  #need(symbol: string): void {
    if (this.#made.has(symbol)) return;
    const quantity = this.#quantity(symbol);
    const origin = origins[symbol];
    if (!origin) this.#fail(`\\${symbol}{t} is used before any line computes it`);
    if (origin.kind === "factor") {
      const right = this.#factor(origin);
      this.#readable(right);
      this.#assign(quantity, right, `${capitalised(quantity.meaning)}.`);
      return;
    }
    if (origin.kind === "full gradient") this.#need(origin.when);
    if (origin.kind === "every") this.#parameter(origin.parameter);
    else if (origin.at !== "param") this.#need(origin.at);
    this.#statements.push({ kind: "ask", quantity, origin });
    this.#made.add(symbol);
  }

  /** A quotient as it is computed: with a denominator that is not zero. */
  #guarded(part: Expression): Expression {
    const guards = this.#options.zeroOverZeroIsZero && part.kind === "quotient";
    if (!guards || part.below.kind !== "symbol" || !this.#isVector(part.below.symbol)) return part;
    return { ...part, below: { kind: "call", name: "above_zero", of: [part.below] } };
  }

  /** What `of` = … `from` … leaves when `from` is 1. */
  #factor({ of, from }: { of: string; from: string }): Expression {
    const line = this.#lines.find(({ left }) => left === of);
    if (!line) this.#fail(`no line computes \\${of}{t}`);
    return mapped(line.right, (part) => {
      if (part.kind === "symbol" && part.symbol === from) return one;
      if (part.kind !== "product") return part;
      const factors = part.factors.filter((factor) => factor !== one);
      return factors.length === 1 ? factors[0]! : { kind: "product", factors };
    });
  }

  /** Whether a line from that of `symbol` on, but not this line itself, uses its old value. */
  #isOldAfter(symbol: string): boolean {
    const at = this.#lines.findIndex(({ left }) => left === symbol);
    return this.#lines.slice(at + 1).some(({ right }) => usesOld(right, symbol));
  }

  #remembered(symbol: string): void {
    this.#quantity(symbol);
    if (this.#lines.some(({ left }) => left === symbol)) return;
    this.#fail(`no line computes \\${symbol}{t}, so there is no \\${symbol}{t-1}`);
  }

  #looksBack(symbol: string): boolean {
    return this.#lines.some(({ right }) => usesOld(right, symbol));
  }

  #isVector(symbol: string): boolean {
    return this.#known.find((one) => one.symbol === symbol)?.shape === "vector";
  }

  #quantity(symbol: string): Quantity {
    const found = this.#known.find((one) => one.symbol === symbol);
    if (!found) this.#fail(`no quantity has the symbol \\${symbol}`);
    if (found.shape === "matrix") this.#fail(`\\${symbol} is a matrix`);
    return found;
  }

  #parameter(symbol: string): void {
    if (symbol === "now" || this.#method.parameters.some((one) => one.symbol === symbol)) return;
    this.#fail(`no parameter has the symbol \\${symbol}`);
  }

  #fail(what: string): never {
    throw new NotExecutable(`${this.#method.name}: ${what}`);
  }
}

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

const one: Expression = { kind: "number", text: "1" };

function usesOld(expression: Expression, symbol: string): boolean {
  return [...partsOf(expression)].some(
    (part) => part.kind === "symbol" && part.symbol === symbol && part.at === "t-1",
  );
}

function* parametersIn(statement: Statement): Generator<string> {
  if (statement.kind === "ask" && statement.origin.kind === "every") {
    yield statement.origin.parameter;
  }
  if (statement.kind !== "assign") return;
  for (const part of partsOf(statement.right)) {
    if (part.kind === "symbol" && part.at === undefined) yield part.symbol;
  }
}
