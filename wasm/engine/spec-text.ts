import { checkedNumbers, checkedObject, invalidArgument } from "./arguments.js";
import type { Measure, Named, RunSpec, Settings } from "./types.js";

function line(key: string, value: unknown): string {
  if (typeof value !== "number" && typeof value !== "string") {
    throw invalidArgument(key, value, "a number or a text");
  }
  const text = String(value);
  if (/[\n\r]/.test(key) || /[\n\r]/.test(text)) {
    throw invalidArgument(key, text, "one line");
  }
  return `${key}=${text}\n`;
}

function settingLines(kind: "problem" | "method", settings: Settings): string {
  let text = "";
  for (const [name, value] of Object.entries(settings)) text += line(`${kind}.${name}`, value);
  return text;
}

function namedLines(kind: "problem" | "method", named: Named): string {
  if (typeof named === "string") return line(kind, named);
  if (typeof named !== "object" || named === null) {
    throw invalidArgument(kind, named, "a name, or an object with name and settings");
  }
  return line(kind, named.name) + settingLines(kind, named.settings ?? {});
}

/** The lines the core reads a problem from. */
export function problemText(problem: Named): string {
  return namedLines("problem", problem);
}

/** The lines the core reads a method's settings from. */
export function overridesText(overrides: Settings): string {
  return settingLines("method", checkedObject("overrides", overrides));
}

/** The lines the core reads a RunSpec from; every value is checked there. */
export function runSpecText(spec: RunSpec): string {
  const { problem, method, start, seed } = checkedObject("spec", spec);
  let text = namedLines("problem", problem) + namedLines("method", method);
  if (start !== undefined) text += line("start", checkedNumbers("start", start).join(","));
  if (seed !== undefined) text += line("seed", seed);
  return text;
}

/** The lines the core reads a Measure from. */
export function measureText(measure: Measure): string {
  const { spec, steps, quantity, coordinate, reduction, level } = checkedObject("measure", measure);
  let text = runSpecText(spec);
  text += line("measure.steps", steps) + line("measure.quantity", quantity);
  if (coordinate !== undefined) text += line("measure.coordinate", coordinate);
  if (reduction !== undefined) text += line("measure.reduction", reduction);
  if (level !== undefined) text += line("measure.level", level);
  return text;
}
