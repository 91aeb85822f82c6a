import type { Page } from "playwright-core";

/** Elements in whose place something stands before there is a script. */
const figures =
  "fl-code, fl-descent, fl-derivation, fl-slip, fl-quiz, fl-scores, fl-score-line, fl-loss-curve, fl-plane, fl-circle, fl-damping-pad, fl-taylor, fl-step-cost, fl-penalties, fl-race, fl-schedule, fl-starts, fl-gradient-samples, fl-seed-band, fl-table-chart, fl-fit-chart";

/** What a page without scripts has to read, of what is there with them. */
export interface Readable {
  text: string;
  /** Figures and lists of questions. */
  places: number;
  /** Lists that cannot be seen, or are empty. */
  emptyLists: number;
}

const textOf = async (page: Page) =>
  (await page.locator("main > :is(h1, h2, h3, p, ul)").allInnerTexts()).join("\n");

export async function readableWithScript(page: Page): Promise<Readable> {
  const places = await page.locator(`:is(main, .hero) > :is(${figures})`).count();
  return { text: await textOf(page), places, emptyLists: 0 };
}

export async function readableWithoutScript(page: Page): Promise<Readable> {
  const places = await page.locator(".before-script").count();
  const emptyLists = await page
    .locator("ol.before-script")
    .evaluateAll(
      (all) => all.filter((one) => !(one.checkVisibility() && one.querySelector("li"))).length,
    );
  return { text: await textOf(page), places, emptyLists };
}
