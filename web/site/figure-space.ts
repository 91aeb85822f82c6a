import type { CheerioAPI } from "cheerio";
import type { Catalog } from "../../wasm/engine/engine.js";
import { parseRuns } from "../scene/run-text.js";
import { words } from "../words/en.js";
import { escapedHtml } from "./escaped-html.js";
import { figcaption } from "./figcaption.js";

interface RunSpace {
  /** HTML. */
  label: string;
  /** Parameters and options that `show` names, as far as the method has them. */
  controls: number;
  /** Or the minibatches, or the schedule, of one. */
  isRun: boolean;
  /** Those that are in the drawer. */
  more: number;
}

/** The runs of a figure, each before the minibatches and the schedule it may have. */
export function runSpaces(
  attributes: Record<string, string>,
  catalog: Catalog,
  texts: Record<string, string>,
): RunSpace[] {
  const { runs, methods, method, show = "learning_rate" } = attributes;
  const text = runs ?? (methods ?? method ?? "").trim().replace(/\s+/g, ";");
  const shown = new Set(show.split(/\s+/));
  return parseRuns(text).flatMap((run) => {
    const known = catalog.methods.find(({ name }) => name === run.method);
    const names = [...(known?.parameters ?? []), ...(known?.options ?? [])];
    const label = run.label ?? known?.title ?? run.method;
    const schedule = catalog.schedules.find(({ name }) => name === run.schedule?.name);
    const { parameters: times, options: units } = catalog.scheduleTime;
    const ofSchedule = schedule
      ? [...schedule.parameters, ...schedule.options, ...schedule.texts, ...times, ...units]
      : [];
    const controls = names.filter(({ name }) => shown.has(name)).length;
    const inSight = ofSchedule.filter(({ name }) => shown.has(`schedule.${name}`)).length;
    const ofBatch = run.batch ? [...catalog.batch.parameters, ...catalog.batch.options] : [];
    const batchInSight = ofBatch.filter(({ name }) => shown.has(`batch.${name}`)).length;
    return [
      {
        label: texts[label] ?? escapedHtml(label),
        controls,
        more: names.length - controls,
        isRun: true,
      },
      {
        label: escapedHtml(words.controls.batches),
        controls: batchInSight,
        more: ofBatch.length - batchInSight,
        isRun: false,
      },
      {
        label: escapedHtml(schedule?.title ?? ""),
        controls: inSight,
        more: ofSchedule.length - inSight,
        isRun: false,
      },
    ];
  });
}

/** The room of a group of sliders. */
export function controlSpace(label: string, controls: number): string {
  const sliders = '<div class="slider-space"></div>'.repeat(controls);
  return `<div class="control-group"><span class="run-label">${label}</span>${sliders}</div>`;
}

/**
 * Writes into every fl-descent what it will look like without its numbers: its runs by name,
 * and the room its parts will take, so that the page does not jump when they are drawn; into
 * every fl-trace its caption.
 */
export function expandFigures(
  $: CheerioAPI,
  catalog: Catalog,
  texts: Record<string, string>,
): void {
  for (const element of $("fl-descent").toArray()) {
    const problem = catalog.problems.find(({ name }) => name === element.attribs.problem);
    const shown = (element.attribs.show ?? "learning_rate").split(/\s+/);
    const ofProblem = (problem?.parameters ?? []).filter(({ name }) =>
      shown.includes(`problem.${name}`),
    );
    const runs = runSpaces(element.attribs, catalog, texts);
    const settings = [...(problem?.parameters ?? []), ...(problem?.options ?? [])].length;
    const more = settings > ofProblem.length || runs.some((run) => run.more > 0);
    const groups = [
      { label: escapedHtml(problem?.title ?? ""), controls: ofProblem.length },
      ...runs,
    ].filter(({ controls }) => controls > 0);
    const names = runs
      .filter(({ isRun }) => isRun)
      .map(({ label }) => `<li><strong>${label}</strong><span class="verdict"></span></li>`);
    if (element.attribs.lean !== undefined) {
      const labels = runs
        .filter(({ isRun }) => isRun)
        .map(({ label }) => `<li><strong>${label}</strong><span class="loss"></span></li>`);
      $(element).html(
        `<figure class="descent lean before-script"><div class="plot-space">${words.descent.plot(problem?.title ?? "")}</div><ul class="runs lean-runs">${labels.join("")}</ul><div class="figure-bar lean-bar"></div>${figcaption(element.attribs, texts)}</figure>`,
      );
      continue;
    }
    const flat = problem?.dimension === 1;
    if (flat) $(element).attr("data-curve", "");
    const title = problem?.title ?? "";
    const { step, slope, change } = words.descent;
    const key = flat
      ? `${step("")}${runs.findLast(({ isRun }) => isRun)?.label ?? ""} <span>┄ ${slope} g</span> <span>➝ ${change} Δ</span>`
      : "&nbsp;";
    const { surface } = element.attribs;
    const toggle = surface !== undefined ? '<div class="surface-toggle-space"></div>' : "";
    const view = '<div class="plot-space"></div><div class="surface-controls-space"></div>';
    $(element).html(
      `<figure class="descent before-script"><div class="plots${surface === "open" ? " with-surface" : ""}"><div><div class="plot-space${flat ? " flat" : ""}">${flat ? words.descent.curve(title) : words.descent.plot(title)}</div><div class="figure-bar"><p class="arrow-key">${key}</p></div>${element.attribs.model === undefined ? "" : '<p class="model-key">&nbsp;</p>'}${toggle}</div>${surface === "open" ? `<div>${view}</div>` : ""}` +
        `<div class="side"><ul class="runs">${names.join("")}</ul><div class="chart-space${names.length === 1 ? " single" : ""}"></div></div></div>` +
        `<div class="transport-space"></div>` +
        `<div class="controls"><div class="in-sight">${groups.map(({ label, controls }) => controlSpace(label, controls)).join("")}</div>${more ? '<div class="drawer-space"></div>' : ""}</div>${figcaption(element.attribs, texts)}</figure>`,
    );
  }
  for (const element of $("fl-trace").toArray()) {
    const text = figcaption(element.attribs, texts);
    if (text) $(element).html(`<figure><div class="trace-space"></div>${text}</figure>`);
  }
  for (const element of $("fl-surface").toArray()) {
    const text = figcaption(element.attribs, texts);
    if (text) $(element).html(`<figure><div class="surface-space"></div>${text}</figure>`);
  }
}
