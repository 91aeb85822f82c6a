import { expect, test } from "vitest";
import { violations } from "./axe.js";
import { pagePaths, useSite } from "./harness.js";
import { openEverything } from "./open-everything.js";

/** Tests of every page at one width; a file for each, so that they can run side by side. */
export function testEveryPage(width: number, states: readonly ("loaded" | "opened")[]): void {
  const site = useSite();

  test.each(pagePaths())(
    `axe-core finds nothing on /%s at ${width} px, ${states.join(" and ")}`,
    async (path) => {
      const page = await site.open(path, { viewport: { width, height: 900 } });
      for (const state of states) {
        if (state === "opened") {
          await page.emulateMedia({ colorScheme: "light" });
          const before = await page.content();
          await openEverything(page);
          if (states.includes("loaded") && (await page.content()) === before) continue;
        }
        expect(await violations(page), state).toEqual([]);
      }
    },
  );
}
