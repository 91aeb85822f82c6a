import type { Page, Route } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { patience } from "../../../wasm/worker/watch.js";
import { words } from "../../../web/words/en.js";
import { fixturePage, fixturePath } from "./fixture.js";
import { painted, useSite } from "./harness.js";
import { sceneOf } from "./scene-in-page.js";

const site = useSite();
beforeAll(async () => void site.extra.set(fixturePath, await fixturePage()));

const wasm = "**/*.wasm";
const worker = "**/descent-worker-*.js";
const missing = (route: Route) => route.fulfill({ status: 404, body: "not found" });

/** Puts `prelude` before the worker's script. */
const inWorker = (prelude: string) => async (route: Route) => {
  const response = await route.fetch();
  await route.fulfill({ response, body: `${prelude};\n${await response.text()}` });
};

/** What is there to read: text, formulas and questions, as they came with the page. */
async function readable(page: Page) {
  const visible = (selector: string) =>
    page.locator(selector).evaluateAll((all) => all.filter((one) => one.checkVisibility()).length);
  return {
    text: (await page.locator("#text").innerText()).length > 60,
    value: await page.locator("#value").innerText(),
    formulas: await visible("fl-derivation math"),
    slip: await visible("fl-slip math"),
    questions: await visible("fl-quiz .before-script > li"),
    predictions: await visible("fl-predict > p"),
  };
}

const untouched = async () =>
  readable(await site.open(fixturePath, { javaScriptEnabled: false, ready: false }));

const faults: [string, RegExp, (page: Page) => Promise<unknown>][] = [
  [
    "WebAssembly is missing",
    /no WebAssembly/,
    async (page) => {
      await page.addInitScript("delete globalThis.WebAssembly");
      await page.route(worker, inWorker("delete self.WebAssembly"));
    },
  ],
  ["the engine's file is not there", /did not arrive: 404/, (page) => page.route(wasm, missing)],
  [
    "the engine's file is cut short",
    /file is damaged/,
    (page) =>
      page.route(wasm, async (route) => {
        const response = await route.fetch();
        const whole = await response.body();
        await route.fulfill({ response, body: whole.subarray(0, whole.length / 2) });
      }),
  ],
  [
    "a page comes in place of the engine's file",
    /file is damaged/,
    (page) =>
      page.route(wasm, (route) =>
        route.fulfill({ contentType: "text/html", body: "<!doctype html><p>Welcome!" }),
      ),
  ],
  ["the connection breaks off", /fetch/, (page) => page.route(wasm, (route) => route.abort())],
  ["the worker's script is not there", /script failed/, (page) => page.route(worker, missing)],
  [
    "the worker's script is damaged",
    /script failed/,
    (page) => page.route(worker, inWorker("const = 1")),
  ],
];

test.each(faults)("where %s the page says so, and can be read", async (_what, reason, before) => {
  const page = await site.open(fixturePath, { before, ready: false });
  await page.waitForSelector("html[data-error]", { state: "attached" });
  await painted(page);
  const error = (await page.locator("html").getAttribute("data-error")) ?? "";
  expect(error).toMatch(reason);
  expect(error, "what to do").toMatch(/Reload the page/);
  expect(error, "nothing for programmers").not.toMatch(/undefined|\[object|Aborted|ASSERTIONS/);
  expect(await page.locator(".notices p").allInnerTexts()).toEqual([
    expect.stringContaining(error),
  ]);
  expect(await page.locator("html").getAttribute("data-ready")).toBeNull();
  expect(await readable(page)).toEqual(await untouched());
  await page.locator("fl-theme button").click();
  expect(await page.locator("html").getAttribute("data-theme")).toBe("light");
});

test("without the page's own script everything can be read", async () => {
  const before = (page: Page) => page.route("**/page-*.js", missing);
  const page = await site.open(fixturePath, { before, ready: false });
  expect(await readable(page)).toEqual(await untouched());
});

/** Makes calls of one kind break off as a trap in the engine's code does, while `when` holds. */
const trap = (call: string, when: string) => `
  const { get } = Object.getOwnPropertyDescriptor(MessageEvent.prototype, "data");
  Object.defineProperty(MessageEvent.prototype, "data", {
    get() {
      const data = get.call(this);
      if (data?.call !== "${call}") return data;
      const request = data.request;
      if (!(${when})) return data;
      const broken = () => { throw new WebAssembly.RuntimeError("unreachable"); };
      return { ...data, request: new Proxy(request, { get: broken }) };
    },
  })`;

test("after a trap in the engine the page goes on", async () => {
  const page = await site.open(fixturePath, {
    before: (fresh) =>
      fresh.route(worker, inWorker(trap("runs", "request.runs[0].spec.start?.[0] === -6.8"))),
  });
  const figure = page.locator("fl-descent");
  const good = await sceneOf(figure);
  const picture = () =>
    figure.locator(".path-canvas").evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL());
  const shown = await picture();

  await figure.locator(".start").press("ArrowRight");
  await expect
    .poll(() => page.locator(".notices p").allInnerTexts())
    .toEqual([expect.stringMatching(/unreachable.*The last good picture is still shown/)]);
  expect((await sceneOf(figure)).runs.map(({ theta }) => theta)).toEqual(
    good.runs.map(({ theta }) => theta),
  );
  expect(await picture()).toBe(shown);

  await figure.locator(".start").press("ArrowRight");
  await expect.poll(async () => (await sceneOf(figure)).runs[0]?.theta[0]).toBe(-6.6);
  expect(await picture()).not.toBe(shown);
  await page.locator("#slope-controls input[type=range]").first().press("ArrowRight");
  await expect
    .poll(async () => (await sceneOf(page.locator("#slope"))).generation)
    .toBeGreaterThan(1);
});

