import { html, nothing } from "lit";
import { PageElement } from "../elements/page-element.js";
import { dayOf } from "../review/calendar-day.js";
import { dueCount } from "../review/due.js";
import { lessonSlug, progress } from "../state/progress.js";
import { words } from "../words/en.js";

/**
 * `<fl-progress>`: how many questions of this lesson are solved, and how many are due for a reader
 * who has turned review on; the same in the course lists.
 */
export class ProgressBadge extends PageElement {
  protected override async prepare(): Promise<void> {
    progress.subscribe(() => this.requestUpdate());
  }

  override render() {
    const { dueShort, review, solvedOf, solvedShort } = words.shell;
    for (const item of document.querySelectorAll<HTMLElement>("li[data-lesson]")) {
      const solved = progress.solved(item.dataset.lesson ?? "");
      const total = Number(item.dataset.questions ?? 0);
      if (solved > 0) item.dataset.solved = total ? solvedOf(solved, total) : solvedShort(solved);
      else delete item.dataset.solved;
    }
    const { reviewPage } = this.dataset; // a lesson in a file of its own has none
    const due = reviewPage === undefined ? 0 : dueCount(progress.record, dayOf(new Date()));
    for (const item of document.querySelectorAll<HTMLElement>("li[data-review]")) {
      if (due > 0) item.dataset.due = dueShort(due);
      else delete item.dataset.due;
    }
    const solved = lessonSlug ? progress.solved(lessonSlug) : 0;
    const link = html`<a class="due" href=${reviewPage ?? ""}><span class="visually-hidden">${review}: </span>${dueShort(due)}</a>`;
    const mark = html`<span class="progress" role="img" aria-label=${solvedShort(solved)}>✓ ${solved}</span>`;
    return [due > 0 ? link : nothing, solved > 0 ? mark : nothing];
  }
}
