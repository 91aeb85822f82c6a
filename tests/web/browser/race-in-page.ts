import type { Locator, Page } from "playwright-core";
import type { RunSpec } from "../../../wasm/engine/types.js";
import { computedAfter, type OpenFigure, openFigure } from "./figure-in-page.js";
import type { TestSite } from "./harness.js";

/** What a race holds, as plain data. */
export interface RaceState {
  problem: string;
  cost: string;
  start: number[];
  step: number;
  steps: number;
  generation: number;
  tickTime: number;
  runs: {
    key: string;
    spec: RunSpec;
    refused: string | undefined;
    /** At every tick. */
    loss: number[];
    stepTime: number | undefined;
    finish: { cost: number; first: boolean } | undefined;
  }[];
  /** From many starts, where these have been raced from. */
  starts:
    | {
        entrants: string[];
        rows: { number: number; x: number; y: number; winner: number; costs: number[] }[];
        wins: number[];
      }
    | undefined;
}

export const threeMethods = `problem="booth" start="0,0" steps="50"
  entrants="gradient_descent learning_rate=0.1; adam learning_rate=0.5; bfgs"`;

/** A page with one race, whose attributes are `attributes`, and its starts under it. */
export async function openRace(
  site: TestSite,
  attributes = threeMethods,
  { around: [before, after] = ["", ""], ...options }: OpenFigure = {},
) {
  const starts =
    '<fl-starts scene="race" id="starts" description="Starts, and who wins from each"></fl-starts>';
  const { figure, ...opened } = await openFigure(
    site,
    `<fl-race scene="race" id="race" ${attributes} description="Methods side by side"></fl-race>`,
    { ...options, around: [before, `${starts}${after}`] },
  );
  return { race: figure, starts: opened.page.locator("fl-starts"), ...opened };
}

export function stateOf(race: Locator): Promise<RaceState> {
  return race.evaluate((node) => {
    // biome-ignore lint/suspicious/noExplicitAny: the element's own, not public to other code
    const { scene } = node as any;
    const { result } = scene.starts;
    return {
      problem: scene.problem.name,
      cost: scene.cost,
      start: [...scene.start],
      step: scene.step,
      steps: scene.steps,
      generation: scene.generation,
      tickTime: scene.tickTime,
      // biome-ignore lint/suspicious/noExplicitAny: as above
      runs: scene.runs.map((run: any) => ({
        key: run.key,
        spec: scene.specOf(run),
        refused: run.refused,
        loss: [...(run.traces.loss ?? [])],
        stepTime: scene.clock.of(scene.specOf(run)),
        finish: scene.finishOf(run),
      })),
      starts: result && {
        // biome-ignore lint/suspicious/noExplicitAny: as above
        entrants: result.entrants.map((run: any) => run.key),
        // biome-ignore lint/suspicious/noExplicitAny: as above
        rows: result.rows.map((row: any) => ({ ...row, costs: [...row.costs], losses: [] })),
        wins: [...result.standings.columns.wins],
      },
    };
  });
}

/** The state after `act`, when what it has changed is computed. */
export async function after(race: Locator, act: () => Promise<unknown>): Promise<RaceState> {
  await computedAfter(race, act);
  return stateOf(race);
}

/** Their script comes when they come into sight. */
export async function bringUpStarts(page: Page): Promise<void> {
  await page.locator("fl-starts").scrollIntoViewIfNeeded();
}

/** The state when the race from many starts is over, with what is set now. */
export async function whenRaced(race: Locator): Promise<RaceState> {
  await bringUpStarts(race.page());
  const element = await race.elementHandle();
  await race.page().waitForFunction((node) => {
    // biome-ignore lint/suspicious/noExplicitAny: as above
    const { scene } = node as any;
    const { starts } = scene;
    const keys = (runs: { key: string }[] = []) => runs.map(({ key }) => key).join();
    return (
      !scene.busy &&
      !starts.running &&
      starts.upToDate &&
      keys(starts.result?.entrants) === keys(scene.able)
    );
  }, element);
  return stateOf(race);
}
