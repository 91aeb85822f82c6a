import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect, onTestFinished, test } from "vitest";
import { inRoot } from "../../../web/commands/root.mjs";
import { fileText } from "../../../web/progress/progress-file.js";
import { emptyRecord, type ProgressRecord } from "../../../web/progress/record.js";
import { words } from "../../../web/words/en.js";
import { reviewWords } from "../../../web/words/en-review.js";
import { violations } from "./axe.js";
import { complaintsOf, painted, useSite } from "./harness.js";
import { Keyboard } from "./keyboard.js";
import { answered, recordOf, savedAs, savedRecord, savedText } from "./saved-progress.js";

const site = useSite();
const w = reviewWords.data;

const at = "2025-11-03T10:00:00.000Z";
const later = "2025-11-10T10:00:00.000Z";
const own: ProgressRecord = {
  ...emptyRecord(),
  review: { on: true, offered: "adam" },
  lessons: { adam: answered(at, ["factor", "sign"]), momentum: answered(at, ["ball"]) },
};
const other: ProgressRecord = {
  ...emptyRecord(),
  lessons: { adam: { ...answered(later, ["sign"]), ...answered(at, ["factor", "epsilon"]) } },
};
const otherText = fileText(other, new Date("2025-11-20T09:30:00.000Z"));

const data = (page: Page) => page.locator("fl-your-data");
const button = (page: Page, name: string) => data(page).getByRole("button", { name, exact: true });
const said = (page: Page) => data(page).locator(".said [role=status]");
const openOwn = () => site.open("review/", savedRecord(site, own));

/** Chooses a file; `text` may be bytes that are no text. */
const choose = (page: Page, text: string | Buffer, name = "mine.json") =>
  data(page)
    .locator("input[type=file]")
    .setInputFiles({ name, mimeType: "application/json", buffer: Buffer.from(text) });

async function download(page: Page, name: string): Promise<{ name: string; text: string }> {
  const [file] = await Promise.all([page.waitForEvent("download"), button(page, name).click()]);
  return { name: file.suggestedFilename(), text: readFileSync(await file.path(), "utf8") };
}

test("saved, deleted and loaded again, everything is as it was", async () => {
  let complaints: string[] = [];
  const page = await site.open("review/", {
    ...savedRecord(site, own),
    before: async (fresh) => {
      complaints = await complaintsOf(fresh);
      await fresh.clock.setFixedTime("2025-11-22T14:03:00.000Z");
    },
  });
  expect(await data(page).innerText()).toContain(w.kept(3, 2, 3, true));
  const before = await savedText(page);
  const file = await download(page, w.save);
  expect(file.name).toBe("fall-line-progress-2025-11-22.json");
  expect(file.text).toBe(fileText(own, new Date("2025-11-22T14:03:00.000Z")));
  expect(await said(page).innerText()).toBe(w.saved(file.name));

  await button(page, w.delete).click();
  await button(page, w.cancel).click();
  expect(await savedText(page), "asked, and answered no").toBe(before);
  await button(page, w.delete).click();
  await button(page, w.deleteNow).click();
  await expect.poll(() => said(page).innerText()).toContain(w.deleted);
  expect(await savedText(page)).toBe(null);
  expect(await data(page).innerText()).toContain(w.nothing);
  expect(await page.locator(".site-head .due").count()).toBe(0);
  expect(await page.locator("fl-review").innerText()).toContain(reviewWords.none);

  await page.reload();
  await page.waitForSelector("html[data-ready]", { state: "attached" });
  await choose(page, file.text, file.name);
  await data(page)
    .getByRole("heading", { name: w.found(file.name) })
    .waitFor();
  expect(await savedText(page), "nothing before the reader chooses").toBe(null);
  await button(page, w.replace).click();
  await expect.poll(() => said(page).innerText()).toContain(w.replaced(3));
  expect(await savedText(page)).toBe(before);
  expect(complaints).toEqual([]);
});

