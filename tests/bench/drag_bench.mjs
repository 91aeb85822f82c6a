// How long a reader waits for the picture while dragging the start: four methods × 500 steps, in
// the browser, from the pointer's movement to the end of the redraw. Part of npm run bench.
import { chromium } from "playwright-core";
import { chromiumFlags } from "../../web/commands/browser.mjs";
import { freePort } from "../../web/commands/port.mjs";
import { findChromium } from "../../web/commands/requirements.mjs";
import { serveSite } from "../../web/commands/serve.mjs";
import {
  dragSteps,
  measureDrag,
  percentile,
  watchRequests,
  withLongRuns,
} from "./measure_drag.mjs";

const moves = 600;
const bar = 16;

const site = await serveSite(await freePort());
const browser = await chromium.launch({
  executablePath: findChromium() ?? "",
  args: chromiumFlags,
});
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await watchRequests(page);
  await page.route("**/adam/", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: withLongRuns(await response.text()) });
  });
  await page.goto(`${site.address}adam/`);
  await page.waitForSelector("html[data-ready]", { state: "attached" });
  await measureDrag(page, 100); // until the browser has compiled what it will
  const cost = await measureDrag(page, moves);

  console.log(`Dragging the start, 4 methods × ${dragSteps} steps, ${moves} movements, in ms`);
  /** @param {string} name @param {number[]} values */
  const row = (name, values) => {
    const numbers = [0.5, 0.95, 0.99, 1].map((share) => percentile(values, share).toFixed(1));
    console.log([name.padEnd(26), ...numbers.map((text) => text.padStart(8))].join(""));
  };
  console.log(
    ["".padEnd(26), ..."p50 p95 p99 max".split(" ").map((one) => one.padStart(8))].join(""),
  );
  row("movement to picture", cost.milliseconds);
  row("of it, until the answer", cost.engine);
  console.log(
    `requests ${cost.requests}, overtaken ${cost.cancelled}; the bar is ${bar} ms at p95`,
  );
} finally {
  await browser.close();
  await site.close();
}
