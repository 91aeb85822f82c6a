import { checkedNumbers, checkedObject, invalidArgument } from "./arguments.js";
import type { AnalysisRequest, LossRequest, Measure, Named, RunSpec, Settings } from "./types.js";

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

type Kind = "problem" | "method" | "data" | "batch" | "schedule" | "analysis" | "loss";

function settingLines(kind: Kind, settings: Settings): string {
  let text = "";
  for (const [name, value] of Object.entries(settings)) text += line(`${kind}.${name}`, value);
  return text;
}

function namedLines(kind: Kind, named: Named): string {
  if (typeof named === "string") return line(kind, named);
  if (typeof named !== "object" || named === null) {
    throw invalidArgument(kind, named, "a name, or an object with name and settings");
  }
  return line(kind, named.name) + settingLines(kind, named.settings ?? {});
}

/** The lines the core reads a problem from, with its data if it is about any. */
export function problemText({ problem, data }: { problem: Named; data?: Named }): string {
  return namedLines("problem", problem) + (data === undefined ? "" : dataText(data));
}

/** The lines the core reads a dataset from. */
export function dataText(data: Named): string {
  return namedLines("data", data);
}

/** The lines the core reads a method's settings from. */
export function overridesText(overrides: Settings): string {
  return settingLines("method", checkedObject("overrides", overrides));
}

/** The lines the core reads a RunSpec from; every value is checked there. */
export function runSpecText(spec: RunSpec): string {
  const { problem, method } = checkedObject("spec", spec);
  return namedLines("problem", problem) + namedLines("method", method) + otherLines(spec);
}

function otherLines({ data, batch, schedule, start, seed }: Partial<RunSpec>): string {
  let text = data === undefined ? "" : dataText(data);
  if (batch !== undefined) text += settingLines("batch", checkedObject("batch", batch));
  if (schedule !== undefined) text += namedLines("schedule", schedule);
  if (start !== undefined) text += line("start", checkedNumbers("start", start).join(","));
  if (seed !== undefined) text += line("seed", seed);
  return text;
}

/** The lines the core reads an AnalysisRequest from. */
export function analysisText(request: AnalysisRequest): string {
  const { analysis, at, ...subject } = checkedObject("analysis", request);
  let text = namedLines("analysis", analysis);
  if (subject.problem !== undefined) text += namedLines("problem", subject.problem);
  if (subject.method !== undefined) text += namedLines("method", subject.method);
  return text + otherLines(at === undefined ? subject : { ...subject, start: at });
}

function tableText(argument: string, rows: unknown): string {
  if (!Array.isArray(rows)) throw invalidArgument(argument, rows, "a list of rows");
  return rows.map((row) => checkedNumbers(argument, row).join(",")).join(";");
}

/** The lines the core reads a LossRequest from. */
export function lossText(request: LossRequest): string {
  const { loss, scores, labels, targets, reduction, derivation } = checkedObject("loss", request);
  let text = namedLines("loss", loss) + line("scores", tableText("scores", scores));
  if (labels !== undefined) text += line("labels", checkedNumbers("labels", labels).join(","));
  if (targets !== undefined) text += line("targets", tableText("targets", targets));
  if (reduction !== undefined) text += line("reduction", reduction);
  if (derivation !== undefined) text += line("derivation", derivation);
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
