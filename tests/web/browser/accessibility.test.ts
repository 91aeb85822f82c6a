import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { words } from "../../../web/words/en.js";
import { useSite } from "./harness.js";
import { answered, savedRecord } from "./saved-progress.js";

const site = useSite();

test.each([360, 390, 600, 1280])(
  "at %i px the whole course map is on the screen",
  async (width) => {
    const page = await site.open("adam/", {
      viewport: { width, height: 740 },
      ...savedRecord(site, {
        review: { on: true },
        lessons: { adam: answered("2025-01-01T12:00:00.000Z", ["factor", "sign"]) },
      }),
    });
    await page.locator(".course-map summary").click();
    const box = await page.locator(".course-map nav").boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width);
    expect(await page.locator("li[data-review]").getAttribute("data-due")).toBe(
      words.shell.dueShort(2),
    );
  },
);

/** The steps a figure shows from the press of Play until it has shown `count` of them. */
async function stepsWhilePlaying(page: Page, count: number): Promise<number[]> {
  const transport = page.locator("fl-transport").first();
  await transport.getByRole("button", { name: words.transport.play }).click();
  return transport.locator("input[type=range]").evaluate(
    (range: HTMLInputElement, wanted) =>
      new Promise<number[]>((resolve) => {
        const seen: number[] = [];
        const look = () => {
          const step = Number(range.value);
          if (step !== seen.at(-1)) seen.push(step);
          if (seen.length >= wanted) resolve(seen);
          else requestAnimationFrame(look);
        };
        look();
      }),
    count,
  );
}

test("who wants less motion sees few jumps instead of a flight", async () => {
  const largest = (steps: number[]) =>
    Math.max(...steps.slice(1).map((step, i) => step - (steps[i] ?? 0)));
  const options = { viewport: { width: 1280, height: 900 } };
  const calm = await site.open("adam/", { ...options, reducedMotion: "reduce" });
  const moving = await site.open("adam/", { ...options, reducedMotion: "no-preference" });
  const steps = Number(
    await calm.locator("fl-transport input[type=range]").first().getAttribute("max"),
  );
  const [, ...jumps] = await stepsWhilePlaying(calm, 3);
  expect(jumps[0]).toBeGreaterThanOrEqual(steps / 20);
  expect((jumps[1] ?? 0) - (jumps[0] ?? 0)).toBeGreaterThanOrEqual(steps / 20);
  expect(largest(await stepsWhilePlaying(moving, 6))).toBeLessThan(steps / 20);
  expect(await calm.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior)).toBe(
    "auto",
  );
});
