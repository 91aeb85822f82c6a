// The lesson on gradient descent says the numbers of the lectures, and its figures show them.
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { words } from "../../../web/words/en.js";
import { complaintsOf, painted, useSite } from "./harness.js";
import { shiftsOf, watchShifts } from "./layout-shifts.js";
import { sceneOf } from "./scene-in-page.js";

const site = useSite();
const path = "gradient-descent/";

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

/** The text of the page between one heading and the next. */
async function section(page: Page, id: string): Promise<string> {
  return page.locator(`#${id}`).evaluate((heading) => {
    let text = "";
    for (let one = heading.nextElementSibling; one && one.localName !== "h2"; ) {
      text += `${(one as HTMLElement).innerText}\n`;
      one = one.nextElementSibling;
    }
    return text;
  });
}

test("the square root of 8 has the digits of the lecture", async () => {
  const { page } = await open();
  const text = await section(page, "root");
  for (const number of [
    "2.88, 2.84608512, 2.83467795", // the first steps at 0.01
    "2.82842712", // the root
    "0.36", // what a step leaves near it: 1 − 64 · 0.01
    "0.03125", // the limit 2/64
    "2.8125, 2.828292847 and 2.828427115", // at 1/64
  ]) {
    expect(text).toContain(number);
  }
  expect(text).toMatch(/at step 48 it jumps over the hill/);
  const wild = await sceneOf(page.locator("#wild-descent"));
  const theta = wild.runs[0]?.theta ?? [];
  expect(theta.findIndex((x) => x < 0)).toBe(48);
});

test("at 0.03 the first step climbs and the run arrives all the same", async () => {
  const { page } = await open();
  expect(await page.locator("#first-step").innerText()).toContain("Larger");
  const { runs } = await sceneOf(page.locator("#overshoot-descent"));
  const [start = 0, first = 0] = runs[0]?.theta ?? [];
  const loss = (x: number) => (x * x - 8) ** 2;
  expect(loss(first)).toBeGreaterThan(loss(start));
  expect(Math.abs((runs[0]?.theta.at(-1) ?? 0) - Math.sqrt(8))).toBeLessThan(0.01);
});

test("Booth's factors and losses are those on paper", async () => {
  const { page } = await open();
  const rows = await page.locator("table.numbers tbody tr").allInnerTexts();
  const cells = rows.map((row) => row.trim().split(/\s+/).slice(0, 4));
  expect(cells).toEqual([
    ["0.01", "0.82", "0.98", "0.596"],
    ["0.1", "−0.8", "0.8", "0.000113"],
    ["0.11", "−0.98", "0.78", "21.4"],
    ["1/9", "−1", "0.778", "72"],
    ["0.12", "−1.16", "0.76", expect.stringMatching(/^53\d{4}$|^5\.3/)],
  ]);
  const losses = rows.map((row) => row.trim().split(/\s+/)[4]);
  expect(losses.slice(0, 4)).toEqual(["0.0352", "3.07×10⁻¹⁸", "1.27", "72"]);
  const text = await section(page, "booth");
  for (const number of ["the curvature is 18, along it 2", "0.11111", "stays at 72"]) {
    expect(text).toContain(number);
  }
  expect(await page.locator("#oscillates").innerText()).toContain("Almost zero: it gets there");
});

test("the oscillating run lowers its loss at every step", async () => {
  const { page } = await open();
  const { runs } = await sceneOf(page.locator("#rates-descent"));
  const theta = runs.find(({ label }) => label.includes("Oscillates"))?.theta ?? [];
  const loss = (t: number) => {
    const [x = 0, y = 0] = [theta[2 * t], theta[2 * t + 1]];
    return (x + 2 * y - 7) ** 2 + (2 * x + y - 5) ** 2;
  };
  for (let t = 1; t < theta.length / 2; t += 1) expect(loss(t)).toBeLessThan(loss(t - 1));
  expect([theta[2], theta[4]].map((x) => Math.sign((x ?? 1) - 1))).toEqual([1, -1]);
});

test("the sliders of the factors move what their derivations show", async () => {
  const { page } = await open();
  for (const [scene, value, factor] of [
    ["rootfactor", "0.02", "−0.28"],
    ["modes", "0.1", "−0.8"],
  ] as const) {
    const controls = page.locator(`fl-controls[scene="${scene}"]`);
    await controls.locator("input.number").first().fill(value);
    await controls.locator("input.number").first().press("Enter");
    const numbers = page.locator(`fl-derivation[scene="${scene}"] .numbers`).first();
    const shown = async () => (await numbers.innerText()).replace(/[^\d.−=]/g, "");
    await expect.poll(shown).toMatch(new RegExp(`^${factor}=`));
  }
});

test("the circle stands at the place and radius that the text speaks of", async () => {
  const { page } = await open();
  await page.locator("fl-circle").scrollIntoViewIfNeeded();
  await page.locator("fl-circle canvas").waitFor();
  expect(await page.locator(".circle-outcome").innerText()).toContain("91.5 %");
  expect(await page.locator("#large-circle").innerText()).toMatch(/−66\.8/);
  await page.locator("#round svg.chart").press("ArrowRight");
  await expect
    .poll(() => page.locator(".handle.direction").getAttribute("aria-valuenow"))
    .toBe("61");
});

test.each([390, 1280])("nothing jumps at %i px", async (width) => {
  const page = await site.open(path, {
    viewport: { width, height: 900 },
    before: watchShifts,
  });
  await page.locator("fl-circle").scrollIntoViewIfNeeded();
  await page.locator("fl-circle canvas").waitFor();
  await painted(page);
  expect(await shiftsOf(page)).toBeLessThan(0.1);
});
