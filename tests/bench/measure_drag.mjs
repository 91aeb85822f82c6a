/**
 * What dragging the start of a figure costs: from each pointer movement to the end of the redraw
 * that shows its runs.
 *
 * @typedef {object} DragCost
 * @property {number[]} milliseconds one for every movement whose runs were drawn
 * @property {number[]} engine the part of it that the runs were away at the engine
 * @property {number} moves pointer movements the page saw
 * @property {number} requests for runs that were sent to the engine
 * @property {number} cancelled requests that a newer one overtook
 * @property {number} slowestTask the longest piece of work in the page's thread, in milliseconds
 */

/** Steps each of the four methods takes in the figure that is dragged. */
export const dragSteps = 500;

/**
 * The page with its first figure's runs prolonged to `dragSteps`.
 *
 * @param {string} html
 */
export const withLongRuns = (html) =>
  html.replace(/(<fl-descent\b[^>]*?\bsteps=")\d+/, `$1${dragSteps}`);

/**
 * Counts what goes to the engine; to be called before the page is opened.
 *
 * @param {import("playwright-core").Page} page
 */
export const watchRequests = (page) =>
  page.addInitScript(() => {
    const counts = { runs: 0, cancel: 0 };
    Object.assign(globalThis, { counts });
    const post = Worker.prototype.postMessage;
    /** @this {Worker} @param {any} message @param {any} rest */
    Worker.prototype.postMessage = function (message, ...rest) {
      if (message.call === "runs") counts.runs += 1;
      if (message.kind === "cancel") counts.cancel += 1;
      return post.call(this, message, ...rest);
    };
  });

/**
 * Drags the start of the page's first figure through `moves` positions, one a frame.
 *
 * @param {import("playwright-core").Page} page
 * @param {number} moves
 * @returns {Promise<DragCost>}
 */
export async function measureDrag(page, moves) {
  const plot = page.locator("fl-descent-plot").first();
  await plot.scrollIntoViewIfNeeded();
  const box = await plot.boundingBox();
  const grip = await plot.locator(".start .dot").boundingBox();
  if (!box || !grip) throw new Error("there is no figure to drag in");
  await page.mouse.move(grip.x + grip.width / 2, grip.y + grip.height / 2);
  await page.mouse.down();
  const handle = await plot.elementHandle();
  // pressing moves the start too: its runs come first
  await page.waitForFunction((/** @type {any} */ node) => {
    const { start, runs } = node.scene;
    return runs[0].traces.theta[0] === start[0] && runs[0].traces.theta[1] === start[1];
  }, handle);
  await plot.evaluate(watch);
  for (let i = 0; i < moves; i += 1) {
    // a closed curve through the window, never twice the same point
    const angle = (2 * Math.PI * i) / moves;
    const x = box.x + box.width * (0.5 + 0.4 * Math.cos(angle));
    const y = box.y + box.height * (0.5 + 0.4 * Math.sin(2 * angle + 0.3));
    await page.mouse.move(x, y);
    await page.evaluate(() => new Promise(requestAnimationFrame));
  }
  await page.waitForFunction("drag.drawn >= drag.moves");
  await page.mouse.up();
  return page.evaluate(
    "({ ...drag, requests: counts.runs - drag.before.runs, cancelled: counts.cancel - drag.before.cancel })",
  );
}

/**
 * Runs in the page.
 *
 * @param {any} plot
 */
function watch(plot) {
  const { scene } = plot;
  const figure = plot.closest("fl-descent");
  const elements = [
    figure,
    ...figure.querySelectorAll("fl-descent-plot, fl-trace, fl-transport, fl-controls"),
  ];
  const page = /** @type {any} */ (globalThis);
  const drag = {
    /** @type {number[]} */ milliseconds: [],
    /** @type {number[]} */ engine: [],
    moves: 0,
    drawn: 0,
    slowestTask: 0,
    before: { ...page.counts },
  };
  page.drag = drag;
  let moved = 0;
  let { generation } = scene;
  addEventListener(
    "pointermove",
    () => {
      moved = performance.now();
      drag.moves += 1;
    },
    { capture: true },
  );
  scene.subscribe(() => {
    const [x, y] = scene.runs[0].traces.theta;
    if (scene.generation === generation || x !== scene.start[0] || y !== scene.start[1]) return;
    generation = scene.generation;
    const answered = performance.now();
    const from = moved;
    Promise.all(elements.map((element) => element.updateComplete)).then(() => {
      drag.engine.push(answered - from);
      drag.milliseconds.push(performance.now() - from);
      drag.drawn = drag.moves;
    });
  });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) {
      drag.slowestTask = Math.max(drag.slowestTask, duration);
    }
  }).observe({ type: "long-animation-frame" });
}

/**
 * @param {number[]} values
 * @param {number} share 0 … 1
 */
export function percentile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}
