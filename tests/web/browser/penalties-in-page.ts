import type { Locator } from "playwright-core";
import type { Settings, Table } from "../../../wasm/engine/types.js";
import { computedAfter, type OpenFigure, openFigure } from "./figure-in-page.js";
import type { TestSite } from "./harness.js";
import { engine } from "./own-engine.js";

/** What the scene of penalties holds, as plain data. */
export interface PenaltiesInPage {
  strength: number;
  shown: string;
  data: Settings;
  problem: Settings;
  refused: string | undefined;
  generation: number;
  least: number[];
  answers: {
    penalty: string;
    weights: number[];
    loss: number;
    price: number;
    total: number;
    path: number[];
    level: number[];
  }[];
}

/** A page with penalties, whose attributes are `attributes`. */
export const openPenalties = (site: TestSite, attributes = "", options: OpenFigure = {}) =>
  openFigure(
    site,
    `<fl-penalties id="shapes" ${attributes} description="Penalties on two weights"></fl-penalties>`,
    options,
  );

export function stateOf(figure: Locator): Promise<PenaltiesInPage> {
  return figure.evaluate((node) => {
    // biome-ignore lint/suspicious/noExplicitAny: the element's own, not public to other code
    const { scene } = node as any;
    return {
      strength: scene.strength,
      shown: scene.shown,
      data: { ...scene.dataSettings },
      problem: { ...scene.problemSettings },
      refused: scene.refused,
      generation: scene.generation,
      least: [...(scene.least ?? [])],
      // biome-ignore lint/suspicious/noExplicitAny: as above
      answers: [...scene.answers].map(([penalty, answer]: [string, any]) => ({
        penalty,
        weights: [...answer.weights],
        loss: answer.loss,
        price: answer.price,
        total: answer.total,
        path: [...answer.path.columns.weights],
        level: [...answer.level],
      })),
    };
  });
}

/** The state after `act`, when all that it has changed is computed. */
export async function after(
  figure: Locator,
  act: () => Promise<unknown>,
): Promise<PenaltiesInPage> {
  await computedAfter(figure, act);
  return stateOf(figure);
}

/** What the engine of this process says of it all. */
export function ownAnswers(
  { strength, data, problem, answers }: PenaltiesInPage,
  [lowest, highest] = [0.01, 100] as [number, number],
): PenaltiesInPage["answers"] {
  const last = (table: Table, name: string, width = 1) =>
    [...(table.columns[name]?.slice(-width) ?? [])] as number[];
  return answers.map(({ penalty }) => {
    const subject = {
      problem: { name: "linear_regression", settings: { ...problem, penalty, bias: "none" } },
      data: { name: "two_inputs", settings: data },
    };
    const path = (settings: Settings) =>
      engine.analyse({ analysis: { name: "regularization_path", settings }, ...subject });
    const all = path({ lowest, highest, points: 301 });
    const at = path({ lowest: strength, highest: strength, points: 2 });
    const weights = last(at, "weights", 2);
    const { columns } = engine.analyse({
      analysis: {
        name: "penalty_level",
        settings: { ...problem, penalty, through: weights.join() },
      },
    });
    const [x = new Float64Array(), y = new Float64Array()] = [columns.weight_1, columns.weight_2];
    return {
      penalty,
      weights,
      loss: last(at, "training_error")[0] as number,
      price: last(at, "penalty")[0] as number,
      total: last(at, "objective")[0] as number,
      path: [...(all.columns.weights ?? [])],
      level: [...x].flatMap((one, i) => [one, y[i] as number]),
    };
  });
}

/** Where a pair of weights is on the screen, in the plane of a penalty. */
export async function onScreen(
  figure: Locator,
  [w1 = 0, w2 = 0]: readonly number[],
  which = 0,
): Promise<{ x: number; y: number }> {
  const sheet = figure.locator(".penalty-sheet").nth(which);
  await sheet.scrollIntoViewIfNeeded();
  const box = await sheet.boundingBox();
  if (!box) throw new Error("the plane is not to be seen");
  return {
    x: box.x + ((w1 + 3) / 6) * box.width,
    y: box.y + (1 - (w2 + 3) / 6) * box.height,
  };
}
