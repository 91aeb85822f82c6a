import type { Page } from "playwright-core";
import { answerTo } from "../../../web/ask/ask.js";
import { askFrom } from "../../../web/ask/ask-attributes.js";
import { numberText } from "../../../web/words/number-text.js";
import { engine } from "./own-engine.js";

/** Numbers in the text of a page that are not the engine's, or were not computed by the page. */
export async function otherNumbers(page: Page): Promise<string[]> {
  const values = await page.locator("fl-value").evaluateAll((all) =>
    all.map((one) => ({
      text: one.textContent,
      computed: (one as HTMLElement).dataset.computed,
      attributes: Object.fromEntries([...one.attributes].map(({ name, value }) => [name, value])),
    })),
  );
  const others: string[] = [];
  for (const { text, computed, attributes } of values) {
    const get = (name: string) => attributes[name];
    const value = await answerTo(askFrom(get), engine);
    const own = numberText(value, Number(get("digits") ?? 3));
    if (text !== own || computed !== "true") {
      others.push(`${JSON.stringify(attributes)}: ${text}, not ${own}; computed: ${computed}`);
    }
  }
  return others;
}
