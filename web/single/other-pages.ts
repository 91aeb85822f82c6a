import type { CheerioAPI } from "cheerio";
import { singleWords } from "../words/single.js";

/** Whether a link leads out of the page, into another page of the site. */
function leadsToOtherPage(address: string): boolean {
  return !/^([a-z][a-z+.-]*:|#)/i.test(address);
}

/**
 * Other pages of the site are not in the file. Links to them lead to `site`, the address of the
 * course, where one is given; else they become the text they have.
 */
export function detachFromSite($: CheerioAPI, slug: string, site: string | undefined): void {
  for (const link of $("a[href]").toArray()) {
    const address = $(link).attr("href") ?? "";
    if (!leadsToOtherPage(address)) continue;
    if (site !== undefined) $(link).attr("href", new URL(address, new URL(`${slug}/`, site)).href);
    else {
      const text = $("<span></span>").html($(link).html() ?? "");
      for (const name of ["class", "aria-current"]) text.attr(name, $(link).attr(name) ?? null);
      $(link).replaceWith(text.addClass("elsewhere"));
    }
  }
  $("fl-search").remove(); // it finds what is in the whole course
  $("fl-progress").removeAttr("data-review-page");
  $(".colophon").append(` ${singleWords.note(site)}`);
}
