import type { CheerioAPI } from "cheerio";
import type { Catalog } from "../../wasm/engine/engine.js";
import { penaltyWords as words } from "../words/penalties.js";
import { escapedHtml } from "./escaped-html.js";
import { figcaption } from "./figcaption.js";

/**
 * Writes into every fl-penalties its penalties by name, and the room its parts will take, so that
 * the page does not jump when they are drawn.
 */
export function expandPenalties(
  $: CheerioAPI,
  catalog: Catalog,
  texts: Record<string, string>,
): void {
  const known = catalog.problems
    .find(({ name }) => name === "linear_regression")
    ?.options.find(({ name }) => name === "penalty")?.choices;
  for (const element of $("fl-penalties").toArray()) {
    const { penalties = "l2 l1 elastic_net", show = "data.correlation" } = element.attribs;
    const names = penalties.trim().split(/\s+/);
    const shown = show.split(/\s+/).filter((name) => /^(data|problem)\./.test(name));
    const groups = ["data.", "problem."].map((prefix) => {
      const count = shown.filter((name) => name.startsWith(prefix)).length;
      const label = '<span class="run-label">&nbsp;</span>';
      const sliders = '<div class="slider-space"></div>'.repeat(count);
      return count > 0 ? `<div class="control-group">${label}${sliders}</div>` : "";
    });
    const cards = names.map((name, i) => {
      const label = escapedHtml(known?.find((one) => one.name === name)?.label ?? name);
      return (
        `<section class="penalty-card${i === 0 ? " shown" : ""}"><p class="penalty-head"><strong>${label}</strong></p>` +
        `<div class="plot-space">${escapedHtml(words.plane(label))}</div><div class="penalty-numbers-space"></div></section>`
      );
    });
    const choice = names.length > 1 ? '<div class="penalty-choice choice-space"></div>' : "";
    $(element).html(
      `<figure class="penalties before-script">${choice}` +
        `<div class="penalty-cards" data-count="${names.length}">${cards.join("")}</div>` +
        `<div class="penalty-key-space"></div><p class="penalty-hint"></p><div class="slider-space"></div>` +
        `<div class="controls"><div class="in-sight">${groups.join("")}</div><div class="drawer-space"></div></div>` +
        `${figcaption(element.attribs, texts)}</figure>`,
    );
  }
}
