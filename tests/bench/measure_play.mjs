/**
 * What playing a race costs, frame by frame, in milliseconds.
 *
 * @typedef {object} PlayCost
 * @property {number[]} work of each frame, from its beginning until style, layout and paint are done
 * @property {number[]} between the beginning of a frame and that of the next
 * @property {number} methods
 * @property {number} steps
 */

/** Methods of one race by their keys. */
export const nineMethods = [
  "gradient_descent",
  "momentum",
  "nesterov",
  "adagrad",
  "rmsprop",
  "adadelta",
  "adam",
  "newton",
  "bfgs",
];

/**
 * Plays the page's first race from its start to its end.
 *
 * @param {import("playwright-core").Page} page
 * @returns {Promise<PlayCost>}
 */
export async function measurePlay(page) {
  const race = page.locator("fl-race").first();
  await race.scrollIntoViewIfNeeded();
  await page.waitForFunction(() => {
    const one = /** @type {any} */ (document.querySelector("fl-race"));
    return one?.scene?.generation > 0 && !one.scene.busy;
  });
  return race.evaluate(play);
}

/**
 * Runs in the page.
 *
 * @param {any} race
 * @returns {Promise<PlayCost>}
 */
async function play(race) {
  const { scene } = race;
  /** @type {number[]} */
  const work = [];
  /** @type {number[]} */
  const between = [];
  scene.reveal();
  scene.pause();
  scene.select(0);
  await race.updateComplete;
  const { port1, port2 } = new MessageChannel();
  let began = 0;
  // a message that is sent in a frame arrives when the frame has been painted
  port1.onmessage = () => work.push(performance.now() - began);
  await new Promise((resolve) => {
    let last = 0;
    const frame = (/** @type {number} */ now) => {
      began = performance.now();
      if (last > 0) between.push(now - last);
      last = now;
      port2.postMessage(null);
      if (scene.playing) requestAnimationFrame(frame);
      else resolve(undefined);
    };
    // before the player asks for its own: what comes first in a frame is called first
    requestAnimationFrame(frame);
    scene.play();
  });
  return { work, between, methods: scene.runs.length, steps: scene.steps };
}
