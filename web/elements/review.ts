import { html, nothing } from "lit";
import { keyed } from "lit/directives/keyed.js";
import { dayOf } from "../review/calendar-day.js";
import { dueItems, nextDue, type ReviewItem, reviewItems } from "../review/due.js";
import { Sitting } from "../review/sitting.js";
import { progress } from "../state/progress.js";
import { reviewWords as w } from "../words/en-review.js";
import { PageElement } from "./page-element.js";
import { ReviewQuestion } from "./review-question.js";
import { sittingResult } from "./review-result.js";

/** Questions of one go at practising. */
const practiceSize = 10;

/** `<fl-review>`: turns review on and off, and puts the questions that are due. */
export class Review extends PageElement {
  /** What has just happened, to be read or heard. */
  #said = "";
  #undo: (() => void) | undefined;
  #sitting: Sitting | undefined;
  #question: ReviewQuestion | undefined;
  /** The next question is on its way. */
  #waiting = false;
  /** The sitting that is over. */
  #over: Sitting | undefined;

  protected override async prepare(): Promise<void> {
    progress.subscribe(() => this.requestUpdate());
  }

  override render() {
    const { on } = progress.record.review;
    const undo = html`<button type="button" class="undo" @click=${() => this.#takeBack()}>${w.undo}</button>`;
    return html`<section class="review" aria-label=${w.label}>
      ${on ? (this.#question ? this.#asking(this.#question) : this.#overview()) : this.#offer()}
      <p class="said"><span role="status">${this.#said}</span> ${this.#undo ? undo : nothing}</p>
    </section>`;
  }

  /** For a reader whose review is off. */
  #offer() {
    const today = dayOf(new Date());
    const items = reviewItems(progress.record, today);
    const lessons = new Set(items.map(({ lesson }) => lesson)).size;
    const due = dueItems(progress.record, today).length;
    return html`${items.length > 0 ? html`<p>${w.offLead(items.length, lessons, due)}</p>` : this.#none()}
      <p class="buttons"><button type="button" class="primary" @click=${() => this.#turnOn()}>${w.turnOn}</button></p>`;
  }

  #none() {
    return html`<p>${w.none} <a href="../">${w.toLessons}</a>.</p>`;
  }

  #overview() {
    const today = dayOf(new Date());
    const items = reviewItems(progress.record, today);
    const due = dueItems(progress.record, today);
    const next = nextDue(progress.record, today);
    const begin =
      due.length > 0
        ? html`<button type="button" class="primary" aria-disabled=${this.#waiting} @click=${() => this.#start(due, false)}>${w.start}</button>`
        : html`<button type="button" class="primary" aria-disabled=${this.#waiting} aria-describedby="${this.uid}-practice" @click=${() => this.#start(items.slice(0, practiceSize), true)}>${w.practise}</button>`;
    return html`${this.#over ? sittingResult(this.#over) : nothing}
      ${
        items.length > 0
          ? html`<p class="due-now">${due.length > 0 ? w.due(due.length) : w.nothingDue} ${next ? w.next(next.count, today, next.day) : nothing}</p>`
          : this.#none()
      }
      ${items.length > 0 ? html`<p class="buttons">${begin}</p>` : nothing}
      ${items.length > 0 && due.length === 0 ? html`<p class="note" id="${this.uid}-practice">${w.practiseNote}</p>` : nothing}
      <p class="note turning-off"><span id="${this.uid}-off">${w.turnOffNote}</span>
        <button type="button" class="quiet turn-off" aria-describedby="${this.uid}-off" @click=${() => this.#turnOff()}>${w.turnOff}</button></p>`;
  }

  #asking(question: ReviewQuestion) {
    const { settled, place } = this.#sitting as Sitting;
    const onwards = place.number < place.count ? w.nextQuestion : w.finish;
    return html`${keyed(question, question.view())}
      <p class="buttons onwards">
        ${settled ? html`<button type="button" class="primary next" aria-disabled=${this.#waiting} @click=${() => void this.#next()}>${onwards}</button>` : nothing}
        <button type="button" class="stop" @click=${() => this.#stop()}>${w.stop}</button></p>`;
  }

  #turnOn(): void {
    progress.startReview();
    this.#say(w.turnedOn);
    void this.keepFocus(".primary", ".turn-off");
  }

  #turnOff(): void {
    this.#leave();
    this.#over = undefined;
    this.#say(w.turnedOff, progress.endReview());
    void this.keepFocus(".undo");
  }

  #takeBack(): void {
    this.#undo?.();
    this.#say(w.undone);
    void this.keepFocus(".primary", ".turn-off");
  }

  #say(text: string, undo?: () => void): void {
    this.#said = text;
    this.#undo = undo;
    this.requestUpdate();
  }

  #start(items: ReviewItem[], practice: boolean): void {
    if (this.#waiting) return;
    this.#sitting = new Sitting(items, practice);
    void this.#next();
  }

  /** Goes on to the next question; what is shown stays until it is there. */
  async #next(): Promise<void> {
    const sitting = this.#sitting;
    if (this.#waiting || !sitting) return;
    this.#waiting = true;
    this.#say(w.wait);
    await sitting.next();
    if (sitting !== this.#sitting) return; // stopped in the meantime
    if (!sitting.current) {
      this.#stop();
      return;
    }
    this.#waiting = false;
    this.#over = undefined;
    this.#question = new ReviewQuestion(sitting, sitting.current, () => this.#changed());
    this.#say("");
    await this.updateComplete;
    this.querySelector<HTMLElement>(".place")?.focus();
  }

  #changed(): void {
    this.requestUpdate();
    void this.keepFocus(".next", ".question-text + * input");
  }

  #stop(): void {
    this.#over = this.#sitting?.hasResult ? this.#sitting : undefined;
    this.#leave();
    this.#say("");
    void this.keepFocus(".result", ".primary", ".turn-off");
  }

  #leave(): void {
    this.#sitting = undefined;
    this.#question = undefined;
    this.#waiting = false;
  }
}
