import type { CheerioAPI } from "cheerio";
import type { Catalog } from "../../wasm/engine/engine.js";
import { parseRuns } from "../scene/run-text.js";
import { bandWords } from "../words/band.js";
import { samplesWords as words } from "../words/samples.js";
import { escapedHtml } from "./escaped-html.js";
import { figcaption } from "./figcaption.js";
import { controlSpace } from "./figure-space.js";

const swatch = '<span class="swatch-space"></span>';

/** Controls in sight, a group for each name, with a drawer for the others. */
function controls(groups: string[], drawer = true): string {
  return `<div class="controls"><div class="in-sight">${groups.join("")}</div>${drawer ? '<div class="drawer-space"></div>' : ""}</div>`;
}

/** Writes into every fl-gradient-samples the room its parts will take, so that the page does not jump. */
export function expandSamples(
  $: CheerioAPI,
  catalog: Catalog,
  texts: Record<string, string>,
): void {
  const title = catalog.analyses.find(({ name }) => name === "minibatch_gradients")?.title ?? "";
  for (const element of $("fl-gradient-samples").toArray()) {
    const row = (text: string) =>
      `<tr><th scope="row">${escapedHtml(text)}</th><td>&nbsp;</td><td>&nbsp;</td></tr>`;
    const heads = [words.quantity, words.yours, words.theory].map(
      (text) => `<th scope="col">${escapedHtml(text)}</th>`,
    );
    const keys = [words.full, words.sample, words.mean, words.expected, words.measured].map(
      (text) => `<li>${swatch}<strong>${escapedHtml(text)}</strong></li>`,
    );
    $(element).html(
      `<figure class="samples before-script"><div class="samples-plots"><div class="samples-plane-space"></div>` +
        `<div class="samples-side"><div class="spread-space"></div><table class="samples-numbers"><caption>${escapedHtml(words.numbers(words.examples(1)))}</caption>` +
        `<thead><tr>${heads.join("")}</tr></thead><tbody>${[words.one, words.all].map(row).join("")}</tbody></table></div></div>` +
        `<ul class="samples-key">${keys.join("")}</ul><div class="samples-bar"></div>` +
        `${controls([controlSpace(escapedHtml(title), 2)])}<p class="samples-hint">${escapedHtml(words.hint)}</p>` +
        `${figcaption(element.attribs, texts, true)}</figure>`,
    );
  }
}

/** The same for every fl-seed-band. */
export function expandBands($: CheerioAPI, texts: Record<string, string>): void {
  for (const element of $("fl-seed-band").toArray()) {
    const { runs = "", show = "learning_rate" } = element.attribs;
    const all = parseRuns(runs);
    const shown = show.split(/\s+/);
    const heads = bandWords.columns.map((text) => `<th scope="col">${escapedHtml(text)}</th>`);
    const rows = all.map(({ method, label = method }) => {
      const name = texts[label] ?? escapedHtml(label);
      return `<tr><th scope="row">${swatch} <strong>${name}</strong></th><td>&nbsp;</td><td>&nbsp;</td></tr>`;
    });
    // at most four are in sight
    let left = 4;
    const group = (wanted: number) => {
      const count = Math.min(left, wanted);
      left -= count;
      return count > 0 ? controlSpace("&nbsp;", count) : "";
    };
    const groups = all.flatMap(({ batch }) => [
      group(shown.filter((name) => name === "learning_rate").length),
      group(batch ? shown.filter((name) => name.startsWith("batch.")).length : 0),
    ]);
    groups.push(group(shown.filter((name) => name === "seeds").length));
    $(element).html(
      `<figure class="band before-script"><div class="band-against-space"></div><div class="band-space"></div>` +
        `<table class="band-numbers"><caption>&nbsp;</caption><thead><tr>${heads.join("")}</tr></thead><tbody>${rows.join("")}</tbody></table>` +
        `${controls(groups)}${figcaption(element.attribs, texts, true)}</figure>`,
    );
  }
}
