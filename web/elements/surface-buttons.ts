import { html } from "lit";
import type { HeightKind } from "../plots/surface/height-kind.js";
import { surfaceWords } from "../words/en-surface-view.js";
import { drawnIcon, icon } from "./icons.js";
import type { Move } from "./viewpoint.js";

const buttons: { move: Move; drawn: unknown }[] = [
  { move: "left", drawn: drawnIcon("M14.5 4.5 16.6 6.6 11.2 12l5.4 5.4-2.1 2.1L7 12z") },
  { move: "right", drawn: drawnIcon("M9.5 4.5 7.4 6.6l5.4 5.4-5.4 5.4 2.1 2.1L17 12z") },
  { move: "higher", drawn: drawnIcon("M4.5 14.5l2.1 2.1 5.4-5.4 5.4 5.4 2.1-2.1L12 7z") },
  { move: "lower", drawn: drawnIcon("M4.5 9.5l2.1-2.1 5.4 5.4 5.4-5.4 2.1 2.1L12 17z") },
  { move: "nearer", drawn: drawnIcon("M10.6 5h2.8v5.6H19v2.8h-5.6V19h-2.8v-5.6H5v-2.8h5.6z") },
  { move: "further", drawn: drawnIcon("M5 10.6h14v2.8H5z") },
  { move: "reset", drawn: icon("reset") },
];

/** What keys and pointer do, as buttons; and the choice of the scale of heights. */
export function surfaceButtons(
  move: (name: Move) => void,
  kind: HeightKind,
  setKind: (kind: HeightKind) => void,
) {
  const w = surfaceWords;
  return html`<div class="surface-buttons" role="group" aria-label=${w.viewpoint}>
    ${buttons.map(
      ({ move: name, drawn }) =>
        html`<button type="button" class="icon-button" aria-label=${w[name]} title=${w[name]} @click=${() => move(name)}>${drawn}</button>`,
    )}
    <button type="button" class="toggle" aria-pressed=${kind === "log"}
      @click=${() => setKind(kind === "log" ? "linear" : "log")}>${w.log}</button>
  </div>`;
}
