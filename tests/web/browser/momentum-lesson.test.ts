// The numbers of the lesson on momentum, as the page shows them, against those of the lectures.
import { expect, test } from "vitest";
import { words } from "../../../web/words/en.js";
import { useSite } from "./harness.js";
import { openEverything } from "./open-everything.js";

const site = useSite();

/** What the lesson says with everything open; read once. */
let lesson: Promise<{ drop: number[]; best: number[]; text: string }> | undefined;

async function readLesson() {
  const page = await site.open("momentum/");
  await openEverything(page);
  /** The numbers of an element's fl-values in order. */
  const valuesIn = async (selector: string) =>
    (await page.locator(`${selector} fl-value`).allInnerTexts()).map((text) =>
      Number(text.replace("−", "-").replace(/[\s\u202f]/g, "")),
    );
  return {
    drop: await valuesIn("#drop table.numbers"),
    best: await valuesIn("main > table.numbers"),
    text: (await page.locator("main").innerText()).replace(/\s+/g, " "),
  };
}

const inLesson = () => {
  lesson ??= readLesson();
  return lesson;
};

test("the three forms agree until the learning rate drops, as in lecture 2", async () => {
  const { drop: numbers } = await inLesson();
  const rows = [0, 1, 2, 3].map((i) => numbers.slice(3 * i, 3 * i + 3));
  expect(rows).toEqual([
    [0.8, 0.8, 0.8],
    [0.46, 0.46, 0.46],
    [0.4202, 0.1448, 0.4202],
    [0.376, -0.1418, 0.376],
  ]);
});

test("both methods at their best on Booth’s function, predicted and measured", async () => {
  const { best: numbers } = await inLesson();
  const [descent, momentum] = [numbers.slice(0, 4), numbers.slice(4)];
  expect(descent.slice(0, 2)).toEqual([0.1, 0.8]);
  expect(descent[2]).toBeCloseTo(0.8, 2);
  expect(momentum.slice(0, 3)).toEqual([0.125, 0.25, 0.5]);
  expect(momentum[3]).toBeGreaterThan(0.5);
  expect(momentum[3]).toBeLessThan(0.56);
  expect(momentum[4]).toBe(0.0176);
});

test("the lesson says what CURRICULUM says", async () => {
  const { text } = await inLesson();
  // gains, steps for κ = 100
  for (const number of ["6.51", "63.4", "691", "69"]) expect(text).toContain(number);
});

test("the slip is the index of the velocity, and nothing else", async () => {
  const page = await site.open("momentum/");
  const slip = page.locator("#old-velocity");
  await slip.scrollIntoViewIfNeeded();
  const lines = slip.locator(".slip-lines").first().locator("li");
  expect(await lines.count()).toBe(3);
  await lines.nth(0).getByRole("button").click();
  expect(await slip.locator(".feedback").textContent()).toContain(words.slip.notThis);
  await lines.nth(2).getByRole("button").click();
  expect(await slip.locator(".feedback").textContent()).toContain(words.slip.notThis);
  await lines.nth(1).getByRole("button").click();
  expect(await slip.locator(".feedback").textContent()).toContain(words.slip.found);
  expect(await slip.locator("li.corrected").count()).toBe(1);
  const numbers = (await slip.locator(".after p").first().locator("fl-value").allInnerTexts()).map(
    (text) => Number(text.replace("−", "-")),
  );
  expect(numbers.slice(0, 6)).toEqual([1, 0.8, 0.42, -0.082, -0.618, -1.08]);
  expect(numbers.slice(6)).toEqual([0.8, 0.46, 0.062, -0.31, -0.58, -0.71]);
});
