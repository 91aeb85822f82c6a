import { html, nothing } from "lit";
import { fileName, fileText } from "../progress/progress-file.js";
import { recordAside } from "../progress/storage.js";
import { progress } from "../state/progress.js";
import { saveFile } from "../take/save-file.js";
import { reviewWords } from "../words/en-review.js";
import { countIn, DataFile } from "./data-file.js";
import { PageElement } from "./page-element.js";

const w = reviewWords.data;

function filesIn(event: DragEvent): DataTransfer | undefined {
  const { dataTransfer } = event;
  return dataTransfer?.types.includes("Files") ? dataTransfer : undefined;
}

/** `<fl-your-data>`: what is kept in this browser, to be saved, loaded and deleted. */
export class YourData extends PageElement {
  #said = "";
  /** Takes back the last change, for as long as the page is open. */
  #undo: { label: string; run: () => void } | undefined;
  #dropping = false;
  #leaving: AbortController | undefined;
  readonly #file = new DataFile({
    changed: () => this.#showFile(),
    loaded: (message, run) => this.#done(message, { label: w.undoLoad, run }),
  });

  protected override async prepare(): Promise<void> {
    progress.subscribe(() => this.requestUpdate());
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#leaving = new AbortController();
    const { signal } = this.#leaving;
    // on the whole page: a browser shows a file that is dropped beside its target
    document.addEventListener("dragover", (event) => this.#drag(event), { signal });
    document.addEventListener("dragleave", (event) => this.#dragLeave(event), { signal });
    document.addEventListener("drop", (event) => this.#drop(event), { signal });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#leaving?.abort();
  }

  override render() {
    const { answered, lessons, solved } = countIn(progress.record);
    const { on, offered } = progress.record.review;
    const anything = answered > 0 || on || offered !== undefined;
    const aside = recordAside.read();
    return html`<section class="your-data" aria-label=${w.label}>
      <p>${anything ? w.kept(answered, lessons, solved, on) : w.nothing}</p>
      ${anything ? html`<p class="buttons"><button type="button" class="save" @click=${() => this.#save()}>${w.save}</button></p>` : nothing}
      <p class="load"><label for="${this.uid}-file">${w.load}</label>
        <input id="${this.uid}-file" type="file" accept=".json,application/json" aria-describedby="${this.uid}-drop" @change=${(event: Event) => this.#choose(event)}></p>
      <p class="note" id="${this.uid}-drop">${w.drop}</p>
      ${this.#dropping ? html`<p class="drop-here">${w.dropHere}</p>` : nothing}
      ${this.#file.view()}
      <p class="said"><span role="status">${this.#said}</span> ${this.#undo ? html`<button type="button" class="undo" @click=${() => this.#takeBack()}>${this.#undo.label}</button>` : nothing}</p>
      ${aside === undefined ? nothing : this.#asideView(aside)}
      ${anything || aside !== undefined ? html`<p class="buttons"><button type="button" class="delete" @click=${() => this.#dialog()?.showModal()}>${w.delete}</button></p>` : nothing}
      <dialog class="confirm" aria-labelledby="${this.uid}-delete">
        <h3 id="${this.uid}-delete">${w.deleteTitle}</h3>
        <p>${w.deleteNote(answered)}</p>
        <p class="buttons"><button type="button" class="primary" @click=${() => this.#delete()}>${w.deleteNow}</button>
          <button type="button" @click=${() => this.#dialog()?.close()}>${w.cancel}</button></p>
      </dialog>
    </section>`;
  }

  #asideView(text: string) {
    return html`<p>${w.aside}</p><p class="buttons">
      <button type="button" @click=${() => this.#saveAs("fall-line-set-aside.json", text)}>${w.saveAside}</button>
      <button type="button" @click=${() => this.#deleteAside()}>${w.deleteAside}</button></p>`;
  }

  #dialog(): HTMLDialogElement | null {
    return this.querySelector("dialog");
  }

  #save(): void {
    const now = new Date();
    this.#saveAs(fileName(now), fileText(progress.record, now));
  }

  #saveAs(name: string, text: string): void {
    saveFile(name, new Blob([text], { type: "application/json" }));
    this.#say(w.saved(name));
  }

  #choose(event: Event): void {
    const input = event.target as HTMLInputElement;
    const files = [...(input.files ?? [])];
    input.value = ""; // the same file can be chosen again
    if (files.length > 0) void this.#file.open(files);
  }

  #drag(event: DragEvent): void {
    if (!filesIn(event)) return;
    event.preventDefault();
    if (this.#dropping) return;
    this.#dropping = true;
    this.requestUpdate();
  }

  #dragLeave(event: DragEvent): void {
    if (event.relatedTarget !== null) return; // still on the page
    this.#dropping = false;
    this.requestUpdate();
  }

  #drop(event: DragEvent): void {
    const files = filesIn(event)?.files;
    if (!files) return;
    event.preventDefault();
    this.#dropping = false;
    void this.#file.open([...files]);
  }

  #showFile(): void {
    this.requestUpdate();
    void this.updateComplete.then(() => {
      this.querySelector<HTMLElement>(".found h3")?.focus();
      return this.keepFocus(".undo", ".load input");
    });
  }

  #delete(): void {
    this.#dialog()?.close();
    this.#done(w.deleted, { label: w.undoDelete, run: progress.clear() });
  }

  #deleteAside(): void {
    recordAside.remove();
    this.#say(w.asideDeleted);
    void this.keepFocus(".delete", ".load input");
  }

  #takeBack(): void {
    this.#undo?.run();
    this.#undo = undefined;
    this.#say(reviewWords.undone);
    void this.keepFocus(".save", ".load input");
  }

  #done(message: string, undo: { label: string; run: () => void }): void {
    this.#undo = undo;
    this.#say(`${message} ${w.untilLeft}`);
    void this.keepFocus(".undo");
  }

  #say(text: string): void {
    this.#said = text;
    this.requestUpdate();
  }
}
