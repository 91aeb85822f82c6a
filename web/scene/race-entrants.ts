import type { AnalysisRequest, RunSpec, Settings } from "../../wasm/engine/types.js";

/** A run spec’s method as the core’s analysis of a race reads it: "adam,learning_rate=0.1". */
function entrantText({ method }: RunSpec): string {
  if (typeof method === "string") return method;
  const settings = Object.entries(method.settings ?? {}).map(([name, value]) => `${name}=${value}`);
  return [method.name, ...settings].join(",");
}

/** The question to the core who of `specs`, all on one problem, wins under `rules`. */
export function raceRequest(
  specs: readonly RunSpec[],
  rules: Settings,
  stepTimes: readonly number[] | undefined,
): AnalysisRequest {
  const [first] = specs as [RunSpec, ...RunSpec[]];
  return {
    analysis: {
      name: "race",
      settings: {
        ...rules,
        entrants: specs.map(entrantText).join(";"),
        ...(stepTimes && { step_times: stepTimes.join(",") }),
      },
    },
    problem: first.problem,
    ...(first.start && { at: first.start }),
    ...(first.seed !== undefined && { seed: first.seed }),
  };
}
