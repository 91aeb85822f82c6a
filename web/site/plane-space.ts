import type { CheerioAPI } from "cheerio";
import type { Catalog } from "../../wasm/engine/engine.js";
import { parseModels } from "../scene/plane-models.js";
import { planeWords as words } from "../words/plane.js";
import { escapedHtml } from "./escaped-html.js";

/** Room for a part of the figure, unless `without` names it. */
function room(without: string, part: string, html: string): string {
  return without.split(/\s+/).includes(part) ? "" : html;
}

/**
 * Writes into every fl-plane its models by name, and the room its parts will take, so that the
 * page does not jump when they are drawn.
 */
export function expandPlanes($: CheerioAPI, catalog: Catalog): void {
  for (const element of $("fl-plane").toArray()) {
    const { models = "", without = "" } = element.attribs;
    const labels = parseModels(models).map(
      ({ model, label }) =>
        label ?? catalog.problems.find(({ name }) => name === model)?.title ?? model,
    );
    const cards = labels.map(
      (label) =>
        `<section class="plane-model"><div class="model-head"><strong>${escapedHtml(label)}</strong></div>` +
        `<div class="plot-space">${escapedHtml(words.plot(label))}</div><div class="figure-bar"><p class="plane-key">&nbsp;</p></div><p class="model-state"></p></section>`,
    );
    const drawer = '<div class="drawer-space"></div>';
    $(element).html(
      `<div class="plane before-script">${room(without, "tools", '<div class="tools-space"></div>')}` +
        `<div class="plane-models" data-count="${Math.min(2, labels.length)}">${cards.join("")}</div>` +
        `<p class="plane-hint"></p><div class="transport-space"></div>` +
        room(
          without,
          "charts",
          '<div class="plane-charts"><div class="chart-space"></div><div class="chart-space"></div></div>',
        ) +
        `<div class="controls-space"></div>${room(without, "data", drawer)}` +
        room(without, "weights", `<div class="weights-space"></div>`) +
        `${room(without, "examples", drawer)}</div>`,
    );
  }
}
