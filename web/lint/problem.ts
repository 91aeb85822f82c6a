/** Something in a lesson's files that is not as it should be. */
export interface Problem {
  /** Path from the repository's root. */
  file: string;
  /** Where in the file it is; undefined where no one line is to blame. */
  line: number | undefined;
  /** What was found, and what is allowed. */
  message: string;
}

/** A problem with the rule that found it. */
export interface Finding extends Problem {
  rule: string;
}

/** `lessons/adam/index.html:12: links: …`, as terminals and editors take it for a place. */
export function findingText({ file, line, rule, message }: Finding): string {
  return `${line === undefined ? file : `${file}:${line}`}: ${rule}: ${message}`;
}

/** By file, and from the top of each to its end. */
export function inOrder(findings: Finding[]): Finding[] {
  return findings.toSorted((a, b) => a.file.localeCompare(b.file) || (a.line ?? 0) - (b.line ?? 0));
}
