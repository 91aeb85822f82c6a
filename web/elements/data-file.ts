import { html, nothing } from "lit";
import { countMerge, mergedRecord } from "../progress/merge-records.js";
import { BadFile, recordInFile, type SavedRecord } from "../progress/progress-file.js";
import type { ProgressRecord } from "../progress/record.js";
import { progress } from "../state/progress.js";
import { reviewWords } from "../words/en-review.js";

const w = reviewWords.data;

/** How many questions a record has, and how many of them are solved. */
export function countIn({ lessons }: ProgressRecord): {
  answered: number;
  solved: number;
  lessons: number;
} {
  const entries = Object.values(lessons).map((questions) => Object.values(questions));
  const all = entries.flat();
  return {
    answered: all.length,
    solved: all.filter(({ solved }) => solved).length,
    lessons: entries.filter((list) => list.length > 0).length,
  };
}

export interface DataFileOptions {
  changed(): void;
  /** Something was loaded; `undo` takes it back. */
  loaded(message: string, undo: () => void): void;
}

/** A file that the reader wants to load: what is wrong with it, or what it would change. */
export class DataFile {
  readonly #options: DataFileOptions;
  #name = "";
  #found: SavedRecord | undefined;
  #fault = "";

  constructor(options: DataFileOptions) {
    this.#options = options;
  }

  async open(files: readonly File[]): Promise<void> {
    this.#name = files[0]?.name ?? "";
    this.#found = undefined;
    this.#fault = "";
    try {
      this.#found = await recordInFile(files);
    } catch (error) {
      if (!(error instanceof BadFile)) throw error;
      this.#fault = w.fault(this.#name, error.fault);
    }
    this.#options.changed();
  }

  #close(): void {
    this.#found = undefined;
    this.#fault = "";
    this.#options.changed();
  }

  view() {
    return html`<div role="alert">${this.#fault ? html`<p class="refused">${this.#fault} ${w.unchanged}</p>` : nothing}</div>
      ${this.#found ? this.#choice(this.#found) : nothing}`;
  }

  #choice({ record, saved, site }: SavedRecord) {
    const there = countIn(record);
    const { added, newer, kept } = countMerge(progress.record, record);
    const { answered } = countIn(progress.record);
    return html`<section class="found" aria-labelledby="data-file-name">
      <h3 id="data-file-name" tabindex="-1">${w.found(this.#name)}</h3>
      <p>${w.summary(site, saved, there.answered, there.solved, record.review.on)}</p>
      <dl>
        <dt><button type="button" class="primary" aria-describedby="data-file-merge" @click=${() => this.#merge(record)}>${w.merge}</button></dt>
        <dd id="data-file-merge">${w.mergeNote(added, newer, kept)}</dd>
        <dt><button type="button" aria-describedby="data-file-replace" @click=${() => this.#replace(record)}>${w.replace}</button></dt>
        <dd id="data-file-replace">${w.replaceNote(answered, there.answered)}</dd>
      </dl>
      <p class="buttons"><button type="button" @click=${() => this.#close()}>${w.cancel}</button></p>
    </section>`;
  }

  #merge(record: ProgressRecord): void {
    this.#load(mergedRecord(progress.record, record), w.merged);
  }

  #replace(record: ProgressRecord): void {
    this.#load(record, w.replaced);
  }

  #load(record: ProgressRecord, message: (count: number) => string): void {
    const undo = progress.replace(record);
    this.#close();
    this.#options.loaded(message(countIn(record).answered), undo);
  }
}
