/**
 * What dragging in a figure costs: from each pointer movement to the end of the redraw that shows
 * its runs.
 *
 * @typedef {object} DragCost
 * @property {number[]} milliseconds one for every request whose runs were drawn
 * @property {number[]} engine the part of it until all the engine's answers were there
 * @property {number} moves pointer movements the page saw
 * @property {number} requests for runs that were sent to the engine
 * @property {number} cancelled requests that a newer one overtook
 * @property {number} slowestTask the longest piece of work in the page's thread, in milliseconds
 */

/** Steps each of the four methods takes in the figure whose start is dragged. */
export const dragSteps = 500;

/**
 * The page with its first figure's runs prolonged to `dragSteps`.
 *
 * @param {string} html
 */
export const withLongRuns = (html) =>
  html.replace(/(<fl-descent\b[^>]*?\bsteps=")\d+/, `$1${dragSteps}`);

/**
 * Watches what goes to the engine; to be called before the page is opened.
 *
 * @param {import("playwright-core").Page} page
 */
export const watchRequests = (page) =>
  page.addInitScript(() => {
    const watched = {
      cancelled: 0,
      moves: 0,
      moved: 0,
      /** Of each request for runs: when the movement before it was made. @type {number[]} */
      requests: [],
    };
    Object.assign(globalThis, { watched });
    const post = Worker.prototype.postMessage;
    /** @this {Worker} @param {any} message @param {any} rest */
    Worker.prototype.postMessage = function (message, ...rest) {
      if (message.call === "runs") watched.requests.push(watched.moved);
      if (message.kind === "cancel") watched.cancelled += 1;
      return post.call(this, message, ...rest);
    };
    const move = () => {
      watched.moved = performance.now();
      watched.moves += 1;
    };
    addEventListener("pointermove", move, { capture: true });
  });

/**
 * What can be dragged: the elements that are drawn anew, those that show it, and the selector of
 * the picture in which it is done.
 *
 * @typedef {{ figure: string, picture: string, grip: string }} Dragged
 */

/** The start of the runs of the page's first figure. @type {Dragged} */
export const start = {
  figure: "fl-descent",
  picture: "fl-descent-plot",
  grip: "fl-descent-plot .start .dot",
};

/** The selected point of the page's first data plane. @type {Dragged} */
export const point = {
  figure: "fl-plane",
  picture: "fl-plane .plane-square",
  grip: "fl-plane .point-handle .ring",
};

/**
 * Drags through `moves` positions, one a frame.
 *
 * @param {import("playwright-core").Page} page
 * @param {number} moves
 * @param {Dragged} dragged
 * @returns {Promise<DragCost>}
 */
export async function measureDrag(page, moves, dragged = start) {
  const figure = page.locator(dragged.figure).first();
  await figure.scrollIntoViewIfNeeded(); // some come when they are seen
  const picture = page.locator(dragged.picture).first();
  await picture.scrollIntoViewIfNeeded();
  const box = await picture.boundingBox();
  const grip = await page.locator(dragged.grip).first().boundingBox();
  if (!box || !grip) throw new Error("there is no figure to drag in");
  await page.mouse.move(grip.x + grip.width / 2, grip.y + grip.height / 2);
  await page.mouse.down();
  const handle = await figure.elementHandle();
  // pressing may move it too: its runs come first
  await page.waitForFunction((/** @type {any} */ node) => !node.scene.busy, handle);
  await figure.evaluate(watch);
  for (let i = 0; i < moves; i += 1) {
    // a closed curve through the window, never twice the same point
    const angle = (2 * Math.PI * i) / moves;
    const x = box.x + box.width * (0.5 + 0.4 * Math.cos(angle));
    const y = box.y + box.height * (0.5 + 0.4 * Math.sin(2 * angle + 0.3));
    await page.mouse.move(x, y);
    await page.evaluate(() => new Promise(requestAnimationFrame));
  }
  await page.waitForFunction((/** @type {any} */ node) => !node.scene.busy, handle);
  await figure.evaluate((/** @type {any} */ node) => node.updateComplete);
  const cost = await page.evaluate("drag");
  await page.mouse.up();
  return cost;
}

/**
 * Runs in the page.
 *
 * @param {any} figure
 */
function watch(figure) {
  const { scene } = figure;
  const elements = [figure, ...figure.querySelectorAll("*")].filter(
    (element) => "updateComplete" in element,
  );
  const page = /** @type {any} */ (globalThis);
  const { watched } = page;
  const before = { ...watched, requests: watched.requests.length };
  const drag = {
    /** @type {number[]} */ milliseconds: [],
    /** @type {number[]} */ engine: [],
    slowestTask: 0,
    get moves() {
      return watched.moves - before.moves;
    },
    get requests() {
      return watched.requests.length - before.requests;
    },
    get cancelled() {
      return watched.cancelled - before.cancelled;
    },
  };
  page.drag = drag;
  let { generation } = scene;
  scene.subscribe(() => {
    if (scene.generation === generation) return;
    generation = scene.generation;
    const answered = performance.now();
    // nothing is overtaken: one after the other they are answered
    const from = watched.requests[before.requests + drag.engine.length];
    drag.engine.push(answered - from);
    Promise.all(elements.map((element) => element.updateComplete)).then(() => {
      drag.milliseconds.push(performance.now() - from);
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
