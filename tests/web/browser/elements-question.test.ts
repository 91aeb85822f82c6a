import type { Locator, Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { words } from "../../../web/words/en.js";
import { numberText } from "../../../web/words/number-text.js";
import { fixturePage, fixturePath } from "./fixture.js";
import { painted, useSite } from "./harness.js";
import { otherNumbers } from "./numbers-in-text.js";
import { measure } from "./own-engine.js";

const site = useSite();
beforeAll(async () => void site.extra.set(fixturePath, await fixturePage()));
const w = words.quiz;

const ramp = (settings: Record<string, number>, steps: number, quantity: string) =>
  measure({
    spec: { problem: "constant_gradient", method: { name: "adam", settings } },
    steps,
    quantity,
  });

async function question(
  id: string,
): Promise<{ page: Page; form: Locator; said: () => Promise<string> }> {
  const page = await site.open(fixturePath);
  const form = page.locator(`#question-${id} form`);
  return { page, form, said: () => form.locator(".feedback").innerText() };
}

/** The numbers that were drawn into the question's text. */
async function drawn(form: Locator): Promise<{ beta1: number; k: number }> {
  const text = await form.locator(".question-text").textContent();
  const [, beta1 = 0, k = 0] = (/=([\d.]+),.* step (\d+)/.exec(text ?? "") ?? []).map(Number);
  return { beta1, k };
}

test("one of several choices: each gets its own explanation", async () => {
  const { page, form, said } = await question("one");
  const check = form.getByRole("button", { name: w.check });
  await check.click();
  expect(await said()).toBe(w.nothingChosen);
  await form.getByLabel("Longer than one").check();
  await check.click();
  await painted(page);
  expect(await said()).toBe(w.wrong);
  const explained = form.locator(".choice-explain");
  expect(await explained.allInnerTexts()).toEqual([`${w.false} It is one, whatever the slope.`]);
  await form.getByLabel("One", { exact: true }).check();
  await check.click();
  await painted(page);
  expect(await said()).toBe(`${w.right}\n\nAs long as the learning rate.`);
  expect((await explained.allInnerTexts()).sort()).toEqual(
    [
      `${w.false} It is one, whatever the slope.`,
      `${w.true} Mean and root mean square are the same here.`,
    ].sort(),
  );
  expect(await page.locator("#question-one .tick").count()).toBe(1);
});

test("several of several choices: a part is not yet all", async () => {
  const { page, form, said } = await question("several");
  const check = form.getByRole("button", { name: w.check });
  await form.getByLabel("Gradient descent").check();
  await check.click();
  await painted(page);
  expect(await said()).toBe(w.more);
  expect(await form.locator(".choice-explain").count(), "the missed one is not given away").toBe(1);
  await form.getByLabel("10⁻⁹").check();
  await check.click();
  await painted(page);
  expect(await said()).toBe(w.wrong);
  await form.getByLabel("10⁻⁹").uncheck();
  await form.getByLabel("Adam", { exact: true }).check();
  await check.click();
  await painted(page);
  expect(await said()).toContain(w.right);
});

test("a number: within its tolerance it is right, a known wrong one is explained", async () => {
  const { page, form, said } = await question("factor");
  const { beta1, k } = await drawn(form);
  const answer = ramp({ beta1 }, k, "correction1");
  const known = ramp({ beta1 }, 1, "correction1");
  const give = async (text: string) => {
    await form.locator("input").fill(text);
    await form.locator("input").press("Enter");
    await painted(page);
    return said();
  };
  expect(await give("")).toBe(w.notANumber(""));
  expect(await give("ten")).toBe(w.notANumber("ten"));
  expect(await give(String(known))).toBe(
    `${w.wrong} You left out the power: ${numberText(known, 4)} is the factor of step 1.`,
  );
  expect(await give(String(answer * 1.02))).toBe(`${w.wrong} Divide one by one minus the power.`);
  const hint = form.getByRole("button", { name: w.hint });
  await hint.click();
  await hint.click();
  expect(await form.locator(".hint").allInnerTexts()).toEqual([
    "Divide by the weight so far.",
    "The weight is one minus a power.",
  ]);
  expect(await hint.count()).toBe(0);
  expect(await give(String(answer * 1.009))).toBe(
    `${w.rightNumber(numberText(answer, 4))}\n\nIt is multiplied by ${numberText(answer, 4)}.`,
  );
});

test("“show the answer” tells the number and does not count as solved", async () => {
  const { page, form, said } = await question("factor");
  const { beta1, k } = await drawn(form);
  expect(await form.getByRole("button", { name: w.tell }).count(), "not before a try").toBe(0);
  await form.locator("input").fill("0");
  await form.locator("input").press("Enter");
  await form.getByRole("button", { name: w.tell }).click();
  await painted(page);
  expect(await said()).toContain(w.told(numberText(ramp({ beta1 }, k, "correction1"), 4)));
  expect(await page.locator("#question-factor .tick").count()).toBe(0);
});

test("“another like this” draws new numbers, the same ones for everybody", async () => {
  const draws = async () => {
    const { form, said } = await question("factor");
    const seen = [await drawn(form)];
    for (let i = 0; i < 4; i += 1) {
      await form.locator("input").press("Enter");
      await expect.poll(said).toBe(w.notANumber(""));
      await form.getByRole("button", { name: w.another }).click();
      await expect.poll(said).toBe(w.fresh);
      seen.push(await drawn(form));
    }
    return seen.map(({ beta1, k }) => `${beta1} ${k}`);
  };
  const mine = await draws();
  expect(new Set(mine).size).toBeGreaterThan(2);
  expect(await draws()).toEqual(mine);
});

test("a prediction hides the runs, and then stands beside the actual number", async () => {
  const page = await site.open(fixturePath);
  const guess = page.locator("#guess");
  const chart = page.locator("#chart");
  expect(await chart.locator("path.series").count()).toBe(0);
  expect(await chart.locator("table, summary").count()).toBe(0);
  expect(await chart.locator(".readout").innerText()).toBe("");
  await guess.locator("input[type=range]").fill("4");
  expect(await guess.locator("output").textContent()).toBe("4 α");
  await guess.getByRole("button", { name: words.predict.commit }).click();
  const actual = ramp({ learning_rate: 1 }, 1, "step_length");
  const off = measure({
    spec: {
      problem: "constant_gradient",
      method: { name: "adam", settings: { learning_rate: 1, bias_correction: "off" } },
    },
    steps: 1,
    quantity: "step_length",
  });
  expect(off).not.toBe(actual);
  expect(await guess.locator("dd").allTextContents()).toEqual(["4 α", `${numberText(off)} α`]);
  expect(await guess.innerText()).toContain(words.predict.miss);
  expect(await guess.innerText()).toContain("Too long.");
  await expect.poll(() => chart.locator("path.series").count()).toBeGreaterThan(0);
});

test.each([
  ["At the bottom", words.predict.miss],
  ["Far off", words.predict.hit],
])("the choice “%s” is compared with what happens", async (choice, verdict) => {
  const page = await site.open(fixturePath);
  const predict = page.locator("#choice");
  await predict.getByLabel(choice).check();
  await predict.getByRole("button", { name: words.predict.commit }).click();
  const [own, actual] = await predict.locator("dd").allInnerTexts();
  expect(own).toBe(choice);
  expect(actual).toBe("Far off (4)");
  expect(await predict.innerText()).toContain(verdict);
});

test("a slip: a fine line is fine, the wrong one opens the correction", async () => {
  const page = await site.open(fixturePath);
  const slip = page.locator("#slip");
  const feedback = () => slip.locator(".feedback").innerText();
  expect(await feedback()).toBe(words.slip.ask);
  expect(await slip.innerText()).not.toContain("The power is missing.");
  const lines = slip.locator(".pickable");
  await lines.first().locator("math").click();
  await expect.poll(feedback).toBe(words.slip.notThis);
  await lines
    .nth(2)
    .locator("button")
    .click({ position: { x: 4, y: 4 } });
  await expect.poll(feedback).toBe(words.slip.found);
  expect(await slip.locator(".corrected").count()).toBeGreaterThan(0);
  expect(await slip.innerText()).toContain("The power is missing.");
  const [printed, corrected] = await slip.locator(".readout b").allInnerTexts();
  expect(Number(printed)).toBeGreaterThan(2);
  expect(corrected).toBe("1");
});

test("numbers in the text are the engine's", async () => {
  const page = await site.open(fixturePath);
  expect(await page.locator("fl-value").allTextContents()).toEqual(["3.162", "50"]);
  expect(await otherNumbers(page)).toEqual([]);
});
