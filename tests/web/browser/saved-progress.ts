import type { Page } from "playwright-core";
import { readRecord } from "../../../web/progress/read-record.js";
import { emptyRecord, type ProgressRecord } from "../../../web/progress/record.js";
import type { OpenOptions, TestSite } from "./harness.js";

const key = "fall-line:progress";

/** A browser in which `text` is saved as the reader's progress. */
export function savedAs(site: TestSite, text: string): OpenOptions {
  const { origin } = new URL(site.base);
  return {
    storageState: {
      cookies: [],
      origins: [{ origin, localStorage: [{ name: key, value: text }] }],
    },
  };
}

export function savedRecord(site: TestSite, record: Partial<ProgressRecord>): OpenOptions {
  return savedAs(site, JSON.stringify({ ...emptyRecord(), ...record }));
}

export function savedText(page: Page): Promise<string | null> {
  return page.evaluate((name) => localStorage.getItem(name), key);
}

/** What the page has saved. */
export async function recordOf(page: Page): Promise<ProgressRecord> {
  const text = await savedText(page);
  const record = text === null ? emptyRecord() : readRecord(text);
  if (!record) throw new Error(`the page has saved ${text}`);
  return record;
}

/** Questions that were answered once, right, at `at`. */
export function answered(at: string, ids: string[]): ProgressRecord["lessons"][string] {
  const entry = { solved: true, tries: 1, last: { given: 1, right: true, at } };
  return Object.fromEntries(ids.map((id) => [id, entry]));
}
