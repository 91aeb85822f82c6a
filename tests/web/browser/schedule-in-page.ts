import type { Locator, Page } from "playwright-core";
import type { Named } from "../../../wasm/engine/types.js";
import { asLesson, fixturePath } from "./fixture.js";
import { complaintsOf, type OpenOptions, type TestSite } from "./harness.js";
import { sceneOf } from "./scene-in-page.js";

export const firstPieces = "linear:20:0.1:1,constant:60:1,cosine:120:1:0";

const builder = `<fl-schedule scene="bench" problem="noisy_bowl" start="-5,4" steps="200" quantities="expected_loss loss" show="learning_rate problem.noise"
  runs="gradient_descent learning_rate=1 schedule=pieces schedule.pieces=${firstPieces} as Yours; gradient_descent learning_rate=1 schedule=constant as Constant"
  caption="A schedule above what comes of it."><ul class="presets"><li data-pieces="cosine:200:1:0">Cosine</li><li data-pieces="exponential:200:1:0.02">Exponential</li></ul></fl-schedule>`;

/** A page with the builder alone. */
export async function openSchedule(
  site: TestSite,
  { query = "", ...options }: OpenOptions & { query?: string } = {},
): Promise<{ page: Page; figure: Locator; complaints: string[] }> {
  const source = `<!doctype html><html lang="en"><head><title>Bench</title></head><body><h1>Bench</h1><p>Drag.</p>${builder}</body></html>`;
  site.extra.set(fixturePath, await asLesson(source));
  let complaints: string[] = [];
  const page = await site.open(`${fixturePath}${query}`, {
    ...options,
    before: async (fresh) => {
      complaints = await complaintsOf(fresh);
    },
  });
  const figure = page.locator("fl-schedule");
  await figure.scrollIntoViewIfNeeded();
  await figure.locator(".piece-end").first().waitFor();
  return { page, figure, complaints };
}

/** The reader's pieces as the scene has them, and the run they make. */
export async function ownOf(figure: Locator) {
  const scene = await sceneOf(figure);
  const [run] = scene.runs;
  const schedule = run?.spec.schedule as Exclude<Named, string>;
  return {
    ...scene,
    pieces: String(schedule.settings?.pieces),
    run: run as NonNullable<typeof run>,
  };
}

/** The middle of a ring on the screen. */
export async function ringAt(figure: Locator, piece: number, side: "from" | "to" = "to") {
  const ring = figure.locator(`.piece-end[data-piece="${piece}"][data-side="${side}"] .ring`);
  const box = (await ring.boundingBox()) as { x: number; y: number; width: number; height: number };
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
