import { html } from "lit";
import { icon } from "../elements/icons.js";
import { PageElement } from "../elements/page-element.js";
import { notices } from "../state/notices.js";
import { fromUrl } from "../state/url-state.js";
import { words } from "../words/en.js";
import { pageKeys } from "./page-controls.js";

const typing = "input, textarea, select, [contenteditable]";

/**
 * `<fl-teacher>`: the button that opens the panel for teachers. The panel and the lecture mode
 * are loaded when somebody wants them. `lecture` in the address, or Alt+L, starts a lecture.
 */
export class TeacherButton extends PageElement {
  static override properties = { isOpen: { state: true }, isBusy: { state: true } };
  declare isOpen: boolean;
  /** What was asked for is on its way. */
  declare isBusy: boolean;

  constructor() {
    super();
    this.isOpen = false;
    this.isBusy = false;
  }

  protected override async prepare(): Promise<void> {
    document.addEventListener("keydown", (event) => {
      if (event.code !== "KeyL" || !event.altKey || event.ctrlKey || event.metaKey) return;
      if ((event.target as Element).closest(typing)) return;
      event.preventDefault();
      void this.#lecture();
    });
  }

  override render() {
    const w = words.teacher;
    const button = html`<button type="button" class="teacher-button" aria-expanded=${this.isOpen} aria-busy=${this.isBusy}
      title=${w.open} @click=${() => void this.#toggle()}>${icon("teacher")}<span>${w.open}</span></button>`;
    // who has just hidden the button still needs the panel
    if (!this.isOpen) return this.guardedWhole(pageKeys.teacher, () => button);
    return html`${button}<fl-teacher-panel @close=${() => this.#close()}></fl-teacher-panel>`;
  }

  /** Where the address asks for a lecture, starts it. */
  async lectureFromAddress(): Promise<void> {
    const asked = fromUrl("lecture");
    if (asked !== undefined) await this.#lecture(asked);
  }

  async #lecture(asked?: string): Promise<void> {
    const code = await this.#fetched(() => import("../teaching/lecture.js"));
    code?.startLecture(asked);
  }

  async #toggle(): Promise<void> {
    if (this.isOpen) await this.#close();
    else if (await this.#fetched(() => import("../teaching/teacher-panel.js"))) this.isOpen = true;
  }

  /** The code, unless it does not come, which the reader is told, or is on its way already. */
  async #fetched<Code>(fetch: () => Promise<Code>): Promise<Code | undefined> {
    if (this.isBusy) return undefined;
    this.isBusy = true;
    notices.dismiss(words.teacher.failed);
    try {
      return await fetch();
    } catch {
      notices.add(words.teacher.failed);
      return undefined;
    } finally {
      this.isBusy = false;
    }
  }

  async #close(): Promise<void> {
    this.isOpen = false;
    await this.updateComplete;
    const button = this.querySelector<HTMLElement>(".teacher-button");
    if (button?.checkVisibility()) button.focus();
    else document.querySelector("main")?.focus({ preventScroll: true });
  }
}
