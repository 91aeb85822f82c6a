import { html, nothing } from "lit";
import { unsafeHTML } from "lit/directives/unsafe-html.js";
import type { Quantity } from "../../../wasm/engine/types.js";
import { symbolMathml } from "../../engine/page-math.js";
import type { ScoredLoss, ScoreScene } from "../../scene/score-scene.js";
import { controlAccess } from "../../state/control-access.js";
import { words } from "../../words/en.js";
import { numberText } from "../../words/number-text.js";
import { readNumber } from "../../words/read-number.js";
import { scoreWords } from "../../words/scores.js";
import { guarded } from "../guarded.js";
import { barScale, quantityCell } from "./quantity-cell.js";
import { scoreTrack } from "./score-track.js";

/** A quantity that is unfolded, and the loss whose table has it. */
export interface Unfolded {
  scored: ScoredLoss;
  quantity: Quantity;
}

function entriesOf({ scored, quantity }: Unfolded, example: number, count: number): number[] {
  const column = scored.answer?.table.columns[quantity.name];
  if (!column) return [];
  const width = quantity.shape === "vector" ? count : 1;
  return [...column.subarray(example * width, (example + 1) * width)];
}

function typed(event: Event, change: (value: number) => void): void {
  const input = event.target as HTMLInputElement;
  const value = readNumber(input.value);
  const good = value !== undefined && Math.abs(value) <= 1e100;
  input.setCustomValidity(good ? "" : words.quiz.notANumber(input.value));
  input.reportValidity();
  if (good) change(value);
}

/** The selected example's scores, a row a class, with what the losses make of each. */
export function unfoldTable(uid: string, scene: ScoreScene, columns: Unfolded[]) {
  const { example, classes, label } = scene;
  const scores = scene.scores[example] ?? [];
  const vectors = columns
    .filter(({ quantity }) => quantity.shape === "vector")
    .map((column) => {
      const values = entriesOf(column, example, classes.length);
      return { ...column, values, scale: barScale(values) };
    });
  const [low, high] = scene.declared.range;
  const control = `${scene.key}.scores`;
  const access = controlAccess.of(control);
  return html`<div class="unfold-scroll"><table class="unfold">
    <caption class="visually-hidden">${scoreWords.table(classes[label] ?? "")}</caption>
    <thead><tr><th scope="col">${scoreWords.class}</th><th scope="col" >${scoreWords.score} ${unsafeHTML(symbolMathml("score"))}</th>
      ${vectors.map(
        ({ quantity, scored }) =>
          html`<th scope="col" title=${quantity.meaning}>${unsafeHTML(symbolMathml(quantity.symbol))}<span>${quantity.name.replaceAll("_", " ")}</span>
            ${vectors.filter((one) => one.quantity.name === quantity.name).length > 1 ? html`<small>${scored.label}</small>` : nothing}</th>`,
      )}</tr></thead>
    <tbody>${classes.map((name, k) => {
      const value = scores[k] ?? 0;
      const change = (next: number) => scene.setScore(example, k, next);
      return html`<tr class="${k === label ? "right-class" : ""} ${k === scene.coordinate ? "looked-at" : ""}" @pointerdown=${() => scene.coordinate !== k && scene.selectCoordinate(k)}>
        <th scope="row">${name}${k === label ? html`<span class="right-mark"> ✓<span class="visually-hidden">${scoreWords.rightClass}</span></span>` : nothing}</th>
        <td><div class="score-cell">${scoreTrack({ className: name, value, low, high, right: k === label, access, change })}${
          access === "hidden"
            ? value
            : guarded(
                control,
                () => html`<input id="${uid}-score-${k}" class="number" type="text" inputmode="decimal" autocomplete="off" spellcheck="false"
          aria-label=${scoreWords.scoreOf(name)} .value=${String(value)}
          @change=${(event: Event) => typed(event, change)}
          @keydown=${(event: KeyboardEvent) => {
            const by = { ArrowUp: 0.1, ArrowDown: -0.1 }[event.key];
            if (by === undefined) return;
            event.preventDefault();
            change(Number((value + by * (event.shiftKey ? 10 : 1)).toFixed(6)));
          }}>`,
              )
        }</div></td>
        ${vectors.map(({ quantity, values, scale }) => html`<td>${quantityCell(scene.revealed ? (values[k] ?? Number.NaN) : undefined, scale, quantity.role)}</td>`)}
      </tr>`;
    })}</tbody>
  </table></div>
  <ul class="unfolded-scalars">${columns
    .filter(({ quantity }) => quantity.shape === "scalar")
    .map(
      (column) =>
        html`<li title=${column.quantity.meaning} data-role=${column.quantity.role}>${unsafeHTML(symbolMathml(column.quantity.symbol))} =
          <output>${scene.revealed ? numberText(entriesOf(column, example, 1)[0] ?? Number.NaN, 4) : "?"}</output> <span>${column.quantity.meaning}${scene.losses.length > 1 ? `, ${column.scored.label}` : ""}</span></li>`,
    )}</ul>`;
}