test("before a merge the counts are shown, after it the newer answers are there, until undone", async () => {
  const page = await openOwn();
  await choose(page, otherText);
  const found = data(page).locator(".found");
  await found.waitFor();
  const text = await found.innerText();
  expect(text).toMatch(
    /Saved by Fall Line on 20 November 2025.*: 3 answered questions, 3 of them solved; review off\./,
  );
  expect(text).toContain(w.mergeNote(1, 1, 1));
  expect(text).toContain(w.replaceNote(3, 3));
  await button(page, w.merge).click();
  await expect.poll(() => said(page).innerText()).toContain(w.merged(4));
  const merged = await recordOf(page);
  expect(merged.review).toEqual(own.review);
  expect(merged.lessons).toEqual({
    adam: { ...answered(at, ["factor", "epsilon"]), ...answered(later, ["sign"]) },
    momentum: own.lessons.momentum,
  });

  await choose(page, otherText);
  expect(await found.innerText()).toContain(w.mergeNote(0, 0, 3));
  await button(page, w.cancel).click();
  expect(await found.count()).toBe(0);
  await button(page, w.undoLoad).click();
  await expect.poll(() => said(page).innerText()).toBe(reviewWords.undone);
  expect(await recordOf(page)).toEqual(own);
  expect(await button(page, w.undoLoad).count()).toBe(0);
});

test("undoing a replacement keeps what was answered since", async () => {
  const page = await openOwn();
  await choose(page, otherText);
  await button(page, w.replace).click();
  await expect.poll(() => said(page).innerText()).toContain(w.replaced(3));
  expect((await recordOf(page)).lessons).toEqual(other.lessons);

  const lesson = await page.context().newPage();
  await lesson.goto(`${site.base}adam/`);
  const question = lesson.locator("#question-why-correct form");
  await question.locator("input").first().check();
  await question.locator("[type=submit]").click();
  await expect
    .poll(async () => Object.keys((await recordOf(page)).lessons.adam ?? {}))
    .toContain("why-correct");
  await button(page, w.undoLoad).click();
  await expect.poll(() => said(page).innerText()).toBe(reviewWords.undone);
  const { lessons } = await recordOf(page);
  expect(lessons).toMatchObject(own.lessons);
  expect(Object.keys(lessons.adam ?? {}).sort()).toEqual(["factor", "sign", "why-correct"]);
});

