import type { Locator, Page } from "playwright-core";
import type { Access } from "../../../web/state/access-rules.js";
import { words } from "../../../web/words/en.js";
import { teaching } from "../../../web/words/en-teaching.js";
import { pagePaths, readPage } from "./harness.js";

/** The pages that can be prepared: the lessons and the home page. */
export function preparedPaths(): string[] {
  return pagePaths().filter((path) => readPage(path).includes("<fl-teacher>"));
}

/** Opens the panel for teachers, and every figure in it. */
export async function openPanel(page: Page): Promise<Locator> {
  await page.getByRole("button", { name: words.teacher.open }).click();
  const panel = page.getByRole("dialog", { name: teaching.panel.title });
  await panel.waitFor();
  await panel.locator("details").evaluateAll((all) => {
    for (const one of all) one.setAttribute("open", "");
  });
  return panel;
}

/** The choices of one control, by its key or by a pattern. */
export function choiceOf(panel: Locator, pattern: string, access: Access): Locator {
  return panel.locator(`input[name$="-${pattern}"][value=${access}]`);
}

/** What stands in the elements of a page that are drawn at once: texts, values, what is chosen. */
export function contents(page: Page): Promise<string[][]> {
  return page
    .locator("main > :not(details, fl-code)")
    .evaluateAll((all) =>
      all.map((one) => [
        one.localName,
        one.textContent?.replace(/\s+/g, " ").trim() ?? "",
        ...[...one.querySelectorAll("input")].map(({ value, checked }) => `${value} ${checked}`),
        ...[...one.querySelectorAll("[role=slider]")].map(
          (slider) => slider.getAttribute("aria-valuetext") ?? "",
        ),
      ]),
    );
}

/** What the page says of itself. */
export function noticesOf(page: Page): Promise<string[]> {
  return page.locator(".notices p").allInnerTexts();
}
