import { programWords } from "../words/program.js";
import { type Library, PythonExpression } from "./python-expression.js";
import { isAlias, oldName, pythonName, RuleNames } from "./python-names.js";
import type { Rule, Statement } from "./rule.js";

const w = programWords;

export interface BodyOptions {
  library: Library;
  /** Where arrays change in place, what is kept of one must be a copy. */
  inPlace: boolean;
}

/** The lines of one step, without indentation. */
export function stepLines(rule: Rule, { library, inPlace }: BodyOptions): string[] {
  const names = new RuleNames(rule);
  const python = new PythonExpression(library, names);
  const isState = (statement: Statement) => rule.states.includes(statement.quantity);
  return rule.statements.flatMap((statement) => {
    const name = pythonName(statement.quantity.name);
    const lines: string[] = [];
    if (statement.kind === "keep") {
      lines.push(`${oldName(statement.quantity.name)} = ${name}`);
    } else if (statement.kind === "ask") {
      if (!inPlace) lines.push(...asked(statement, rule, names));
    } else {
      const { right, quantity, reason } = statement;
      const text = python.text(right);
      const copied = inPlace && isState(statement) && isAlias(right);
      const start = `${name} + `;
      const grows = inPlace && quantity.symbol === "param" && text.startsWith(start);
      lines.push(`# ${reason}`);
      if (grows) lines.push(`${name} += ${text.slice(start.length)}`);
      else if (inPlace && quantity.symbol === "param") lines.push(`${name}.copy_(${text})`);
      else lines.push(`${name} = ${text}${copied ? ".clone()" : ""}`);
    }
    names.made(statement);
    return lines;
  });
}

function asked(
  { quantity, origin }: Extract<Statement, { kind: "ask" }>,
  rule: Rule,
  names: RuleNames,
): string[] {
  const name = pythonName(quantity.name);
  switch (origin.kind) {
    case "gradient": {
      const point = names.name(origin.at, "t");
      const at = asksForBatches(rule) ? `${point}, t` : point;
      return [`${name} = gradient_of(${at})`];
    }
    case "full gradient":
      return [
        `if ${names.name(origin.when, "t")}:`,
        `    ${name} = full_gradient_of(${names.name(origin.at, "t")})`,
      ];
    case "every":
      return [`${name} = (t - 1) % ${names.name(origin.parameter, undefined)} == 0`];
  }
}

/** Whether gradients are those of a minibatch, which must be the same within a step. */
export function asksForBatches(rule: Rule): boolean {
  return rule.method.needs === "terms";
}

/** Whether the gradient at theta is all that a step asks for. */
export function takesItsGradient(rule: Rule): boolean {
  return rule.statements.every(
    (one) =>
      one.kind !== "ask" || (one.quantity.symbol === "grad" && one.origin.kind === "gradient"),
  );
}

export const uses = (lines: string[], name: string): boolean =>
  lines.some((line) => new RegExp(`(?<![\\w.])${name}\\b`).test(line.replace(/#.*/, "")));

/** `lines` so many times four spaces further in; an empty line stays empty. */
export function indented(lines: string[], times: number): string[] {
  return lines.map((line) => (line === "" ? "" : " ".repeat(4 * times) + line));
}

/** A docstring: what the method is called, what it does, what was chosen; folded at 88 columns. */
export function docstring(rule: Rule, further: string[], times: number): string[] {
  const { title, source, summary, options } = rule.method;
  const choices = options.flatMap(({ name, label, choices }) => {
    const chosen = choices.find((choice) => choice.name === rule.choices[name]);
    return chosen && chosen !== choices[0] ? [w.choice(label, chosen.meaning)] : [];
  });
  // the course's numbers of its lectures mean nothing outside of it
  const from = source.replace(/; lectures? [\d, –]+$/, "");
  const lines = [summary, ...choices, ...further].flatMap((text) => folded(text, 88 - 4 * times));
  return indented([`"""${title} (${from}).`, "", ...lines, '"""'], times);
}

function folded(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
