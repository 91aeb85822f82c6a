import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterEach, expect, test } from "vitest";
import { words } from "../../../web/words/en.js";
import { offlineWords } from "../../../web/words/offline.js";
import { complaintsOf, dist, type OpenOptions, pagePaths, useSite } from "./harness.js";
import { openEverything } from "./open-everything.js";
import { sceneOf } from "./scene-in-page.js";

const site = useSite();
afterEach(() => {
  site.cut = false;
  site.extra.clear();
  site.missing.clear();
  site.fallback = "";
});

const script = "service-worker.js";
/** The browser looks for another version when it finds the time. */
const patient = { timeout: 15_000 };

/** Opens a page and waits until the whole course is kept. */
async function firstVisit(path: string, options: OpenOptions = {}): Promise<Page> {
  const page = await site.open(path, { keepsOffline: true, ...options });
  await page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready;
    if (active?.state === "activated") return;
    await new Promise((resolve) => active?.addEventListener("statechange", resolve));
  });
  return page;
}

async function goTo(page: Page, path: string): Promise<void> {
  await page.goto(site.base + path);
  await page.waitForSelector("html[data-ready]", { state: "attached" });
}

/** What is kept, by the names of the caches. */
const kept = (page: Page) =>
  page.evaluate(async () => {
    const names = await caches.keys();
    const sizes = names.map(async (name) => (await (await caches.open(name)).keys()).length);
    return Object.fromEntries((await Promise.all(sizes)).map((size, i) => [names[i], size]));
  });

/** Publishes another version, whose home page says so. */
function publish(title: string): void {
  const home = readFileSync(join(dist, "index.html"), "utf8");
  site.extra.set("", home.replace(/<h1([^>]*)>[^<]*</, `<h1$1>${title}<`));
  const known = readFileSync(join(dist, script), "utf8");
  const changed = known
    .replace(/\[``,`sha256-[^`]*`\]/, "[``,``]")
    .replace(/(\w+),`([0-9a-f]{12})`/, `$1,\`${title}\``);
  expect(changed).not.toBe(known);
  expect(changed).toContain(title);
  site.extra.set(script, changed);
}

const heading = (page: Page) => page.locator("h1").innerText();
const offers = (page: Page) => page.locator(".offers p").allInnerTexts();

test("after one visit every page is there without a network, and its scripts with it", async () => {
  const page = await firstVisit("adam/");
  site.cut = true;
  const complaints = await complaintsOf(page);
  for (const path of pagePaths()) {
    await goTo(page, path);
    await openEverything(page);
  }
  // the browser itself looks whether there is another version
  expect(complaints.filter((one) => !one.includes(script))).toEqual([]);
}, 300_000); // opens every page of the course

test("without a network a lesson that was never opened is done", async () => {
  const page = await firstVisit("");
  site.cut = true;
  await goTo(page, "adam/");
  const figure = page.locator("fl-descent").first();
  const before = await sceneOf(figure);
  const ring = await figure.locator(".start").boundingBox();
  if (!ring) throw new Error("there is no ring to drag");
  const [x, y] = [ring.x + ring.width / 2, ring.y + ring.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 60, y + 40, { steps: 4 });
  await page.mouse.up();
  await expect
    .poll(async () => (await sceneOf(figure)).runs[0]?.theta[0])
    .not.toBe(before.runs[0]?.theta[0]);

  const question = page.locator("fl-quiz .question").first();
  await question.scrollIntoViewIfNeeded();
  await question.locator("input").first().check();
  await question.locator("[type=submit]").click();
  await question.locator(".feedback").first().waitFor();

  await page.locator("fl-notation button").first().click();
  await page.locator(".notation-panel").getByText(words.notation.names.l1.full).click();
  await expect.poll(() => page.evaluate(() => location.search)).toContain("notation=l1");
  expect(await page.locator(".notices").count()).toBe(0);
});

test("an address without its last slash, or with index.html, is found without a network", async () => {
  const page = await firstVisit("");
  site.cut = true;
  await goTo(page, "adam?quiz.seed=7");
  expect(page.url()).toBe(`${site.base}adam/?quiz.seed=7`);
  await goTo(page, "adam/index.html");
  expect(await heading(page)).toContain("Adam");
  await expect(page.goto(`${site.base}no-such-lesson/`)).rejects.toThrow(/ERR_/);
});

test("a first visit has what its page needs before anything else is fetched", async () => {
  const earlier = site.answers.length;
  await firstVisit("adam/");
  // what another test's page was still asking for may be answered before this one begins
  const all = site.answers.slice(earlier);
  const answers = all.slice(all.findIndex(({ path }) => path === "adam/"));
  const from = answers.findIndex(({ path }) => path === script);
  expect(answers.slice(0, from).map(({ path }) => path)).toEqual(
    expect.arrayContaining(["adam/", expect.stringMatching(/descent-.*wasm|curvature-.*wasm/)]),
  );
  const bytes = answers.slice(0, from).reduce((sum, one) => sum + one.bytes, 0);
  expect(bytes / 1000).toBeLessThanOrEqual(260);
  const later = answers.slice(from).reduce((sum, one) => sum + one.bytes, 0);
  console.log(`kept after the first visit: ${answers.length - from} files, ${later / 1000} kB`);
});

