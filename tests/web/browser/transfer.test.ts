import { expect, test } from "vitest";
import { complaintsOf, useSite } from "./harness.js";

const site = useSite();

/** The home page and the first lesson promised this much in scripts; lessons with more kinds of figures have ten more. */
const lightest = ["", "adam/"];

/** Most that a first visit may transfer, in kB; the engine of losses is larger than that of runs. */
const budgets: [page: string, all: number][] = [
  ["", 230],
  ["adam/", 250],
  ["softmax-cross-entropy/", 285],
  ["multiclass-svm/", 280],
  ["svm-vs-cross-entropy/", 290],
  ["regularization/", 285],
  ["momentum/", 295],
  ["newton/", 298],
  ["race/", 295],
  ["minibatch-sgd/", 300],
  ["learning-rate-schedules/", 300],
  ["glossary/", 260],
];

test.each(budgets)("the first visit to /%s stays within its budget of %i kB", async (path, all) => {
  const foreign: string[] = [];
  let complaints: string[] = [];
  const earlier = site.answers.length;
  const page = await site.open(path, {
    before: async (fresh) => {
      complaints = await complaintsOf(fresh);
      fresh.on("request", (request) => {
        if (!request.url().startsWith(site.base)) foreign.push(request.url());
      });
    },
  });
  await page.waitForLoadState("networkidle");

  const answers = site.answers.slice(earlier);
  const of = (ending: string) => answers.filter(({ path }) => path.endsWith(ending));
  const kilobytes = (sizes: { bytes: number }[]) =>
    sizes.reduce((sum, { bytes }) => sum + bytes, 0) / 1000;
  const transferred = {
    all: kilobytes(answers),
    wasm: kilobytes(of(".wasm")),
    script: kilobytes(of(".js")),
    fonts: kilobytes(of(".woff2")),
  };
  console.log(`transferred for /${path} in kB, compressed:`, transferred);
  expect(transferred.all).toBeLessThanOrEqual(all);
  expect(transferred.wasm).toBeLessThanOrEqual(110);
  expect(transferred.script).toBeLessThanOrEqual(lightest.includes(path) ? 80 : 90);
  expect(transferred.fonts).toBeLessThanOrEqual(90);
  expect(of(".wasm"), "the engine is loaded once").toHaveLength(1);
  expect(of(".js").length, "page, worker and theme").toBeGreaterThanOrEqual(3);
  expect(answers.length, "requests").toBeLessThanOrEqual(20);
  expect(foreign, "requests outside the site's folder, data: and blob: included").toEqual([]);
  expect(complaints).toEqual([]);
});