test.each(["application/octet-stream", "text/plain", "text/html", "image/gif"])(
  "an engine’s file that comes as %s computes all the same",
  async (contentType) => {
    const page = await site.open(fixturePath, {
      before: (fresh) =>
        fresh.route(wasm, async (route) => {
          const response = await route.fetch();
          await route.fulfill({ response, headers: { "content-type": contentType } });
        }),
    });
    await page.locator("fl-descent .start").first().press("ArrowRight");
    await expect
      .poll(async () => (await sceneOf(page.locator("fl-descent").first())).runs[0]?.theta[0])
      .toBe(-6.8);
    expect(await page.locator(".notices").count()).toBe(0);
  },
);

test.each([
  ["ended by an error of its own", () => void setTimeout(() => Promise.reject(new Error("gone")))],
  [
    "stopped by an error",
    () =>
      void setTimeout(() => {
        throw new Error("gone");
      }),
  ],
])("where the engine’s worker is %s in the middle, the page goes on", async (_how, end) => {
  const page = await site.open(fixturePath);
  const figure = page.locator("fl-descent").first();
  const [running] = page.workers();
  await running?.evaluate(end).catch(() => {}); // it cannot answer any more
  await figure.locator(".start").press("ArrowRight");
  await expect
    .poll(async () => (await sceneOf(figure)).runs[0]?.theta[0], { timeout: 10_000 })
    .toBe(-6.8);
  expect(await page.locator(".notices").count()).toBe(0);
});

test("where the engine’s worker is ended without a word in the middle, the page goes on", async () => {
  const page = await site.open(fixturePath, { before: (fresh) => fresh.clock.install() });
  const figure = page.locator("fl-descent").first();
  const [running] = page.workers();
  await running?.evaluate(() => self.close()).catch(() => {}); // it cannot answer any more
  await figure.locator(".start").press("ArrowRight");
  await page.clock.runFor(patience + 1000);
  await expect
    .poll(async () => (await sceneOf(figure)).runs[0]?.theta[0], { timeout: 10_000 })
    .toBe(-6.8);
  expect(await page.locator(".notices").count()).toBe(0);
});

test("without storage a page works, and says that answers are not kept", async () => {
  const page = await site.open(fixturePath, {
    before: (fresh) =>
      fresh.addInitScript(() => {
        for (const name of ["localStorage", "sessionStorage", "indexedDB", "caches"]) {
          Object.defineProperty(globalThis, name, {
            get() {
              throw new DOMException("The operation is insecure.", "SecurityError");
            },
          });
        }
      }),
  });
  expect(await page.locator(".notices").count()).toBe(0);
  await page.locator("fl-theme button").click();
  await page.locator("#question-one").getByLabel("One", { exact: true }).check();
  await page.locator("#question-one [type=submit]").click();
  await page.locator("#question-one .feedback").first().waitFor();
  expect(await page.locator(".notices p").allInnerTexts()).toEqual([
    expect.stringContaining(words.notices.progressNotSaved),
  ]);
});

test("where the engine breaks off again and again the page says so, and does not hang", async () => {
  const page = await site.open(fixturePath, {
    before: (fresh) => fresh.route(worker, inWorker(trap("runs", "true"))),
  });
  await expect
    .poll(() => page.locator(".notices p").allInnerTexts())
    .toContainEqual(expect.stringContaining("unreachable"));
  await page.locator("#update").getByLabel(words.derivation.mode.last).check();
});
