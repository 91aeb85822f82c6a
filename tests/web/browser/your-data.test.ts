import { expect, test } from "vitest";
import { fileText } from "../../../web/progress/progress-file.js";
import { words } from "../../../web/words/en.js";
import { reviewWords } from "../../../web/words/en-review.js";
import {
  at,
  button,
  choose,
  data,
  download,
  later,
  openOwn,
  other,
  otherText,
  own,
  said,
  w,
} from "./data-page.js";
import { complaintsOf, useSite } from "./harness.js";
import { answered, recordOf, savedAs, savedRecord, savedText } from "./saved-progress.js";

const site = useSite();

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
  const page = await openOwn(site);
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
  const page = await openOwn(site);
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
  const page = await openOwn(site);
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
