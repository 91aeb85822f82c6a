import type { Locator, Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { words } from "../../../web/words/en.js";
import { numberText } from "../../../web/words/number-text.js";
import { fixturePage, fixturePath } from "./fixture.js";
import { painted, useSite } from "./harness.js";
import { engine, leftSides, linesOf } from "./own-engine.js";
import { sceneOf } from "./scene-in-page.js";

const site = useSite();
beforeAll(async () => void site.extra.set(fixturePath, await fixturePage()));
const w = words.derivation;

/** The numbers on the left sides of the lines in sight. */
const shown = (derivation: Locator) =>
  derivation
    .locator(".numbers")
    .evaluateAll((all) => all.map((one) => one.querySelector("[data-symbol]")?.textContent ?? ""));

async function runOf(derivation: Locator, method = "adam") {
  const { runs, step } = await sceneOf(derivation);
  const run = runs.find((one) => one.method === method);
  if (!run) throw new Error(`no run of ${method}`);
  return { spec: run.spec, step };
}

async function open(): Promise<{ page: Page; update: Locator }> {
  const page = await site.open(fixturePath);
  const update = page.locator("#update");
  return { page, update };
}

test("every line shows the numbers the engine used, for any step and coordinate", async () => {
  const { page, update } = await open();
  await update.getByRole("button", { name: w.showAll }).click();
  const { spec, step } = await runOf(update);
  const expected = (t: number, coordinate: number) =>
    leftSides(spec, t, coordinate).map((value) => numberText(value, 4));
  expect(await shown(update)).toEqual(expected(step, 0));
  await update.getByRole("radio", { name: "y", exact: true }).check();
  await painted(page);
  expect(await shown(update)).toEqual(expected(step, 1));
  await update.getByRole("button", { name: words.transport.step }).click();
  await painted(page);
  expect(await shown(update)).toEqual(expected(step + 1, 1));
  expect(expected(step, 0)).not.toEqual(expected(step + 1, 1));

  const bias = page.locator("#bias");
  const noisy = await runOf(bias);
  expect(await shown(bias)).toEqual(
    leftSides(noisy.spec, noisy.step, 0, "first_moment_bias").map((value) => numberText(value, 4)),
  );
});

test("the right side of a line has the numbers of its symbols", async () => {
  const { update } = await open();
  const { spec, step } = await runOf(update);
  const [m = 0] = leftSides(spec, step, 0);
  const [before = 0] = leftSides(spec, step - 1, 0);
  const numbers = await update
    .locator(".numbers")
    .first()
    .evaluate((one) =>
      [...one.querySelectorAll("[data-symbol]")].map((symbol) => [
        symbol.getAttribute("data-symbol"),
        symbol.textContent?.replace(/[()]/g, ""),
      ]),
    );
  const rows = Object.fromEntries(numbers.slice(1));
  expect(numbers[0]).toEqual(["mom", numberText(m, 4)]);
  expect(rows.decayone).toBe("0.9");
  expect(rows.mom).toBe(numberText(before, 4));
  const gradient = Number(String(rows.grad).replace("−", "-"));
  expect(0.9 * before + 0.1 * gradient).toBeCloseTo(m, 3);
});

test("a line covered up is not shown, and comes one at a time", async () => {
  const { update } = await open();
  const { spec } = await runOf(update);
  const count = linesOf(spec).length;
  const lines = update.locator(".formula-lines > li");
  expect(await lines.count()).toBe(1);
  await update.getByRole("button", { name: w.next(1, count) }).click();
  await expect.poll(() => lines.count()).toBe(2);
  await update.getByRole("button", { name: w.showAll }).click();
  await expect.poll(() => lines.count()).toBe(count);
  expect(await update.getByRole("button", { name: w.showAll }).count()).toBe(0);
});

test("a wrong number that a variant of the method gives is explained by that variant", async () => {
  const { update } = await open();
  await update.getByLabel(w.mode.all).check();
  const { spec, step } = await runOf(update);
  const answers = leftSides(spec, step, 0);
  const hat = linesOf(spec).findIndex(({ left }) => left.name === "m_hat");
  for (let i = 0; i < hat; i += 1) {
    expect(await shown(update), "the left side is asked for").toContain("?");
    await update.getByRole("button", { name: w.tell }).click();
    await update.locator(".buttons .primary").click();
  }
  const run = engine.run(spec);
  run.advance(step);
  const { stepQuantities, methods } = engine.catalog();
  const adam = methods.find(({ name }) => name === "adam")!;
  let place = 0;
  for (const { name, shape } of [...stepQuantities, ...adam.quantities]) {
    if (name === "m_hat") break;
    place += shape === "vector" ? 2 : 1;
  }
  const wrong = run.whatIf(step, { bias_correction: "no_power" })[place]!;
  run.dispose();
  const meaning = adam.options
    .find(({ name }) => name === "bias_correction")!
    .choices.find(({ name }) => name === "no_power")!.meaning;

  const form = update.locator("form.fill");
  const hear = async (text: string, expected: string) => {
    await form.locator("input").fill(text);
    await form.locator("[type=submit]").click();
    await expect.poll(() => form.locator(".feedback").innerText()).toBe(expected);
  };
  await hear(wrong.toPrecision(3), w.slip(meaning));
  await hear(String(-answers[hat]!), w.wrongSign);
  await hear(String(answers[hat]! * 1.5), w.wrong);
  await hear("", words.quiz.notANumber(""));
  await hear("about 3", words.quiz.notANumber("about 3"));
  await form.locator("input").fill(answers[hat]!.toPrecision(2).replace(".", ","));
  await form.locator("[type=submit]").click();
  await expect.poll(() => update.locator(".verdict-line").last().innerText()).toBe(w.right);
  expect(await shown(update)).toEqual(
    answers.slice(0, hat + 1).map((value) => numberText(value, 4)),
  );
});

test("what was filled in is forgotten with the step it belonged to", async () => {
  const { update } = await open();
  await update.getByLabel(w.mode.last).check();
  await update.getByRole("button", { name: w.tell }).click();
  await expect.poll(() => update.locator(".verdict-line").innerText()).toBe(w.told);
  await update.getByRole("button", { name: words.transport.step }).click();
  await expect.poll(() => update.locator(".verdict-line").count()).toBe(0);
  expect(await update.locator("form.fill").count()).toBe(1);
});

test("a symbol pointed at lights up wherever it stands, in the picture too", async () => {
  const { page, update } = await open();
  await update.getByRole("button", { name: w.showAll }).click();
  const lit = () =>
    page
      .locator(".lit")
      .evaluateAll((all) => [...new Set(all.map((one) => one.getAttribute("data-symbol")))]);
  const everywhere = (symbol: string) =>
    page
      .locator(`[data-symbol=${symbol}]`)
      .evaluateAll((all) => all.every((one) => one.classList.contains("lit")));
  await page.locator("#text [data-symbol=mom]").hover();
  expect(await lit()).toEqual(["mom"]);
  expect(await everywhere("mom")).toBe(true);
  await update.locator(".symbolic [data-symbol=grad]").first().hover();
  expect(await lit()).toEqual(["grad"]);
  expect(await everywhere("grad")).toBe(true);
  expect(await page.locator("fl-descent .arrow.lit").count()).toBeGreaterThan(0);
  await update.getByRole("button", { name: words.transport.step }).click();
  await page.locator("#text").hover({ position: { x: 2, y: 2 } });
  expect(await lit()).toEqual([]);
});
