// A plane on its page: loaded when it is seen, drawn in every width, and nothing to complain of.
import { expect, test } from "vitest";
import { measureDrag, percentile, point, watchRequests } from "../../bench/measure_drag.mjs";
import { violations } from "./axe.js";
import { farBelow } from "./figure-in-page.js";
import { painted, useSite } from "./harness.js";
import { shiftsOf, watchShifts } from "./layout-shifts.js";
import { openEverything } from "./open-everything.js";
import { onScreen, openPlane, stateOf, twoModels } from "./plane-in-page.js";

const site = useSite();

test.each([390, 1280])("axe-core and the policy find nothing at %i px", async (width) => {
  const { page, plane, complaints } = await openPlane(
    site,
    `${twoModels} arrows show="learning_rate data.noise"`,
    { viewport: { width, height: 900 } },
  );
  expect(await violations(page, { colours: width === 1280 })).toEqual([]);
  await openEverything(page);
  await page.keyboard.press("Escape"); // the course map lies over the figure
  const { points } = await stateOf(plane);
  const place = await onScreen(plane, points[0] as { x: number; y: number });
  await page.mouse.click(place.x, place.y);
  await plane.getByRole("radio", { name: "Add" }).check();
  expect(await violations(page, { colours: width === 1280 })).toEqual([]);
  expect(complaints).toEqual([]);
});

test.each([360, 390, 1280])("at %i px two models stand in the page's width", async (width) => {
  const { page, plane } = await openPlane(site, `${twoModels} arrows`, {
    viewport: { width, height: 900 },
  });
  await openEverything(page);
  const sideways = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(sideways).toBe(0);
  const views = await plane.locator(".plane-square").all();
  const [first, second] = await Promise.all(views.map((view) => view.boundingBox()));
  const sideBySide = Math.abs((first?.y ?? 0) - (second?.y ?? 0)) < 1;
  expect(sideBySide).toBe(width === 1280);
  expect(first?.width).toBeGreaterThan(width === 1280 ? 400 : width - 60);
  // what a finger has to hit
  for (const button of await plane.locator(".point-tools :is(button, label)").all()) {
    const box = await button.boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(32);
  }
});

test("its code comes when it is seen, and the page is ready before", async () => {
  const asked = site.answers.length;
  const { page, plane } = await openPlane(site, twoModels, farBelow);
  const code = () => site.answers.slice(asked).filter(({ path }) => /\/plane-/.test(path));
  await painted(page);
  expect(code()).toEqual([]);
  expect(await plane.locator("canvas").count()).toBe(0);
  expect(await plane.textContent()).toContain("Softmax");
  await plane.scrollIntoViewIfNeeded();
  await plane.locator("canvas").first().waitFor();
  await expect.poll(async () => (await stateOf(plane)).generation).toBeGreaterThan(0);
  expect(code().length).toBeGreaterThan(0);
});

test("nothing jumps when it is drawn", async () => {
  for (const width of [390, 1280]) {
    const { page } = await openPlane(site, twoModels, {
      viewport: { width, height: 900 },
      before: watchShifts,
    });
    await painted(page);
    expect(await shiftsOf(page), `${width} px`).toBeLessThan(0.05);
  }
});

test("every movement of a point is trained and drawn once, with what came before it meanwhile", async () => {
  const moves = 60;
  const { page, plane } = await openPlane(
    site,
    `${twoModels.replace("noise=0.9", "noise=0.9 count=200")} without="data examples"`,
    { before: watchRequests },
  );
  const { points, steps } = await stateOf(plane);
  expect([points.length, steps]).toEqual([200, 100]);
  const cost = await measureDrag(page, moves, point);
  const p = (share: number) => `${percentile(cost.milliseconds, share).toFixed(1)} ms`;
  console.log(`drag, 200 points, two models × 100 steps: p50 ${p(0.5)}, p95 ${p(0.95)}`);
  expect(cost.moves).toBe(moves);
  expect(cost.requests, "at most one request a movement").toBeLessThanOrEqual(moves);
  expect([cost.milliseconds.length, cost.cancelled], "each is drawn").toEqual([cost.requests, 0]);
  // how long it takes is measured by `npm run bench`: a busy machine must not fail a test
});

test("regions are drawn in the colours of their classes", async () => {
  const { plane } = await openPlane(site, twoModels);
  const { points } = await stateOf(plane);
  const shades = await plane.evaluate(
    async (element, examples) => {
      const view = element.querySelector("fl-plane-view");
      const canvas = view?.querySelector<HTMLCanvasElement>("canvas");
      const context = canvas?.getContext("2d");
      const size = canvas?.width ?? 0;
      return examples.map(({ x, y }) => {
        const place = [((x + 5) / 10) * size, (1 - (y + 5) / 10) * size].map(Math.round);
        return [...(context?.getImageData(place[0] ?? 0, place[1] ?? 0, 1, 1).data ?? [])].join();
      });
    },
    [
      { x: 4, y: 0 },
      { x: 4.5, y: 0.5 },
      { x: -2, y: 4 },
      { x: -2, y: -4 },
    ],
  );
  expect(points.length).toBe(60);
  const [a, alsoA, b, c] = shades;
  expect(a).toBe(alsoA);
  expect(new Set([a, b, c]).size).toBe(3);
  expect(shades).not.toContain("0,0,0,0");
});
