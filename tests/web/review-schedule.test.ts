import { readFileSync } from "node:fs";
import { load } from "cheerio";
import { afterEach, expect, test } from "vitest";
import { inRoot } from "../../web/commands/root.mjs";
import { emptyRecord, type ProgressRecord } from "../../web/progress/record.js";
import { dayAfter, dayOf, daysBetween, isDay } from "../../web/review/calendar-day.js";
import { dueCount, dueItems, nextDue, reviewItems } from "../../web/review/due.js";
import { mixedOrder } from "../../web/review/mixed-order.js";
import { afterAnswer, firstState, intervals, isDue, putOff } from "../../web/review/schedule.js";

const zone = process.env.TZ;
afterEach(() => {
  process.env.TZ = zone;
});

test("days count over months, leap years and changes of the clock", () => {
  expect(dayAfter("2025-01-31", 1)).toBe("2025-02-01");
  expect(dayAfter("2024-02-28", 1)).toBe("2024-02-29");
  expect(dayAfter("2025-12-31", 1)).toBe("2026-01-01");
  expect(dayAfter("2025-03-29", 3)).toBe("2025-04-01"); // Europe's clocks change in between
  expect(dayAfter("2025-11-22", -30)).toBe("2025-10-23");
  expect(daysBetween("2025-03-01", "2025-04-01")).toBe(31);
  expect(daysBetween("2025-04-01", "2025-03-31")).toBe(-1);
});

test.each([
  ["Pacific/Kiritimati", "2025-11-23"], // fourteen hours ahead
  ["Europe/Berlin", "2025-11-23"],
  ["UTC", "2025-11-22"],
  ["America/Los_Angeles", "2025-11-22"],
])("in %s the day ends at the reader's midnight", (name, day) => {
  process.env.TZ = name;
  expect(dayOf(new Date("2025-11-22T23:30:00Z"))).toBe(day);
});

test.each([
  "2025-02-30",
  "2025-13-01",
  "2025-1-1",
  "2025-11-22T00:00",
  "tomorrow",
  "",
  "99999-01-01",
])("%j is no day", (text) => expect(isDay(text)).toBe(false));

const today = "2025-11-22";

test("right answers lead from box to box, each further off", () => {
  let state = firstState(today, today);
  expect(state).toEqual({ box: 0, due: "2025-11-23" });
  const waits: number[] = [];
  for (let i = 0; i < 6; i += 1) {
    const day = state.due;
    state = afterAnswer(state, true, day);
    waits.push(daysBetween(day, state.due));
  }
  expect(waits).toEqual([3, 7, 14, 30, 30, 30]);
  expect(state.box).toBe(4);
});

test("the page tells the days as they are", () => {
  const page = load(readFileSync(inRoot("lessons/review/index.html"), "utf8"));
  const numbers = page(".lead [data-plain]").map((_, one) => Number(page(one).text()));
  expect(page(".lead").text()).toContain("after a day");
  expect([1, ...numbers.get()]).toEqual(intervals);
});

test("a wrong answer leads back to the first box, from every box", () => {
  for (const box of [0, 1, 2, 3, 4]) {
    const state = afterAnswer({ box, due: "2025-11-01" }, false, today);
    expect(state).toEqual({ box: 0, due: "2025-11-23" });
  }
});

test("an answer counts from the day it is given on, not from the day it was due", () => {
  expect(afterAnswer({ box: 1, due: "2025-01-01" }, true, today).due).toBe("2025-11-29");
});

test("a question is due from its day on, and at once where its last answer has no date", () => {
  expect(isDue({ box: 0, due: today }, today)).toBe(true);
  expect(isDue({ box: 0, due: "2025-11-23" }, today)).toBe(false);
  expect(isDue({ box: 3, due: "2024-01-01" }, today)).toBe(true);
  expect(isDue(firstState(undefined, today), today)).toBe(true);
});

