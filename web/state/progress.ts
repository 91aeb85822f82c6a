import { mergedRecord } from "../progress/merge-records.js";
import {
  type Answer,
  emptyRecord,
  type Lessons,
  type ProgressRecord,
  type QuestionRecord,
  withQuestion,
} from "../progress/record.js";
import { onOtherTab, recordAside, recordStorage } from "../progress/storage.js";
import { takenBack } from "../progress/take-back.js";
import type { ReviewState } from "../review/schedule.js";
import { words } from "../words/en.js";
import { notices } from "./notices.js";
import { Store } from "./store.js";

/** What reads records comes where there is one to read: a first visit has none. */
let reading: typeof import("../progress/read-record.js") | undefined;
async function fetchReading(): Promise<void> {
  reading ??= await import("../progress/read-record.js");
}

type Change = (record: ProgressRecord) => ProgressRecord;

/** `lessons` without where their questions stand in the review. */
function withoutReview(lessons: Lessons): Lessons {
  const entries = Object.entries(lessons).map(([lesson, questions]) => {
    const kept = Object.entries(questions).map(([id, { review: _, ...rest }]) => [id, rest]);
    return [lesson, Object.fromEntries(kept)];
  });
  return Object.fromEntries(entries);
}

/** Progress kept in this browser, and nowhere else. */
class Progress extends Store {
  #record = emptyRecord();
  /** What the browser holds where that is the record. */
  #text: string | undefined;
  /** Whether the browser has the record as it is; if not, this page holds the only one. */
  #kept = true;
  /** Whether what the browser holds may be written over. */
  #mine = true;
  #complained = false;

  /** Kept once the record that the browser held at first has been read. */
  readonly opened: Promise<void>;

  constructor() {
    super();
    this.opened = this.#open();
    onOtherTab(() => void this.#follow());
    // a page that was away may come back to other answers, and to another day
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState !== "visible") return;
      this.#reread();
      this.changed();
    });
  }

  get record(): ProgressRecord {
    return this.#record;
  }

  /** Questions of `lesson` that were answered right. */
  solved(lesson: string): number {
    const questions = Object.values(this.#record.lessons[lesson] ?? {});
    return questions.filter(({ solved }) => solved).length;
  }

  isSolved(lesson: string, question: string): boolean {
    return this.of(lesson, question)?.solved === true;
  }

  of(lesson: string, question: string): QuestionRecord | undefined {
    return this.#record.lessons[lesson]?.[question];
  }

  answer(lesson: string, question: string, { given, right }: Omit<Answer, "at">): void {
    this.#change((record) => {
      const known = record.lessons[lesson]?.[question];
      return withQuestion(record, lesson, question, {
        ...known,
        solved: right || known?.solved === true,
        tries: (known?.tries ?? 0) + 1,
        last: { given, right, at: new Date().toISOString() },
      });
    });
  }

  /** Sets where a question that was answered before stands in the review. */
  schedule(lesson: string, question: string, review: ReviewState): void {
    this.#change((record) => {
      const known = record.lessons[lesson]?.[question];
      return known ? withQuestion(record, lesson, question, { ...known, review }) : record;
    });
  }

  startReview(): void {
    this.#change((record) => ({ ...record, review: { ...record.review, on: true } }));
  }

  /** Turns review off and forgets where every question stood; the answer takes that back. */
  endReview(): () => void {
    return this.#revocably((record) => ({
      ...record,
      review: { ...record.review, on: false },
      lessons: withoutReview(record.lessons),
    }));
  }

  /** Notes that the quiz of `lesson` offers review, if none has before. */
  offerReview(lesson: string): void {
    const { on, offered } = this.#record.review;
    if (on || offered !== undefined) return;
    this.#change((record) => ({ ...record, review: { ...record.review, offered: lesson } }));
  }

  /** Puts `record` in place of all there is; the answer takes that back. */
  replace(record: ProgressRecord): () => void {
    return this.#revocably(() => record);
  }

  /** Deletes all there is, and what was set aside; the answer takes that back. */
  clear(): () => void {
    const aside = recordAside.read();
    const takeBack = this.#revocably(emptyRecord);
    recordAside.remove();
    if (recordStorage.remove()) this.#mine = true;
    return () => {
      if (aside !== undefined) recordAside.write(aside);
      takeBack();
    };
  }

  #revocably(change: Change): () => void {
    this.#reread();
    const before = this.#record;
    this.#change(change);
    const after = this.#record;
    return () => this.#change((since) => takenBack(before, after, since));
  }

  #change(change: Change): void {
    this.#reread();
    this.#record = change(this.#record);
    const text = JSON.stringify(this.#record);
    this.#kept = this.#mine && recordStorage.write(text);
    if (this.#kept) this.#text = text;
    else if (this.#mine && !this.#complained) {
      this.#complained = true;
      notices.add(words.notices.progressNotSaved);
    }
    this.changed();
  }

  async #open(): Promise<void> {
    if (recordStorage.read() === undefined) return;
    try {
      await fetchReading();
    } catch {
      this.#leave(words.notices.progressNotSaved);
      return;
    }
    this.#load();
  }

  #load(): void {
    const text = recordStorage.read();
    if (text === undefined) return;
    if (this.#take(text)) return;
    if (recordAside.write(text)) {
      recordStorage.remove();
      notices.add(words.notices.progressUnreadable);
    } else {
      // where there is no room for a copy, what cannot be read stays where it is
      this.#leave(words.notices.progressNotSaved);
    }
  }

  /** Whether `text` is a record; then it is the one. */
  #take(text: string): boolean {
    const record = reading?.readRecord(text);
    if (record) [this.#record, this.#text] = [record, text];
    return record !== undefined;
  }

  /** Takes over what another tab has written in the meantime. */
  #reread(): void {
    if (!this.#kept) return;
    const text = recordStorage.read();
    if (text === this.#text) return;
    if (text === undefined) [this.#record, this.#text] = [emptyRecord(), undefined];
    else if (!reading) void this.#addFirst(text);
    else if (!this.#take(text)) this.#leave(words.notices.progressOfOtherTab);
  }

  /** Another tab has written the first record there is, which cannot be read at once. */
  async #addFirst(text: string): Promise<void> {
    await fetchReading().catch(() => {});
    const record = reading?.readRecord(text);
    if (record) this.#change((own) => mergedRecord(own, record));
    else this.#leave(words.notices.progressOfOtherTab);
  }

  /** Another tab has written, or deleted, just now. */
  async #follow(): Promise<void> {
    if (recordStorage.read() !== undefined) await fetchReading().catch(() => {});
    const text = recordStorage.read();
    const record = text === undefined ? undefined : reading?.readRecord(text);
    if (text === undefined) [this.#record, this.#text] = [emptyRecord(), undefined];
    else if (!record) this.#leave(words.notices.progressOfOtherTab);
    else if (!this.#kept) this.#record = mergedRecord(this.#record, record);
    else [this.#record, this.#text] = [record, text];
    this.changed();
  }

  /** Writes no more: what the browser holds is not this page's to write over. */
  #leave(reason: string): void {
    this.#mine = false;
    this.#kept = false;
    notices.add(reason);
  }
}

export const progress = new Progress();
export const lessonSlug = document.documentElement.dataset.lesson ?? "";
