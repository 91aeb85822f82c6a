import type { Locator } from "playwright-core";
import type { RunSpec } from "../../../wasm/engine/types.js";
import type { PlanePoint, PlaneWindow } from "../../../web/scene/plane-points.js";
import { computedAfter, type OpenFigure, openFigure } from "./figure-in-page.js";
import type { TestSite } from "./harness.js";
import { engine } from "./own-engine.js";

/** What a plane's scene holds, as plain data. */
export interface PlaneInPage {
  points: PlanePoint[];
  classes: number;
  window: PlaneWindow;
  generator: { name: string; settings: Record<string, unknown> } | undefined;
  selected: number;
  step: number;
  steps: number;
  generation: number;
  models: {
    key: string;
    method: string;
    spec: RunSpec;
    refused: string | undefined;
    weights: number[];
    /** Of every step. */
    loss: number[];
    accuracy: number[];
  }[];
}

export const twoModels = `data="blobs classes=3 seed=2 noise=0.9"
  models="softmax_regression learning_rate=0.5 as Softmax; linear_svm learning_rate=0.1 as SVM"`;

/** A page with one plane, whose attributes are `attributes`. */
export async function openPlane(site: TestSite, attributes: string, options: OpenFigure = {}) {
  const { figure, ...opened } = await openFigure(
    site,
    `<fl-plane scene="plane" id="plane" ${attributes} description="Points and what models make of them"></fl-plane>`,
    options,
  );
  return { plane: figure, ...opened };
}

export function stateOf(plane: Locator): Promise<PlaneInPage> {
  return plane.evaluate((node) => {
    // biome-ignore lint/suspicious/noExplicitAny: the element's own, not public to other code
    const { scene } = node as any;
    const { points, classes, window, generator } = scene.data.now;
    return {
      points,
      classes,
      window,
      generator,
      selected: scene.selected,
      step: scene.step,
      steps: scene.steps,
      generation: scene.generation,
      // biome-ignore lint/suspicious/noExplicitAny: as above
      models: scene.runs.map((run: any) => ({
        key: run.key,
        method: run.method.name,
        spec: scene.specOf(run),
        refused: run.refused,
        weights: scene.weightsOf(run),
        loss: [...(run.traces.loss ?? [])],
        accuracy: [...(run.traces.accuracy ?? [])],
      })),
    };
  });
}

/** The state after `act`, when all that it has changed is computed. */
export async function after(plane: Locator, act: () => Promise<unknown>): Promise<PlaneInPage> {
  await computedAfter(plane, act);
  return stateOf(plane);
}

/** Losses and accuracies of a run, by the engine of this process. */
export function ownRun(spec: RunSpec, steps: number): { loss: number[]; accuracy: number[] } {
  const run = engine.run(spec);
  try {
    run.advance(steps);
    const { values, accuracies } = run.judge(spec.data ?? "");
    return { loss: [...values], accuracy: [...accuracies] };
  } finally {
    run.dispose();
  }
}

/** Where a place of the plane is on the screen, in the view of a model. */
export async function onScreen(
  plane: Locator,
  { x, y }: { x: number; y: number },
  model = 0,
): Promise<{ x: number; y: number }> {
  const view = plane.locator(".plane-square").nth(model);
  await view.scrollIntoViewIfNeeded();
  const box = await view.boundingBox();
  if (!box) throw new Error("the plane is not to be seen");
  const { window } = await stateOf(plane);
  const inner = { left: box.x + 1, top: box.y + 1, size: box.width - 2 };
  return {
    x: inner.left + ((x - window.x[0]) / (window.x[1] - window.x[0])) * inner.size,
    y: inner.top + (1 - (y - window.y[0]) / (window.y[1] - window.y[0])) * inner.size,
  };
}
