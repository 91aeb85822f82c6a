import { html, svg } from "lit";
import { penaltyWords as words } from "../../words/penalties.js";

/** How each thing in the plane is drawn, as it stands in the key. */
const drawn = [
  {
    text: words.keyLeast,
    sign: svg`<g class="least" transform="translate(17,7)"><circle class="ring" r="5.5"></circle><path class="dot" d="M-3,0H3M0,-3V3"></path></g>`,
  },
  { text: words.keyOptimum, sign: svg`<circle class="mark" cx="17" cy="7" r="5"></circle>` },
  { text: words.keyPath, sign: svg`<path class="series" d="M1,7H33"></path>` },
  {
    text: words.keyLevel,
    sign: svg`<rect class="level" x="3" y="1.5" width="28" height="11"></rect>`,
  },
  { text: words.keyLoss, sign: svg`<path class="loss-line" d="M1,7H33"></path>` },
];

export function penaltyKey() {
  return html`<ul class="penalty-key" aria-label=${words.key}>${drawn.map(
    ({ text, sign }) =>
      html`<li><svg class="swatch" viewBox="0 0 34 14" width="34" height="14" aria-hidden="true">${sign}</svg> <strong>${text}</strong></li>`,
  )}</ul>`;
}
