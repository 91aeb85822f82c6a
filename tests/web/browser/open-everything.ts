import type { Page } from "playwright-core";
import { words } from "../../../web/words/en.js";

/** Makes every prediction: the first choice, or the number the slider has. */
async function predict(page: Page): Promise<void> {
  for (const prediction of await page.locator("fl-predict").all()) {
    const radio = prediction.locator("input[type=radio]").first();
    if ((await radio.count()) > 0) await radio.check();
    await prediction.locator("[type=submit]").click();
  }
}

/** Has every derivation show all its lines, and asks for the left side of each. */
async function derive(page: Page): Promise<void> {
  for (const derivation of await page.locator("fl-derivation").all()) {
    await derivation.getByLabel(words.derivation.mode.all).check();
    const showAll = derivation.getByRole("button", { name: words.derivation.showAll });
    if ((await showAll.count()) > 0) await showAll.click();
    const fill = derivation.locator("form.fill").first();
    await fill.getByRole("button", { name: words.derivation.hint }).click();
    await fill.locator("input").fill("12345");
    await fill.locator("[type=submit]").click();
  }
}

/** Answers every question wrongly (or at least not knowing), with all hints. */
async function answer(page: Page): Promise<void> {
  for (const question of await page.locator(".question form").all()) {
    const hint = question.getByRole("button", { name: words.quiz.hint });
    while ((await hint.count()) > 0) await hint.click();
    const number = question.locator("input.number");
    if ((await number.count()) > 0) await number.fill("12345");
    else await question.locator(".choice input").last().check();
    await question.locator("[type=submit]").click();
  }
}

/** Shows every surface a figure offers. */
async function showSurfaces(page: Page): Promise<void> {
  const buttons = page.getByRole("button", { name: words.surface.show });
  for (let shown = 0; (await buttons.count()) > 0; shown += 1) {
    await buttons.first().click();
    await page.locator("fl-surface").nth(shown).scrollIntoViewIfNeeded();
    await page.locator(".surface-frame .axis").nth(shown).waitFor({ state: "attached" });
  }
}

const fetchedLater =
  "fl-gradient-samples, fl-race, fl-seed-band, fl-slip[matrix], fl-starts, fl-step-cost, fl-taylor";

/** Has every code view fetch its code, and figures theirs, as they do when they come into sight. */
export async function loadCode(page: Page): Promise<void> {
  for (const figure of await page.locator(fetchedLater).all()) {
    await figure.evaluate((one) => one.scrollIntoView());
    await figure.locator(":is(canvas, svg.chart)").first().waitFor();
  }
  await page.locator('[aria-busy="true"]').first().waitFor({ state: "detached" });
  for (const code of await page.locator("fl-code").all()) {
    await code.evaluate((one) => one.scrollIntoView());
    await code.getByRole("tablist").waitFor();
  }
  await page.evaluate(() => scrollTo(0, 0));
}

/** Brings up everything a page can show: feedback, explanations, surfaces, drawers, tables. */
export async function openEverything(page: Page): Promise<void> {
  await predict(page);
  await derive(page);
  for (const slip of await page.locator("fl-slip").all()) {
    await slip.getByRole("button", { name: words.slip.tell }).click();
  }
  await answer(page);
  await loadCode(page);
  for (const code of await page.locator("fl-code").all()) {
    await code.getByRole("tab", { name: words.code.language.torch }).click();
  }
  // from the last to the first: the course map, once open, lies over what is below it
  for (const drawer of (await page.locator("details").all()).reverse()) {
    if ((await drawer.getAttribute("open")) === null) await drawer.locator("> summary").click();
  }
  // last of all: without a graphics card a page with a surface is drawn more slowly
  await showSurfaces(page);
}
