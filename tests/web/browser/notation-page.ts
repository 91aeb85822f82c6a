import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { words } from "../../../web/words/en.js";
import { dist } from "./harness.js";

const assets = join(dist, "assets");

/** Name of a file of build/notation/ in the built site. */
export function notationFile(name: string): string {
  const file = readdirSync(assets).find((one) => new RegExp(`^${name}-[\\w-]+\\.json$`).test(one));
  if (!file) throw new Error(`the site was built without ${name}.json`);
  return file;
}

/** A table of the built site, by macro and index. */
export function builtTable(name: string): Record<string, Record<string, string>> {
  return JSON.parse(readFileSync(join(assets, notationFile(name)), "utf8")).symbols;
}

/** Opens the panel of the switch, and waits until what it says is there. */
export async function openPanel(page: Page): Promise<void> {
  await page.locator("fl-notation > button").click();
  await page.locator(".notation-panel section").first().waitFor();
}

/** Chooses a notation in the open panel, and waits until the page is written so. */
export async function choose(page: Page, name: keyof typeof words.notation.names): Promise<void> {
  await page.locator(`.notation-panel input[value=${name}]`).check();
  const label = words.notation.chosen(words.notation.names[name].short);
  await page.locator(`fl-notation > button[aria-label="${label}"]`).waitFor();
}

/** A symbol of a formula of the page, with where it stands and what it looks like. */
export interface Shown {
  symbol: string;
  at: string;
  method: string;
  /** Content of its element. */
  inner: string;
  /** Whether brackets were put around it. */
  bracketed: boolean;
}

/** Every symbol of the formulas in a part of the page, numbers in a symbol's place apart. */
export function shownSymbols(page: Page, part = "main math"): Promise<Shown[]> {
  return page.locator(`${part} [data-symbol]`).evaluateAll((all) =>
    all
      .filter((one) => !one.hasAttribute("data-number") && !one.closest("[data-as-is]"))
      .map((one) => {
        const bracketed =
          one.firstElementChild?.textContent === "(" &&
          one.lastElementChild?.textContent === ")" &&
          one.childElementCount === 3;
        const letter = bracketed ? (one.children[1] as Element) : one;
        return {
          symbol: one.getAttribute("data-symbol") ?? "",
          at: one.getAttribute("data-at") ?? "",
          method: one.closest("[data-method]")?.getAttribute("data-method") ?? "",
          inner: letter.innerHTML,
          bracketed,
        };
      }),
  );
}

/** What reads the same in every notation: numbers, and words of elements. */
export function numbersOf(page: Page): Promise<string[]> {
  return page
    .locator("main fl-value, main .numbers [data-number], main .readout b, main input.number")
    .evaluateAll((all) =>
      all.map((one) => (one instanceof HTMLInputElement ? one.value : (one.textContent ?? ""))),
    );
}
