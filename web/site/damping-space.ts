import type { CheerioAPI } from "cheerio";
import type { Catalog } from "../../wasm/engine/engine.js";
import { dampingWords as words } from "../words/damping.js";
import { words as common } from "../words/en.js";
import { escapedHtml } from "./escaped-html.js";
import { figcaption } from "./figcaption.js";

/**
 * Writes into every fl-damping-pad what it is, and the room its parts will take, so that the page
 * does not jump when they are drawn.
 */
export function expandDampingPads(
  $: CheerioAPI,
  catalog: Catalog,
  texts: Record<string, string>,
): void {
  for (const element of $("fl-damping-pad").toArray()) {
    const { problem: name, show = "" } = element.attribs;
    const problem = catalog.problems.find((one) => one.name === name);
    const shown = show.split(/\s+/);
    const known = problem?.parameters ?? [];
    const sliders = 2 + known.filter((one) => shown.includes(`problem.${one.name}`)).length;
    const plot = common.descent.plot(problem?.title ?? "");
    $(element).html(
      `<figure class="damping before-script"><div class="damping-plots">` +
        `<div class="damping-pad"><div class="damping-square">${escapedHtml(words.plane)}</div><div class="damping-key-space"></div></div>` +
        `<div class="damping-run"><div class="plot-space">${escapedHtml(plot)}</div><div class="damping-rates-space"></div><div class="damping-table-space"></div></div>` +
        `<div class="damping-modes"><div class="damping-chart-space"></div></div></div>` +
        `<div class="transport-space"></div>` +
        `<div class="controls"><div class="in-sight"><div class="control-group">${'<div class="slider-space"></div>'.repeat(sliders)}<div class="damping-best"></div></div></div></div>` +
        `${figcaption(element.attribs, texts, true)}</figure>`,
    );
  }
}
