import type { CheerioAPI } from "cheerio";
import type { Catalog } from "../../wasm/engine/engine.js";
import { circleWords as words } from "../words/circle.js";
import { escapedHtml } from "./escaped-html.js";
import { figcaption } from "./figcaption.js";

/** Writes into every fl-circle the room its parts will take, so that the page does not jump. */
export function expandCircles(
  $: CheerioAPI,
  catalog: Catalog,
  texts: Record<string, string>,
): void {
  for (const element of $("fl-circle").toArray()) {
    const problem = catalog.problems.find(({ name }) => name === element.attribs.problem);
    const plot = `<div class="plot-space">${escapedHtml(words.plot(problem?.title ?? ""))}</div>`;
    $(element).html(
      `<figure class="circle before-script"><div class="circle-plots">${plot}<div class="circle-side-space"></div></div>` +
        `${figcaption(element.attribs, texts, true)}</figure>`,
    );
  }
}
