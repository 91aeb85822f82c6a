/**
 * How soon the home page's picture can be grabbed: from navigation until its start can be dragged
 * and its methods follow, on a processor slowed down.
 *
 * @param {import("playwright-core").Browser} browser
 * @param {string} address
 * @param {number} slowdown how many times slower than this machine
 * @returns {Promise<number>} milliseconds
 */
export async function measureGrab(browser, address, slowdown) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  try {
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    await devtools.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
    await page.addInitScript(watch);
    await page.goto(address);
    await page.waitForFunction(() => "grabbable" in globalThis);
    return await page.evaluate(() => /** @type {any} */ (globalThis).grabbable);
  } finally {
    await context.close();
  }
}

/** Runs in the page: notes when the handle and the runs are painted. */
function watch() {
  const look = () => {
    const figure = /** @type {any} */ (document.querySelector("fl-descent"));
    const handle = figure?.querySelector("fl-descent-plot .start");
    // a task after the frame: what the frame draws is then on the screen
    if (handle && figure.scene.generation > 0) {
      setTimeout(() => Object.assign(globalThis, { grabbable: performance.now() }));
    } else requestAnimationFrame(look);
  };
  look();
}
