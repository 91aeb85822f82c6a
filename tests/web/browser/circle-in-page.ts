import type { Locator, Page } from "playwright-core";
import type { Settings, Table } from "../../../wasm/engine/types.js";
import { asLesson, fixturePath } from "./fixture.js";
import { complaintsOf, type OpenOptions, type TestSite } from "./harness.js";
import { engine } from "./own-engine.js";

/** What the scene of a circle holds, as plain data. */
export interface CircleInPage {
  start: number[];
  row: number;
  settings: Settings;
  refused: string | undefined;
  columns: Record<string, number[]>;
}

const usual = 'problem="booth" start="-5,6" settings="radius=2" row="60"';

/** A page with a circle, and a chart and a derivation of the same scene. */
export async function openCircle(
  site: TestSite,
  attributes = usual,
  { query = "", ...options }: OpenOptions & { query?: string } = {},
): Promise<{ page: Page; figure: Locator; complaints: string[] }> {
  site.extra.set(
    fixturePath,
    await asLesson(`<!doctype html><html lang="en"><head><title>A circle</title></head><body>
      <fl-circle id="ring" scene="ring" analysis="small_circle" ${attributes} description="A circle around a point"></fl-circle>
      <fl-derivation id="why" scene="ring" analysis="small_circle"></fl-derivation><p>Below it.</p>
    </body></html>`),
  );
  let complaints: string[] = [];
  const page = await site.open(`${fixturePath}${query}`, {
    ...options,
    before: async (fresh) => {
      complaints = await complaintsOf(fresh);
      await options.before?.(fresh);
    },
  });
  return { page, figure: page.locator("fl-circle"), complaints };
}

export function stateOf(figure: Locator): Promise<CircleInPage> {
  return figure.evaluate((node) => {
    // biome-ignore lint/suspicious/noExplicitAny: the element's own, not public to other code
    const { scene } = node as any;
    return {
      start: [...scene.start],
      row: scene.row,
      settings: { ...scene.settings },
      refused: scene.refused,
      columns: Object.fromEntries(
        Object.entries(scene.table.columns as Record<string, Float64Array>).map(([name, all]) => [
          name,
          [...all],
        ]),
      ),
    };
  });
}

/** The state when nothing more is being computed. */
export async function settled(figure: Locator): Promise<CircleInPage> {
  const element = await figure.elementHandle();
  await figure.page().waitForFunction(
    // biome-ignore lint/suspicious/noExplicitAny: as above
    (node) => !(node as any).scene.busy,
    element,
  );
  return stateOf(figure);
}

/** What the engine of this process says of it. */
export function ownTable({ start, settings }: CircleInPage): Table {
  return engine.analyse({
    analysis: { name: "small_circle", settings },
    problem: { name: "booth" },
    at: start,
  });
}

/** Where a point of the plane is on the screen; the window is Booth's. */
export async function onScreen(
  figure: Locator,
  [x = 0, y = 0]: readonly number[],
): Promise<{ x: number; y: number }> {
  const sheet = figure.locator(".circle-sheet");
  await sheet.scrollIntoViewIfNeeded();
  const box = await sheet.boundingBox();
  if (!box) throw new Error("the plane is not to be seen");
  return {
    x: box.x + ((x + 10) / 20) * box.width,
    y: box.y + (1 - (y + 10) / 20) * box.height,
  };
}
