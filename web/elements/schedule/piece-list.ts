import { html, nothing } from "lit";
import { live } from "lit/directives/live.js";
import type { PieceShape } from "../../../wasm/engine/types.js";
import { faultOf, mostPieces, type Piece, type Pieces } from "../../scene/pieces.js";
import { readNumber } from "../../words/read-number.js";
import { scheduleWords as words } from "../../words/schedule.js";
import { icon } from "../icons.js";

interface PieceList {
  uid: string;
  pieces: Pieces;
  shapes: readonly PieceShape[];
  presets: readonly { label: string; pieces: string }[];
  /** Steps of the run. */
  steps: number;
  /** What is wrong with what was typed, or with the whole schedule. */
  fault: string;
  take: (pieces: Pieces) => void;
  takePreset: (text: string) => void;
  refuse: (fault: string) => void;
  focus: (...selectors: string[]) => void;
}

/** The pieces one by one, to be typed and chosen, and schedules to begin with. */
export function pieceList(list: PieceList) {
  const { pieces, presets, fault } = list;
  return html`<div class="piece-list" role="group" aria-label=${words.list}>
    ${
      presets.length > 0
        ? html`<label class="piece-presets"><span>${words.presets}</span>
          <select @change=${(event: Event) => choosePreset(event, list)}><option value="">${words.choose}</option>${presets.map(
            ({ label }, i) => html`<option value=${i}>${label}</option>`,
          )}</select></label>`
        : nothing
    }
    <div class="table-scroll"><table>
      <thead><tr><th scope="col">${words.shape}</th><th scope="col">${words.length}</th><th scope="col">${words.from}</th><th scope="col">${words.to}</th><td></td></tr></thead>
      <tbody>${pieces.all.map((piece, i) => row(piece, i, list))}</tbody>
    </table></div>
    <div class="buttons"><button type="button" class="add-piece" ?disabled=${pieces.all.length >= mostPieces}
      title=${pieces.all.length >= mostPieces ? words.full(mostPieces) : nothing}
      @click=${() => list.take(pieces.withMore(list.steps))}>${words.add}</button></div>
    ${fault ? html`<p class="refused" role="alert">${fault}</p>` : nothing}
    <p class="piece-note">${words.shares}</p>
  </div>`;
}

function choosePreset(event: Event, { presets, takePreset }: PieceList): void {
  const select = event.target as HTMLSelectElement;
  const preset = presets[Number(select.value)];
  if (select.value !== "" && preset) takePreset(preset.pieces);
  select.value = "";
}

function row(piece: Piece, i: number, list: PieceList) {
  const { pieces, shapes, uid } = list;
  const number = i + 1;
  const field = (name: "length" | "from" | "to", label: string, change: (to: number) => Pieces) =>
    html`<td><input class="number" type="text" inputmode="decimal" autocomplete="off" spellcheck="false" aria-label=${label}
      .value=${String(piece[name])} @change=${(event: Event) => typed(event, [i, piece], name, change, list)}></td>`;
  const constant = piece.shape === "constant";
  return html`<tr>
    <td><select id="${uid}-shape-${i}" aria-label=${words.shapeOf(number)} @change=${(
      event: Event,
    ) => list.take(pieces.withShape(i, (event.target as HTMLSelectElement).value))}>${shapes.map(
      ({ name, label, meaning }) =>
        html`<option value=${name} title=${meaning} ?selected=${name === piece.shape} .selected=${live(name === piece.shape)}>${label}</option>`,
    )}</select></td>
    ${field("length", words.lengthOf(number), (to) => pieces.withLength(i, to))}
    ${field("from", words.fromOf(number), (to) => pieces.withFrom(i, to))}
    ${constant ? html`<td></td>` : field("to", words.toOf(number), (to) => pieces.withTo(i, to))}
    <td class="piece-buttons">
      <button type="button" class="icon-button" aria-label=${words.earlier(number)} title=${words.earlier(number)}
        ?disabled=${i === 0} @click=${() => list.take(pieces.withEarlier(i))}>↑</button>
      <button type="button" class="icon-button" aria-label=${words.remove(number)} title=${words.remove(number)}
        ?disabled=${pieces.all.length === 1} @click=${() => {
          list.take(pieces.without(i));
          list.focus(".add-piece");
        }}>${icon("bin")}</button>
    </td>
  </tr>`;
}

function typed(
  event: Event,
  [i, piece]: [number, Piece],
  name: "length" | "from" | "to",
  change: (to: number) => Pieces,
  list: PieceList,
): void {
  const input = event.target as HTMLInputElement;
  const value = readNumber(input.value);
  const constant = piece.shape === "constant" && name === "from";
  const wanted = { ...piece, [name]: value ?? Number.NaN, ...(constant && { to: value }) } as Piece;
  const fault = value === undefined ? undefined : faultOf(wanted, list.shapes);
  if (value === undefined) list.refuse(words.notNumber(input.value));
  else if (fault) list.refuse(words.faults[fault]);
  else {
    const pieces = change(value);
    list.take(pieces);
    input.value = String(pieces.all[i]?.[name]);
  }
  if (value === undefined || fault) input.value = String(piece[name]);
}
