import { html } from "lit";
import type { HeightKind } from "../plots/surface/height-kind.js";
import { words } from "../words/en.js";
import { icon } from "./icons.js";
import type { Move } from "./viewpoint.js";

const buttons: { move: Move; shape: Parameters<typeof icon>[0] }[] = [
  { move: "left", shape: "left" },
  { move: "right", shape: "right" },
  { move: "higher", shape: "up" },
  { move: "lower", shape: "down" },
  { move: "nearer", shape: "plus" },
  { move: "further", shape: "minus" },
  { move: "reset", shape: "reset" },
];

/** What keys and pointer do, as buttons; and the choice of the scale of heights. */
export function surfaceButtons(
  move: (name: Move) => void,
  kind: HeightKind,
  setKind: (kind: HeightKind) => void,
) {
  const w = words.surface;
  return html`<div class="surface-buttons" role="group" aria-label=${w.viewpoint}>
    ${buttons.map(
      ({ move: name, shape }) =>
        html`<button type="button" class="icon-button" aria-label=${w[name]} title=${w[name]} @click=${() => move(name)}>${icon(shape)}</button>`,
    )}
    <button type="button" class="toggle" aria-pressed=${kind === "log"}
      @click=${() => setKind(kind === "log" ? "linear" : "log")}>${w.log}</button>
  </div>`;
}
