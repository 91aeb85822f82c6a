/**
 * A piece of a line: plain text, or a text with the class of its kind (or ""), its formula symbol
 * (or ""), and the setting that stands there.
 */
export type CodeToken = string | [text: string, kind: string, symbol?: string, setting?: string];

/** What one combination of choices makes of a method in Python. Numbers are those of lines. */
export interface PythonPrograms {
  numpy: number[];
  torch: number[];
  /** What PyTorch has of its own: the constructor, and in which way it is the same. */
  optim?: { line: number[]; isSame: boolean; words: string };
}

/** A method as code: what the page fetches when a code view comes into sight. */
export interface CodeAsset {
  title: string;
  /** Where the kernel stands in the project. */
  file: string;
  parameters: { name: string; default: number }[];
  options: { name: string; choices: string[] }[];
  /** What each symbol in the lines is to the reader, which gives its colour. */
  roles: Record<string, string>;
  /** Every different line there is, once. */
  lines: CodeToken[][];
  cpp: { kernel: number[]; use: number[] };
  /** By choices, see choicesKey; without those whose formulas are no recipe. */
  python: Record<string, PythonPrograms>;
}

/** The choices of every option, in the options' order. */
export function choicesKey(
  options: readonly { name: string }[],
  choices: Record<string, string>,
): string {
  return options.map(({ name }) => choices[name]).join(" ");
}
