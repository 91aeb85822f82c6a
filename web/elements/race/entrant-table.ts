import { html, nothing } from "lit";
import { live } from "lit/directives/live.js";
import type { Method } from "../../../wasm/engine/types.js";
import type { SeriesStyle } from "../../plots/series-style.js";
import { mostEntrants } from "../../scene/race-declaration.js";
import type { RaceScene } from "../../scene/race-scene.js";
import type { SceneRun } from "../../scene/scene.js";
import { controlAccess } from "../../state/control-access.js";
import { words as pageWords } from "../../words/en.js";
import { numberText } from "../../words/number-text.js";
import { raceWords as words } from "../../words/race.js";
import { readNumber } from "../../words/read-number.js";
import { guarded } from "../guarded.js";
import { icon } from "../icons.js";
import { plainText, richText } from "../rich-text.js";
import { swatch } from "../swatch.js";

/** The loss of a run at the selected moment, in words. */
export function lossNow(scene: RaceScene, run: SceneRun): string {
  const { loss } = run.traces;
  if (!loss) return "";
  return numberText(loss[Math.min(scene.step, loss.length - 1)] ?? Number.NaN);
}

/** When a run arrives, as far as the selected moment tells. */
export function arrival(scene: RaceScene, run: SceneRun): string {
  const finish = scene.finishOf(run);
  if (!finish) return "";
  const { cost, first } = finish;
  if (cost <= scene.step) return words.arrivedAt(scene.ticks.cost(cost), first);
  return scene.step >= scene.steps ? words.never : words.notYet;
}

function rateCell(uid: string, scene: RaceScene, run: SceneRun) {
  const parameter = run.method.parameters.find(({ name }) => name === "learning_rate");
  if (!parameter) return html`<span class="no-rate">${words.noRate}</span>`;
  return guarded(
    `${scene.key}.${run.key}.learning_rate`,
    () => html`<input id="${uid}-${run.key}-rate" class="number" type="text" inputmode="decimal" autocomplete="off" spellcheck="false"
      aria-label=${words.rateOf(plainText(run.label))} .value=${live(String(run.settings.learning_rate ?? parameter.default))}
      @change=${(event: Event) => {
        const text = (event.target as HTMLInputElement).value.trim();
        scene.setSetting(run, "learning_rate", readNumber(text) ?? text);
      }}>`,
  );
}

function entrantRow(uid: string, scene: RaceScene, run: SceneRun, style: SeriesStyle | undefined) {
  const leads =
    scene.revealed &&
    scene.finishOf(run)?.first &&
    (scene.finishOf(run)?.cost ?? Number.POSITIVE_INFINITY) <= scene.step;
  const label = plainText(run.label);
  return html`<tr class=${leads ? "leads" : ""} data-key=${run.key}>
    <th scope="row"><span class="entrant-name">${swatch(style)}<strong>${richText(run.label)}</strong></span></th>
    <td class="rate">${rateCell(uid, scene, run)}</td>
    ${
      run.refused === undefined
        ? html`<td>${scene.revealed ? lossNow(scene, run) : words.hidden}</td><td class="arrival">${scene.revealed ? arrival(scene, run) : words.hidden}</td>`
        : html`<td colspan="2" class="refused"><span role="alert">${words.refusedNote}: ${run.refused}</span></td>`
    }
    <td class="remove">${
      scene.runs.length > 1 && controlAccess.of(`${scene.key}.methods`) === "visible"
        ? html`<button type="button" aria-label=${words.remove(label)} title=${words.remove(label)} @click=${() => scene.removeEntrant(run)}>×</button>`
        : nothing
    }</td>
  </tr>`;
}

/** The methods of a race with their rates, how low they are, and whether they have arrived. */
export function entrantTable(uid: string, scene: RaceScene) {
  const { styles } = scene;
  return html`<div class="entrants-scroll"><table class="entrants"><caption class="visually-hidden">${words.methods}</caption>
    <thead><tr><th scope="col">${words.method}</th><th scope="col">${words.rate}</th><th scope="col">${words.loss}</th><th scope="col">${words.arrival}</th><th scope="col"><span class="visually-hidden">${words.removeHead}</span></th></tr></thead>
    <tbody>${scene.runs.map((run, i) => entrantRow(uid, scene, run, styles[i]))}</tbody></table></div>`;
}

function methodGroup(scene: RaceScene, label: string, part: Method["part"]) {
  const methods = scene.declared.offered.methods.filter((one) => one.part === part);
  if (methods.length === 0) return nothing;
  return html`<optgroup label=${label}>${methods.map(
    ({ name, title, summary }) => html`<option value=${name} title=${summary}>${title}</option>`,
  )}</optgroup>`;
}

/** What can be done with all methods at once: one more, and a learning rate for each. */
export function entrantTools(uid: string, scene: RaceScene) {
  const full = scene.runs.length >= mostEntrants;
  return html`<div class="entrant-tools">
    ${guarded(
      `${scene.key}.methods`,
      () => html`<select id="${uid}-add" aria-label=${words.add} ?disabled=${full} title=${full ? words.full(mostEntrants) : ""}
        @change=${(event: Event) => {
          const select = event.target as HTMLSelectElement;
          const { value } = select;
          select.value = "";
          if (value) void scene.addEntrant(value);
        }}><option value="">${words.addPrompt}</option>${methodGroup(scene, words.firstOrder, "descent")}${methodGroup(scene, words.secondOrder, "curvature")}</select>`,
    )}
    ${guarded(
      `${scene.key}.tune`,
      () => html`<button type="button" class="tune" title=${words.tuneHint} aria-disabled=${scene.tuning.busy ? "true" : nothing}
        @click=${() => scene.tuning.busy || void scene.tuning.tune(scene.runs)}>${icon("reset")} ${scene.tuning.busy ? words.tuning : words.tune}</button>`,
    )}
  </div>`;
}

/** The function that is raced on. */
export function problemChoice(uid: string, scene: RaceScene) {
  const { problems } = scene.declared.offered;
  return guarded(
    `${scene.key}.problem`,
    () => html`<label class="race-problem" for="${uid}-problem">${words.function}
      <select id="${uid}-problem" .value=${live(scene.problem.name)} @change=${(event: Event) => void scene.setProblem((event.target as HTMLSelectElement).value)}>
        ${problems.map(({ name, title }) => html`<option value=${name} ?selected=${name === scene.problem.name}>${title}</option>`)}
      </select></label>`,
  );
}

/** All of it in a sentence or two. */
export function raceSummary(scene: RaceScene): string {
  const at = scene.ticks.of(scene.step, scene.steps);
  const lines = scene.runs.map((run) => {
    if (run.refused !== undefined) return `${plainText(run.label)}: ${words.refusedNote}.`;
    return `${plainText(run.label)}: ${words.loss} ${lossNow(scene, run)}, ${arrival(scene, run)}.`;
  });
  return [pageWords.descent.plot(scene.problem.title), `${at}.`, ...lines].join(" ");
}