const newer = otherText.replace('"version": 2', '"version": 9');
test.each<[string, string | Buffer, RegExp]>([
  ["nothing", "", /is empty/],
  ["a picture", readFileSync(inRoot("web/readme/adam.png")).subarray(0, 5000), /is not JSON/],
  ["another program's JSON", readFileSync(inRoot("package.json")), /was not saved by this site/],
  ["half of itself", otherText.slice(0, otherText.length / 2), /breaks off before its end/],
  ["the work of a newer version", newer, /newer version of this site \(it has version 9/],
  [
    "a day that is none",
    otherText.replace("2025-11-10T", "2025-11-31T"),
    /sign › last › at is "2025-11-31T/,
  ],
  [
    "no tries at all",
    otherText.replace('"tries": 1', '"tries": -1'),
    /tries is -1; allowed: a whole number from 1/,
  ],
  [
    "a name that is special",
    otherText.replace('"sign"', '"__proto__"'),
    /something named “__proto__”/,
  ],
])("a file with %s is refused, and changes nothing", async (_, text, message) => {
  const page = await openOwn();
  const before = await savedText(page);
  await choose(page, text);
  const alert = data(page).getByRole("alert").locator("p");
  await alert.waitFor();
  expect(await alert.innerText()).toMatch(message);
  expect(await alert.innerText()).toContain("“mine.json”");
  expect(await alert.innerText()).toContain(w.unchanged);
  expect(await savedText(page)).toBe(before);
  expect(await data(page).locator(".found").count()).toBe(0);
  expect(await page.evaluate(() => "tries" in {}), "nothing has got into every object").toBe(false);

  await choose(page, otherText);
  await data(page).locator(".found").waitFor();
  expect(await alert.count(), "a good file takes the message away").toBe(0);
});

test("a file of fifty megabytes is refused by its size", async () => {
  const folder = mkdtempSync(join(tmpdir(), "fall-line-large-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, "large.json");
  writeFileSync(file, "[");
  truncateSync(file, 50_000_000);
  const page = await openOwn();
  await data(page).locator("input[type=file]").setInputFiles(file);
  const alert = data(page).getByRole("alert");
  await expect.poll(() => alert.innerText()).toMatch(/“large\.json” has 50 MB.* at most 2 MB/);
  expect(await recordOf(page)).toEqual(own);
});

/** Drops files on the middle of the page, as from a file manager. */
function drop(page: Page, files: { name: string; text: string }[]): Promise<void> {
  return page.evaluate((list) => {
    const dataTransfer = new DataTransfer();
    for (const { name, text } of list) dataTransfer.items.add(new File([text], name));
    const place = document.querySelector("h1") as Element;
    for (const type of ["dragover", "drop"]) {
      const event = new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer });
      place.dispatchEvent(event);
      if (!event.defaultPrevented) throw new Error(`the browser would take the ${type}`);
    }
  }, files);
}

test("a file can be dropped anywhere on the page; of several none is taken", async () => {
  const page = await openOwn();
  await drop(page, [{ name: "dropped.json", text: otherText }]);
  await data(page)
    .getByRole("heading", { name: w.found("dropped.json") })
    .waitFor();
  expect(await data(page).locator(".drop-here").count()).toBe(0);
  const two = { name: "a.json", text: otherText };
  await drop(page, [two, two]);
  await expect
    .poll(() => data(page).getByRole("alert").innerText())
    .toContain("one file at a time");
  expect(await recordOf(page)).toEqual(own);
  // what is no file is none of our business
  const taken = await page.evaluate(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.setData("text/plain", "a word");
    const event = new DragEvent("dragover", { bubbles: true, cancelable: true, dataTransfer });
    document.body.dispatchEvent(event);
    return event.defaultPrevented;
  });
  expect(taken).toBe(false);
});

test("while a file is over the page, the page says that it may fall", async () => {
  const page = await openOwn();
  const drag = (type: string) =>
    page.evaluate((name) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File(["{}"], "a.json"));
      document.body.dispatchEvent(
        new DragEvent(name, { bubbles: true, cancelable: true, dataTransfer }),
      );
    }, type);
  const here = data(page).getByText(w.dropHere);
  await drag("dragover");
  await here.waitFor();
  await drag("dragleave");
  await here.waitFor({ state: "detached" });
});

test("everything deleted can be brought back as long as the page is open", async () => {
  const page = await site.open("review/", savedRecord(site, own));
  await button(page, w.delete).click();
  await button(page, w.deleteNow).click();
  await button(page, w.undoDelete).click();
  await expect.poll(() => said(page).innerText()).toBe(reviewWords.undone);
  expect(await recordOf(page)).toEqual(own);
});

test("a record that could not be read is given out as it is, and deleted", async () => {
  const strange = '{"version":7,"shape":"unknown"}';
  const page = await site.open("review/", savedAs(site, strange));
  expect(await page.locator(".notices").innerText()).toContain(words.notices.progressUnreadable);
  expect(await data(page).innerText()).toContain(w.aside);
  expect((await download(page, w.saveAside)).text).toBe(strange);
  await button(page, w.deleteAside).click();
  await expect.poll(() => said(page).innerText()).toBe(w.asideDeleted);
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
});

