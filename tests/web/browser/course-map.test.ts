// The course map lies over the page: it goes when the reader turns to something else.
import { expect, test } from "vitest";
import { useSite } from "./harness.js";

const site = useSite();

test("Escape closes it and goes back to its button; a press beside it closes it", async () => {
  const page = await site.open("adam/");
  const map = page.locator(".course-map");
  const isOpen = () => map.evaluate((one: HTMLDetailsElement) => one.open);
  await map.locator("summary").focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  expect(await isOpen()).toBe(true);
  await page.keyboard.press("Escape");
  expect(await isOpen()).toBe(false);
  expect(await page.evaluate(() => document.activeElement?.localName)).toBe("summary");
  await page.keyboard.press("Enter");
  await map.locator("nav").click({ position: { x: 4, y: 4 } });
  expect(await isOpen()).toBe(true);
  await page.mouse.click(20, 500); // left of the map
  expect(await isOpen()).toBe(false);
});
