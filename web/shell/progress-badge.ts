import { html, nothing } from "lit";
import { PageElement } from "../elements/page-element.js";
import { lessonSlug, progress } from "../state/progress.js";
import { words } from "../words/en.js";

/** `<fl-progress>`: how many questions of this lesson are solved; ticks in the course lists. */
export class ProgressBadge extends PageElement {
  protected override async prepare(): Promise<void> {
    progress.subscribe(() => this.requestUpdate());
  }

  override render() {
    for (const item of document.querySelectorAll<HTMLElement>("[data-lesson]")) {
      const solved = progress.solved(item.dataset.lesson ?? "");
      if (item !== document.documentElement && solved > 0) {
        item.dataset.solved = words.shell.solvedShort(solved);
      }
    }
    const solved = lessonSlug ? progress.solved(lessonSlug) : 0;
    return solved > 0
      ? html`<span class="progress" role="img" aria-label=${words.shell.solvedShort(solved)}>✓ ${solved}</span>`
      : nothing;
  }
}
