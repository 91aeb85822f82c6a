import type { CheerioAPI } from "cheerio";
import { parseRuns } from "../scene/run-text.js";
import { figcaption } from "./figcaption.js";

/** Gives charts of tables the room they will take, so that the page does not jump. */
export function expandTables($: CheerioAPI, texts: Record<string, string>): void {
  for (const element of $("fl-table-chart, fl-fit-chart").toArray()) {
    const { y = "", entries = "", schedules = "" } = element.attribs;
    const lines =
      element.name === "fl-table-chart"
        ? Math.max(
            y.split(/\s+/).length,
            entries.split(/\s+/).filter(Boolean).length,
            parseRuns(schedules).length,
          )
        : 3;
    const key = '<p class="chart-place">&nbsp;</p>'.concat(
      `<ul class="curve-key">${"<li>&nbsp;</li>".repeat(lines)}</ul>`,
    );
    $(element).html(
      `<figure class="before-script"><div class="${element.name === "fl-fit-chart" ? "fit-space" : "chart-only-space"}"></div>${key}${figcaption(element.attribs, texts, true)}</figure>`,
    );
  }
}
