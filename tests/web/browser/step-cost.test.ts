// The cost of a step, measured in the browser: started, stopped, fitted, taken along.
import { expect, test } from "vitest";
import { curvatureWords } from "../../../web/words/curvature.js";
import { violations } from "./axe.js";
import { openFigure } from "./figure-in-page.js";
import { useSite } from "./harness.js";

const site = useSite();
const words = curvatureWords.cost;

const open = (options = {}) =>
  openFigure(site, '<fl-step-cost id="cost" description="Times of steps"></fl-step-cost>', options);

test("it measures, draws a point for each size, and fits both powers", {
  timeout: 120_000,
}, async () => {
  const { page, figure, complaints } = await open();
  expect(await figure.locator(".cost-state").innerText()).toBe(words.idle);
  await figure.getByRole("button", { name: words.measure }).click();
  await expect
    .poll(() => figure.locator(".cost-state").innerText(), { timeout: 100_000 })
    .toBe(words.done);
  expect(await figure.locator(".mark.run-second-moment").count()).toBe(11 + 1);
  expect(await figure.locator(".mark.run-gradient").count()).toBe(11 + 1);
  const exponents = await figure.evaluate((node) => {
    // biome-ignore lint/suspicious/noExplicitAny: the element's own, not public to other code
    const { laws } = node as any;
    return [laws.newton, laws.gradient].map((law) => law.columns.exponent[0] as number);
  });
  const [newton = 0, gradient = 0] = exponents;
  // nearer to its own power than to the other's, whatever else this computer does
  expect(newton).toBeGreaterThan(2);
  expect(gradient).toBeLessThan(2);
  expect(await figure.locator(".cost-predicted").innerText()).toMatch(/years|days/);
  expect(await violations(page)).toEqual([]);
  expect(complaints).toEqual([]);
});

test("it stops by keyboard, and what was measured is kept", { timeout: 60_000 }, async () => {
  const { page, figure } = await open();
  const state = () => figure.locator(".cost-state").innerText();
  const idle = await state();
  await figure.locator(".cost-button").press("Enter");
  await expect.poll(state).not.toBe(idle);
  await figure.locator(".cost-chart .mark").nth(3).waitFor();
  await figure.locator(".cost-button").press("Enter");
  expect(await figure.locator(".cost-state").innerText()).toBe(words.stopped);
  const kept = await figure.locator(".cost-chart .mark").count();
  expect(kept).toBeGreaterThanOrEqual(4);
  expect(await page.evaluate(() => document.activeElement?.className)).toContain("cost-button");
});

test("a teacher can take the button away", async () => {
  const { figure } = await open({ query: "?hide=cost.measure" });
  expect(await figure.locator(".cost-button").count()).toBe(0);
});