test("a reader who saves data is not made to transfer the course", async () => {
  const page = await site.open("", {
    keepsOffline: true,
    before: (fresh) =>
      fresh.addInitScript(() => {
        Object.defineProperty(Navigator.prototype, "connection", { value: { saveData: true } });
      }),
  });
  await page.waitForLoadState("networkidle");
  expect(await page.evaluate(() => navigator.serviceWorker.getRegistration())).toBeUndefined();
});

test("a new version waits until the reader takes it, and then is there with all they had", async () => {
  const page = await firstVisit("");
  publish("Another");
  await goTo(page, "?scene=1");
  expect(await heading(page)).not.toBe("Another");
  await expect
    .poll(() => offers(page), patient)
    .toEqual([expect.stringContaining(offlineWords.newVersion)]);
  expect(await page.locator(".offers").getAttribute("role")).toBe("status");
  await page.reload();
  await page.waitForSelector("html[data-ready]", { state: "attached" });
  expect(await heading(page), "a reload alone takes nothing away").not.toBe("Another");
  expect(Object.keys(await kept(page))).toHaveLength(2);

  await page.locator(".start").first().press("ArrowRight");
  await expect.poll(() => page.url()).toContain("home.start");
  const address = page.url();
  await page.getByRole("button", { name: offlineWords.reload }).click();
  await expect.poll(() => heading(page).catch(() => ""), patient).toBe("Another");
  await page.waitForSelector("html[data-ready]", { state: "attached" });
  expect(page.url()).toBe(address);
  expect(await offers(page)).toEqual([]);
  site.cut = true;
  await goTo(page, "");
  expect(await heading(page)).toBe("Another");
});

test("an offer that is dismissed leaves everything as it is", async () => {
  const page = await firstVisit("");
  publish("Another");
  await goTo(page, "");
  await page.locator(".offers").getByRole("button", { name: words.notices.dismiss }).click();
  expect(await page.locator(".offers").count()).toBe(0);
  expect(await heading(page)).not.toBe("Another");
});

test("files of another version than the one announced are not kept", async () => {
  const home = readFileSync(join(dist, "index.html"), "utf8");
  site.extra.set("", `${home}<!-- of another version -->`);
  const page = await site.open("adam/", { keepsOffline: true });
  const state = await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.register("../service-worker.js");
    const worker = registration.installing ?? registration.waiting ?? registration.active;
    while (worker && !["redundant", "activated"].includes(worker.state)) {
      await new Promise((resolve) => worker.addEventListener("statechange", resolve));
    }
    return worker?.state;
  });
  expect(state).toBe("redundant");
  expect(await kept(page)).toEqual({});
  await goTo(page, "");
});

test("what the browser has thrown away comes again, and meanwhile from the network", async () => {
  const page = await firstVisit("");
  const before = await kept(page);
  await page.evaluate(async () => {
    for (const name of await caches.keys()) await caches.delete(name);
    localStorage.clear();
  });
  await goTo(page, "adam/");
  await expect.poll(() => kept(page), patient).toEqual(before);
  site.cut = true;
  await goTo(page, "regularization/");
});

test("where storage is full the pages come from the network, answers count while the page is open", async () => {
  const full = () => {
    const refuse = async () => {
      throw new DOMException("no room", "QuotaExceededError");
    };
    Cache.prototype.put = refuse;
  };
  site.extra.set(script, `(${full})();${readFileSync(join(dist, script), "utf8")}`);
  const page = await site.open("adam/", {
    keepsOffline: true,
    before: async (fresh) => {
      await fresh.addInitScript(() => {
        Storage.prototype.setItem = () => {
          throw new DOMException("no room", "QuotaExceededError");
        };
      });
    },
  });
  await goTo(page, "newton/");
  const texts = await page.evaluate(
    (addresses) => Promise.all(addresses.map(async (one) => (await fetch(one)).text())),
    pagePaths().map((path) => site.base + path),
  );
  expect(texts).toEqual(
    pagePaths().map((path) => readFileSync(join(dist, path, "index.html"), "utf8")),
  );
  await goTo(page, "adam/");
  expect(site.answers.some(({ path }) => path === script)).toBe(true);
  await expect.poll(() => kept(page), patient).toEqual({});
  const question = page.locator("fl-quiz .question").first();
  await question.locator("input").first().check();
  await question.locator("[type=submit]").click();
  await question.locator(".feedback").first().waitFor();
  expect(await page.locator(".notices p").allInnerTexts()).toEqual([
    expect.stringContaining(words.notices.progressNotSaved),
  ]);
});

test.each([
  ["is not there any more", ""],
  ["is another site now", "<!doctype html><h1>Something else</h1>"],
])("where the site %s, what was kept of it goes", async (_what, fallback) => {
  const page = await firstVisit("");
  site.missing.add(script);
  site.fallback = fallback;
  await goTo(page, "adam/");
  const registered = () =>
    page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);
  await expect.poll(registered, patient).toBe(0);
  await expect.poll(() => kept(page), patient).toEqual({});
});

test("without a network what is kept stays", async () => {
  const page = await firstVisit("");
  const before = await kept(page);
  site.cut = true;
  await goTo(page, "adam/");
  await page.waitForLoadState("networkidle");
  expect(await kept(page)).toEqual(before);
  expect(await page.locator(".notices").count()).toBe(0);
});
