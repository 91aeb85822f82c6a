import type { Locator } from "playwright-core";
import type { Named } from "../../../wasm/engine/types.js";
import { type OpenFigure, openFigure } from "./figure-in-page.js";
import type { TestSite } from "./harness.js";
import { sceneOf } from "./scene-in-page.js";

export const firstPieces = "linear:20:0.1:1,constant:60:1,cosine:120:1:0";

const builder = `<fl-schedule scene="bench" problem="noisy_bowl" start="-5,4" steps="200" quantities="expected_loss loss" show="learning_rate problem.noise"
  runs="gradient_descent learning_rate=1 schedule=pieces schedule.pieces=${firstPieces} as Yours; gradient_descent learning_rate=1 schedule=constant as Constant"
  caption="A schedule above what comes of it."><ul class="presets"><li data-pieces="cosine:200:1:0">Cosine</li><li data-pieces="exponential:200:1:0.02">Exponential</li></ul></fl-schedule>`;

/** A page with the builder alone; its code has come and the rings are there. */
export async function openSchedule(site: TestSite, options: OpenFigure = {}) {
  const opened = await openFigure(site, builder, options);
  await opened.figure.scrollIntoViewIfNeeded();
  await opened.figure.locator(".rate-chart").waitFor();
  return opened;
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
