import type { ProgressRecord } from "../progress/record.js";
import { type Day, dayOf } from "./calendar-day.js";
import { firstState, isDue, type ReviewState } from "./schedule.js";

/** A question that was answered at least once, and where it stands. */
export interface ReviewItem {
  lesson: string;
  question: string;
  state: ReviewState;
}

/** Every question that can be reviewed, the longest due first. */
export function reviewItems(record: ProgressRecord, today: Day): ReviewItem[] {
  const items = Object.entries(record.lessons).flatMap(([lesson, questions]) =>
    Object.entries(questions).map(([question, { last, review }]) => {
      const state = review ?? firstState(last && dayOf(new Date(last.at)), today);
      return { lesson, question, state };
    }),
  );
  return items.sort((a, b) => (a.state.due < b.state.due ? -1 : a.state.due > b.state.due ? 1 : 0));
}

export function dueItems(record: ProgressRecord, today: Day): ReviewItem[] {
  return reviewItems(record, today).filter(({ state }) => isDue(state, today));
}

/** How many are due today, for a reader who wants to know. */
export function dueCount(record: ProgressRecord, today: Day): number {
  return record.review.on ? dueItems(record, today).length : 0;
}

/** The first day on which something is due that is not yet, and how much. */
export function nextDue(
  record: ProgressRecord,
  today: Day,
): { day: Day; count: number } | undefined {
  const later = reviewItems(record, today).filter(({ state }) => !isDue(state, today));
  const day = later[0]?.state.due;
  if (day === undefined) return undefined;
  return { day, count: later.filter(({ state }) => state.due === day).length };
}
