import { EngineError } from "./engine-error.js";
import type { Measure, Named, RunSpec } from "./types.js";

function line(key: string, value: unknown): string {
  const text = String(value);
  if (/[\n\r]/.test(key) || /[\n\r]/.test(text)) {
    throw new EngineError(
      "invalid_argument",
      `${key}: got a text of several lines; allowed: one line`,
      key,
    );
  }
  return `${key}=${text}\n`;
}

function namedLines(kind: "problem" | "method", named: Named): string {
  if (typeof named === "string") return line(kind, named);
  if (typeof named !== "object" || named === null) {
    throw new EngineError(
      "invalid_argument",
      `${kind}: got ${String(named)}; allowed: a name, or an object with name and settings`,
      kind,
    );
  }
  let text = line(kind, named.name);
  for (const [name, value] of Object.entries(named.settings ?? {})) {
    text += line(`${kind}.${name}`, value);
  }
  return text;
}

/** The lines the core reads a problem from. */
export function problemText(problem: Named): string {
  return namedLines("problem", problem);
}

/** The lines the core reads a RunSpec from; every value is checked there. */
export function runSpecText(spec: RunSpec): string {
  let text = namedLines("problem", spec.problem) + namedLines("method", spec.method);
  if (spec.start) text += line("start", Array.from(spec.start).join(","));
  if (spec.seed !== undefined) text += line("seed", spec.seed);
  return text;
}

/** The lines the core reads a Measure from. */
export function measureText(measure: Measure): string {
  let text = runSpecText(measure.spec);
  text += line("measure.steps", measure.steps) + line("measure.quantity", measure.quantity);
  if (measure.coordinate !== undefined) text += line("measure.coordinate", measure.coordinate);
  if (measure.reduction !== undefined) text += line("measure.reduction", measure.reduction);
  if (measure.level !== undefined) text += line("measure.level", measure.level);
  return text;
}
