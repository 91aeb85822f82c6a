import type { Measure } from "../../wasm/engine/types.js";
import { parsePoint, parseSettings } from "./run-text.js";

/** The attributes that put a question to the core on an element such as fl-value. */
export const measureAttributes = [
  "problem",
  "method",
  "settings",
  "start",
  "seed",
  "steps",
  "quantity",
  "coordinate",
  "reduction",
  "level",
] as const;

/** The question that an element's attributes put; `get` reads one, null where absent. */
export function measureFrom(get: (name: string) => string | null | undefined): Measure {
  const { settings, problemSettings } = parseSettings(get("settings") ?? "");
  const start = get("start");
  const point = start ? parsePoint(start) : undefined;
  const seed = get("seed");
  const coordinate = get("coordinate");
  const reduction = get("reduction");
  const level = get("level");
  return {
    spec: {
      problem: { name: get("problem") ?? "", settings: problemSettings },
      method: { name: get("method") ?? "", settings },
      ...(point && { start: point }),
      ...(seed && { seed }),
    },
    steps: Number(get("steps")),
    quantity: get("quantity") ?? "",
    ...(coordinate && { coordinate: Number(coordinate) }),
    ...(reduction && { reduction: reduction as NonNullable<Measure["reduction"]> }),
    ...(level && { level: Number(level) }),
  };
}
