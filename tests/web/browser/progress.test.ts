import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { words } from "../../../web/words/en.js";
import { fixturePage, fixturePath } from "./fixture.js";
import { useSite } from "./harness.js";
import { measure } from "./own-engine.js";
import { recordOf, savedAs, savedText } from "./saved-progress.js";

const site = useSite();
beforeAll(async () => void site.extra.set(fixturePath, await fixturePage()));

const notices = (page: Page) => page.locator(".notices p").allInnerTexts();
const key = "fall-line:progress";
const solve = async (page: Page) => {
  const text = await page.locator("#factor-text").textContent();
  const [, beta1 = 0, k = 0] = (/=([\d.]+),.* step (\d+)/.exec(text ?? "") ?? []).map(Number);
  const spec = { problem: "constant_gradient", method: { name: "adam", settings: { beta1 } } };
  const answer = measure({ spec, steps: k, quantity: "correction1" });
  await page.locator("#factor-number").fill(String(answer));
  await page.locator("#factor-number").press("Enter");
  await page.waitForSelector("#question-factor .feedback.right");
};

test("progress stays in the browser from one visit to the next", async () => {
  const page = await site.open(fixturePath);
  await solve(page);
  const count = page.locator("fl-progress").getByRole("img", { name: words.shell.solvedShort(1) });
  expect(await count.innerText()).toBe("✓ 1");
  await page.reload();
  await page.waitForSelector("html[data-ready]", { state: "attached" });
  expect(await count.innerText()).toBe("✓ 1");
  expect(await page.locator("#question-factor .tick").count()).toBe(1);
  expect(await page.locator(".quiz-progress").innerText()).toBe(words.quiz.solved(1, 3));
  await page.goto(site.base);
  await page.waitForSelector("html[data-ready]", { state: "attached" });
  expect(await notices(page)).toEqual([]);
});

test.each([
  ["no JSON", "{{{"],
  ["another program's", '["a","b"]'],
  ["of an old version", '{"version":0,"lessons":{"fixture":{"factor":true}}}'],
  ["of a later version", '{"version":3,"done":[]}'],
  ["damaged inside", '{"version":1,"lessons":{"fixture":{"factor":"yes"}}}'],
  ["null", "null"],
])("a record that is %s is set aside with a word about it", async (_what, record) => {
  const page = await site.open(fixturePath, {
    before: (fresh) =>
      fresh.addInitScript(
        ([name, text]) => {
          if (!localStorage.getItem(`${name}:unreadable`))
            localStorage.setItem(name as string, text as string);
        },
        [key, record],
      ),
  });
  expect(await notices(page)).toEqual([expect.stringContaining(words.notices.progressUnreadable)]);
  expect(await page.evaluate((name) => localStorage.getItem(`${name}:unreadable`), key)).toBe(
    record,
  );
  await solve(page);
  expect(await page.locator("fl-progress").innerText()).toBe("✓ 1");
});

test("a record of the first version is kept, and written anew with the next answer", async () => {
  const old = { version: 1, lessons: { fixture: { one: true, several: false } } };
  const page = await site.open(fixturePath, savedAs(site, JSON.stringify(old)));
  expect(await notices(page)).toEqual([]);
  expect(await page.locator("fl-progress").innerText()).toBe("✓ 1");
  await solve(page);
  const { version, lessons } = await recordOf(page);
  expect(version).toBe(2);
  expect(lessons.fixture).toMatchObject({
    one: { solved: true, tries: 1 },
    several: { solved: false, tries: 1 },
    factor: { solved: true, tries: 1, last: { right: true } },
  });
});

/** A second tab of the same browser. */
async function secondTab(page: Page, path: string): Promise<Page> {
  const other = await page.context().newPage();
  await other.goto(site.base + path);
  await other.waitForSelector("html[data-ready]", { state: "attached" });
  return other;
}

test("two tabs do not lose each other’s answers, and show them", async () => {
  const page = await site.open(fixturePath);
  const other = await secondTab(page, fixturePath);
  await solve(page);
  await other.waitForSelector("#question-factor .tick");
  await other.locator("#question-one").getByLabel("One", { exact: true }).check();
  await other.locator("#question-one [type=submit]").click();
  await page.waitForSelector("#question-one .tick");
  expect(await page.locator("fl-progress").innerText()).toBe("✓ 2");
  expect(await page.locator(".quiz-progress").innerText()).toBe(words.quiz.solved(2, 3));
  expect(Object.keys((await recordOf(page)).lessons.fixture ?? {}).sort()).toEqual([
    "factor",
    "one",
  ]);
});

test("an answer is added to what is saved, even where no word of it has arrived", async () => {
  const page = await site.open(fixturePath, {
    // as if the other tab's news were still on their way
    before: (fresh) =>
      fresh.addInitScript(() =>
        addEventListener("storage", (event) => event.stopImmediatePropagation(), true),
      ),
  });
  const other = await secondTab(page, fixturePath);
  await solve(other);
  expect(await page.locator("fl-progress").innerText()).toBe("");
  await page.locator("#question-one").getByLabel("One", { exact: true }).check();
  await page.locator("#question-one [type=submit]").click();
  await page.waitForSelector("#question-one .tick");
  expect(Object.keys((await recordOf(page)).lessons.fixture ?? {}).sort()).toEqual([
    "factor",
    "one",
  ]);
});

test("a tab of a newer version of the site is left its record", async () => {
  const page = await site.open(fixturePath);
  await solve(page);
  const other = await page.context().newPage();
  await other.goto(`${site.base}icon.svg`);
  const newer = '{"version":3,"done":["factor"]}';
  await other.evaluate(
    ([name, text]) => localStorage.setItem(name as string, text as string),
    [key, newer],
  );
  await expect
    .poll(() => notices(page))
    .toEqual([expect.stringContaining(words.notices.progressOfOtherTab)]);
  await page.locator("#question-one").getByLabel("One", { exact: true }).check();
  await page.locator("#question-one [type=submit]").click();
  await page.waitForSelector("#question-one .tick");
  expect(await page.locator("fl-progress").innerText(), "here it counts on").toBe("✓ 2");
  expect(await savedText(page)).toBe(newer);
});

test.each(["blocked", "full"])("where storage is %s the page says so and works", async (kind) => {
  const page = await site.open(fixturePath, {
    before: (fresh) =>
      fresh.addInitScript((how) => {
        const refuse = () => {
          throw new DOMException("refused by the test", "QuotaExceededError");
        };
        if (how === "full") Storage.prototype.setItem = refuse;
        else Object.defineProperty(globalThis, "localStorage", { get: refuse });
      }, kind),
  });
  expect(await notices(page)).toEqual([]);
  await solve(page);
  expect(await notices(page)).toEqual([expect.stringContaining(words.notices.progressNotSaved)]);
  await page.locator(".notices button").click();
  await page.locator("#question-one").getByLabel("One", { exact: true }).check();
  await page.locator("#question-one [type=submit]").click();
  await page.waitForSelector("#question-one .tick");
  expect(await page.locator("fl-progress").innerText(), "as long as the page is open").toBe("✓ 2");
  expect(await notices(page), "said once").toEqual([]);
  await page.locator("fl-theme button").click();
  expect(await page.locator("html").getAttribute("data-theme")).toBe("light");
});
