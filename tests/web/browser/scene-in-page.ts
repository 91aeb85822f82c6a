import type { Locator } from "playwright-core";
import type { RunReport, RunSpec } from "../../../wasm/engine/types.js";

/** What an element's scene holds, as plain data. */
export interface SceneState {
  key: string;
  start: number[];
  step: number;
  steps: number;
  generation: number;
  playing: boolean;
  runs: {
    key: string;
    label: string;
    method: string;
    spec: RunSpec;
    report: RunReport;
    refused: string | undefined;
    /** theta, row by row. */
    theta: number[];
  }[];
}

/** The scene of an element such as fl-descent, as it is now. */
export async function sceneOf(element: Locator): Promise<SceneState> {
  return element.evaluate((node) => {
    // biome-ignore lint/suspicious/noExplicitAny: the element's own, not public to other code
    const { scene } = node as any;
    return {
      key: scene.key,
      start: [...scene.start],
      step: scene.step,
      steps: scene.steps,
      generation: scene.generation,
      playing: scene.playing,
      // biome-ignore lint/suspicious/noExplicitAny: as above
      runs: scene.runs.map((run: any) => ({
        key: run.key,
        label: run.label,
        method: run.method.name,
        spec: scene.specOf(run),
        report: run.report,
        refused: run.refused,
        theta: [...(run.traces.theta ?? [])],
      })),
    };
  });
}
