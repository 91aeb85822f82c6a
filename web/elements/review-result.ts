import { html, nothing } from "lit";
import type { ReadingPlace } from "../review/lesson-questions.js";
import type { Sitting } from "../review/sitting.js";
import { reviewWords as w } from "../words/en-review.js";
import { linkTo } from "./review-question.js";

/** Where to read again what was missed, every place once. */
function missedPlaces({ missed }: Sitting): ReadingPlace[] {
  const places = missed.map(({ lesson, section }) => section ?? lesson);
  return [...new Map(places.map((place) => [place.address, place])).values()];
}

/** The lesson's title, from the course map. */
function titleOf(lesson: string): string {
  const entry = document.querySelector(`li[data-lesson="${CSS.escape(lesson)}"] a`);
  return entry?.textContent ?? lesson;
}

/** How a sitting went, once it is over. */
export function sittingResult(sitting: Sitting) {
  const { score, failures } = sitting;
  const places = missedPlaces(sitting);
  return html`<div class="result" tabindex="-1">
    <p>${score.count > 0 ? w.result(score.right, score.count) : w.noneLeft}</p>
    ${places.length > 0 ? html`<p>${w.missed}</p><ul>${places.map((place) => html`<li>${linkTo(place)}</li>`)}</ul>` : nothing}
    ${[...failures].map(([lesson, error]) => html`<p class="refused">${w.failed(titleOf(lesson), error)}</p>`)}
  </div>`;
}
