import type { Locator, Page } from "playwright-core";
import type { Table } from "../../../wasm/engine/types.js";
import { computedAfter, type OpenFigure, openFigure } from "./figure-in-page.js";
import type { TestSite } from "./harness.js";
import { engine } from "./own-engine.js";

/** What the scene of a pad holds, as plain data. */
export interface DampingInPage {
  learningRate: number;
  beta: number;
  curvatures: [number, number];
  start: number[];
  steps: number;
  refused: string | undefined;
  generation: number;
  predicted: number;
  measured: number | undefined;
  modes: {
    eigenvalue: number;
    stepCurvature: number;
    rate: number;
    regime: string;
    path: number[];
  }[];
}

const bowl =
  'problem="quadratic" settings="problem.curvature1=2 problem.curvature2=18" start="-8,2" steps="40"';

/** A page with a pad on a bowl of curvatures 2 and 18, like Booth’s, around its minimum at 0. */
export function openPad(
  site: TestSite,
  {
    attributes = `${bowl} runs="momentum learning_rate=0.05 beta=0.5"`,
    ...options
  }: OpenFigure & { attributes?: string } = {},
): Promise<{ page: Page; figure: Locator; complaints: string[] }> {
  const html = `<fl-damping-pad id="pad" ${attributes} show="problem.curvature2" description="A plane"></fl-damping-pad>`;
  return openFigure(site, html, options);
}

export function stateOf(figure: Locator): Promise<DampingInPage> {
  return figure.evaluate((node) => {
    // biome-ignore lint/suspicious/noExplicitAny: the element's own, not public to other code
    const { scene } = node as any;
    return {
      learningRate: scene.learningRate,
      beta: scene.beta,
      curvatures: [scene.problemSettings.curvature1, scene.problemSettings.curvature2].map(
        Number,
      ) as [number, number],
      start: [...scene.start],
      steps: scene.steps,
      refused: scene.steered.refused,
      generation: scene.generation,
      predicted: scene.predicted,
      measured: scene.measured,
      // biome-ignore lint/suspicious/noExplicitAny: as above
      modes: scene.modes.map((mode: any) => ({ ...mode, path: [...mode.path] })),
    };
  });
}

/** The state after `act`, when all that it has changed is computed. */
export async function after(figure: Locator, act: () => Promise<unknown>): Promise<DampingInPage> {
  await computedAfter(figure, act);
  return stateOf(figure);
}

/** What the engine of this process says of the same settings. */
export function ownModes({ learningRate, beta, curvatures, start, steps }: DampingInPage) {
  const [curvature1, curvature2] = curvatures;
  const subject = {
    problem: { name: "quadratic", settings: { curvature1, curvature2 } },
    at: start,
  };
  const column = (table: Table, name: string) => [...(table.columns[name] ?? [])];
  const damping = engine.analyse({
    analysis: { name: "damping", settings: { learning_rate: learningRate, beta } },
    ...subject,
  });
  const paths = engine.analyse({
    analysis: { name: "eigen_modes", settings: { steps } },
    method: { name: "momentum", settings: { learning_rate: learningRate, beta } },
    ...subject,
  });
  return [0, 1].map((i) => ({
    eigenvalue: column(damping, "eigenvalue")[i],
    stepCurvature: column(damping, "step_curvature")[i],
    rate: column(damping, "rate")[i],
    path: column(paths, "mode").filter((_, at) => at % 2 === i),
  }));
}

/** Where αλ and β are on the screen: the axis goes to 4, evenly in its root. */
export async function onScreen(figure: Locator, product: number, beta: number) {
  const area = figure.locator(".plane-area");
  await area.scrollIntoViewIfNeeded();
  const box = await area.boundingBox();
  if (!box) throw new Error("the plane is not to be seen");
  return {
    x: box.x + Math.sqrt(product / 4) * box.width,
    y: box.y + (1 - beta) * box.height,
  };
}
