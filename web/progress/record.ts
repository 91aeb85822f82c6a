import type { ProgressRecord, QuestionRecord } from "./record-schema.js";

export type { Answer, Expected, ProgressRecord, QuestionRecord } from "./record-schema.js";
export type Lessons = Record<string, Record<string, QuestionRecord>>;

export const recordVersion = 2;

export function emptyRecord(): ProgressRecord {
  return { version: recordVersion, review: { on: false }, lessons: {} };
}

/** `record` with one question's entry replaced. */
export function withQuestion(
  record: ProgressRecord,
  lesson: string,
  id: string,
  entry: QuestionRecord,
): ProgressRecord {
  const lessons = { ...record.lessons, [lesson]: { ...record.lessons[lesson], [id]: entry } };
  return { ...record, lessons };
}
