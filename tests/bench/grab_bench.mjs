// How soon the picture of the home page can be grabbed, with a processor four times slower than
// this one. Part of npm run bench.
import { chromium } from "playwright-core";
import { chromiumFlags } from "../../web/commands/browser.mjs";
import { freePort } from "../../web/commands/port.mjs";
import { findChromium } from "../../web/commands/requirements.mjs";
import { serveSite } from "../../web/commands/serve.mjs";
import { percentile } from "./measure_drag.mjs";
import { measureGrab } from "./measure_grab.mjs";

const visits = 9;
const slowdown = 4;
const bar = 1500;

const site = await serveSite(await freePort());
const browser = await chromium.launch({
  executablePath: findChromium() ?? "",
  args: chromiumFlags,
});
try {
  /** @type {number[]} */
  const times = [];
  for (let i = 0; i < visits; i += 1) {
    times.push(await measureGrab(browser, site.address, slowdown));
  }
  const [least, half, most] = [0, 0.5, 1].map((share) => percentile(times, share).toFixed(0));
  console.log(`First visit to the home page, processor ${slowdown}× slower, ${visits} visits`);
  console.log(
    `until it can be grabbed: median ${half} ms, least ${least} ms, most ${most} ms; the bar is ${bar} ms`,
  );
} finally {
  await browser.close();
  await site.close();
}
