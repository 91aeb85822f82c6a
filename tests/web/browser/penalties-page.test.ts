// Penalties on their page: loaded when seen, drawn in every width, locked, taken along.
import { expect, test } from "vitest";
import { penaltyWords } from "../../../web/words/penalties.js";
import { violations } from "./axe.js";
import { farBelow } from "./figure-in-page.js";
import { painted, useSite } from "./harness.js";
import { shiftsOf, watchShifts } from "./layout-shifts.js";
import { openEverything } from "./open-everything.js";
import { after, onScreen, openPenalties, stateOf } from "./penalties-in-page.js";
import { look, takeAs } from "./taken-file.js";

const site = useSite();

test.each([390, 1280])("axe-core and the policy find nothing at %i px", async (width) => {
  const { page, figure, complaints } = await openPenalties(
    site,
    'show="data.correlation problem.square_share"',
    { viewport: { width, height: 900 } },
  );
  expect(await violations(page, { colours: width === 1280 })).toEqual([]);
  await openEverything(page);
  await page.keyboard.press("Escape"); // the course map lies over the figure
  await figure.locator(".strength input.number").fill("nothing");
  await figure.locator(".strength input.number").press("Enter");
  await figure.getByRole("alert").waitFor();
  expect(await violations(page, { colours: width === 1280 })).toEqual([]);
  expect(complaints).toEqual([]);
});

test.each([360, 390, 1280])("at %i px the planes stand in the page's width", async (width) => {
  const { page, figure } = await openPenalties(site, "", { viewport: { width, height: 900 } });
  await openEverything(page);
  const sideways = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(sideways).toBe(0);
  const boxes = await Promise.all(
    (await figure.locator(".penalty-square").all()).map((square) => square.boundingBox()),
  );
  const seen = boxes.filter((box) => box !== null);
  expect(seen).toHaveLength(width === 1280 ? 3 : 1);
  expect(new Set(seen.map((box) => Math.round(box?.y ?? 0))).size).toBe(1);
  expect(seen[0]?.width).toBeGreaterThan(width === 1280 ? 200 : width - 60);
});

test("its code comes when it is seen, and the page is ready before", async () => {
  const asked = site.answers.length;
  const { page, figure } = await openPenalties(site, "", farBelow);
  const code = () => site.answers.slice(asked).filter(({ path }) => /\/penalties-/.test(path));
  await painted(page);
  expect(code()).toEqual([]);
  expect(await figure.locator("canvas").count()).toBe(0);
  expect(await figure.textContent()).toContain("elastic net");
  await figure.scrollIntoViewIfNeeded();
  await figure.locator("canvas").first().waitFor();
  expect(code().length).toBeGreaterThan(0);
});

test.each([390, 1280])("nothing jumps when it is drawn at %i px", async (width) => {
  const { page, figure } = await openPenalties(site, "", {
    viewport: { width, height: 900 },
    around: ["", "<p>Below it.</p>"],
    before: watchShifts,
  });
  await figure.locator("canvas").first().waitFor();
  await painted(page);
  expect(await shiftsOf(page)).toBeLessThan(0.02);
});

test("what a teacher locks stays as it is, what is hidden is gone", async () => {
  const { page, figure } = await openPenalties(site, 'penalties="l1"', {
    query: "?lock=shapes.strength,shapes.data.*",
  });
  const before = await stateOf(figure);
  expect(await figure.locator(".optimum").getAttribute("aria-disabled")).toBe("true");
  expect(await figure.locator(".penalty-sheet .least").getAttribute("aria-disabled")).toBe("true");
  expect(await figure.locator("fieldset.locked .strength input.number").isDisabled()).toBe(true);
  for (const [mark, key] of [
    [".optimum", "ArrowRight"],
    [".penalty-sheet .least", "ArrowUp"],
  ] as const) {
    await figure.locator(mark).focus();
    await page.keyboard.press(key);
  }
  const from = await onScreen(figure, before.least);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x - 60, from.y - 60, { steps: 3 });
  await page.mouse.up();
  await painted(page);
  expect(await stateOf(figure)).toEqual(before);

  const { figure: bare } = await openPenalties(site, "", {
    query: "?hide=shapes.strength,shapes.shown,shapes.data.*",
  });
  expect(await bare.locator(".strength, .penalty-choice, .optimum").count()).toBe(0);
  expect(await bare.locator(".penalty-sheet .least.fixed").count()).toBe(3);
  expect(await bare.locator(".penalty-sheet .mark").count()).toBe(3);
});

