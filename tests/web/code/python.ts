import { spawnSync } from "node:child_process";
import { inRoot } from "../../../web/commands/root.mjs";

const interpreters = [process.env.PYTHON, "python3", "/usr/bin/python3", "python"];

/** The first Python on this machine that has `module`; undefined where there is none. */
export function pythonWith(module: string): string | undefined {
  return interpreters.find((python) => {
    if (!python) return false;
    const { status } = spawnSync(python, ["-c", `import ${module}`], { stdio: "ignore" });
    return status === 0;
  });
}

/** What says in a list of tests that they did not run, and why. */
export function skippedWithout(module: string, python: string | undefined): string {
  if (python) return "";
  const words = `SKIPPED: there is no Python with ${module} here`;
  console.warn(words);
  return ` (${words})`;
}

/** A gradient as the script run_programs.py computes or replays it. */
export type Gradient =
  | { kind: "booth" }
  | { kind: "quadratic"; curvatures: [number, number] }
  /** Row t: the points that may be asked for in step t + 1, and the gradient at each. */
  | { kind: "recorded"; rows: { point: number[]; gradient: number[] }[][] };

export interface Program {
  /** A function, an optimizer of its own, or one of PyTorch's. */
  kind: "numpy" | "torch" | "optim";
  /** The program; of PyTorch's own the constructor. */
  code: string;
  /** The function or class in it. */
  name: string;
  start: number[];
  steps: number;
  gradient: Gradient;
  /** Row t: the full gradient of step t + 1, for methods that ask for it. */
  full?: number[][];
}

/** theta after each of the program's steps, as far as it was asked for; null where it is no number. */
export type Iterates = Record<string, (number | null)[]>;

/** What a script of this folder answers; both ways as JSON. */
export function askPython(python: string, script: string, question: unknown): unknown {
  const { status, stdout, stderr } = spawnSync(python, [inRoot("tests/web/code", script)], {
    input: JSON.stringify(question),
    maxBuffer: 1 << 28,
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

/** Runs programs, all in one process. */
export function runPrograms(python: string, programs: Program[]): Iterates[] {
  return askPython(python, "run_programs.py", programs) as Iterates[];
}
