import type { Named, Settings } from "../../wasm/engine/types.js";

/** One run of a figure as a lesson writes it. */
export interface RunText {
  method: string;
  settings: Settings;
  problemSettings: Settings;
  /** The author's name for it; the method's title when absent. */
  label: string | undefined;
}

/** "learning_rate=1 problem.slope=-1" as settings of the method and of the problem. */
export function parseSettings(text: string): { settings: Settings; problemSettings: Settings } {
  const settings: Settings = {};
  const problemSettings: Settings = {};
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const equals = word.indexOf("=");
    const [name, value] = [word.slice(0, equals), word.slice(equals + 1)];
    if (equals < 0) throw new Error(`settings: got "${word}"; allowed: name=value`);
    if (name.startsWith("problem.")) problemSettings[name.slice("problem.".length)] = value;
    else settings[name] = value;
  }
  return { settings, problemSettings };
}

/** "blobs classes=3" as a name with its settings. */
export function parseNamed(text: string): Exclude<Named, string> {
  const [name = "", ...rest] = text.trim().split(/\s+/);
  return { name, settings: parseSettings(rest.join(" ")).settings };
}

/** "adam bias_correction=off as without correction" */
function parseRun(text: string): RunText {
  const [, front = "", label] = /^(.*?)(?:\s+as\s+(.*))?$/s.exec(text) ?? [];
  const [method = "", ...rest] = front.trim().split(/\s+/);
  return { method, label: label?.trim(), ...parseSettings(rest.join(" ")) };
}

/** Runs with semicolons between. */
export function parseRuns(text: string): RunText[] {
  return text
    .split(";")
    .map((part) => part.trim())
    .filter(Boolean)
    .map(parseRun);
}

/** "-4,-4" as numbers; undefined where it is no list of finite numbers. */
export function parsePoint(text: string): number[] | undefined {
  const numbers = text.split(",").map((part) => (part.trim() === "" ? Number.NaN : Number(part)));
  return numbers.every(Number.isFinite) ? numbers : undefined;
}
