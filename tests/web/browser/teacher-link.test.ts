import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { words } from "../../../web/words/en.js";
import { teaching } from "../../../web/words/en-teaching.js";
import { fixturePage, fixturePath } from "./fixture.js";
import { useSite } from "./harness.js";
import { seeEverything } from "./open-everything.js";
import { sceneOf } from "./scene-in-page.js";
import { contents, noticesOf, openPanel, preparedPaths } from "./teacher.js";

const site = useSite();
beforeAll(async () => void site.extra.set(fixturePath, await fixturePage()));

const clipboard = { permissions: ["clipboard-read", "clipboard-write"] };

/** What the button of the panel puts into the clipboard. */
async function copiedLink(page: Page): Promise<string> {
  const panel = await openPanel(page);
  await panel.getByRole("button", { name: teaching.panel.copy }).click();
  await panel.getByText(teaching.panel.copied).waitFor();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  await page.keyboard.press("Escape");
  await panel.waitFor({ state: "detached" });
  return link.replace(site.base, "");
}

/** Answers of readers are not in a link: predictions are skipped. */
async function skipPredictions(page: Page): Promise<void> {
  const skip = page.getByRole("button", { name: words.predict.skip });
  while ((await skip.count()) > 0) await skip.first().click();
}

/** Moves every slider, and chooses the last of all choices that are no answers. */
async function changeEverything(page: Page): Promise<void> {
  for (const start of await page.locator(":is(.start, .knob)").all()) {
    await start.press("ArrowRight");
  }
  await page.locator("main").evaluate((main) => {
    for (const range of main.querySelectorAll<HTMLInputElement>("input[type=range]")) {
      range.value = String(Number(range.value) + (Number(range.max) - Number(range.min)) / 20);
      range.dispatchEvent(new Event("input", { bubbles: true }));
    }
    const names = new Set(
      [...main.querySelectorAll<HTMLInputElement>(":not(.choice) > label > input[type=radio]")].map(
        ({ name }) => name,
      ),
    );
    for (const name of names) {
      // what a step takes is measured anew at every visit
      const last = [...main.querySelectorAll<HTMLInputElement>(`input[name="${name}"]`)].findLast(
        ({ value }) => value !== "time",
      );
      // the last mode of a derivation would have it ask for every line; what points are changed
      // with is a tool, and no setting
      if (!last?.closest(".modes, .point-tools")) last?.click();
    }
  });
  // some settings do not go together: where the engine refuses them, the choices are taken back
  await settled(page);
  for (const refusing of await page.locator("main > fl-controls:has(.refused)").all()) {
    await refusing.evaluate((controls) => {
      for (const first of controls.querySelectorAll<HTMLInputElement>("label:first-child > input"))
        first.click();
    });
  }
  for (const refusing of await page.locator("figure:has(.refused)").all()) {
    await refusing.getByRole("button", { name: words.transport.reset }).click();
  }
  await settled(page);
  expect(await page.locator(".refused").allTextContents()).toEqual([]);
  for (const code of await page.locator("fl-code").all()) {
    await code.scrollIntoViewIfNeeded();
    await code.getByRole("tab").nth(1).click();
  }
  for (const derivation of await page.locator("fl-derivation").all()) {
    const next = derivation.locator(".buttons .primary");
    if ((await next.count()) > 0) await next.click();
  }
  for (const another of await page.getByRole("button", { name: words.quiz.another }).all()) {
    await another.click();
  }
}

/** The programs of the page, which are fetched when they come into sight. */
async function codeOf(page: Page): Promise<(string | null)[]> {
  const texts: (string | null)[] = [];
  for (const code of await page.locator("fl-code").all()) {
    await code.scrollIntoViewIfNeeded();
    await code.locator("pre").first().waitFor();
    texts.push(await code.textContent());
  }
  return texts;
}

/** Resolves when everything has been computed that was asked for. */
async function settled(page: Page): Promise<void> {
  let before = "";
  const unchanged = async () => {
    const now = JSON.stringify(await contents(page));
    const same = now === before;
    before = now;
    return same;
  };
  await expect.poll(unchanged, { timeout: 15_000, interval: 250 }).toBe(true);
}

test.each([...preparedPaths(), fixturePath])(
  "whoever opens a copied link of /%s finds the same numbers everywhere",
  async (path) => {
    const page = await site.open(path, clipboard);
    await seeEverything(page);
    await skipPredictions(page);
    const untouched = await contents(page);
    await changeEverything(page);
    await settled(page);
    const link = await copiedLink(page);
    const mine = await contents(page);
    expect(mine).not.toEqual(untouched);

    const elsewhere = await site.open(link, { colorScheme: "dark" });
    await seeEverything(elsewhere);
    expect(await noticesOf(elsewhere)).toEqual([]);
    await skipPredictions(elsewhere);
    await settled(elsewhere);
    expect((await contents(elsewhere)).map(([name]) => name)).toEqual(mine.map(([name]) => name));
    for (const [i, part] of (await contents(elsewhere)).entries()) {
      if (part[0] !== "fl-quiz") expect(part, link).toEqual(mine[i]);
    }
    expect(await codeOf(elsewhere)).toEqual(await codeOf(page));
    const texts = (one: Page) => one.locator(":is(.question-text, .choices)").allTextContents();
    expect(await texts(elsewhere)).toEqual(await texts(page));
  },
);

