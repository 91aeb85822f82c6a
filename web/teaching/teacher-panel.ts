import { html, nothing } from "lit";
import { defineAllLater } from "../elements/later.js";
import { PageElement } from "../elements/page-element.js";
import { controlAccess } from "../state/control-access.js";
import { printing } from "../state/printing.js";
import { isSeed, quizSeed } from "../state/quiz-seed.js";
import { pageAddress } from "../state/url-state.js";
import { teaching } from "../words/en-teaching.js";
import { accessGroup } from "./access-list.js";
import { startLecture } from "./lecture.js";

/** A number that is short enough to say in class. */
function freshSeed(): string {
  const [number = 0] = crypto.getRandomValues(new Uint16Array(1));
  return String(1000 + (number % 9000));
}

/**
 * `<fl-teacher-panel>`: what students may use, the link that says so, the seed of the
 * questions, the lecture and the worksheet. It lies beside the page, which follows at once.
 * Fires `close` when it is done with.
 */
export class TeacherPanel extends PageElement {
  static override properties = { copied: { state: true }, seedSaid: { state: true } };
  declare copied: string;
  declare seedSaid: string;
  #unsubscribes: (() => void)[] = [];

  constructor() {
    super();
    this.copied = "";
    this.seedSaid = "";
  }

  protected override async prepare(): Promise<void> {}

  override connectedCallback(): void {
    super.connectedCallback();
    const draw = () => this.requestUpdate();
    this.#unsubscribes = [pageAddress.subscribe(draw), quizSeed.subscribe(draw)];
    document.addEventListener("keydown", this.#key);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const stop of this.#unsubscribes) stop();
    document.removeEventListener("keydown", this.#key);
  }

  protected override firstUpdated(): void {
    this.querySelector("dialog")?.show();
    this.querySelector<HTMLElement>("h2")?.focus();
    // figures further down have controls, too
    void defineAllLater().then(() => this.requestUpdate());
  }

  override render() {
    const w = teaching.panel;
    return html`<dialog class="teacher-panel" aria-labelledby="${this.uid}-title">
      <div class="panel-head"><h2 id="${this.uid}-title" tabindex="-1">${w.title}</h2>
        <button type="button" class="icon-button" aria-label=${w.close} title=${w.close} @click=${() => this.#close()}>×</button></div>
      <p>${w.intro}</p>
      ${this.#link()}
      ${document.querySelector("fl-quiz") ? this.#seed() : nothing}
      ${this.#controls()}
      <section><h3>${w.lecture}</h3><p>${w.lectureMeaning}</p>
        <button type="button" @click=${() => this.#lecture()}>${w.startLecture}</button></section>
      <section><h3>${w.print}</h3><p>${w.printMeaning}</p><div class="buttons">
        <button type="button" @click=${() => printing.print("all")}>${w.withAnswers}</button>
        <button type="button" @click=${() => printing.print("none")}>${w.withoutAnswers}</button></div></section>
    </dialog>`;
  }

  #link() {
    const w = teaching.panel;
    return html`<section><h3>${w.link}</h3>
      <div class="link-row">
        <button type="button" class="primary" @click=${() => void this.#copy()}>${w.copy}</button>
        <input class="link" type="text" readonly aria-label=${w.address} .value=${location.href}
          @focus=${(event: Event) => (event.target as HTMLInputElement).select()}>
      </div>
      <p role="status">${this.copied}</p>
      <p>${w.holds}</p></section>`;
  }

  async #copy(): Promise<void> {
    const link = pageAddress.now;
    try {
      await navigator.clipboard.writeText(link);
      this.copied = teaching.panel.copied;
    } catch {
      this.copied = teaching.panel.notCopied;
      await this.updateComplete;
      this.querySelector<HTMLInputElement>("input.link")?.select();
    }
  }

  #seed() {
    const w = teaching.panel;
    return html`<section><h3>${w.seed}</h3><p>${w.seedMeaning}</p>
      <div class="seed-row"><label>${w.seedLabel}
        <input class="number" type="text" inputmode="numeric" autocomplete="off" .value=${quizSeed.common}
          @change=${(event: Event) => this.#chooseSeed((event.target as HTMLInputElement).value.trim())}></label>
        <button type="button" @click=${() => this.#chooseSeed(freshSeed())}>${w.draw}</button></div>
      <p role="status">${this.seedSaid}</p></section>`;
  }

  #chooseSeed(text: string): void {
    if (!isSeed(text)) {
      this.seedSaid = teaching.panel.badSeed(text);
      return;
    }
    quizSeed.choose(text);
    this.seedSaid = teaching.panel.drawn(quizSeed.common);
  }

  #controls() {
    const w = teaching.panel;
    return html`<section><h3>${w.controls}</h3><p>${w.controlsMeaning}</p>
      <p class="buttons"><button type="button" ?disabled=${!controlAccess.prepared} @click=${() => controlAccess.clear()}>${w.showAll}</button></p>
      ${controlAccess.groups.map((group) => accessGroup(this.uid, group))}</section>`;
  }

  #lecture(): void {
    this.#close();
    startLecture();
  }

  #close(): void {
    this.dispatchEvent(new Event("close"));
  }

  readonly #key = (event: KeyboardEvent): void => {
    // a menu that is open is closed first
    if (document.querySelector("[popover]:popover-open")) return;
    if (event.key !== "Escape" || event.defaultPrevented) return;
    event.preventDefault();
    this.#close();
  };
}

customElements.define("fl-teacher-panel", TeacherPanel);