test("a prepared page knows its controls before it is seen", async () => {
  const { page, figure } = await openPenalties(site, "", {
    around: ['<p class="lead">A line.</p>'.repeat(80), ""],
    query: "?lock=shapes.strength&hide=shapes.data.noise",
  });
  expect(await figure.locator("fieldset.locked .strength").count()).toBe(1);
  expect(await page.locator(".notices p").allInnerTexts()).toEqual([]);
});

test("the teacher's panel names what can be locked", async () => {
  const { page } = await openPenalties(site);
  const offered = await page.evaluate(() => document.querySelector("fl-teacher") !== null);
  expect(offered).toBe(true);
  await page.getByRole("button", { name: "For teachers" }).click();
  const panel = page.getByRole("dialog", { name: "For teachers" });
  await panel.waitFor();
  expect(await panel.textContent()).toContain(penaltyWords.title);
  expect(await panel.textContent()).toContain(penaltyWords.strength);
});

test("each plane is taken along as a picture, and the paths as numbers", async () => {
  const { page, figure } = await openPenalties(site);
  await after(figure, () =>
    figure.getByRole("slider", { name: penaltyWords.strengthSlider }).fill("120"),
  );
  const plane = figure.locator("fl-penalty-plane").nth(1);
  const svg = await takeAs(page, plane, "svg");
  const png = await takeAs(page, plane, "png");
  expect(svg.name).toMatch(/l1\.svg$/);
  const text = svg.content.toString();
  expect(text).toContain("<title>Two weights under L1</title>");
  expect(text).toContain(penaltyWords.keyLeast);
  const blank = await page.context().newPage();
  const seen = await look(
    blank,
    { content: png.content, as: "png" },
    { content: svg.content, as: "svg" },
  );
  expect(seen.colours).toBeGreaterThan(50);
  expect(seen.difference).toBeLessThan(0.02);
  await blank.close();

  const { answers, strength } = await stateOf(figure);
  const csv = await takeAs(page, figure.locator("figcaption"), "csv");
  const [head, ...rows] = csv.content
    .toString()
    .replace(/^\uFEFF/, "")
    .trim()
    .split(/\r?\n/);
  expect(head).toBe("penalty,strength,w_1,w_2,data_loss,price,total,selected");
  expect(rows).toHaveLength(3 * 303);
  const selected = rows.filter((row) => row.endsWith(",1")).map((row) => row.split(","));
  expect(selected.map(([penalty, ...numbers]) => [penalty, ...numbers.map(Number)])).toEqual(
    answers.map(({ penalty, weights, loss, price, total }) => [
      penalty,
      strength,
      ...weights,
      loss,
      price,
      total,
      1,
    ]),
  );
});

test("data whose best weights cannot be set leave the ring where it is", async () => {
  const { figure } = await openPenalties(
    site,
    'data="unequal_scales standardise=on" penalties="l2 l1" description="d"',
  );
  expect(await figure.locator(".penalty-sheet .least.fixed").count()).toBe(2);
  expect(await figure.locator(".penalty-hint").textContent()).toBe(penaltyWords.hintFixed);
  const state = await stateOf(figure);
  expect(state.answers.every(({ weights }) => weights.every(Number.isFinite))).toBe(true);
});

test("data of another shape are refused in words", async () => {
  const { page, complaints } = await openPenalties(site, 'data="latitude_temperature"');
  const told = await page.locator("fl-notice").textContent();
  expect(told).toContain("data: got 1 inputs; allowed: 2");
  expect(complaints).toEqual([]);
});
