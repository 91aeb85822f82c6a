import * as v from "valibot";
import { isDay } from "../review/calendar-day.js";
import { intervals } from "../review/schedule.js";
import { recordVersion } from "./record.js";

/** What a place of the record must hold; the faults of a schema carry it as their message. */
export type Expected =
  | "table"
  | "entry"
  | "name"
  | "flag"
  | "count"
  | "answer"
  | "time"
  | "day"
  | "box"
  | "version"
  | "text";

export const expected = (name: Expected) => name;

function isTime(text: string): boolean {
  const time = Date.parse(text);
  return Number.isFinite(time) && new Date(time).toISOString() === text;
}

/** A part of an address may stand in it: slashes may not. */
const name = v.pipe(v.string(), v.regex(/^[^/\\\p{Cc}]{0,100}$/u, expected("name")));
const flag = v.boolean(expected("flag"));
export const time = v.pipe(v.string(expected("time")), v.check(isTime, expected("time")));
const day = v.pipe(v.string(expected("day")), v.check(isDay, expected("day")));
const count = v.pipe(
  v.number(expected("count")),
  v.check((value) => Number.isSafeInteger(value) && value >= 1, expected("count")),
);
const box = v.pipe(
  v.number(expected("box")),
  v.check((value) => value in intervals, expected("box")),
);

/** A table by names; a list, though JavaScript counts it among the objects, is none. */
function table<Value extends v.GenericSchema>(value: Value) {
  return v.pipe(
    v.custom<Record<string, unknown>>((input) => !Array.isArray(input), expected("table")),
    v.record(name, value, expected("table")),
  );
}

const answer = v.object(
  {
    /** The number, or the texts of the choices. */
    given: v.union(
      [v.pipe(v.number(), v.finite(expected("answer"))), v.array(v.string())],
      expected("answer"),
    ),
    right: flag,
    at: time,
  },
  expected("entry"),
);

const question = v.object(
  {
    /** Whether it was ever answered right. */
    solved: flag,
    /** How often it was answered, as far as is known. */
    tries: count,
    /** The last answer; unknown where an old record had only whether it was right. */
    last: v.exactOptional(answer),
    /** Where it stands in the review, once it was reviewed. */
    review: v.exactOptional(v.object({ box, due: day }, expected("entry"))),
  },
  expected("entry"),
);

const review = v.object(
  {
    on: flag,
    /** The lesson whose quiz has offered review; it is offered in one. */
    offered: v.exactOptional(name),
  },
  expected("entry"),
);

/** What is kept in the browser. */
export const recordSchema = v.object(
  {
    version: v.literal(recordVersion, expected("version")),
    review,
    /** Questions that were answered, by lesson and id. */
    lessons: table(table(question)),
  },
  expected("entry"),
);

export type Answer = v.InferOutput<typeof answer>;
export type QuestionRecord = v.InferOutput<typeof question>;
export type ProgressRecord = v.InferOutput<typeof recordSchema>;
