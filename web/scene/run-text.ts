import type { Named, Settings } from "../../wasm/engine/types.js";

/** A name with settings, such as a schedule's. */
export type NamedText = Exclude<Named, string>;

/** "learning_rate=1 problem.slope=-1 schedule=cosine schedule.total=50", taken apart. */
export interface SettingsText {
  /** Of the method. */
  settings: Settings;
  problemSettings: Settings;
  /** How minibatches are drawn; absent where nothing says so. */
  batch?: Settings;
  schedule?: NamedText;
}

/** One run of a figure as a lesson writes it. */
export interface RunText extends SettingsText {
  method: string;
  /** The author's name for it; the method's title when absent. */
  label: string | undefined;
}

/** Settings of the method, and by their beginnings those of problem, minibatches and schedule. */
export function parseSettings(text: string): SettingsText {
  const settings: Settings = {};
  const problemSettings: Settings = {};
  const batch: Settings = {};
  const scheduleSettings: Settings = {};
  let schedule: string | undefined;
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const equals = word.indexOf("=");
    const [name, value] = [word.slice(0, equals), word.slice(equals + 1)];
    if (equals < 0) throw new Error(`settings: got "${word}"; allowed: name=value`);
    if (name === "schedule") schedule = value;
    else if (name.startsWith("schedule.")) scheduleSettings[name.slice("schedule.".length)] = value;
    else if (name.startsWith("batch.")) batch[name.slice("batch.".length)] = value;
    else if (name.startsWith("problem.")) problemSettings[name.slice("problem.".length)] = value;
    else settings[name] = value;
  }
  const [unowned] = Object.keys(scheduleSettings);
  if (schedule === undefined && unowned !== undefined) {
    const allowed = "schedule=name before it";
    throw new Error(`settings: got "schedule.${unowned}" of no schedule; allowed: ${allowed}`);
  }
  return {
    settings,
    problemSettings,
    ...(Object.keys(batch).length > 0 && { batch }),
    ...(schedule !== undefined && { schedule: { name: schedule, settings: scheduleSettings } }),
  };
}

/** "blobs classes=3" as a name with its settings. */
export function parseNamed(text: string): NamedText {
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
