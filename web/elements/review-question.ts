import { html, nothing } from "lit";
import { dayOf } from "../review/calendar-day.js";
import type { ReadingPlace } from "../review/lesson-questions.js";
import type { ReviewState } from "../review/schedule.js";
import type { PutQuestion, Sitting } from "../review/sitting.js";
import { progress } from "../state/progress.js";
import { reviewWords as w } from "../words/en-review.js";
import { QuestionCard } from "./quiz-question.js";

export function linkTo({ title, address }: ReadingPlace) {
  return html`<a href=${address}>${title}</a>`;
}

/** A question of the review: where it is from, the card, and when it comes back. */
export class ReviewQuestion {
  readonly #sitting: Sitting;
  readonly #put: PutQuestion;
  readonly #card: QuestionCard;
  #later: ReviewState | undefined;

  constructor(sitting: Sitting, put: PutQuestion, changed: () => void) {
    this.#sitting = sitting;
    this.#put = put;
    const { lesson, question } = put.item;
    const settle = (right: boolean) => {
      this.#later = sitting.settle(right) ?? this.#later;
    };
    this.#card = new QuestionCard({
      open: put.open,
      changed,
      graded: (answer) => {
        progress.answer(lesson, question, answer);
        settle(answer.right);
      },
      told: () => settle(false),
    });
  }

  view() {
    const { lesson, section } = this.#put;
    const { practice, settled, place } = this.#sitting;
    const title = practice ? w.practicePlace : w.place;
    const back = this.#later ? w.comesBack(dayOf(new Date()), this.#later.due) : w.practiseNote;
    return html`<h2 class="place" tabindex="-1">${title(place.number, place.count)}</h2>
      <p class="from">${w.from} ${linkTo(lesson)}</p>
      ${this.#card.view()}
      ${settled ? html`<p class="comes-back">${back} ${section ? html`${w.readAgain} ${linkTo(section)}.` : nothing}</p>` : nothing}`;
  }
}
