import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run, stopChildren } from "./child.mjs";
import { findChromium } from "./requirements.mjs";
import { Stop } from "./stop.mjs";

/** For a browser that tests and audits drive: in a container, without a screen, left alone. */
export const chromiumFlags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/**
 * Starts Chromium with a profile of its own.
 *
 * @returns {Promise<{ port: number, close: () => Promise<void> }>} where it can be driven
 * @throws {Stop} if it can't be started
 */
export async function startBrowser() {
  const chromium = findChromium();
  if (!chromium) throw new Stop("There is no Chromium to drive.");
  const profile = mkdtempSync(join(tmpdir(), "fall-line-browser-"));
  const where = [`--user-data-dir=${profile}`, "--remote-debugging-port=0"];
  const close = async () => {
    await stopChildren();
    rmSync(profile, { recursive: true, force: true });
  };
  /** @type {Promise<number>} */
  const port = new Promise((resolve, reject) => {
    run(chromium, ["--headless=new", ...chromiumFlags, ...where, "about:blank"], {
      onLine: (line) => {
        const found = /^DevTools listening on ws:\/\/[^/]*:(\d+)\//.exec(line)?.[1];
        if (found) resolve(Number(found));
      },
    }).then(() => reject(new Stop(`${chromium} ended by itself.`)), reject);
  });
  return { port: await port, close };
}
