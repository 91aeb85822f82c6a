import { html, nothing } from "lit";
import { guard } from "lit/directives/guard.js";
import { live } from "lit/directives/live.js";
import type { Method } from "../../../wasm/engine/types.js";
import type { SeriesStyle } from "../../plots/series-style.js";
import type { PlaneRun, PlaneScene } from "../../scene/plane-scene.js";
import { words as pageWords } from "../../words/en.js";
import { planeWords as words } from "../../words/plane.js";
import { guarded } from "../guarded.js";
import { swatch } from "../swatch.js";
import { modelState } from "./model-state.js";
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
  return html`<select id="${uid}-${run.key}-method" aria-label=${words.method(run.label)} aria-disabled=${run.waiting ? "true" : nothing} .value=${live(chosen)}
    @change=${(event: Event) => void scene.setMethod(run, (event.target as HTMLSelectElement).value)}>
    ${guard([methods, chosen], () => [
      methodGroup(words.firstOrder, methods, "descent", chosen),
      methodGroup(words.secondOrder, methods, "curvature", chosen),
    ])}
  </select>`;
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
    <div class="model-head">${scene.runs.length > 1 ? swatch(style) : nothing}<strong>${run.label}</strong>${guarded(`${scene.key}.${run.key}.method`, () => methodChoice(uid, scene, run))}</div>
    ${run.waiting ? html`<p class="waiting" role="status">${words.loading(methodTitle(scene, run.waiting))}</p>` : nothing}
    <fl-plane-view .scene=${scene} .run=${run} .pen=${pen} .arrows=${arrows}></fl-plane-view>
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
