import { expect, test } from "vitest";
import { words } from "../../../web/words/en.js";
import { reviewWords as w } from "../../../web/words/en-review.js";
import { fixturePath } from "./fixture.js";
import { complaintsOf, painted } from "./harness.js";
import {
  answer,
  answeredOn,
  asked,
  at,
  button,
  due,
  goOn,
  inReview,
  noon,
  useSiteWithLessons,
} from "./review-page.js";
import { recordOf, savedRecord } from "./saved-progress.js";

const site = useSiteWithLessons();

test("a lesson offers review once; turned on, the question comes back the next day", async () => {
  const page = await site.open(fixturePath, { before: at("2025-11-22") });
  const offer = page.locator(".review-offer");
  expect(await offer.count(), "not before an answer").toBe(0);
  await page.locator("#question-one").getByLabel("One", { exact: true }).check();
  await page.locator("#question-one form").getByRole("button", { name: words.quiz.check }).click();
  await offer.waitFor();
  expect((await recordOf(page)).lessons.fixture?.one).toEqual({
    solved: true,
    tries: 1,
    last: { given: ["One"], right: true, at: noon("2025-11-22").toISOString() },
  });
  expect(await due(page).count()).toBe(0);

  const other = await page.context().newPage();
  await other.goto(`${site.base}adam/`);
  await other.waitForSelector("html[data-ready]", { state: "attached" });
  await other.locator(".question form").first().locator("input").first().check();
  await other.locator(".question form [type=submit]").first().click();
  await other.waitForSelector(".question .feedback.right, .question .feedback.wrong");
  expect(await other.locator(".review-offer").count(), "not in a second lesson").toBe(0);
  await other.close();

  await offer.getByRole("link", { name: words.shell.review }).click();
  await page.waitForSelector("html[data-ready]", { state: "attached" });
  expect(await inReview(page).innerText()).toContain(w.offLead(2, 2, 0));
  await button(inReview(page), w.turnOn).click();
  await expect.poll(() => inReview(page).innerText()).toContain(w.turnedOn);
  expect(await inReview(page).innerText()).toContain(
    `${w.nothingDue} Next: 2 questions on Sunday 23 November (tomorrow).`,
  );
  expect(await due(page).count()).toBe(0);

  await page.clock.setFixedTime(noon("2025-11-23"));
  await page.reload();
  await page.waitForSelector("html[data-ready]", { state: "attached" });
  expect(await due(page).innerText()).toContain(words.shell.dueShort(2));
  expect(await page.locator("li[data-review]").getAttribute("data-due")).toBe(
    words.shell.dueShort(2),
  );
  expect(await inReview(page).innerText()).toContain(w.due(2));
  await page.goto(site.base + fixturePath);
  await page.waitForSelector("html[data-ready]", { state: "attached" });
  expect(await offer.count(), "it is on").toBe(0);
});

test("who has not turned it on is told of nothing", async () => {
  const lessons = { fixture: answeredOn("2025-11-01", ["one", "several", "factor"]) };
  const options = savedRecord(site, { lessons });
  const page = await site.open(fixturePath, { ...options, before: at("2025-11-22") });
  expect(await due(page).count()).toBe(0);
  expect(await page.locator("[data-due]").count()).toBe(0);
  expect(await page.locator(".review-offer").count()).toBe(0);
});

test("what is due is asked one by one, mixed across lessons, and comes back by its boxes", async () => {
  const options = savedRecord(site, {
    review: { on: true },
    lessons: {
      fixture: {
        ...answeredOn("2025-11-01", ["one", "factor"]),
        ...answeredOn("2025-11-22", ["several"]),
      },
      curved: answeredOn("2025-11-05", ["newton", "steps"]),
    },
  });
  let complaints: string[] = [];
  const page = await site.open("review/", {
    ...options,
    before: async (fresh) => {
      complaints = await complaintsOf(fresh);
      await at("2025-11-22")(fresh);
    },
  });
  const loaded = () => site.answers.filter(({ path }) => path.includes("fall_line_methods")).length;
  const before = loaded();
  expect(await inReview(page).innerText()).toContain(w.due(4));
  await button(inReview(page), w.start).click();

  const order: string[] = [];
  const outcomes = [true, false, true, false];
  for (const [i, right] of outcomes.entries()) {
    await inReview(page)
      .getByText(w.place(i + 1, 4), { exact: true })
      .waitFor();
    const question = await asked(page);
    order.push(question.id);
    const curvedOne = ["newton", "steps"].includes(question.id);
    const from = inReview(page).locator(".from a");
    expect(await from.innerText()).toBe(curvedOne ? "Curvature" : "Every element, for the tests");
    expect(await from.getAttribute("href")).toBe(
      `${site.base}${curvedOne ? "curved/" : fixturePath}`,
    );
    expect(await inReview(page).locator(".next").count(), "not before an answer").toBe(0);
    await answer(page, right);
    const back = inReview(page).locator(".comes-back");
    expect(await back.innerText()).toContain(right ? "in 3 days" : "tomorrow");
    expect(await back.locator("a").count()).toBe(question.id === "factor" ? 1 : 0);
    if (question.id === "factor") {
      expect(await back.locator("a").getAttribute("href")).toBe(
        `${site.base}${fixturePath}#questions`,
      );
    }
    expect(await due(page).count()).toBe(i < 3 ? 1 : 0);
    await goOn(page);
  }
  const lessonOf = (id: string) => (["newton", "steps"].includes(id) ? "curved" : "fixture");
  expect(order.map(lessonOf)).toEqual(["fixture", "curved", "fixture", "curved"]);
  expect(loaded() - before, "the other engine, once").toBe(1);
  expect(await inReview(page).innerText()).toContain(w.result(2, 4));
  expect(await inReview(page).innerText()).toContain("Next: 3 questions on Sunday 23 November");

  const { lessons } = await recordOf(page);
  for (const [i, id] of order.entries()) {
    const { review, tries, solved, last } = lessons[lessonOf(id)]?.[id] ?? {};
    expect({ review, tries, solved, right: last?.right }, id).toEqual({
      review: outcomes[i] ? { box: 1, due: "2025-11-25" } : { box: 0, due: "2025-11-23" },
      tries: 2,
      solved: true,
      right: outcomes[i],
    });
  }
  expect(complaints).toEqual([]);
});

