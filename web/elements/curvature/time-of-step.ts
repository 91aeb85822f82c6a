import { engine } from "../../engine/page-engine.js";

export type StepKind = "newton" | "gradient";

/** How long a call should take, in milliseconds: long beside the ticks of a browser's clock. */
const slice = 16;
const attempts = 6;
const mostRepeats = 1e7;

/**
 * Milliseconds that one step takes with so many parameters: repeated until a call takes a slice,
 * and of a few such calls the shortest, as whatever else a computer does only adds to it.
 * Undefined once `wanted` says no.
 */
export async function timeOfStep(
  kind: StepKind,
  parameters: number,
  wanted: () => boolean,
): Promise<number | undefined> {
  const timed = (repeats: number) =>
    engine.call("timed", {
      analysis: { name: "step_work", settings: { kind, parameters, repeats } },
    });
  let repeats = 1;
  let time = await timed(repeats);
  while (wanted() && time < slice && repeats < mostRepeats) {
    // by ten at the most: where a clock once stands still, a hundredfold is seconds of work
    const factor = Math.min(10, Math.max(2, (1.2 * slice) / Math.max(time, 0.01)));
    repeats = Math.min(mostRepeats, Math.ceil(repeats * factor));
    time = await timed(repeats);
  }
  const times = [time];
  while (times.length < attempts && wanted()) times.push(await timed(repeats));
  // nothing takes no time at all
  return wanted() ? Math.min(...times.filter((one) => one > 0)) / repeats : undefined;
}
