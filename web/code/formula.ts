import type { Assignment, Expression, FunctionName, Term } from "./expression.js";
import { TexReader } from "./tex-reader.js";

const ends = ["+", "-", "=", ")", "}", ",", "\\right", "\\rvert", "\\le", "\\ge"];
const functions: FunctionName[] = ["exp", "ln", "sin", "cos", "tanh"];
/** Commands that mean something to TeX alone and are met out of place. */
const texOnly = ["left", "right", "top", "sum", "mathbb", "operatorname", "lVert", "lfloor"];

/**
 * Reads a formula line that computes one quantity, such as
 * `\mom{t} = \decayone\,\mom{t-1} + (1-\decayone)\,\grad{t}`. The grammar is that of the core's
 * own evaluator of formula lines, without vectors and matrices as a whole (^\top, sums over
 * entries, equations to be solved): those lines are no recipe, and throw NotExecutable.
 */
export function parseLine(tex: string): Assignment {
  const reader = new TexReader(tex);
  const left = reader.command;
  if (left === "" || texOnly.includes(left)) reader.fail("a quantity on the left");
  reader.take(`\\${left}`);
  if (!reader.take("{t}")) reader.fail("a quantity of this step on the left");
  reader.expect("=");
  const right = sum(reader);
  if (reader.rest !== "") reader.fail("the end");
  return { left, right };
}

function sum(reader: TexReader): Expression {
  const terms: Term[] = [{ negative: reader.take("-"), of: product(reader) }];
  for (;;) {
    const negative = reader.nextIs("-");
    if (!negative && !reader.nextIs("+")) break;
    reader.take(negative ? "-" : "+");
    terms.push({ negative, of: product(reader) });
  }
  const [only] = terms;
  return terms.length === 1 && only && !only.negative ? only.of : { kind: "sum", terms };
}

function atEnd(reader: TexReader): boolean {
  return reader.rest === "" || ends.some((end) => reader.nextIs(end));
}

function product(reader: TexReader): Expression {
  if (atEnd(reader)) reader.fail("a term");
  const first = factor(reader);
  const factors = [first];
  while (!atEnd(reader)) factors.push(factor(reader));
  return factors.length === 1 ? first : { kind: "product", factors };
}

function factor(reader: TexReader): Expression {
  const base = atom(reader);
  if (!reader.take("^")) return base;
  const exponent = raised(reader);
  if (reader.nextIs("^")) reader.fail("one exponent, not two");
  return { kind: "power", base, exponent };
}

function raised(reader: TexReader): Expression {
  if (reader.nextIs("{")) return braced(reader);
  if (reader.nextIs("\\")) return macro(reader);
  return digit(reader);
}

function digit(reader: TexReader): Expression {
  return { kind: "number", text: reader.match(/^\d/) ?? reader.fail("a digit") };
}

function braced(reader: TexReader): Expression {
  return between(reader, "{", "}");
}

function between(reader: TexReader, open: string, close: string): Expression {
  reader.expect(open);
  const inner = sum(reader);
  reader.expect(close);
  return inner;
}

function bracketed(reader: TexReader): Expression {
  const stretches = reader.take("\\left");
  const isAbsolute = reader.nextIs("\\lvert");
  reader.expect(isAbsolute ? "\\lvert" : "(");
  const inner = sum(reader);
  if (stretches) reader.expect("\\right");
  reader.expect(isAbsolute ? "\\rvert" : ")");
  return isAbsolute ? { kind: "call", name: "abs", of: [inner] } : inner;
}

function fraction(reader: TexReader): Expression {
  const isShort = reader.take("\\tfrac") && !reader.nextIs("{");
  if (isShort) return { kind: "quotient", above: digit(reader), below: digit(reader) };
  reader.take("\\frac");
  const above = braced(reader);
  return { kind: "quotient", above, below: braced(reader) };
}

/** \max(a, b) */
function ofTwo(reader: TexReader, name: "max" | "min"): Expression {
  const stretches = reader.take("\\left");
  reader.expect("(");
  const first = sum(reader);
  reader.expect(",");
  const second = sum(reader);
  if (stretches) reader.expect("\\right");
  reader.expect(")");
  return { kind: "call", name, of: [first, second] };
}

function atom(reader: TexReader): Expression {
  const { command } = reader;
  if (command === "frac" || command === "tfrac") return fraction(reader);
  if (reader.take("\\sqrt")) return { kind: "call", name: "sqrt", of: [braced(reader)] };
  for (const name of ["max", "min"] as const) {
    if (reader.take(`\\${name}`)) return ofTwo(reader, name);
  }
  for (const name of functions) {
    if (reader.take(`\\${name}`)) return { kind: "call", name, of: [bracketed(reader)] };
  }
  if (reader.nextIs("(") || command === "lvert" || command === "left") return bracketed(reader);
  if (reader.nextIs("\\")) return macro(reader);
  return { kind: "number", text: reader.match(/^(?:\d+(?:\.\d+)?)/) ?? reader.fail("a factor") };
}

function macro(reader: TexReader): Expression {
  const symbol = reader.command;
  if (symbol === "" || texOnly.includes(symbol)) reader.fail("a factor");
  reader.take(`\\${symbol}`);
  for (const at of ["t", "t-1"] as const) {
    if (reader.take(`{${at}}`)) return { kind: "symbol", symbol, at };
  }
  if (reader.nextIs("{")) reader.fail("{t} or {t-1}");
  return { kind: "symbol", symbol };
}