test("box by box a question comes back later, at the reader's midnight", async () => {
  const page = await site.open("review/", {
    ...savedRecord(site, {
      review: { on: true },
      lessons: { fixture: answeredOn("2025-11-01", ["factor"]) },
    }),
    timezoneId: "America/Los_Angeles", // eight hours behind UTC
    before: at(new Date("2025-11-03T20:00:00Z")),
  });
  /** The page stays open, and the reader comes back to it. */
  const comeBack = async (time: string) => {
    await page.clock.setFixedTime(time);
    await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
    await painted(page);
  };
  const seen = new Set<string>();
  const boxes = [
    { box: 1, due: "2025-11-06" },
    { box: 2, due: "2025-11-13" },
    { box: 3, due: "2025-11-27" },
    { box: 4, due: "2025-12-27" },
    { box: 4, due: "2026-01-26" },
  ];
  for (const review of boxes) {
    await button(inReview(page), w.start).click();
    await inReview(page).locator(".place").waitFor();
    seen.add(await inReview(page).locator(".question-text").innerText());
    await answer(page, true);
    expect((await recordOf(page)).lessons.fixture?.factor?.review).toEqual(review);
    await goOn(page);
    await comeBack(`${review.due}T07:59:00Z`);
    expect(await inReview(page).innerText(), "a minute before").toContain("(tomorrow)");
    expect(await due(page).count()).toBe(0);
    await comeBack(`${review.due}T08:00:00Z`);
    expect(await due(page).innerText(), "at midnight").toContain(words.shell.dueShort(1));
  }
  expect(seen.size, "fresh numbers").toBeGreaterThan(3);
});

test("only the first try decides; asking for the answer is a try that failed", async () => {
  const page = await site.open("review/", {
    ...savedRecord(site, {
      review: { on: true },
      lessons: {
        fixture: answeredOn("2025-11-01", ["factor"]),
        curved: answeredOn("2025-11-02", ["steps"]),
      },
    }),
    before: at("2025-11-22"),
  });
  await button(inReview(page), w.start).click();
  await inReview(page).locator(".place").waitFor();
  const first = { box: 0, due: "2025-11-23" };
  expect((await asked(page)).id).toBe("factor");
  await answer(page, false);
  await answer(page, true);
  const factor = (await recordOf(page)).lessons.fixture?.factor;
  expect(factor).toMatchObject({ tries: 3, review: first, last: { right: true } });
  await goOn(page);
  await button(inReview(page), words.quiz.tell).click();
  await inReview(page).locator(".explain").waitFor();
  const steps = (await recordOf(page)).lessons.curved?.steps;
  expect(steps).toMatchObject({ tries: 1, review: first });
  await goOn(page);
  expect(await inReview(page).innerText()).toContain(w.result(0, 2));
  const places = inReview(page).locator(".result li a");
  expect(await places.allInnerTexts()).toEqual(["Questions", "Curvature"]);
});

test("choices stand in an order of their own every time", async () => {
  const page = await site.open("review/", {
    ...savedRecord(site, {
      review: { on: true },
      lessons: { fixture: answeredOn("2025-11-01", ["several"]) },
    }),
    before: at("2025-11-22"),
  });
  const orders = new Set<string>();
  for (let times = 0; times < 6; times += 1) {
    await button(inReview(page), w.start).click();
    await inReview(page).locator(".place").waitFor();
    orders.add((await inReview(page).locator(".choice label").allInnerTexts()).join("|"));
    await button(inReview(page), w.stop).click();
  }
  expect(orders.size).toBeGreaterThan(2);
});

test("practising changes no date", async () => {
  const review = { box: 2, due: "2025-11-28" };
  const lessons = { fixture: answeredOn("2025-11-21", ["factor", "one"]) };
  for (const entry of Object.values(lessons.fixture)) entry.review = review;
  const page = await site.open("review/", {
    ...savedRecord(site, { review: { on: true }, lessons }),
    before: at("2025-11-22"),
  });
  expect(await inReview(page).innerText()).toContain(
    `${w.nothingDue} Next: 2 questions on Friday 28 November (in 6 days).`,
  );
  await button(inReview(page), w.practise).click();
  await inReview(page).getByText(w.practicePlace(1, 2)).waitFor();
  await answer(page, false);
  expect(await inReview(page).locator(".comes-back").innerText()).toContain(w.practiseNote);
  await goOn(page);
  await answer(page, true);
  const { fixture = {} } = (await recordOf(page)).lessons;
  expect(Object.values(fixture).map(({ review, tries }) => ({ review, tries }))).toEqual([
    { review, tries: 2 },
    { review, tries: 2 },
  ]);
});
