import type { CheerioAPI } from "cheerio";
import type { Catalog } from "../../wasm/engine/engine.js";
import { parseRuns } from "../scene/run-text.js";
import { scheduleWords as words } from "../words/schedule.js";
import { escapedHtml } from "./escaped-html.js";
import { figcaption } from "./figcaption.js";
import { controlSpace, runSpaces } from "./figure-space.js";

/**
 * Writes into every fl-schedule its runs by name, and the room its parts will take, so that the
 * page does not jump when they are drawn. The schedules to begin with stay for its script.
 */
export function expandSchedules(
  $: CheerioAPI,
  catalog: Catalog,
  texts: Record<string, string>,
): void {
  for (const element of $("fl-schedule").toArray()) {
    const spaces = runSpaces(element.attribs, catalog, texts);
    const names = spaces
      .filter(({ isRun }) => isRun)
      .map(({ label }) => `<li><strong>${label}</strong><span class="verdict"></span></li>`);
    const own = parseRuns(element.attribs.runs ?? "").find(
      ({ schedule }) => schedule?.name === "pieces",
    );
    const pieces = String(own?.schedule?.settings?.pieces ?? "").split(",").length;
    const row = '<p class="piece-space"></p>';
    const groups = spaces.filter(({ controls }) => controls > 0);
    const presets = $(element).children(".presets");
    $(element).html(
      `${$.html(presets)}<figure class="schedule before-script"><p class="chart-title">${escapedHtml(words.rate)}</p><div class="rate-space"></div>` +
        `<p class="schedule-hint">${escapedHtml(words.hint)}</p><ul class="runs">${names.join("")}</ul><div class="chart-space"></div>` +
        `<div class="transport-space"></div><div class="piece-list">${row.repeat(pieces + 4)}</div>` +
        `<div class="controls"><div class="in-sight">${groups.map(({ label, controls }) => controlSpace(label, controls)).join("")}</div><div class="drawer-space"></div></div>` +
        `${figcaption(element.attribs, texts)}</figure>`,
    );
  }
}
