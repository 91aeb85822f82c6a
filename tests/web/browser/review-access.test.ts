import { expect, test } from "vitest";
import { words } from "../../../web/words/en.js";
import { reviewWords as w } from "../../../web/words/en-review.js";
import { violations } from "./axe.js";
import {
  at as answeredAt,
  choose,
  data,
  button as dataButton,
  openOwn,
  otherText,
} from "./data-page.js";
import { painted } from "./harness.js";
import { Keyboard } from "./keyboard.js";
import { answeredOn, at, button, inReview, useSiteWithLessons } from "./review-page.js";
import { answered, savedRecord } from "./saved-progress.js";

const site = useSiteWithLessons();

test("the review is held without a pointer, and the focus is never lost", async () => {
  const page = await site.open("review/", {
    ...savedRecord(site, { lessons: { fixture: answeredOn("2025-11-01", ["factor", "one"]) } }),
    before: at("2025-11-22"),
  });
  const keyboard = new Keyboard(page);
  const focused = () => page.evaluate(() => document.activeElement?.className);
  await keyboard.use(button(inReview(page), w.turnOn), "Enter");
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(w.start);
  await keyboard.press("Enter");
  await expect.poll(focused).toBe("place");
  await keyboard.use(button(inReview(page), words.quiz.tell), "Enter");
  await expect.poll(focused).toContain("next");
  await keyboard.press("Enter");
  const place = inReview(page).getByText(w.place(2, 2), { exact: true });
  await expect.poll(() => place.evaluate((one) => one === document.activeElement)).toBe(true);
  await keyboard.use(inReview(page).locator("form input").first(), " ");
  await keyboard.press("Enter");
  await painted(page);
  await keyboard.use(inReview(page).locator(".next"), "Enter");
  await expect.poll(focused).toBe("result");
  await keyboard.use(button(inReview(page), w.practise), "Enter");
  await expect.poll(focused).toBe("place");
  await keyboard.use(button(inReview(page), w.stop), "Enter");
  expect(await focused()).toContain("primary");
});

test("saving, loading and deleting go without a pointer, and the focus is never lost", async () => {
  const page = await openOwn(site);
  const keyboard = new Keyboard(page);
  const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim());
  await keyboard.use(dataButton(page, w.data.save), "Enter");
  await choose(page, otherText);
  await expect.poll(focused).toBe(w.data.found("mine.json"));
  await keyboard.use(dataButton(page, w.data.merge), "Enter");
  await expect.poll(focused).toBe(w.data.undoLoad);
  await keyboard.press("Enter");
  await expect.poll(focused).toBe(w.data.save);
  await keyboard.use(dataButton(page, w.data.delete), "Enter");
  expect(await focused(), "in the dialog").toBe(w.data.deleteNow);
  await keyboard.press("Escape");
  await expect.poll(focused).toBe(w.data.delete);
  await keyboard.press("Enter", "Enter");
  await expect.poll(focused).toBe(w.data.undoDelete);
});

test.each([390, 1280])("axe-core finds nothing in any state, at %i px", async (width) => {
  const lessons = { adam: answered(answeredAt, ["factor", "why-correct"]) };
  const page = await site.open("review/", {
    viewport: { width, height: 900 },
    ...savedRecord(site, { lessons }),
  });
  const review = page.locator("fl-review");
  const found: Record<string, string[]> = {};
  const look = async (state: string) => {
    await painted(page);
    found[state] = await violations(page, { colours: width === 1280 });
  };
  await look("off");
  await review.getByRole("button", { name: w.turnOn }).click();
  await look("on");
  await review.getByRole("button", { name: w.start }).click();
  await review.locator(".place").waitFor();
  await look("asked");
  await review.getByRole("button", { name: words.quiz.tell }).click();
  await review.locator(".comes-back").waitFor();
  await look("told");
  await review.locator(".next").click();
  await review.getByText(w.place(2, 2)).waitFor();
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
  await dataButton(page, w.data.merge).click();
  await look("merged");
  await dataButton(page, w.data.delete).click();
  await look("asked whether to delete");
  const states = Object.keys(found);
  expect(states).toHaveLength(9);
  expect(found).toEqual(Object.fromEntries(states.map((state) => [state, []])));
});
