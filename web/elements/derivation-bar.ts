import { html } from "lit";
import { unsafeHTML } from "lit/directives/unsafe-html.js";
import { symbolMathml } from "../engine/page-math.js";
import type { Subject } from "../scene/subject.js";
import { controlAccess } from "../state/control-access.js";
import { words } from "../words/en.js";
import { type Mode, modes } from "./derivation-address.js";
import { guarded } from "./guarded.js";

/** The row whose numbers are shown, with buttons to the ones before and after it. */
export function rowStepper(name: string, subject: Subject) {
  const { row, rowSymbol, firstRow, lastRow } = subject;
  const now = html`<output>${rowSymbol ? html`${unsafeHTML(symbolMathml(rowSymbol))} = ` : ""}${subject.rowName(row)}</output>`;
  const keys = [`${name}.step`, subject.rowControl];
  // which row it is must be seen also where it cannot be chosen
  if (controlAccess.of(...keys) === "hidden") return now;
  return guarded(
    keys,
    () => html`<div class="stepper" role="group" aria-label=${words.derivation.chooseStep}>
      <button type="button" aria-label=${words.transport.back} aria-disabled=${row <= firstRow} @click=${() => row > firstRow && subject.selectRow(row - 1)}>−</button>
      ${now}
      <button type="button" aria-label=${words.transport.step} aria-disabled=${row >= lastRow} @click=${() => row < lastRow && subject.selectRow(row + 1)}>+</button>
    </div>`,
  );
}

/** Which entry of the vectors is shown; `upright` for names that are no variables. */
export function coordinateChoice(uid: string, subject: Subject, upright: boolean) {
  return html`<fieldset class="option"><legend class="visually-hidden">${words.derivation.coordinate}</legend><div class="segments">
    ${subject.coordinates.map(
      (
        name,
        i,
      ) => html`<label><input type="radio" name="${uid}-coordinate" .checked=${subject.coordinate === i}
        @change=${() => subject.selectCoordinate(i)}><span>${upright ? name : html`<i>${name}</i>`}</span></label>`,
    )}</div></fieldset>`;
}

/** How the reader goes through the lines. */
export function modeChoice(uid: string, chosen: Mode, choose: (mode: Mode) => void) {
  const w = words.derivation;
  return html`<fieldset class="option modes"><legend class="visually-hidden">${w.modes}</legend><div class="segments">
    ${modes.map(
      (mode) => html`<label><input type="radio" name="${uid}-mode" .checked=${chosen === mode}
        @change=${() => choose(mode)}><span>${w.mode[mode]}</span></label>`,
    )}</div></fieldset>`;
}
