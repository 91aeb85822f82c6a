import { html, nothing } from "lit";
import type { Method } from "../../../wasm/engine/types.js";
import type { SeriesStyle } from "../../plots/series-style.js";
import type { PlaneRun, PlaneScene } from "../../scene/plane-scene.js";
import { words as pageWords } from "../../words/en.js";
import { numberText } from "../../words/number-text.js";
import { planeWords as words } from "../../words/plane.js";
import { swatch } from "../swatch.js";
import { firmness } from "./firmness.js";
import type { PlanePen } from "./plane-pen.js";

type Offered = PlaneScene["declared"]["offered"]["methods"];

function methodGroup(label: string, methods: Offered, part: Method["part"], chosen: string) {
  const own = methods.filter((one) => one.part === part);
  if (own.length === 0) return nothing;
  return html`<optgroup label=${label}>${own.map(
    ({ name, title, summary }) =>
      html`<option value=${name} title=${summary} ?selected=${name === chosen}>${title}</option>`,
  )}</optgroup>`;
}

function methodChoice(uid: string, scene: PlaneScene, run: PlaneRun) {
  const { methods } = scene.declared.offered;
  const chosen = run.waiting ?? run.method.name;
  return html`<select id="${uid}-${run.key}-method" aria-label=${words.method(run.label)} aria-disabled=${run.waiting ? "true" : nothing} .value=${chosen}
    @change=${(event: Event) => void scene.setMethod(run, (event.target as HTMLSelectElement).value)}>
    ${methodGroup(words.firstOrder, methods, "descent", chosen)}
    ${methodGroup(words.secondOrder, methods, "curvature", chosen)}
  </select>`;
}

/** The share as a percentage. */
function percent(share: number): string {
  return Number.isFinite(share) ? words.percent(numberText(100 * share)) : "–";
}

/** Loss and accuracy of a model at the selected step, in words. */
export function modelState(scene: PlaneScene, run: PlaneRun): string {
  const of = (quantity: string) => scene.numberOf(run, quantity);
  if (run.refused !== undefined || !run.traces.loss) return "";
  const train = words.readout(numberText(of("loss"), 4), percent(of("accuracy")));
  if (!run.traces.test_loss) return `${train}.`;
  return `${train}. ${words.testReadout(numberText(of("test_loss"), 4), percent(of("test_accuracy")))}.`;
}

function key(run: PlaneRun) {
  const { decision, level } = firmness(run);
  const text =
    decision === "lead"
      ? words.keyMargin(numberText(level))
      : words.keySure(numberText(100 * level));
  return html`<p class="plane-key"><span><svg viewBox="0 0 26 8" width="26" height="8" aria-hidden="true"><path class="boundary" d="M1,4H25"></path></svg> ${words.keyBoundary}</span>
    <span><svg viewBox="0 0 26 8" width="26" height="8" aria-hidden="true"><path class="margin-line" d="M1,4H25"></path></svg> ${text}</span></p>`;
}

/** One model: how it is trained, the plane as it sees it, how well it does. */
export function modelCard(
  uid: string,
  scene: PlaneScene,
  run: PlaneRun,
  style: SeriesStyle | undefined,
  { pen, arrows }: { pen: PlanePen; arrows: boolean },
) {
  const stopped = run.report && run.report.stopped !== "none" && run.report.steps <= scene.step;
  return html`<section class="plane-model" aria-label=${run.label}>
    <div class="model-head">${scene.runs.length > 1 ? swatch(style) : nothing}<strong>${run.label}</strong>${methodChoice(uid, scene, run)}</div>
    ${run.waiting ? html`<p class="waiting" role="status">${words.loading(methodTitle(scene, run.waiting))}</p>` : nothing}
    <fl-plane-view .scene=${scene} .run=${run} .pen=${pen} .arrows=${arrows}></fl-plane-view>
    ${key(run)}
    ${
      run.refused === undefined
        ? html`<p class="model-state">${scene.revealed ? modelState(scene, run) : pageWords.descent.hidden}
          ${stopped && !run.held && scene.revealed ? html`<span class="verdict">${pageWords.verdict(run.report as NonNullable<typeof run.report>, scene.dimensionOf(run))}</span>` : nothing}</p>`
        : html`<p class="refused" role="alert">${run.refused}</p>`
    }
  </section>`;
}

function methodTitle(scene: PlaneScene, name: string): string {
  return scene.declared.offered.methods.find((one) => one.name === name)?.title ?? name;
}
