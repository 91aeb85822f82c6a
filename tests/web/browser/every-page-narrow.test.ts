// Each page on a small screen, as it is loaded and with everything open.
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { violations } from "./axe.js";
import { pagePaths, painted, useSite } from "./harness.js";
import { shiftsOf, watchShifts } from "./layout-shifts.js";
import { openEverything } from "./open-everything.js";
import { answered, savedRecord } from "./saved-progress.js";

const site = useSite();

/** How far the page reaches beyond the screen, and what does so. */
const sideways = (page: Page) =>
  page.evaluate(() => {
    const room = document.documentElement.clientWidth;
    const scrolling = [...document.querySelectorAll("*")].filter(
      (one) => getComputedStyle(one).overflowX !== "visible",
    );
    const wide = [...document.querySelectorAll("main *, header *, footer *")].filter(
      (one) =>
        one.getBoundingClientRect().right > room + 1 &&
        !scrolling.some((box) => box !== document.body && box.contains(one)),
    );
    return {
      width: document.documentElement.scrollWidth - room,
      by: wide.slice(0, 5).map((one) => `${one.localName}.${one.getAttribute("class")}`),
    };
  });

// each aspect is looked at whatever the others say
test.each(pagePaths())("/%s at 360 px, as loaded and opened", async (path) => {
  // a reader who has solved much, all of it due: the header then also holds the counts
  const ids = Array.from({ length: 128 }, (_, i) => `q${i}`);
  const lessons = { adam: answered("2025-01-01T12:00:00.000Z", ids) };
  const record = savedRecord(site, { review: { on: true }, lessons });
  const page = await site.open(path, {
    viewport: { width: 360, height: 740 },
    ...record,
    before: watchShifts,
  });
  await painted(page);
  expect.soft(await shiftsOf(page), "what jumps while it is drawn").toBeLessThan(0.05);
  expect.soft(await sideways(page), "sideways, as loaded").toEqual({ width: 0, by: [] });
  await openEverything(page);
  expect.soft(await sideways(page), "sideways, everything open").toEqual({ width: 0, by: [] });
  // what is there when a page is loaded is still there now
  expect.soft(await violations(page), "axe-core, everything open").toEqual([]);
});
