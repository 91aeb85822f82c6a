import type { ProgressRecord } from "./record.js";

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/**
 * The record as it was `before` a change that led to `after`, with whatever has happened `since`
 * the change: answers given in the meantime stay.
 */
export function takenBack(
  before: ProgressRecord,
  after: ProgressRecord,
  since: ProgressRecord,
): ProgressRecord {
  const lessons = { ...before.lessons };
  for (const [lesson, questions] of Object.entries(since.lessons)) {
    for (const [id, entry] of Object.entries(questions)) {
      if (same(entry, after.lessons[lesson]?.[id])) continue;
      lessons[lesson] = { ...lessons[lesson], [id]: entry };
    }
  }
  const review = same(since.review, after.review) ? before.review : since.review;
  return { ...before, review, lessons };
}
