// The lesson about Newton's method says the numbers of the curriculum, and its figures follow.
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { curvatureWords } from "../../../web/words/curvature.js";
import { words } from "../../../web/words/en.js";
import { numberText } from "../../../web/words/number-text.js";
import { painted, useSite } from "./harness.js";
import { sceneOf } from "./scene-in-page.js";

const site = useSite();
const lesson = () => site.open("newton/");

/** What stands under a heading, up to the next. */
const under = (page: Page, id: string) =>
  page.evaluate((id) => {
    const parts: string[] = [];
    let next = document.getElementById(id)?.nextElementSibling;
    for (; next && !next.matches("h2"); next = next.nextElementSibling) {
      parts.push((next as HTMLElement).innerText);
    }
    return parts.join("\n").replace(/\s+/g, " ");
  }, id);

test("the sine at π/4, order by order", async () => {
  const page = await lesson();
  const text = await under(page, "taylor");
  for (const number of ["1.566", "1.044", "0.833", "0.9092976", "0.9092974"]) {
    expect(text).toContain(number);
  }
  for (const number of ["2.273", "0.539", "−0.741", "0.14121", "0.14112"]) {
    expect(text).toContain(number);
  }
});

test("the root of eight, by descent, by Newton and by Heron", async () => {
  const page = await lesson();
  const text = await under(page, "step");
  for (const number of ["2.88", "2.8461", "2.8347", "2.83333", "2.8284314", "2.82842712475"]) {
    expect(text).toContain(number);
  }
  await page.locator("#first-jump").getByRole("button", { name: words.predict.skip }).click();
  const after = await page.locator("#first-jump .outcome").innerText();
  for (const number of ["2.8421", "2.828525", "2.82842713"]) expect(after).toContain(number);
});

test("Booth and regression in one step, a saddle in one step", async () => {
  const page = await lesson();
  expect(await under(page, "quadratics")).toContain("(1, 3)");
  expect(await under(page, "quadratics")).toMatch(/slope 0\.8 and intercept 1\.3/);
  expect(await under(page, "level")).toContain("(0, 0)");
  expect(await under(page, "level")).toContain("loss 146 at the start, 182 after seven steps");
});

test("odds of one sign, and memory", async () => {
  const page = await lesson();
  const odds = await page.evaluate(() =>
    [...document.querySelectorAll('fl-value[analysis="random_symmetric"]')].map((one) =>
      Number(one.textContent),
    ),
  );
  for (const [i, right] of [0.291, 0.052, 0.0053, 0.5, 0.25, 0.123].entries()) {
    expect(odds[i], `number ${i}`).toBeGreaterThan(0.8 * right);
    expect(odds[i], `number ${i}`).toBeLessThan(1.2 * right);
  }
  const text = await under(page, "cost");
  for (const number of ["4 terabytes", "10¹⁸", "40000 terabytes", "10²⁴"]) {
    expect(text).toContain(number);
  }
});

test("the model follows the ring, and is level where the step ends", async () => {
  const page = await lesson();
  const figure = page.locator("#hook");
  await figure.scrollIntoViewIfNeeded();
  await figure.locator(".start").first().focus();
  const before = await figure.locator(".model-key").innerText();
  await page.keyboard.press("Shift+ArrowLeft");
  await expect.poll(() => figure.locator(".model-key").innerText()).not.toBe(before);
  await painted(page);
  const { runs } = await sceneOf(figure);
  const [x = 0, y = 0] = runs[0]?.theta.slice(2, 4) ?? [];
  await expect
    .poll(() => figure.locator(".model-key").innerText())
    .toContain(`level at (${numberText(x)}, ${numberText(y)})`);
  expect(await figure.locator(".model-lines path").count()).toBeGreaterThan(0);
});

test("the slip: the diagonal takes a saddle for a minimum, until the entries are small", async () => {
  const page = await lesson();
  const slip = page.locator("#diagonal");
  await slip.scrollIntoViewIfNeeded();
  const matrix = slip.locator("fl-matrix");
  const w = curvatureWords.matrix;
  await expect.poll(() => matrix.innerText()).toContain("−1, 3: saddle");
  expect(await matrix.innerText()).toContain("1, 1: minimum");
  expect(await matrix.innerText()).toContain(w.differ);
  await matrix.locator("input.number").nth(1).fill("0.5");
  await matrix.locator("input.number").nth(1).press("Enter");
  await expect.poll(() => matrix.innerText()).toContain("0.5, 1.5: minimum");
  expect(await matrix.innerText()).toContain(w.agree);
  await slip.locator(".pickable").first().click();
  expect(await slip.locator(".feedback.right").count()).toBe(1);
  expect(await slip.locator(".after").innerText()).toContain("saddle");
});

test("what is typed wrong for the matrix is refused in words", async () => {
  const page = await lesson();
  await page.locator("#diagonal").scrollIntoViewIfNeeded();
  const matrix = page.locator("#diagonal fl-matrix");
  const entry = matrix.locator("input.number").nth(0);
  await entry.fill("much");
  await entry.press("Enter");
  await matrix.locator(".refused").waitFor();
  expect(await matrix.locator(".refused").innerText()).toContain("much");
  await entry.fill("1");
  await entry.press("Enter");
  await expect.poll(() => matrix.locator(".refused").count()).toBe(0);
});

test("a derivation in two dimensions shows matrices as such", async () => {
  const page = await lesson();
  const derivation = page.locator("#newton-booth");
  const numbers = await derivation.locator(".numbers").first();
  expect(await numbers.locator("mtable").count()).toBeGreaterThanOrEqual(2);
  expect((await numbers.innerText()).replace(/\s+/g, " ")).toContain("10");
});