test("another tab sees what was loaded, and that everything was deleted", async () => {
  const page = await openOwn();
  const lesson = await page.context().newPage();
  await lesson.goto(`${site.base}adam/`);
  await lesson.waitForSelector("html[data-ready]", { state: "attached" });
  const count = lesson.locator("fl-progress .progress");
  expect(await count.innerText()).toBe("✓ 2");
  await choose(page, otherText);
  await button(page, w.replace).click();
  await expect.poll(() => count.innerText()).toBe("✓ 3");
  await button(page, w.delete).click();
  await button(page, w.deleteNow).click();
  await count.waitFor({ state: "detached" });
  expect(await lesson.locator("[data-solved]").count()).toBe(0);
});

test("where storage is blocked, loading says so and counts while the page is open", async () => {
  const page = await site.open("review/", {
    before: (fresh) =>
      fresh.addInitScript(() =>
        Object.defineProperty(globalThis, "localStorage", {
          get: () => {
            throw new DOMException("refused by the test", "SecurityError");
          },
        }),
      ),
  });
  await choose(page, otherText);
  await button(page, w.replace).click();
  await expect.poll(() => said(page).innerText()).toContain(w.replaced(3));
  expect(await page.locator(".notices").innerText()).toContain(words.notices.progressNotSaved);
  const file = await download(page, w.save);
  expect(JSON.parse(file.text).lessons).toEqual(other.lessons);
  await button(page, w.delete).click();
  await button(page, w.deleteNow).click();
  await expect.poll(() => data(page).innerText()).toContain(w.nothing);
});

test("saving, loading and deleting go without a pointer, and the focus is never lost", async () => {
  const page = await openOwn();
  const keyboard = new Keyboard(page);
  const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim());
  await keyboard.use(button(page, w.save), "Enter");
  await choose(page, otherText);
  await expect.poll(focused).toBe(w.found("mine.json"));
  await keyboard.use(button(page, w.merge), "Enter");
  await expect.poll(focused).toBe(w.undoLoad);
  await keyboard.press("Enter");
  await expect.poll(focused).toBe(w.save);
  await keyboard.use(button(page, w.delete), "Enter");
  expect(await focused(), "in the dialog").toBe(w.deleteNow);
  await keyboard.press("Escape");
  await expect.poll(focused).toBe(w.delete);
  await keyboard.press("Enter", "Enter");
  await expect.poll(focused).toBe(w.undoDelete);
});

test.each([390, 1280])("axe-core finds nothing in any state, at %i px", async (width) => {
  const lessons = { adam: answered(at, ["factor", "why-correct"]) };
  const page = await site.open("review/", {
    viewport: { width, height: 900 },
    ...savedRecord(site, { lessons }),
  });
  const review = page.locator("fl-review");
  const found: Record<string, string[]> = {};
  const look = async (state: string) => {
    await painted(page);
    found[state] = await violations(page);
  };
  await look("off");
  await review.getByRole("button", { name: reviewWords.turnOn }).click();
  await look("on");
  await review.getByRole("button", { name: reviewWords.start }).click();
  await review.locator(".place").waitFor();
  await look("asked");
  await review.getByRole("button", { name: words.quiz.tell }).click();
  await review.locator(".comes-back").waitFor();
  await look("told");
  await review.locator(".next").click();
  await review.getByText(reviewWords.place(2, 2)).waitFor();
  await review.getByRole("button", { name: words.quiz.tell }).click();
  await review.locator(".next").click();
  await review.locator(".result").waitFor();
  await look("over");
  await choose(page, "nonsense");
  await data(page).locator(".refused").waitFor();
  await look("refused");
  await choose(page, otherText);
  await data(page).locator(".found").waitFor();
  await look("found");
  await button(page, w.merge).click();
  await look("merged");
  await button(page, w.delete).click();
  await look("asked whether to delete");
  const states = Object.keys(found);
  expect(states).toHaveLength(9);
  expect(found).toEqual(Object.fromEntries(states.map((state) => [state, []])));
});
