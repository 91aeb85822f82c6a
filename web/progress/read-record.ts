import * as v from "valibot";
import { type Lessons, type ProgressRecord, recordVersion } from "./record.js";
import { recordSchema } from "./record-schema.js";

/** A name that JavaScript gives a meaning of its own; no lesson or question has it. */
export class ForbiddenName extends Error {
  constructor(readonly key: string) {
    super(`"${key}" cannot be the name of anything`);
  }
}

const forbidden = new Set(["__proto__", "constructor", "prototype"]);

/** JSON without such names; throws where it is none. */
export function parsePlainJson(text: string): unknown {
  return JSON.parse(text, (key, value) => {
    if (forbidden.has(key)) throw new ForbiddenName(key);
    return value;
  });
}

/** Version 1 had for every question whether it was solved, and nothing else. */
const firstVersion = v.object({
  version: v.literal(1),
  lessons: v.record(v.string(), v.record(v.string(), v.boolean())),
});

function fromFirstVersion({ lessons }: v.InferOutput<typeof firstVersion>): ProgressRecord {
  const entries = Object.entries(lessons).map(([lesson, questions]) => {
    const known = Object.entries(questions).map(([id, solved]) => [id, { solved, tries: 1 }]);
    return [lesson, Object.fromEntries(known)];
  });
  return {
    version: recordVersion,
    review: { on: false },
    lessons: Object.fromEntries(entries) as Lessons,
  };
}

/** The record in `text`, also of an earlier version; undefined where it is none. */
export function readRecord(text: string): ProgressRecord | undefined {
  try {
    const value = parsePlainJson(text);
    const current = v.is(firstVersion, value) ? fromFirstVersion(value) : value;
    const { success, output } = v.safeParse(recordSchema, current, { abortEarly: true });
    return success ? output : undefined;
  } catch {
    return undefined;
  }
}
