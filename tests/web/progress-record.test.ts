import { expect, test } from "vitest";
import { countMerge, mergedRecord } from "../../web/progress/merge-records.js";
import { readRecord } from "../../web/progress/read-record.js";
import {
  emptyRecord,
  type ProgressRecord,
  type QuestionRecord,
  withQuestion,
} from "../../web/progress/record.js";
import { takenBack } from "../../web/progress/take-back.js";

const entry = (day: number, right = true, more: Partial<QuestionRecord> = {}): QuestionRecord => ({
  solved: right,
  tries: 1,
  last: { given: day, right, at: `2025-11-${String(day).padStart(2, "0")}T10:00:00.000Z` },
  ...more,
});

const record = (lessons: ProgressRecord["lessons"], review = { on: false }): ProgressRecord => ({
  ...emptyRecord(),
  review,
  lessons,
});

test("a record of the first version is taken over as it is", () => {
  const old = { version: 1, lessons: { adam: { factor: true, sign: false }, empty: {} } };
  expect(readRecord(JSON.stringify(old))).toEqual({
    version: 2,
    review: { on: false },
    lessons: {
      adam: { factor: { solved: true, tries: 1 }, sign: { solved: false, tries: 1 } },
      empty: {},
    },
  });
});

test("a record comes back as it was written", () => {
  const full = record(
    {
      adam: {
        factor: entry(3, true, { review: { box: 4, due: "2025-12-03" } }),
        why: { solved: false, tries: 7, last: { ...entry(1, false).last!, given: ["One", "−2"] } },
        old: { solved: true, tries: 1 },
      },
      "Übung 2": {},
    },
    { on: true, offered: "adam" } as ProgressRecord["review"],
  );
  expect(readRecord(JSON.stringify(full))).toEqual(full);
});

const whole = JSON.stringify(record({ adam: { factor: entry(3) } }));

test.each([
  ["nothing", ""],
  ["no JSON", "{{{"],
  ["a list", "[]"],
  ["null", "null"],
  ["cut off", whole.slice(0, -2)],
  ["of a later version", whole.replace('"version":2', '"version":3')],
  ["of an earlier one than the first", '{"version":0,"lessons":{"a":{"b":true}}}'],
  ["damaged in the first version", '{"version":1,"lessons":{"a":{"b":"yes"}}}'],
  ["without review", whole.replace('"review":{"on":false},', "")],
  ["lessons in a list", '{"version":2,"review":{"on":false},"lessons":[]}'],
  ["tries that are none", whole.replace('"tries":1', '"tries":0')],
  ["half a try", whole.replace('"tries":1', '"tries":1.5')],
  ["a day that is none", whole.replace("2025-11-03T", "2025-02-30T")],
  ["a name that is special", whole.replace('"factor"', '"__proto__"')],
  ["a name that is a path", whole.replace('"adam"', '"../adam"')],
  [
    "a box there is none",
    whole.replace('"tries":1', '"tries":1,"review":{"box":5,"due":"2025-11-04"}'),
  ],
  ["an infinite answer", whole.replace('"given":3', '"given":1e999')],
])("%s is no record", (_, text) => expect(readRecord(text)).toBe(undefined));

test("a merge takes of every question the newer answer", () => {
  const mine = record({ a: { one: entry(1), two: entry(9) }, b: { three: entry(5) } });
  const other = record({ a: { one: entry(4, false), two: entry(2) }, c: { four: entry(3) } });
  const merged = mergedRecord(mine, other);
  expect(merged.lessons).toEqual({
    a: { one: { ...entry(4, false), solved: true }, two: entry(9) },
    b: { three: entry(5) },
    c: { four: entry(3) },
  });
  expect(countMerge(mine, other)).toEqual({ added: 1, newer: 1, kept: 1 });
  expect(countMerge(mine, mine)).toEqual({ added: 0, newer: 0, kept: 3 });
  expect(countMerge(emptyRecord(), mine)).toEqual({ added: 3, newer: 0, kept: 0 });
});

test("a merge loses no place in the review and no solved question", () => {
  const box = { box: 3, due: "2025-12-01" };
  const mine = record({ a: { one: entry(1, true, { review: box, tries: 5 }) } }, { on: true });
  const other = record({ a: { one: entry(4, false) } });
  const merged = mergedRecord(other, mine);
  expect(merged.review.on).toBe(true);
  expect(merged.lessons.a?.one).toEqual({
    ...entry(4, false),
    solved: true,
    tries: 5,
    review: box,
  });
});

test("merging is the same from both sides, and a second time changes nothing", () => {
  const entries = [
    entry(1),
    entry(1, false),
    entry(2, true, { tries: 3 }),
    { solved: true, tries: 1 },
    { solved: false, tries: 4, review: { box: 1, due: "2025-11-05" } },
    entry(2, false, { review: { box: 0, due: "2025-11-03" } }),
  ];
  for (const one of entries) {
    for (const two of entries) {
      const [a, b] = [record({ x: { q: one } }), record({ x: { q: two } }, { on: true })];
      const merged = mergedRecord(a, b);
      expect(mergedRecord(b, a)).toEqual(merged);
      expect(mergedRecord(merged, b)).toEqual(merged);
      expect(mergedRecord(merged, a)).toEqual(merged);
    }
  }
});

test("taking a change back keeps what was answered after it", () => {
  const before = record({ a: { one: entry(1), two: entry(2) } }, { on: true });
  const after = record({ a: { one: entry(5) }, c: { five: entry(5) } });
  expect(takenBack(before, after, after)).toEqual(before);
  const since = withQuestion(withQuestion(after, "a", "two", entry(7)), "d", "six", entry(8));
  expect(takenBack(before, after, since)).toEqual({
    ...before,
    lessons: { a: { one: entry(1), two: entry(7) }, d: { six: entry(8) } },
  });
  const turnedOn = { ...after, review: { on: true, offered: "a" } };
  expect(takenBack(before, after, turnedOn).review).toEqual(turnedOn.review);
});