test("a clock that was wrong keeps no question away", () => {
  const inThatYear = afterAnswer({ box: 2, due: today }, true, "2099-01-01");
  expect(isDue(inThatYear, today)).toBe(true);
  expect(afterAnswer(inThatYear, true, today).due).toBe("2025-12-22");
  // a clock set back by a day or two moves nothing
  expect(isDue({ box: 4, due: dayAfter(today, 30) }, today)).toBe(false);
});

test("what cannot be asked keeps its box and comes up in a month", () => {
  expect(putOff({ box: 2, due: today }, today)).toEqual({ box: 2, due: "2025-12-22" });
});

/** A record whose questions were last answered at noon of a day, or stand in the review. */
function recordOf(
  lessons: Record<string, Record<string, string | { box: number; due: string }>>,
): ProgressRecord {
  const entries = Object.entries(lessons).map(([lesson, questions]) => [
    lesson,
    Object.fromEntries(
      Object.entries(questions).map(([id, at]) => {
        const answered = typeof at === "string" ? at : "2025-11-01";
        const last = { given: 1, right: true, at: new Date(`${answered}T12:00`).toISOString() };
        return [
          id,
          { solved: true, tries: 2, last, ...(typeof at !== "string" && { review: at }) },
        ];
      }),
    ),
  ]);
  return { ...emptyRecord(), review: { on: true }, lessons: Object.fromEntries(entries) };
}

test("what is due: answered before today, or due in the review, the longest due first", () => {
  const record = recordOf({
    a: { old: "2025-11-20", fresh: today, later: { box: 1, due: "2025-11-25" } },
    b: { now: { box: 3, due: today }, longest: { box: 0, due: "2025-10-01" } },
  });
  const names = dueItems(record, today).map(({ lesson, question }) => `${lesson}/${question}`);
  expect(names).toEqual(["b/longest", "a/old", "b/now"]);
  expect(dueCount(record, today)).toBe(3);
  expect(dueCount({ ...record, review: { on: false } }, today), "nobody asked").toBe(0);
  expect(reviewItems(record, today)).toHaveLength(5);
  expect(nextDue(record, today)).toEqual({ day: "2025-11-23", count: 1 });
  expect(nextDue(record, "2025-11-23")).toEqual({ day: "2025-11-25", count: 1 });
  expect(nextDue(record, "2025-11-25")).toBe(undefined);
  expect(nextDue(emptyRecord(), today)).toBe(undefined);
});

const items = (text: string) => [...text].map((lesson, i) => ({ lesson, i }));
const lessonsOf = (order: { lesson: string }[]) => order.map(({ lesson }) => lesson).join("");

test.each(["aab", "aaabb", "abcabc", "aaaabbc", "aabbcc", "aaaabcd", "abbbbacac"])(
  "of %s never two of a lesson follow one another",
  (text) => {
    const order = mixedOrder(items(text));
    expect([...lessonsOf(order)].sort().join("")).toBe([...text].sort().join(""));
    expect(lessonsOf(order)).not.toMatch(/(.)\1/);
    for (const lesson of new Set(text)) {
      const places = order.filter((one) => one.lesson === lesson).map(({ i }) => i);
      expect(places, "within a lesson the order stays").toEqual(places.toSorted((a, b) => a - b));
    }
  },
);

test("where one lesson has too many, only what is left over follows itself", () => {
  expect(lessonsOf(mixedOrder(items("aaaab")))).toBe("abaaa");
  expect(lessonsOf(mixedOrder(items("aaa")))).toBe("aaa");
  expect(mixedOrder([])).toEqual([]);
});

test("the lesson of the question before counts", () => {
  expect(lessonsOf(mixedOrder(items("ab"), "a"))).toBe("ba");
  expect(lessonsOf(mixedOrder(items("aab"), "a"))).toBe("baa");
  expect(lessonsOf(mixedOrder(items("a"), "a"))).toBe("a");
});
