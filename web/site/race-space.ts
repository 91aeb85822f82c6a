import type { CheerioAPI } from "cheerio";
import type { Catalog } from "../../wasm/engine/engine.js";
import { parseRuns } from "../scene/run-text.js";
import { words as pageWords } from "../words/en.js";
import { raceWords as words } from "../words/race.js";
import { escapedHtml } from "./escaped-html.js";
import { figcaption } from "./figcaption.js";
import { controlSpace } from "./figure-space.js";

function entrantRows(entrants: string, catalog: Catalog): string {
  const rows = parseRuns(entrants).map(({ method, settings, label }) => {
    const title = label ?? catalog.methods.find(({ name }) => name === method)?.title ?? method;
    const rate = settings.learning_rate;
    const cell =
      rate === undefined ? "" : `<span class="number-space">${escapedHtml(String(rate))}</span>`;
    return `<tr><th scope="row"><span class="entrant-name"><svg class="swatch" width="34" height="14"></svg><strong>${escapedHtml(title)}</strong></span></th><td class="rate">${cell}</td><td></td><td class="arrival"></td><td class="remove"><span class="remove-space"></span></td></tr>`;
  });
  const heads = [words.method, words.rate, words.loss, words.arrival, ""];
  return `<table class="entrants"><thead><tr>${heads.map((head) => `<th scope="col">${head}</th>`).join("")}</tr></thead><tbody>${rows.join("")}</tbody></table>`;
}

/** Writes into races what they will look like without their numbers, and the room they will take. */
export function expandRaces($: CheerioAPI, catalog: Catalog, texts: Record<string, string>): void {
  for (const element of $("fl-race").toArray()) {
    const { problem = "", entrants = "" } = element.attribs;
    const title = catalog.problems.find(({ name }) => name === problem)?.title ?? problem;
    $(element).html(
      `<figure class="descent race before-script"><div class="plots"><div><div class="plot-space">${escapedHtml(pageWords.descent.plot(title))}</div><div class="figure-bar"><p class="button-space"></p></div></div>` +
        `<div class="side">${entrantRows(entrants, catalog)}<div class="entrant-tools"></div><div class="chart-space"></div></div></div>` +
        `<div class="transport-space"></div><div class="controls"><div class="in-sight">${controlSpace(words.rules, 3)}</div><div class="drawer-space"></div></div>` +
        `<p class="race-note">${words.aboutCost.steps}</p>${figcaption(element.attribs, texts)}</figure>`,
    );
  }
  for (const element of $("fl-starts").toArray()) {
    $(element).html(
      `<figure class="race-starts before-script"><div class="starts-columns"><div class="plot-space">${words.starts}</div><div class="side"><div class="standings-space"></div></div></div>${figcaption(element.attribs, texts, true)}</figure>`,
    );
  }
}
