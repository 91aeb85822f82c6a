import { html, nothing, svg } from "lit";
import type { Access } from "../../state/access-rules.js";
import { numberText } from "../../words/number-text.js";
import { scoreWords } from "../../words/scores.js";
import { lockedTitle } from "../guarded.js";
import { draggable, keyedStep } from "./score-keys.js";

/** One score as the track shows it. */
export interface TrackedScore {
  className: string;
  /** What the knob is called; the score of the class where absent. */
  label?: string;
  value: number;
  low: number;
  high: number;
  right: boolean;
  /** Whether it may be changed. */
  access: Access;
  change(value: number): void;
}

const width = 200;
const height = 28;
const edge = 10;

function dragged(event: PointerEvent, score: TrackedScore): void {
  const box = (event.currentTarget as Element).getBoundingClientRect();
  const share = ((event.clientX - box.left) / box.width) * width - edge;
  const { low, high } = score;
  score.change(draggable(low + (share / (width - 2 * edge)) * (high - low), low, high));
}

/** A score on a line, with a knob that is dragged or moved with the arrow keys. */
export function scoreTrack(score: TrackedScore) {
  const { low, high, value, access } = score;
  const x = (at: number) =>
    edge + ((Math.max(low, Math.min(high, at)) - low) / (high - low)) * (width - 2 * edge);
  return html`<svg class="score-track ${score.right ? "right-class" : ""}" viewBox="0 0 ${width} ${height}"
    @pointerdown=${(event: PointerEvent) => {
      const grip = (event.target as Element).closest(".knob");
      // a finger that lands beside the knob wants to scroll the page
      if (event.button !== 0 || (!grip && event.pointerType === "touch")) return;
      if (access !== "visible") return;
      (event.currentTarget as Element).setPointerCapture(event.pointerId);
      event.preventDefault();
      (event.currentTarget as Element)
        .querySelector<SVGElement>(".knob")
        ?.focus({ preventScroll: true });
      dragged(event, score);
    }}
    @pointermove=${(event: PointerEvent) => {
      if ((event.currentTarget as Element).hasPointerCapture(event.pointerId))
        dragged(event, score);
    }}>
    <line class="rail" x1=${edge} x2=${width - edge} y1="14" y2="14"></line>
    ${low < 0 && high > 0 ? svg`<line class="zero" x1=${x(0)} x2=${x(0)} y1="8" y2="20"></line><line class="filled" x1=${x(0)} x2=${x(value)} y1="14" y2="14"></line>` : svg``}
    ${
      access === "hidden"
        ? nothing
        : svg`<g class="knob" tabindex="0" role="slider" aria-label=${score.label ?? scoreWords.scoreOf(score.className)}
      aria-disabled=${access === "locked" ? "true" : nothing}
      aria-valuemin=${low} aria-valuemax=${high} aria-valuenow=${value} aria-valuetext=${numberText(value, 4)}
      transform="translate(${x(value)},14)"
      @keydown=${(event: KeyboardEvent) => {
        const by = keyedStep(event, low, high);
        if (by === undefined || access !== "visible") return;
        event.preventDefault();
        score.change(draggable(value + by, low, high));
      }}>
      ${lockedTitle(access)}<circle class="grip" r="24"></circle><circle class="ring" r="8"></circle>
    </g>`
    }
  </svg>`;
}
