import type { Measure, Named } from "../../wasm/engine/types.js";
import { parseNamed, parsePoint, parseSettings } from "../scene/run-text.js";
import type { Ask, LossQuestion, TableQuestion } from "./ask.js";
import type { DeclaredQuestion } from "./declared.js";

/** The attributes that put a question to the core on an element such as fl-value. */
export const askAttributes = [
  "problem",
  "method",
  "data",
  "schedule",
  "settings",
  "start",
  "seed",
  "steps",
  "quantity",
  "coordinate",
  "reduction",
  "level",
  "loss",
  "derivation",
  "scores",
  "labels",
  "analysis",
  "row",
  "times",
  "default",
  "fact",
] as const;

/** Reads one attribute; null or undefined where absent. */
type Get = (name: string) => string | null | undefined;

function numbers(argument: string, text: string): number[] {
  const list = parsePoint(text);
  if (!list) throw new Error(`${argument}: got "${text}"; allowed: numbers like 3.2,5.1`);
  return list;
}

function optional<Key extends string, Value>(key: Key, value: Value | undefined) {
  return (value === undefined ? {} : { [key]: value }) as { [K in Key]?: Value };
}

/** What an element with `problem` and `method` asks about a run. */
function measureFrom(get: Get): Measure {
  const { settings, problemSettings, batch } = parseSettings(get("settings") ?? "");
  const start = get("start");
  const coordinate = get("coordinate");
  const level = get("level");
  return {
    spec: {
      problem: { name: get("problem") ?? "", settings: problemSettings },
      method: { name: get("method") ?? "", settings },
      ...optional("data", namedFrom(get, "data")),
      ...optional("batch", batch),
      ...optional("schedule", namedFrom(get, "schedule")),
      ...optional("start", start ? numbers("start", start) : undefined),
      ...optional("seed", get("seed") || undefined),
    },
    steps: Number(get("steps")),
    quantity: get("quantity") ?? "",
    ...optional("coordinate", coordinate ? Number(coordinate) : undefined),
    ...optional("reduction", (get("reduction") || undefined) as Measure["reduction"]),
    ...optional("level", level ? Number(level) : undefined),
  };
}

function namedFrom(get: Get, attribute: string): Named | undefined {
  const text = get(attribute);
  return text ? parseNamed(text) : undefined;
}

function placeFrom(get: Get) {
  const row = get("row");
  const coordinate = get("coordinate");
  return {
    ...optional("row", row ? Number(row) : undefined),
    ...optional("coordinate", coordinate ? Number(coordinate) : undefined),
  };
}

/** What an element with `loss` asks about scores: rows with semicolons between, or a dataset. */
export function lossQuestionFrom(get: Get): LossQuestion {
  const scores = get("scores");
  const labels = get("labels");
  const reduction = get("reduction");
  return {
    loss: { name: get("loss") ?? "", settings: parseSettings(get("settings") ?? "").settings },
    ...optional("data", namedFrom(get, "data")),
    ...optional(
      "scores",
      scores ? scores.split(";").map((row) => numbers("scores", row)) : undefined,
    ),
    ...optional("labels", labels ? numbers("labels", labels) : undefined),
    ...optional("reduction", (reduction || undefined) as LossQuestion["reduction"]),
    ...optional("derivation", get("derivation") || undefined),
    ...optional("quantity", get("quantity") || undefined),
    ...placeFrom(get),
  };
}

/** What an element with `analysis` asks about a problem or a run. */
function tableQuestionFrom(get: Get): TableQuestion {
  const { settings, problemSettings, batch } = parseSettings(get("settings") ?? "");
  const problem = get("problem");
  const start = get("start");
  return {
    analysis: { name: get("analysis") ?? "", settings },
    ...optional("problem", problem ? { name: problem, settings: problemSettings } : undefined),
    ...optional("method", namedFrom(get, "method")),
    ...optional("data", namedFrom(get, "data")),
    ...optional("batch", batch),
    ...optional("schedule", namedFrom(get, "schedule")),
    ...optional("at", start ? numbers("start", start) : undefined),
    quantity: get("quantity") ?? "",
    ...placeFrom(get),
  };
}

/** Attributes that name an entry of the catalog, and where it is listed. */
const entries = {
  loss: "losses",
  analysis: "analyses",
  method: "methods",
  data: "datasets",
  problem: "problems",
} as const;

/** What an element with `default` or `fact` asks the catalog about the entry it names. */
function declaredFrom(get: Get): DeclaredQuestion {
  const fact = get("fact");
  if (fact) return { of: "problems", name: get("problem") ?? "", fact, ...placeFrom(get) };
  // of a run's two entries the method is meant, unless the name begins with problem.
  const [parameter = "", prefix] = (get("default") ?? "").split(".").toReversed();
  const named = (Object.keys(entries) as (keyof typeof entries)[]).filter((name) => get(name));
  const attribute = (prefix === "problem" ? "problem" : named[0]) ?? "method";
  const { name } = parseNamed(get(attribute) ?? "");
  return { of: entries[attribute], name, default: parameter };
}

/** The question that an element's attributes put. */
export function askFrom(get: Get): Ask {
  const times = get("times");
  const scaled = times ? { times: Number(times) } : {};
  if (get("default") || get("fact")) return { declared: declaredFrom(get), ...scaled };
  if (get("loss")) return { loss: lossQuestionFrom(get), ...scaled };
  if (get("analysis")) return { table: tableQuestionFrom(get), ...scaled };
  return { measure: measureFrom(get), ...scaled };
}
