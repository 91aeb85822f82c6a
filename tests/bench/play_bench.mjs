// How evenly a race plays, in the browser: nine methods over a contour with their losses beside it.
// Of every frame how long it took the page's thread from its beginning until it was handed to the
// compositor, and how long after the one before it began. Part of npm run bench.
import { chromium } from "playwright-core";
import { chromiumFlags } from "../../web/commands/browser.mjs";
import { freePort } from "../../web/commands/port.mjs";
import { findChromium } from "../../web/commands/requirements.mjs";
import { serveSite } from "../../web/commands/serve.mjs";
import { percentile } from "./measure_drag.mjs";
import { measurePlay, nineMethods } from "./measure_play.mjs";

const bar = 16.7;

const site = await serveSite(await freePort());
const browser = await chromium.launch({
  executablePath: findChromium() ?? "",
  args: chromiumFlags,
});

try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  // a budget of 480 is 60 steps a second: no frame has nothing to draw
  const setup = `race.methods=${nineMethods.join(",")}&race.rules.budget=480`;
  await page.goto(`${site.address}race/?${setup}`);
  await page.waitForSelector("html[data-ready]", { state: "attached" });
  await measurePlay(page); // until the browser has compiled what it will
  const { work, between, methods, steps } = await measurePlay(page);
  console.log(`Playing ${methods} methods through ${steps} steps, ${between.length} frames, in ms`);
  /** @param {string} name @param {number[]} values */
  const row = (name, values) => {
    const numbers = [0.5, 0.95, 0.99, 1].map((share) => percentile(values, share).toFixed(1));
    console.log([name.padEnd(26), ...numbers.map((text) => text.padStart(8))].join(""));
  };
  console.log(
    ["".padEnd(26), ..."p50 p95 p99 max".split(" ").map((one) => one.padStart(8))].join(""),
  );
  row("work of a frame", work);
  row("from frame to frame", between);
  console.log(`the bar is ${bar} ms at p95`);
} finally {
  await browser.close();
  await site.close();
}
