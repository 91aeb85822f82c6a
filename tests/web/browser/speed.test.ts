import { expect, test } from "vitest";
import {
  dragSteps,
  measureDrag,
  percentile,
  watchRequests,
  withLongRuns,
} from "../../bench/measure_drag.mjs";
import { readPage, useSite } from "./harness.js";
import { sceneOf } from "./scene-in-page.js";

const site = useSite();

const moves = 200;

test("every movement of the start is computed and drawn once, with what came before it meanwhile", async () => {
  site.extra.set("adam/", withLongRuns(readPage("adam/")));
  const page = await site.open("adam/", { before: watchRequests });
  const { steps, runs } = await sceneOf(page.locator("fl-descent").first());
  expect({ steps, runs: runs.length }).toEqual({ steps: dragSteps, runs: 4 });

  await measureDrag(page, 20);
  const cost = await measureDrag(page, moves);
  const p = (values: number[], share: number) => `${percentile(values, share).toFixed(1)} ms`;
  console.log(
    `drag, four methods × ${dragSteps} steps: p50 ${p(cost.milliseconds, 0.5)}, p95 ${p(cost.milliseconds, 0.95)}` +
      ` (engine p50 ${p(cost.engine, 0.5)}, p95 ${p(cost.engine, 0.95)}), slowest frame ${cost.slowestTask} ms`,
  );
  expect(cost.moves).toBe(moves);
  expect(cost.requests, "at most one request a movement").toBeLessThanOrEqual(moves);
  expect([cost.milliseconds.length, cost.cancelled], "each is drawn").toEqual([cost.requests, 0]);
  // how long it takes is measured by `npm run bench`: a busy machine must not fail a test
});
