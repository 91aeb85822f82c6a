import * as v from "valibot";
import { dayOf } from "../review/calendar-day.js";
import { ForbiddenName, parsePlainJson } from "./read-record.js";
import { type Expected, type ProgressRecord, recordVersion } from "./record.js";
import { expected, recordSchema, time } from "./record-schema.js";

const format = "fall-line progress";
const site = "Fall Line";

/** A thousand answers with long choices are far from it. */
const mostBytes = 2_000_000;

/** Why a file cannot be loaded. */
export type FileFault =
  | { kind: "many" | "empty" | "cut" | "damaged" }
  | { kind: "unreadable"; error: unknown }
  | { kind: "large"; bytes: number; most: number }
  | { kind: "foreign"; format: string }
  | { kind: "newer"; version: number; known: number }
  | { kind: "name"; name: string }
  | { kind: "missing"; path: string[] }
  | { kind: "value"; path: string[]; got: string; expected: Expected };

export class BadFile extends Error {
  constructor(readonly fault: FileFault) {
    super(fault.kind);
  }
}

/** A record with what its file says of itself. */
export interface SavedRecord {
  site: string;
  saved: string;
  record: ProgressRecord;
}

const fileSchema = v.object(
  {
    format: v.literal(format),
    site: v.string(expected("text")),
    saved: time,
    ...recordSchema.entries,
  },
  expected("entry"),
);

export function fileName(now: Date): string {
  return `fall-line-progress-${dayOf(now)}.json`;
}

/** `record` as a file that people can read, too. */
export function fileText({ version, review, lessons }: ProgressRecord, now: Date): string {
  const saved = now.toISOString();
  return `${JSON.stringify({ format, version, site, saved, review, lessons }, null, 2)}\n`;
}

function parsed(text: string): unknown {
  try {
    return parsePlainJson(text);
  } catch (error) {
    if (error instanceof ForbiddenName) throw new BadFile({ kind: "name", name: error.key });
    const whole = text.trim();
    const cut = whole.startsWith("{") && !whole.endsWith("}");
    throw new BadFile({ kind: cut ? "cut" : "damaged" });
  }
}

function shown(value: unknown): string {
  const text = typeof value === "number" ? String(value) : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

function faultOf({ path, input, message }: v.BaseIssue<unknown>): FileFault {
  const names = (path ?? []).map(({ key }) => String(key).slice(0, 60));
  if (input === undefined) return { kind: "missing", path: names };
  return { kind: "value", path: names, got: shown(input), expected: message as Expected };
}

/** The record in the text of a file; throws BadFile. */
export function recordInText(text: string): SavedRecord {
  if (text.trim() === "") throw new BadFile({ kind: "empty" });
  const value = parsed(text);
  const head = v.safeParse(
    v.object({ format: v.literal(format), version: v.exactOptional(v.unknown()) }),
    value,
  );
  if (!head.success) throw new BadFile({ kind: "foreign", format });
  const { version } = head.output;
  if (typeof version === "number" && version > recordVersion) {
    throw new BadFile({ kind: "newer", version, known: recordVersion });
  }
  const { success, output, issues } = v.safeParse(fileSchema, value, { abortEarly: true });
  if (!success) throw new BadFile(faultOf(issues[0]));
  const { review, lessons } = output;
  return {
    site: output.site,
    saved: output.saved,
    record: { version: recordVersion, review, lessons },
  };
}

/** The record in the one file of `files`; throws BadFile. */
export async function recordInFile(files: readonly File[]): Promise<SavedRecord> {
  const [file] = files;
  if (!file || files.length > 1) throw new BadFile({ kind: "many" });
  if (file.size > mostBytes)
    throw new BadFile({ kind: "large", bytes: file.size, most: mostBytes });
  let text: string;
  try {
    text = await file.text();
  } catch (error) {
    throw new BadFile({ kind: "unreadable", error }); // e.g. a folder
  }
  return recordInText(text);
}
