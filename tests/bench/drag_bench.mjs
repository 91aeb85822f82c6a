// How long a reader waits for the picture while dragging, in the browser, from the pointer's
// movement to the end of the redraw: the start of four methods × 500 steps, and a point of the data
// under two models × 300 steps. Part of npm run bench.
import { chromium } from "playwright-core";
import { chromiumFlags } from "../../web/commands/browser.mjs";
import { freePort } from "../../web/commands/port.mjs";
import { findChromium } from "../../web/commands/requirements.mjs";
import { serveSite } from "../../web/commands/serve.mjs";
import {
  dragSteps,
  measureDrag,
  percentile,
  point,
  start,
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
/** @param {string} title @param {import("./measure_drag.mjs").DragCost} cost */
function report(title, cost) {
  console.log(`Dragging ${title}, ${moves} movements, in ms`);
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
}

try {
  for (const [path, title, dragged] of /** @type {const} */ ([
    ["adam/", `the start, 4 methods × ${dragSteps} steps`, start],
    ["svm-vs-cross-entropy/", "a point, 2 models × 300 steps", point],
  ])) {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await watchRequests(page);
    await page.route(`**/${path}`, async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: withLongRuns(await response.text()) });
    });
    await page.goto(`${site.address}${path}`);
    await page.waitForSelector("html[data-ready]", { state: "attached" });
    await measureDrag(page, 100, dragged); // until the browser has compiled what it will
    report(title, await measureDrag(page, moves, dragged));
    await page.close();
  }
} finally {
  await browser.close();
  await site.close();
}