test("a setting that the engine refuses stays out of the address; the last good one is in it", async () => {
  const page = await site.open(fixturePath);
  const race = page.locator("fl-descent");
  const field = race.locator(".in-sight input.number").nth(1);
  const type = async (text: string) => {
    await field.fill(text);
    await field.press("Enter");
  };
  const refused = race.locator(".refused");
  await type("0.015");
  await page.waitForFunction(() => location.search === "?race.momentum.learning_rate=0.015");
  for (const text of ["-1", "fast", "1e999"]) {
    await type(text);
    await expect.poll(() => refused.innerText()).toContain(text);
  }
  await race.locator(".scrub input").press("ArrowLeft");
  await page.waitForFunction(() => location.search.includes("race.step=39"));
  expect(page.url()).toContain("race.momentum.learning_rate=0.015&");
  await page.reload();
  await page.waitForSelector("html[data-ready]", { state: "attached" });
  expect(await field.inputValue()).toBe("0.015");
  expect(await noticesOf(page)).toEqual([]);
  expect(await refused.count()).toBe(0);
});

test("a setting put back to what it was leaves the address, declared or not", async () => {
  const page = await site.open(fixturePath);
  const race = page.locator("fl-descent");
  await race.locator(".drawer > summary").click();
  const set = async (field: ReturnType<typeof race.locator>, text: string) => {
    await field.fill(text);
    await field.press("Enter");
  };
  const declared = race.locator(".in-sight input.number").nth(3);
  const byDefault = race.locator('input.number[id$="adam-beta1-number"]');
  await set(declared, "0.2");
  await set(byDefault, "0.8");
  await race.locator('.drawer input[value="no_power"]').check();
  for (const part of [
    "adam.learning_rate=0.2",
    "adam.beta1=0.8",
    "adam.bias_correction=no_power",
  ]) {
    await expect.poll(() => page.url()).toContain(`race.${part}`);
  }
  await set(declared, "0.3");
  await set(byDefault, "0.90");
  await race.locator('.drawer input[value="on"]').first().check();
  await expect.poll(() => page.url()).toBe(`${site.base}${fixturePath}`);
});

test("lines and coordinate of a derivation are in the address until they are as at first", async () => {
  const page = await site.open(fixturePath);
  const update = page.locator("#update");
  await update.locator(".buttons .primary").click();
  await update.locator(".buttons .primary").click();
  await update.getByRole("radio", { name: "y", exact: true }).check();
  await page.waitForFunction(() => location.search === "?update.lines=3&race.coordinate=y");
  const lines = await update.locator(".formula-lines").innerText();
  await page.reload();
  await page.waitForSelector("html[data-ready]", { state: "attached" });
  expect(await update.locator(".formula-lines").innerText()).toBe(lines);
  await update.getByRole("radio", { name: "x", exact: true }).check();
  await update.getByLabel(words.derivation.mode.last).check();
  await page.waitForFunction(() => location.search === "?update.mode=last");
  await update.getByLabel(words.derivation.mode.watch).check();
  await expect.poll(() => page.url()).toBe(`${site.base}${fixturePath}`);
  expect(await update.locator(".formula-lines > li").count()).toBe(1);
});

test("a link to lines that are yet to be filled in gives none of their numbers away", async () => {
  const page = await site.open(`${fixturePath}?update.mode=all&update.lines=6`);
  const numbers = page.locator("#update .numbers");
  expect(await numbers.count()).toBe(6);
  const symbols = ["mom", "sqmom", "momhat", "sqmomhat"];
  const shown = await numbers.evaluateAll(
    (all, names) =>
      all.flatMap((one) =>
        [...one.querySelectorAll("[data-symbol]")]
          .filter(
            (symbol) =>
              names.includes(symbol.getAttribute("data-symbol") ?? "") &&
              symbol.getAttribute("data-at") === "t",
          )
          .map((symbol) => symbol.textContent),
      ),
    symbols,
  );
  expect(shown.length).toBeGreaterThanOrEqual(8);
  expect(new Set(shown)).toEqual(new Set(["?"]));
});

test.each([
  ["update.lines", "0"],
  ["update.lines", "99"],
  ["update.lines", "two"],
  ["race.coordinate", "z"],
  ["race.coordinate", ""],
])("%s = “%s” is not possible, and is said to be", async (key, value) => {
  const page = await site.open(`${fixturePath}?${key}=${value}`);
  expect(await noticesOf(page)).toEqual([expect.stringContaining(`${key} = “${value}”`)]);
  expect(await page.locator("#update .formula-lines > li").count()).toBe(1);
  expect(await page.locator("#update").getByRole("radio", { name: "x" }).isChecked()).toBe(true);
});

test("a prediction is followed by the step of the link", async () => {
  const page = await site.open(`${fixturePath}?first.step=57`);
  await page.locator("#guess").getByRole("button", { name: words.predict.skip }).click();
  expect((await sceneOf(page.locator("#chart"))).step).toBe(57);
});
