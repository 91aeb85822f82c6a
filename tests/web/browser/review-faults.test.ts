import { expect, test } from "vitest";
import { words } from "../../../web/words/en.js";
import { reviewWords as w } from "../../../web/words/en-review.js";
import {
  answer,
  answeredOn,
  asked,
  at,
  button,
  due,
  goOn,
  inReview,
  useSiteWithLessons,
} from "./review-page.js";
import { recordOf, savedRecord } from "./saved-progress.js";

const site = useSiteWithLessons();

test("questions and lessons that are gone are left out without a word", async () => {
  const page = await site.open("review/", {
    ...savedRecord(site, {
      review: { on: true },
      lessons: {
        fixture: answeredOn("2025-11-01", ["renamed", "one"]),
        vanished: answeredOn("2025-11-01", ["first", "second"]),
        "": answeredOn("2025-11-01", ["nowhere"]),
        "..": answeredOn("2025-11-01", ["above"]),
      },
    }),
    before: at("2025-11-22"),
  });
  await button(inReview(page), w.start).click();
  for (let left = 5; left > 0 && (await asked(page)).id !== "one"; left -= 1) await goOn(page);
  await answer(page, true);
  while ((await inReview(page).locator(".next").count()) > 0) await goOn(page);
  expect(await inReview(page).innerText()).toContain(w.result(1, 1));
  expect(await page.locator(".refused, .notices").count()).toBe(0);
  expect(await due(page).count()).toBe(0);
  const { lessons } = await recordOf(page);
  expect(lessons.vanished?.first?.review, "it may be there again one day").toEqual({
    box: 0,
    due: "2025-12-22",
  });
  expect(lessons.fixture?.renamed?.solved).toBe(true);
});

test("a lesson that does not come is named, stays due, and the others are asked", async () => {
  const page = await site.open("review/", {
    ...savedRecord(site, {
      review: { on: true },
      lessons: {
        curved: answeredOn("2025-11-01", ["steps", "newton"]),
        fixture: answeredOn("2025-11-01", ["one"]),
      },
    }),
    before: async (fresh) => {
      await at("2025-11-22")(fresh);
      await fresh.route("**/curved/", (route) => route.abort());
    },
  });
  await button(inReview(page), w.start).click();
  await inReview(page).locator(".place").waitFor();
  expect((await asked(page)).id).toBe("one");
  await answer(page, true);
  await goOn(page);
  const text = () => inReview(page).innerText();
  expect(await text()).toContain(w.result(1, 1));
  expect(await inReview(page).locator(".refused").allInnerTexts()).toEqual([
    expect.stringMatching(/lesson “curved”.*They stay due\./),
  ]);
  expect(await text()).toContain(w.due(2));

  await page.unroute("**/curved/");
  await button(inReview(page), w.start).click();
  await expect.poll(() => inReview(page).locator(".from").innerText()).toContain("Curvature");
});

test("without an engine the page says so, and what is kept can still be saved", async () => {
  const page = await site.open("review/", {
    ...savedRecord(site, {
      review: { on: true },
      lessons: { fixture: answeredOn("2025-11-01", ["one"]) },
    }),
    ready: false,
    before: async (fresh) => {
      await at("2025-11-22")(fresh);
      await fresh.route("**/*.wasm", (route) => route.fulfill({ status: 404, body: "" }));
    },
  });
  await page.waitForSelector("html[data-error]", { state: "attached" });
  await button(inReview(page), w.start).click();
  await inReview(page).locator(".refused").waitFor();
  expect(await inReview(page).innerText()).toContain(w.noneLeft);
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.locator("fl-your-data .save").click(),
  ]);
  expect(file.suggestedFilename()).toBe("fall-line-progress-2025-11-22.json");
});

test("turned off, its dates are gone and the answers stay; that can be undone", async () => {
  const lessons = { fixture: answeredOn("2025-11-01", ["one"]) };
  lessons.fixture.one!.review = { box: 3, due: "2025-11-20" };
  const page = await site.open("review/", {
    ...savedRecord(site, { review: { on: true }, lessons }),
    before: at("2025-11-22"),
  });
  await button(inReview(page), w.turnOff).click();
  await expect.poll(() => inReview(page).innerText()).toContain(w.turnedOff);
  const off = await recordOf(page);
  expect(off.review.on).toBe(false);
  expect(off.lessons.fixture).toEqual(answeredOn("2025-11-01", ["one"]));
  expect(await due(page).count()).toBe(0);
  await button(inReview(page), w.undo).click();
  await expect.poll(() => inReview(page).innerText()).toContain(w.undone);
  expect(await recordOf(page)).toMatchObject({ review: { on: true }, lessons });
  expect(await due(page).count()).toBe(1);
});

test("without its scripts the page says what it needs", async () => {
  const page = await site.open("review/", { javaScriptEnabled: false, ready: false });
  expect(await inReview(page).innerText()).toContain("once the page’s scripts have run");
  const half = await site.open("review/", {
    before: (fresh) => fresh.route("**/assets/your-data-*.js", (route) => route.abort()),
  });
  expect(await half.locator(".notices").innerText()).toContain(
    words.notices.notFetched(["your-data"]),
  );
  expect(await button(inReview(half), w.turnOn).count()).toBe(1);
});
