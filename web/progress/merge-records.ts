import type { Lessons, ProgressRecord, QuestionRecord } from "./record.js";

/** Negative where `one` is the newer: by its last answer, else by how much it tells. */
function order(one: QuestionRecord, other: QuestionRecord): number {
  const key = ({ last, tries }: QuestionRecord) => [last?.at ?? "", tries] as const;
  const [[at, tries], [otherAt, otherTries]] = [key(one), key(other)];
  if (at !== otherAt) return at > otherAt ? -1 : 1;
  if (tries !== otherTries) return otherTries - tries;
  // equally new and yet not the same: any order will do, if it is always the same one
  const [text, otherText] = [JSON.stringify(one), JSON.stringify(other)];
  return text === otherText ? 0 : text > otherText ? -1 : 1;
}

/** The newer of two; solved once is solved, and a place in the review is not lost. */
function mergedQuestion(one: QuestionRecord, other: QuestionRecord): QuestionRecord {
  const [newer, older] = order(one, other) <= 0 ? [one, other] : [other, one];
  const review = newer.review ?? older.review;
  return {
    ...newer,
    solved: one.solved || other.solved,
    tries: Math.max(one.tries, other.tries),
    ...(review && { review }),
  };
}

/** What either of two records has; of a question in both, the newer entry. */
export function mergedRecord(one: ProgressRecord, other: ProgressRecord): ProgressRecord {
  const lessons: Lessons = { ...one.lessons };
  for (const [lesson, questions] of Object.entries(other.lessons)) {
    const known = { ...lessons[lesson] };
    for (const [id, entry] of Object.entries(questions)) {
      const own = known[id];
      known[id] = own ? mergedQuestion(own, entry) : entry;
    }
    lessons[lesson] = known;
  }
  const offered = one.review.offered ?? other.review.offered;
  const review = {
    on: one.review.on || other.review.on,
    ...(offered !== undefined && { offered }),
  };
  return { ...one, review, lessons };
}

/** How many questions a merge would take from `other`, by what becomes of them. */
export interface MergeCount {
  /** Not known here. */
  added: number;
  /** Known here, newer there. */
  newer: number;
  /** Known here, and no newer there. */
  kept: number;
}

export function countMerge(own: ProgressRecord, other: ProgressRecord): MergeCount {
  const count = { added: 0, newer: 0, kept: 0 };
  for (const [lesson, questions] of Object.entries(other.lessons)) {
    for (const [id, entry] of Object.entries(questions)) {
      const known = own.lessons[lesson]?.[id];
      if (!known) count.added += 1;
      else if (order(known, entry) > 0) count.newer += 1;
      else count.kept += 1;
    }
  }
  return count;
}
