import type { Parameter, Problem } from "../../wasm/engine/types.js";

interface Entry {
  name: string;
  parameters: readonly Pick<Parameter, "name" | "default">[];
}

/** The part of the catalog that is asked here. */
export interface Declarations {
  methods: readonly Entry[];
  problems: readonly Problem[];
  losses: readonly Entry[];
  analyses: readonly Entry[];
  datasets: readonly Entry[];
}

const facts = ["dimension", "minimum", "start"] as const;
type Fact = (typeof facts)[number];

/** The default of a parameter of an entry of the catalog, or what the catalog says of a problem. */
export type DeclaredQuestion =
  | { of: keyof Declarations; name: string; default: string }
  | { of: "problems"; name: string; fact: string; coordinate?: number };

function found<T extends { name: string }>(kind: string, entries: readonly T[], name: string): T {
  const entry = entries.find((one) => one.name === name);
  if (entry) return entry;
  const names = entries.map((one) => one.name).join(", ") || "nothing";
  throw new Error(`${kind}: got "${name}"; allowed: ${names}`);
}

function factOf(problem: Problem, fact: string, coordinate: number): number {
  const known: Record<Fact, readonly number[]> = {
    dimension: [problem.dimension],
    minimum: problem.minimizer,
    start: problem.start,
  };
  if (!(fact in known)) throw new Error(`fact: got "${fact}"; allowed: ${facts.join(", ")}`);
  const value = known[fact as Fact][coordinate];
  if (value === undefined) {
    const count = known[fact as Fact].length;
    throw new Error(
      `coordinate: got ${coordinate}; allowed: below ${count}, the ${fact} has no more`,
    );
  }
  return value;
}

/** What the catalog says. */
export function answerToDeclared(question: DeclaredQuestion, declarations: Declarations): number {
  if ("fact" in question) {
    const problem = found("problem", declarations.problems, question.name);
    return factOf(problem, question.fact, question.coordinate ?? 0);
  }
  const { parameters } = found<Entry>(question.of, declarations[question.of], question.name);
  return found("default", parameters, question.default).default;
}
