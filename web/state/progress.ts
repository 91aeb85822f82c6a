import { words } from "../words/en.js";
import { notices } from "./notices.js";
import { Store } from "./store.js";

const storageKey = "fall-line:progress";
const version = 1;

/** What the reader has done in one lesson: question ids with whether the last try was right. */
type LessonProgress = Record<string, boolean>;
type Saved = { version: number; lessons: Record<string, LessonProgress> };

function isSaved(value: unknown): value is Saved {
  if (typeof value !== "object" || value === null) return false;
  const { version: found, lessons } = value as Partial<Saved>;
  return (
    found === version &&
    typeof lessons === "object" &&
    lessons !== null &&
    Object.values(lessons).every(
      (lesson) =>
        typeof lesson === "object" &&
        lesson !== null &&
        Object.values(lesson).every((right) => typeof right === "boolean"),
    )
  );
}

function storage(): Storage | undefined {
  try {
    return localStorage; // throws where the browser blocks it
  } catch {
    return undefined;
  }
}

/** Whether the browser has taken it. */
function keep(key: string, text: string): boolean {
  try {
    const place = storage();
    place?.setItem(key, text);
    return place !== undefined;
  } catch {
    return false; // full, or not allowed
  }
}

function load(): Saved {
  const text = storage()?.getItem(storageKey);
  if (!text) return { version, lessons: {} };
  try {
    const value: unknown = JSON.parse(text);
    if (isSaved(value)) return value;
  } catch {
    // not JSON: treated like any other unreadable record
  }
  keep(`${storageKey}:unreadable`, text);
  notices.add(words.notices.progressUnreadable);
  return { version, lessons: {} };
}

/** Progress kept in this browser, and nowhere else. */
class Progress extends Store {
  readonly #saved = load();

  /** Questions of `lesson` whose last answer was right. */
  solved(lesson: string): number {
    return Object.values(this.#saved.lessons[lesson] ?? {}).filter(Boolean).length;
  }

  isSolved(lesson: string, question: string): boolean {
    return this.#saved.lessons[lesson]?.[question] === true;
  }

  record(lesson: string, question: string, right: boolean): void {
    const known = this.#saved.lessons[lesson] ?? {};
    known[question] = right || known[question] === true;
    this.#saved.lessons[lesson] = known;
    if (!keep(storageKey, JSON.stringify(this.#saved))) {
      notices.add(words.notices.progressNotSaved);
    }
    this.changed();
  }
}

export const progress = new Progress();
export const lessonSlug = document.documentElement.dataset.lesson ?? "";
