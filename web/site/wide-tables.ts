import type { CheerioAPI } from "cheerio";

/** Lets tables marked as wider than a phone scroll sideways, by keyboard too, without the page. */
export function wrapWideTables($: CheerioAPI): void {
  for (const table of $("table[data-wide]").toArray()) {
    const caption = $(table).find("caption").text();
    $(table).wrap('<div class="table-scroll-x" tabindex="0" role="group"></div>');
    $(table).parent().attr("aria-label", caption);
  }
}
