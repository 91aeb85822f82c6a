import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { dist, type TestSite } from "./harness.js";
import { ask } from "./nginx.js";

/** Bytes that a first visit has transferred, as they were sent. */
export async function transferred(site: TestSite, page: Page): Promise<number> {
  await page.waitForLoadState("networkidle");
  const bytes = await page.evaluate(() =>
    [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")]
      .map((entry) => (entry as PerformanceResourceTiming).encodedBodySize)
      .reduce((sum, size) => sum + size, 0),
  );
  const { engine } = await page.evaluate(() =>
    JSON.parse(document.getElementById("page-catalog")?.textContent ?? "{}"),
  );
  // what a worker fetches is not in the page's own list
  const wasm = readdirSync(join(dist, "assets")).find(
    (name) => name.startsWith(`fall_line_${engine}-`) && name.endsWith(".wasm"),
  );
  return bytes + (await ask(`${site.base}assets/${wasm}`)).body;
}
