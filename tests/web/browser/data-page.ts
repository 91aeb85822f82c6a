import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { fileText } from "../../../web/progress/progress-file.js";
import { emptyRecord, type ProgressRecord } from "../../../web/progress/record.js";
import { reviewWords } from "../../../web/words/en-review.js";
import type { TestSite } from "./harness.js";
import { answered, savedRecord } from "./saved-progress.js";

export const w = reviewWords.data;

export const at = "2025-11-03T10:00:00.000Z";
export const later = "2025-11-10T10:00:00.000Z";
export const own: ProgressRecord = {
  ...emptyRecord(),
  review: { on: true, offered: "adam" },
  lessons: { adam: answered(at, ["factor", "sign"]), momentum: answered(at, ["ball"]) },
};
export const other: ProgressRecord = {
  ...emptyRecord(),
  lessons: { adam: { ...answered(later, ["sign"]), ...answered(at, ["factor", "epsilon"]) } },
};
export const otherText = fileText(other, new Date("2025-11-20T09:30:00.000Z"));

export const data = (page: Page) => page.locator("fl-your-data");
export const button = (page: Page, name: string) =>
  data(page).getByRole("button", { name, exact: true });
export const said = (page: Page) => data(page).locator(".said [role=status]");
/** The page of a reader who has answered something. */
export const openOwn = (site: TestSite) => site.open("review/", savedRecord(site, own));

/** Chooses a file; `text` may be bytes that are no text. */
export const choose = (page: Page, text: string | Buffer, name = "mine.json") =>
  data(page)
    .locator("input[type=file]")
    .setInputFiles({ name, mimeType: "application/json", buffer: Buffer.from(text) });

export async function download(page: Page, name: string): Promise<{ name: string; text: string }> {
  const [file] = await Promise.all([page.waitForEvent("download"), button(page, name).click()]);
  return { name: file.suggestedFilename(), text: readFileSync(await file.path(), "utf8") };
}
