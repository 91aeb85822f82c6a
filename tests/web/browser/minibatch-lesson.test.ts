// The lesson on minibatches says the numbers of the lectures, and its figures show them.
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { words } from "../../../web/words/en.js";
import { complaintsOf, painted, useSite } from "./harness.js";

const site = useSite();
const path = "minibatch-sgd/";

/** The lesson with its predictions skipped. */
async function open(viewport = { width: 1280, height: 900 }) {
  let complaints: string[] = [];
  const page = await site.open(path, {
    viewport,
    before: async (fresh) => {
      complaints = await complaintsOf(fresh);
    },
  });
  const skip = page.getByRole("button", { name: words.predict.skip, exact: true });
  while ((await skip.count()) > 0) await skip.first().click();
  await painted(page);
  return { page, complaints };
}

async function cellsOf(page: Page, table: number): Promise<string[][]> {
  const rows = page.locator("main > table.numbers").nth(table).locator("tbody tr");
  return rows.evaluateAll((all) =>
    all.map((row) => [...row.querySelectorAll("td")].map((cell) => cell.innerText.trim())),
  );
}

test("the spread of a minibatch is one over the root of its size", async () => {
  const { page, complaints } = await open();
  const rows = await cellsOf(page, 0);
  expect(rows.map(([again]) => again)).toEqual(["1", "0.177", "0.088", "0.0625"]);
  expect(rows.map(([, without]) => Number(without)).at(-1)).toBe(0);
  expect(complaints).toEqual([]);
});

test("an epoch of lecture 0 is 5859 whole batches and one of 96", async () => {
  const { page } = await open();
  const text = (await page.locator("#epochs ~ p").first().textContent()) ?? "";
  for (const number of ["5859", "96", "5860"]) expect(text).toContain(number);
});

test("the floor by the formula is near the measured one, and proportional", async () => {
  const { page } = await open();
  const rows = (await cellsOf(page, 1)).map((row) => row.slice(-2).map(Number));
  const [large = [], small = [], batch = []] = rows;
  expect((small[0] ?? 0) / (large[0] ?? 1)).toBeCloseTo(0.5, 1);
  expect((batch[0] ?? 0) / (large[0] ?? 1)).toBeCloseTo(0.25, 1);
  for (const [formula = 0, measured = 0] of rows) {
    expect(measured / formula).toBeGreaterThan(0.7);
    expect(measured / formula).toBeLessThan(1.5);
  }
});

test("the slip is in the last line, and the gain falls below one", async () => {
  const { page } = await open();
  const slip = page.locator("fl-slip");
  await slip.scrollIntoViewIfNeeded();
  const lines = slip.locator(".pickable");
  await lines.first().click();
  await expect.poll(() => slip.locator(".feedback").getAttribute("class")).toContain("wrong");
  await lines.last().click();
  await expect.poll(() => slip.locator(".feedback").getAttribute("class")).toContain("right");
  expect(await slip.locator("fl-table-chart").count()).toBe(2);
  const numbers = await slip.locator(".after fl-value").allInnerTexts();
  const [first = 0, tenth = 0, last = 0] = numbers.map(Number);
  expect(first).toBeLessThan(20);
  expect(first).toBeGreaterThan(tenth);
  expect(tenth).toBeGreaterThan(last);
  expect(last).toBeLessThan(1);
});

test("the hook shows both runs on the same contours, and a batch can be enlarged", async () => {
  const { page, complaints } = await open();
  const figure = page.locator("fl-descent").first();
  await figure.scrollIntoViewIfNeeded();
  const batch = figure.locator("input.number").nth(2);
  await batch.fill("64");
  await batch.press("Enter");
  await expect
    .poll(() => new URL(page.url()).searchParams.get("hook.gradient_descent-2.batch.size"))
    .toBe("64");
  await batch.fill("65");
  await batch.press("Enter");
  await expect.poll(() => figure.getByRole("alert").first().innerText()).toContain("batch.size");
  expect(complaints).toEqual([]);
});
