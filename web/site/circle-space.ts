import type { CheerioAPI } from "cheerio";
import type { Catalog } from "../../wasm/engine/engine.js";
import { circleWords as words } from "../words/circle.js";
import { escapedHtml } from "./escaped-html.js";
import { figcaption } from "./figcaption.js";
import { controlSpace } from "./figure-space.js";

/** Writes into every fl-circle the room its parts will take, so that the page does not jump. */
export function expandCircles(
  $: CheerioAPI,
  catalog: Catalog,
  texts: Record<string, string>,
): void {
  for (const element of $("fl-circle").toArray()) {
    const problem = catalog.problems.find(({ name }) => name === element.attribs.problem);
    const plot = `<div class="plot-space">${escapedHtml(words.plot(problem?.title ?? ""))}</div>`;
    const row = (text: string) =>
      `<tr><th scope="row">${escapedHtml(text)}</th><td>&nbsp;</td><td>&nbsp;</td></tr>`;
    const column = (text: string) =>
      `<th scope="col"><span class="swatch-space"></span> ${escapedHtml(text)}</th>`;
    const keys = [words.keyBest, words.keyLowest, words.keyPlane].map(
      (text) => `<li><span class="swatch-space"></span><strong>${escapedHtml(text)}</strong></li>`,
    );
    const rows = [words.here, words.own(words.degrees("000")), words.best, words.lowest].map(row);
    const analysis = catalog.analyses.find(({ name }) => name === "small_circle");
    const side =
      `<table class="circle-numbers"><thead><tr><td></td>${column(words.plane)}${column(words.value)}</tr></thead><tbody>${rows.join("")}</tbody></table>` +
      `<p class="circle-rate">&nbsp;</p><p class="circle-outcome"></p><ul class="circle-key">${keys.join("")}</ul>` +
      `<div class="controls"><div class="in-sight">${controlSpace(escapedHtml(analysis?.title ?? ""), 1)}</div><div class="drawer-space"></div></div>` +
      `<p class="circle-hint">${escapedHtml(words.hint)}</p>`;
    $(element).html(
      `<figure class="circle before-script"><div class="circle-plots">${plot}<div class="circle-side">${side}</div></div>` +
        `${figcaption(element.attribs, texts, true)}</figure>`,
    );
  }
}
