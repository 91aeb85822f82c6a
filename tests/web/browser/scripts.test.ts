import type { Page, Route } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { words } from "../../../web/words/en.js";
import { teaching } from "../../../web/words/en-teaching.js";
import { partsOf } from "../../../web/words/script-parts.js";
import { fixturePage, fixturePath } from "./fixture.js";
import { painted, readPage, useSite } from "./harness.js";
import { noticesOf } from "./teacher.js";

const site = useSite();
beforeAll(async () => void site.extra.set(fixturePath, await fixturePage()));

/** Names of the scripts that the page fetches, without their marks, as they come. */
function scriptsOf(page: Page): string[] {
  const seen: string[] = [];
  page.on("request", (request) => {
    const [, name] = /\/assets\/(.+)-[\w-]{8}\.js$/.exec(request.url()) ?? [];
    if (name) seen.push(name);
  });
  return seen;
}

async function openAndHear(path: string): Promise<{ page: Page; scripts: string[] }> {
  let scripts: string[] = [];
  const page = await site.open(path, {
    before: async (fresh) => {
      scripts = scriptsOf(fresh);
    },
  });
  await page.waitForLoadState("networkidle");
  return { page, scripts };
}

const ofPages: Record<string, string[]> = {
  "": ["home", "page", "rolldown-runtime", "runs"],
  "adam/": ["code", "page", "questions", "rolldown-runtime", "runs"],
  "softmax-cross-entropy/": ["curve-chart", "page", "questions", "rolldown-runtime", "scores"],
  "figure/?lesson=adam&figure=no-power": ["page", "questions", "rolldown-runtime", "runs"],
};

test.each(Object.entries(ofPages))(
  "/%s fetches what stands on it, once",
  async (path, expected) => {
    const { scripts } = await openAndHear(path);
    const others = /^(fetch-page|index|.+-worker)$/;
    expect(scripts.filter((name) => !others.test(name)).sort()).toEqual(expected);
  },
);

test("what a page fetches at once stands in its HTML, so that nothing waits in line", async () => {
  for (const path of ["", "adam/", "softmax-cross-entropy/", "multiclass-svm/", "review/"]) {
    const html = readPage(path);
    const { scripts } = await openAndHear(path);
    for (const name of scripts.filter((one) => !one.endsWith("-worker"))) {
      expect(html, path).toMatch(new RegExp(`(src|href)="[./]*assets/${name}-[\\w-]{8}\\.js"`));
    }
  }
});

const missing = (route: Route) => route.abort();

/** What of the page is drawn: figures and cards of each kind. */
const drawn = (page: Page) =>
  page
    .locator(
      ":is(fl-descent, fl-trace) figure, fl-derivation .lines, fl-quiz .question, fl-code pre",
    )
    .count();

test.each([
  ["runs", ["code", "questions", "runs"]],
  ["questions", ["questions"]],
  ["code", ["code"]],
])("without the script of %s the page says so, and fetches it again", async (name, parts) => {
  const whole = await drawn(await site.open("adam/"));
  const script = `**/assets/${name}-*.js`;
  const page = await site.open("adam/", { before: (fresh) => fresh.route(script, missing) });
  const said = words.notices.notFetched(parts);
  await expect.poll(() => noticesOf(page)).toEqual([expect.stringContaining(said)]);
  expect(said).toContain(partsOf([name]));
  expect(await page.locator("h1").count()).toBe(1);
  expect(await page.locator("fl-derivation math").first().isVisible()).toBe(true);
  expect(await page.locator("[data-failed]").count()).toBeGreaterThan(0);

  const again = page.getByRole("button", { name: words.notices.fetchAgain });
  const failed = page.waitForEvent("requestfailed");
  await again.click();
  await failed;
  await expect.poll(() => noticesOf(page)).toEqual([expect.stringContaining(said)]);

  await page.unroute(script);
  await again.focus();
  await page.keyboard.press("Enter");
  await expect.poll(() => drawn(page)).toBe(whole);
  expect(await noticesOf(page)).toEqual([]);
  await expect.poll(() => page.locator("[data-failed]").count()).toBe(0);
  expect(await page.evaluate(() => document.activeElement?.localName)).toBe("main");
});

test("the panel for teachers is fetched when its button is pressed, once", async () => {
  const { page, scripts } = await openAndHear(fixturePath);
  const panelScripts = () => scripts.filter((name) => /teacher|lecture/.test(name));
  expect(panelScripts()).toEqual([]);
  let goOn = () => {};
  const held = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  await page.route("**/teacher-panel-*.js", async (route) => {
    await held;
    await route.continue();
  });
  const button = page.getByRole("button", { name: words.teacher.open });
  await button.click();
  await expect.poll(() => button.getAttribute("aria-busy")).toBe("true");
  await button.click();
  goOn();
  await page.getByRole("dialog", { name: teaching.panel.title }).waitFor();
  expect(await button.getAttribute("aria-busy")).toBe("false");
  expect(await page.getByRole("dialog").count()).toBe(1);
  expect(panelScripts().sort()).toEqual(["lecture", "teacher-panel"]);
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(teaching.panel.title);
});

test("where the panel for teachers does not come the page says so, and its button works later", async () => {
  const page = await site.open(fixturePath);
  await page.route("**/teacher-panel-*.js", missing);
  const button = page.getByRole("button", { name: words.teacher.open });
  await button.click();
  const said = [expect.stringContaining(words.teacher.failed)];
  await expect.poll(() => noticesOf(page)).toEqual(said);
  expect(await button.getAttribute("aria-busy")).toBe("false");
  const failed = page.waitForEvent("requestfailed");
  await button.click();
  await failed;
  await expect.poll(() => noticesOf(page)).toEqual(said);
  await page.unroute("**/teacher-panel-*.js");
  await button.click();
  await page.getByRole("dialog", { name: teaching.panel.title }).waitFor();
  expect(await noticesOf(page)).toEqual([]);
});

test("notation and files to take along are fetched when somebody wants them", async () => {
  const { page, scripts } = await openAndHear(fixturePath);
  const wanted = () => scripts.filter((name) => /notation-panel|^take$|snippet|follow/.test(name));
  const menu = page.locator("#slope fl-figure-menu");
  await menu.locator(".menu-button").click();
  await painted(page);
  expect(wanted(), "the menu lies on the page already").toEqual([]);
  await Promise.all([
    page.waitForEvent("download"),
    menu.getByRole("button", { name: words.figure.as.csv }).click(),
  ]);
  expect(wanted()).toEqual(["take"]);
  await page.keyboard.press("Escape");
  await page.locator("fl-notation > button").click();
  await page.locator(".notation-panel section").first().waitFor();
  expect(wanted()).toEqual(["take", "notation-panel"]);
});
