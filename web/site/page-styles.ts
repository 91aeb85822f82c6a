import type { CheerioAPI } from "cheerio";

/** Style sheets that only some pages need, with what stands on those; page.css has the others. */
const wantedBy = {
  "of-places": ".hero, fl-course-plan, .terms, .symbols, .demo",
  "of-learning":
    "fl-scores, fl-score-line, fl-loss-curve, fl-table-chart, fl-fit-chart, fl-plane, fl-penalties, fl-gradient-samples, fl-seed-band",
  "of-methods": "fl-circle, fl-damping-pad, fl-schedule, fl-step-cost, fl-taylor, fl-slip[matrix]",
  race: "fl-race, fl-starts",
};

/**
 * Links the style sheets of what stands on the page; of everything on the page that shows any
 * figure by itself. What is for paper has the last word.
 */
export function linkStyles($: CheerioAPI, showsAny: boolean): void {
  const wanted = Object.entries(wantedBy)
    .filter(([, selector]) => showsAny || $(selector).length > 0)
    .map(([name]) => name);
  const links = ["page", ...wanted, "print"].map(
    (name) => `<link rel="stylesheet" href="/@web/styles/${name}.css">`,
  );
  $("head").append(links.join(""));
}
