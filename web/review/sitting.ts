import { askerOfPage } from "../engine/page-engine.js";
import { type OpenQuestion, openQuestion } from "../quiz/draw-question.js";
import type { Question } from "../quiz/types.js";
import { progress } from "../state/progress.js";
import { dayOf } from "./calendar-day.js";
import type { ReviewItem } from "./due.js";
import { type LessonQuestions, lessonQuestions, type ReadingPlace } from "./lesson-questions.js";
import { mixedOrder } from "./mixed-order.js";
import { afterAnswer, putOff, type ReviewState } from "./schedule.js";

/** A question that is put to the reader. */
export interface PutQuestion {
  item: ReviewItem;
  open: OpenQuestion;
  lesson: ReadingPlace;
  section: ReadingPlace | undefined;
}

/** One after the other, the questions of one visit to the review. */
export class Sitting {
  #rest: ReviewItem[];
  #current: PutQuestion | undefined;
  #settled = false;
  #asked = 0;
  #right = 0;
  readonly #missed: PutQuestion[] = [];
  readonly #failures = new Map<string, unknown>();
  /** Whether answers leave the schedule as it is. */
  readonly practice: boolean;

  constructor(items: ReviewItem[], practice: boolean) {
    this.#rest = mixedOrder(items);
    this.practice = practice;
  }

  get current(): PutQuestion | undefined {
    return this.#current;
  }

  /** Whether the current question was answered, or its answer shown. */
  get settled(): boolean {
    return this.#settled;
  }

  /** Which question the current one is, of how many. */
  get place(): { number: number; count: number } {
    return { number: this.#asked, count: this.#asked + this.#rest.length };
  }

  /** How many were right at the first try, of how many that were answered. */
  get score(): { right: number; count: number } {
    return { right: this.#right, count: this.#right + this.#missed.length };
  }

  /** Whether there is anything to say once it is over. */
  get hasResult(): boolean {
    return this.score.count > 0 || this.#failures.size > 0;
  }

  /** Questions that were not right at the first try. */
  get missed(): readonly PutQuestion[] {
    return this.#missed;
  }

  /** Lessons whose questions could not be asked, with why. */
  get failures(): ReadonlyMap<string, unknown> {
    return this.#failures;
  }

  /**
   * Goes on to the next question that there is; without one `current` is undefined. Until it is
   * there everything is as before: its place, too, stands beside the question.
   */
  async next(): Promise<void> {
    const before = this.#current?.item.lesson;
    let put: PutQuestion | undefined;
    let left = this.#rest;
    while (!put && left.length > 0) {
      const [item, ...others] = mixedOrder(left, before);
      if (item) put = await this.#put(item);
      left = others.filter(({ lesson }) => !this.#failures.has(lesson));
    }
    this.#rest = left;
    this.#current = put;
    this.#settled = false;
    if (!put) return;
    this.#asked += 1;
    const [following] = mixedOrder(this.#rest, put.item.lesson);
    // its page comes while the reader thinks; if it does not, there is time to say so later
    if (following) lessonQuestions(following.lesson).catch(() => {});
  }

  /** Notes the outcome of the first try, which alone decides when the question comes back. */
  settle(right: boolean): ReviewState | undefined {
    const put = this.#current;
    if (!put || this.#settled) return undefined;
    this.#settled = true;
    if (right) this.#right += 1;
    else this.#missed.push(put);
    if (this.practice) return undefined;
    const { lesson, question, state } = put.item;
    const later = afterAnswer(state, right, dayOf(new Date()));
    progress.schedule(lesson, question, later);
    return later;
  }

  async #put(item: ReviewItem): Promise<PutQuestion | undefined> {
    try {
      const found = await lessonQuestions(item.lesson);
      const question = found?.questions.find(({ id }) => id === item.question);
      if (found && question) return await this.#open(item, found, question);
      if (!this.practice) {
        progress.schedule(item.lesson, item.question, putOff(item.state, dayOf(new Date())));
      }
    } catch (error) {
      this.#failures.set(item.lesson, error);
    }
    return undefined;
  }

  async #open(item: ReviewItem, found: LessonQuestions, question: Question): Promise<PutQuestion> {
    const [seed] = crypto.getRandomValues(new Uint32Array(1));
    const open = await openQuestion(question, String(seed), askerOfPage(found.catalog));
    return { item, open, lesson: found.lesson, section: found.section(question) };
  }
}
