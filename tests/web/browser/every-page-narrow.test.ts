// Each page on a small screen, as it is loaded and with everything open; by nginx, below a path.
import { expect, test } from "vitest";
import { violations } from "./axe.js";
import { complaintsOf, pagePaths, painted, useSite } from "./harness.js";
import { shiftsOf, watchShifts } from "./layout-shifts.js";
import { onNginx } from "./nginx.js";
import { openEverything } from "./open-everything.js";
import { answered, savedRecord } from "./saved-progress.js";
import { sideways } from "./sideways.js";

const site = useSite();
onNginx(site, "below");

// each aspect is looked at whatever the others say
test.each(pagePaths())("/%s at 360 px, as loaded and opened", async (path) => {
  // a reader who has solved much, all of it due: the header then also holds the counts
  const ids = Array.from({ length: 128 }, (_, i) => `q${i}`);
  const lessons = { adam: answered("2025-01-01T12:00:00.000Z", ids) };
  const record = savedRecord(site, { review: { on: true }, lessons });
  let complaints: string[] = [];
  const foreign: string[] = [];
  const page = await site.open(path, {
    viewport: { width: 360, height: 740 },
    ...record,
    before: async (fresh) => {
      complaints = await complaintsOf(fresh);
      fresh.on("request", (request) => {
        if (!request.url().startsWith(site.base)) foreign.push(request.url());
      });
      await watchShifts(fresh);
    },
  });
  await painted(page);
  expect.soft(await shiftsOf(page), "what jumps while it is drawn").toBeLessThan(0.05);
  expect.soft(await sideways(page), "sideways, as loaded").toEqual([]);
  expect.soft(await violations(page, { colours: false }), "axe-core, as loaded").toEqual([]);
  await page.emulateMedia({ colorScheme: "light" });
  await openEverything(page);
  expect.soft(await sideways(page), "sideways, everything open").toEqual([]);
  expect.soft(await violations(page, { colours: false }), "axe-core, everything open").toEqual([]);
  expect.soft(complaints, "console and policy").toEqual([]);
  expect.soft(foreign, "requests to elsewhere").toEqual([]);
});
