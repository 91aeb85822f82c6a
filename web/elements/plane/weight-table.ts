import { html, nothing } from "lit";
import { classMark } from "../../plots/class-style.js";
import type { PlaneRun, PlaneScene } from "../../scene/plane-scene.js";
import type { Access } from "../../state/access-rules.js";
import { words as pageWords } from "../../words/en.js";
import { numberText } from "../../words/number-text.js";
import { planeWords as words } from "../../words/plane.js";
import { readNumber } from "../../words/read-number.js";
import { scoreTrack } from "../scores/score-track.js";

const largest = 1e100;
/** Ends of the tracks: the first that has room for every weight. */
const ends = [2, 5, 10, 20, 50, 100, 200, 500, 1000];

function endFor(weights: readonly number[]): number {
  const most = Math.max(...weights.map(Math.abs));
  return ends.find((end) => most <= end) ?? 10 ** Math.ceil(Math.log10(most));
}

/** A weight as a reader can read it; the reader's own as they wrote it. */
function shown(value: number, own: boolean): string {
  return own ? String(value) : numberText(value, 4).replace("−", "-");
}

function typed(event: Event, change: (value: number) => void): void {
  const input = event.target as HTMLInputElement;
  const value = readNumber(input.value);
  const good = value !== undefined && Math.abs(value) <= largest;
  input.setCustomValidity(good ? "" : pageWords.quiz.notANumber(input.value));
  input.reportValidity();
  if (good) change(value);
}

/** W and b of a model, a row a class: drawn as bars, and to be dragged, typed or stepped. */
export function weightTable(uid: string, scene: PlaneScene, run: PlaneRun, access: Access) {
  const weights = scene.weightsOf(run);
  const rows = weights.length / 3;
  if (!scene.isLinear(run) || rows < 1 || !Number.isInteger(rows)) return nothing;
  const end = endFor(weights);
  const own = run.held || (run.hand !== undefined && scene.step === 0);
  return html`<section class="weights" aria-label=${words.weights(run.label)}>
    <p class="part-title">${words.weights(run.label)}</p>
    <table><caption class="visually-hidden">${words.weightsTable(run.label)}</caption>
      <thead><tr><th scope="col">${words.class}</th>${words.weightColumns.map((column) => html`<th scope="col">${columnHead(column)}</th>`)}</tr></thead>
      <tbody>${Array.from({ length: rows }, (_, k) => {
        // a single score is that of class 1
        const label = rows === 1 ? 1 : k;
        const places = [2 * k, 2 * k + 1, 2 * rows + k];
        return html`<tr><th scope="row"><svg class="class-swatch" viewBox="0 0 20 20" width="18" height="18" aria-hidden="true">${classMark(label, 10, 10, 6)}</svg> ${scene.nameOf(label)}</th>
          ${places.map((place, c) => {
            const value = weights[place] ?? 0;
            const name = words.weightOf(words.weightColumns[c] ?? "", scene.nameOf(label));
            const change = (next: number) => scene.setWeight(run, place, next);
            const track = {
              className: "",
              label: name,
              value,
              low: -end,
              high: end,
              right: false,
              access,
            };
            if (access === "hidden") return html`<td>${shown(value, own)}</td>`;
            return html`<td><div class="weight-cell">${scoreTrack({ ...track, change })}
              <input id="${uid}-${run.key}-${place}" class="number" type="text" inputmode="decimal" autocomplete="off" spellcheck="false"
                aria-label=${name} .value=${shown(value, own)} ?disabled=${access !== "visible"}
                @change=${(event: Event) => typed(event, change)}
                @keydown=${(event: KeyboardEvent) => {
                  const by = { ArrowUp: 0.1, ArrowDown: -0.1 }[event.key];
                  if (by === undefined) return;
                  event.preventDefault();
                  change(Number((value + by * (event.shiftKey ? 10 : 1)).toFixed(6)));
                }}></div></td>`;
          })}</tr>`;
      })}</tbody></table>
    <p class="weights-note">${run.held ? words.byHand : run.hand ? words.startsHere : words.trained(scene.step)}</p>
    ${access === "visible" ? buttons(scene, run, weights) : nothing}
  </section>`;
}

/** "w x": the weight of x. */
function columnHead(column: string) {
  const [letter, of] = column.split(" ");
  return html`<i>${letter}</i>${of ? html`<sub>${of}</sub>` : nothing}`;
}

/** Held where they are, or trained on. */
function buttons(scene: PlaneScene, run: PlaneRun, weights: number[]) {
  return html`<div class="buttons">
      ${
        run.held
          ? html`<button type="button" @click=${() => scene.setWeights(run, run.hand, false)}>${words.trainFromHere}</button>`
          : html`<button type="button" @click=${() => scene.setWeights(run, weights, true)}>${words.hold}</button>`
      }
      ${run.hand ? html`<button type="button" @click=${() => scene.setWeights(run, undefined, false)}>${words.forget}</button>` : nothing}
    </div>`;
}
