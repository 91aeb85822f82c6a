import { expect, test } from "vitest";
import { violations } from "./axe.js";
import { pagePaths, useSite } from "./harness.js";
import { openEverything } from "./open-everything.js";

/** Tests of every page at one width; a file for each, so that they can run side by side. */
export function testEveryPage(width: number): void {
  const site = useSite();

  test.each(pagePaths())(
    `axe-core finds nothing on /%s at ${width} px, as loaded and opened`,
    async (path) => {
      const page = await site.open(path, { viewport: { width, height: 900 } });
      const found = { loaded: await violations(page), opened: [] as string[] };
      await page.emulateMedia({ colorScheme: "light" });
      await openEverything(page);
      found.opened = await violations(page);
      expect(found).toEqual({ loaded: [], opened: [] });
    },
  );
}
