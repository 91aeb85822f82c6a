import type { Settings } from "../../wasm/engine/types.js";
import { parseSettings } from "./run-text.js";

/** A model of a plane as a lesson writes it. */
export interface ModelText {
  model: string;
  method: string;
  /** Of the method. */
  settings: Settings;
  /** Of the model. */
  problemSettings: Settings;
  /** The author's name for it; the model's title when absent. */
  label: string | undefined;
}

const usualMethod = "gradient_descent";

/** "softmax_regression adam learning_rate=0.1 problem.regularization_strength=0.01 as Softmax" */
function parseModel(text: string): ModelText {
  const [, front = "", label] = /^(.*?)(?:\s+as\s+(.*))?$/s.exec(text) ?? [];
  const [model = "", ...rest] = front.trim().split(/\s+/);
  const named = rest[0] !== undefined && !rest[0].includes("=");
  const { schedule, ...settings } = parseSettings(rest.slice(named ? 1 : 0).join(" "));
  if (schedule) {
    const allowed = "settings of the method, and problem.… of the model";
    throw new Error(`models: got schedule=${schedule.name}; allowed: ${allowed}`);
  }
  return {
    model,
    method: named ? (rest[0] ?? "") : usualMethod,
    label: label?.trim(),
    ...settings,
  };
}

/** Models with semicolons between. */
export function parseModels(text: string): ModelText[] {
  return text
    .split(";")
    .map((part) => part.trim())
    .filter(Boolean)
    .map(parseModel);
}
