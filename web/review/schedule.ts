import { type Day, dayAfter } from "./calendar-day.js";

/** Days until a question comes back, box by box. */
export const intervals = [1, 3, 7, 14, 30] as const;

/** Where a question stands: in which box, and the day from which it is due. */
export interface ReviewState {
  box: number;
  due: Day;
}

const lastBox = 4;
const longest = intervals[lastBox];

function inBox(box: number, today: Day): ReviewState {
  return { box, due: dayAfter(today, intervals[box] ?? longest) };
}

/** Of a question that was never reviewed; `answered` is the day of its last answer, if known. */
export function firstState(answered: Day | undefined, today: Day): ReviewState {
  return answered === undefined ? { box: 0, due: today } : inBox(0, answered);
}

/** A right answer moves a question one box on, a wrong one back to the first. */
export function afterAnswer({ box }: ReviewState, right: boolean, today: Day): ReviewState {
  return inBox(right ? Math.min(box + 1, lastBox) : 0, today);
}

/** For a question that cannot be asked now: it keeps its box, and comes up again much later. */
export function putOff({ box }: ReviewState, today: Day): ReviewState {
  return { box, due: dayAfter(today, longest) };
}

/**
 * Whether a question is to be asked today. A day further off than any answer could have put it
 * comes from a clock that was wrong: then it is due, or it would wait for years.
 */
export function isDue({ due }: ReviewState, today: Day): boolean {
  return due <= today || due > dayAfter(today, longest);
}
