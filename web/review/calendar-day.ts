/** A day of the reader's calendar, e.g. `2025-11-22`; such texts compare as the days do. */
export type Day = string;

const dayLength = 1000 * 60 * 60 * 24;

/** Midnight in UTC, where every day is as long as every other. */
function midnight(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`);
}

/** The day that `time` falls on where the reader is. */
export function dayOf(time: Date): Day {
  const [month, day] = [time.getMonth() + 1, time.getDate()].map((one) =>
    String(one).padStart(2, "0"),
  );
  return `${String(time.getFullYear()).padStart(4, "0")}-${month}-${day}`;
}

export function dayAfter(day: Day, days: number): Day {
  return new Date(midnight(day) + days * dayLength).toISOString().slice(0, 10);
}

/** How many days `to` is after `from`. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((midnight(to) - midnight(from)) / dayLength);
}

/** Whether `text` is a day that exists: the thirtieth of February is none. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const time = midnight(text);
  return Number.isFinite(time) && dayAfter(text, 0) === text;
}
