import type { CheerioAPI } from "cheerio";
import { curvatureWords } from "../words/curvature.js";
import { escapedHtml } from "./escaped-html.js";
import { figcaption } from "./figcaption.js";

/**
 * Gives every fl-taylor and fl-step-cost the room their parts will take, so that the page does not
 * jump when they are drawn.
 */
export function expandCurvature($: CheerioAPI, texts: Record<string, string>): void {
  const { taylor, cost } = curvatureWords;
  const line = (name: string) => `<li><strong>${escapedHtml(name)}</strong></li>`;
  for (const element of $("fl-taylor").toArray()) {
    const [, order = "10"] = /\border=(\d+)/.exec(element.attribs.settings ?? "") ?? [];
    const shown = (element.attribs.show ?? "function center at").split(/\s+/).filter(Boolean);
    const controls = shown.length > 0 ? '<div class="taylor-controls-space"></div>' : "";
    const keys = Object.values(taylor.keys).map(line).join("");
    const rows = `<div class="taylor-terms-space" data-rows="${Number(order) + 1}">${"<p>&nbsp;</p>".repeat(Number(order) + 3)}</div>`;
    $(element).html(
      `<figure class="taylor before-script"><div class="taylor-space">${escapedHtml(taylor.title)}</div><ul class="curve-key taylor-key">${keys}</ul>` +
        `<div class="taylor-order-space"></div><p class="taylor-said">&nbsp;</p>${controls}${rows}` +
        `${figcaption(element.attribs, texts, true)}<p class="taylor-hint">${escapedHtml(taylor.hint)}</p></figure>`,
    );
  }
  for (const element of $("fl-step-cost").toArray()) {
    const keys = [...Object.values(cost.kinds).reverse(), cost.reference(3)].map(line).join("");
    $(element).html(
      `<figure class="step-cost before-script"><div class="cost-button-space">${escapedHtml(cost.idle)}</div><div class="taylor-space">${escapedHtml(cost.chart)}</div>` +
        `<ul class="curve-key cost-key">${keys}</ul><p class="cost-predicted"></p><p class="taylor-terms">${escapedHtml(cost.table)}</p>${figcaption(element.attribs, texts, true)}</figure>`,
    );
  }
}
