// The search: fetched when somebody wants it, used by keys alone, and honest where it finds nothing.
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { words } from "../../../web/words/en.js";
import { searchWords as w } from "../../../web/words/search.js";
import { violations } from "./axe.js";
import { complaintsOf, pagePaths, readPage, useSite } from "./harness.js";

const site = useSite();
const index = /assets\/index-[\w-]+\.json/;
const options = (page: Page) => page.getByRole("option");
const field = (page: Page) => page.getByRole("combobox");

async function openSearch(path = "review/", before?: (page: Page) => Promise<unknown>) {
  const page = await site.open(path, { ...(before && { before }) });
  await page.keyboard.press("/");
  await field(page).waitFor();
  return page;
}

test("every page with a header has it, and fetches nothing of it before it is wanted", async () => {
  const withHeader = pagePaths().filter((path) => readPage(path).includes("site-head"));
  for (const path of withHeader) expect(readPage(path)).toContain("<fl-search>");
  const asked: string[] = [];
  const page = await site.open("", {
    before: async (fresh) => {
      fresh.on("request", (request) => asked.push(request.url()));
    },
  });
  await page.waitForLoadState("networkidle");
  const ofSearch = () => asked.filter((url) => index.test(url) || /search-dialog/.test(url));
  expect(ofSearch()).toEqual([]);
  await page.getByRole("button", { name: words.shell.search }).click();
  await expect.poll(() => ofSearch().length).toBe(2);
  await page.keyboard.press("Escape");
  await page.keyboard.press("/");
  await field(page).waitFor();
  expect(ofSearch(), "once").toHaveLength(2);
});

test("by keys alone: open, type, choose, go to the heading", async () => {
  const page = await openSearch("review/");
  const complaints = await complaintsOf(page);
  await expect.poll(() => page.getByRole("status").filter({ hasText: w.hint }).count()).toBe(1);
  await page.keyboard.type("how much too small");
  await options(page).first().waitFor();
  await expect.poll(() => options(page).first().innerText()).toContain("How much too small");
  expect(await field(page).getAttribute("aria-activedescendant")).toBe("search-result-0");
  expect(await options(page).first().getAttribute("aria-selected")).toBe("true");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/adam/#bias");
  expect(complaints).toEqual([]);
});

test("what is typed before the search has come is not lost", async () => {
  const page = await site.open("adam/");
  let goOn = () => {};
  const held = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  await page.route("**/search-dialog-*.js", async (route) => {
    await held;
    await route.continue();
  });
  await page.keyboard.type("/moment");
  goOn();
  await field(page).waitFor();
  await page.keyboard.type("um");
  expect(await field(page).inputValue()).toBe("momentum");
  await expect.poll(() => options(page).first().innerText()).toContain("Momentum");
});

test("the arrows go through the results, round and round", async () => {
  const page = await openSearch();
  await page.keyboard.type("momentum");
  await options(page).nth(2).waitFor();
  const chosen = () => field(page).getAttribute("aria-activedescendant");
  const last = `search-result-${(await options(page).count()) - 1}`;
  await page.keyboard.press("ArrowDown");
  expect(await chosen()).toBe("search-result-1");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowUp");
  expect(await chosen()).toBe(last);
  await page.keyboard.press("ArrowDown");
  expect(await chosen()).toBe("search-result-0");
});

test("a result is followed by a click or a finger, to the symbol itself", async () => {
  const page = await openSearch();
  await field(page).fill("β₁");
  await options(page).first().click();
  await page.waitForURL("**/glossary/#symbol-decayone");
  const entry = page.locator("#symbol-decayone");
  expect(await entry.evaluate((one) => one.matches(":target"))).toBe(true);
});

test("on the page one is on, only the place changes", async () => {
  const page = await openSearch("adam/?race.step=5");
  await page.keyboard.type("how much too small");
  await options(page).first().click();
  await page.waitForURL("**/adam/?race.step=5#bias");
  expect(await page.locator("dialog.search").evaluate((one: HTMLDialogElement) => one.open)).toBe(
    false,
  );
});

test.each(["xyzzyqwert", "<qqqq onqqqq=wwww(zzzz)>", "—", "\\", "a".repeat(200)])(
  "where there is nothing it says so: %s",
  async (query) => {
    const page = await openSearch();
    const complaints = await complaintsOf(page);
    await field(page).fill(query);
    const said = page.locator(".search-said");
    const shown = query.slice(0, 100);
    await expect.poll(() => said.innerText()).toBe(w.nothing(shown));
    expect(await options(page).count()).toBe(0);
    expect(await field(page).getAttribute("aria-expanded")).toBe("false");
    await page.keyboard.press("Enter");
    await page.keyboard.press("ArrowDown");
    expect(complaints).toEqual([]);
  },
);

test("Escape goes back to where one was; a slash that is typed is a slash", async () => {
  const page = await openSearch("softmax-cross-entropy/");
  await page.keyboard.press("Escape");
  await expect.poll(() => page.locator("dialog.search[open]").count()).toBe(0);
  const button = page.getByRole("button", { name: words.shell.search });
  await button.focus();
  await page.keyboard.press("Enter");
  await field(page).waitFor();
  await page.keyboard.press("Escape");
  expect(await button.evaluate((one) => one === document.activeElement)).toBe(true);
  const number = page.locator("main input[type=text], main input.number").first();
  await number.focus();
  await page.keyboard.press("/");
  expect(await page.locator("dialog.search[open]").count()).toBe(0);
});

test("without its index it says so, and tries again", async () => {
  const page = await openSearch("adam/", (fresh) => fresh.route(index, (route) => route.abort()));
  await expect.poll(() => page.locator(".search-said").innerText()).toBe(w.failed);
  await page.unroute(index);
  await page.keyboard.type("momentum");
  await options(page).first().waitFor();
  expect(await page.locator(".search-said").innerText()).not.toBe(w.failed);
});

test("without its script the page says so", async () => {
  const page = await site.open("adam/", {
    before: (fresh) => fresh.route("**/search-dialog-*.js", (route) => route.abort()),
  });
  await page.keyboard.press("/");
  const notice = page.locator(".notices p").filter({ hasText: words.shell.searchFailed });
  await notice.waitFor();
  expect(await notice.count()).toBe(1);
});

test("a teacher can take it away", async () => {
  const page = await site.open("adam/?hide=page.search");
  expect(await page.getByRole("button", { name: words.shell.search }).count()).toBe(0);
  await page.keyboard.press("/");
  expect(await page.locator("dialog.search").count()).toBe(0);
});

test.each([390, 1280])("axe finds nothing in it at %i px", async (width) => {
  const page = await site.open("review/", { viewport: { width, height: 800 } });
  await page.keyboard.press("/");
  await page.keyboard.type("beta");
  await options(page).first().waitFor();
  expect(await violations(page)).toEqual([]);
  const box = await page.locator("dialog.search").boundingBox();
  expect(box?.x).toBeGreaterThanOrEqual(0);
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width);
});
