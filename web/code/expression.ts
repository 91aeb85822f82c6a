/** What a formula line says, as a tree. */
export type Expression =
  | { kind: "number"; text: string }
  /** A quantity of this step or of the one before; a parameter or the step's number has no index. */
  | { kind: "symbol"; symbol: string; at?: "t" | "t-1" }
  | { kind: "sum"; terms: Term[] }
  | { kind: "product"; factors: Expression[] }
  | { kind: "quotient"; above: Expression; below: Expression }
  | { kind: "power"; base: Expression; exponent: Expression }
  | { kind: "call"; name: FunctionName; of: Expression[] };

export interface Term {
  negative: boolean;
  of: Expression;
}

/** `above_zero` stands in no formula: see Rule. */
export type FunctionName =
  | "sqrt"
  | "abs"
  | "max"
  | "min"
  | "exp"
  | "ln"
  | "sin"
  | "cos"
  | "tanh"
  | "above_zero";

/** `left` of this step becomes `right`. */
export interface Assignment {
  left: string;
  right: Expression;
}

/** What formula lines say cannot be run as a program. */
export class NotExecutable extends Error {
  override readonly name = "NotExecutable";
}

/** The parts of an expression, outermost first. */
export function* partsOf(expression: Expression): Generator<Expression> {
  yield expression;
  for (const part of children(expression)) yield* partsOf(part);
}

function children(expression: Expression): Expression[] {
  switch (expression.kind) {
    case "number":
    case "symbol":
      return [];
    case "sum":
      return expression.terms.map(({ of }) => of);
    case "product":
      return expression.factors;
    case "quotient":
      return [expression.above, expression.below];
    case "power":
      return [expression.base, expression.exponent];
    case "call":
      return expression.of;
  }
}

/** The expression with `change` made in every part of it, innermost first. */
export function mapped(
  expression: Expression,
  change: (part: Expression) => Expression,
): Expression {
  const inner = (part: Expression) => mapped(part, change);
  switch (expression.kind) {
    case "number":
    case "symbol":
      return change(expression);
    case "sum":
      return change({
        kind: "sum",
        terms: expression.terms.map(({ negative, of }) => ({ negative, of: inner(of) })),
      });
    case "product":
      return change({ kind: "product", factors: expression.factors.map(inner) });
    case "quotient":
      return change({
        kind: "quotient",
        above: inner(expression.above),
        below: inner(expression.below),
      });
    case "power":
      return change({
        kind: "power",
        base: inner(expression.base),
        exponent: inner(expression.exponent),
      });
    case "call":
      return change({ ...expression, of: expression.of.map(inner) });
  }
}
