import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { words } from "../../../web/words/en.js";
import { fixturePage, fixturePath } from "./fixture.js";
import { useSite } from "./harness.js";
import { sceneOf } from "./scene-in-page.js";

const site = useSite();
beforeAll(async () => void site.extra.set(fixturePath, await fixturePage()));

/** Every number and word a reader sees in the elements. */
const seen = (page: Page) =>
  page
    .locator(
      "fl-descent, fl-derivation, fl-trace, fl-transport, fl-controls, fl-slip, .question-text, .choices",
    )
    .evaluateAll((all) =>
      all.map((one) => [
        (one as HTMLElement).innerText,
        ...[...one.querySelectorAll("input")].map(({ value, checked }) => `${value} ${checked}`),
      ]),
    );

const notices = (page: Page) => page.locator(".notices p").allInnerTexts();
const inAddress = (page: Page, part: string) =>
  expect.poll(() => page.url(), { timeout: 5000 }).toContain(part);

test("settings, start, step, mode and drawn questions come back with the address", async () => {
  const page = await site.open(fixturePath);
  const race = page.locator("fl-descent");
  await race.locator(".start").press("ArrowRight");
  await race.locator(".in-sight input.number").nth(1).fill("0.015");
  await race.locator(".in-sight input.number").nth(1).press("Enter");
  await page.locator("#slope-controls input[type=range]").first().press("ArrowRight");
  await page.locator("#slope-controls summary").click();
  await page
    .locator("#slope-controls .drawer")
    .getByLabel("inside", { exact: false })
    .first()
    .check();
  await race.locator(".scrub input").press("ArrowLeft");
  await page.locator("#update").getByLabel(words.derivation.mode.last).check();
  const another = page
    .locator("#question-factor")
    .getByRole("button", { name: words.quiz.another });
  await another.click();
  await another.click();
  for (const part of ["race.start=-6.8", "race.momentum.learning_rate=0.015", "race.step=39"]) {
    await inAddress(page, part);
  }
  for (const part of ["scale.problem.slope=", "scale.adam.", "update.mode=last", "quiz.factor=3"]) {
    await inAddress(page, part);
  }
  await page.locator("#slope-controls summary").click();

  const before = { seen: await seen(page), race: await sceneOf(race), address: page.url() };
  await page.reload();
  await page.waitForSelector("html[data-ready]", { state: "attached" });
  expect(page.url()).toBe(before.address);
  const after = await sceneOf(race);
  const same = ({ start, step, runs }: typeof after) => ({
    start,
    step,
    runs: runs.map(({ theta, report }) => ({ theta, report })),
  });
  expect(same(after)).toEqual(same(before.race));
  expect(await seen(page)).toEqual(before.seen);
  expect(await notices(page)).toEqual([]);

  const elsewhere = await site.open(before.address.replace(site.base, ""));
  expect(await seen(elsewhere), "the same for another reader").toEqual(before.seen);
});

test("a reset leaves nothing in the address", async () => {
  const page = await site.open(
    `${fixturePath}?race.start=1,2&race.step=7&race.adam.learning_rate=0.1&other=kept#questions`,
  );
  expect(await sceneOf(page.locator("fl-descent"))).toMatchObject({ start: [1, 2], step: 7 });
  await page.locator("fl-descent").getByRole("button", { name: words.transport.reset }).click();
  await page.waitForFunction(() => !location.search.includes("race"));
  expect(page.url()).toBe(`${site.base}${fixturePath}?other=kept#questions`);
  expect(await sceneOf(page.locator("fl-descent"))).toMatchObject({ start: [-7, 7], step: 40 });
});

/** Each row is one address. */
const badAddresses: [string, Record<string, string>][] = [
  [
    "unknown names",
    {
      "race.nonsense": "1",
      "race.adam.beta1": "2",
      "race.start": "1,2,3",
      "race.step": "-1",
      "scale.problem.slope": "steep",
      "quiz.seed": "abc",
      "update.mode": "backwards",
    },
  ],
  [
    "numbers that are none",
    {
      "race.adam.nonsense": "1",
      "race.adam.beta1": "NaN",
      "race.start": "1e999,0",
      "race.step": "1e9",
      "scale.problem.nonsense": "1",
      "quiz.seed": "-1",
    },
  ],
  [
    "things left out",
    {
      "race.newton.learning_rate": "1",
      "race.adam.beta1": "",
      "race.adam.learning_rate": "1e999",
      "race.adam.bias_correction": "sometimes",
      "race.start": "1",
      "race.step": "999999999999999999999",
      "quiz.factor": "1e300",
    },
  ],
  [
    "strange characters",
    {
      "race.adam.__proto__": "1",
      "race.adam.learning_rate": "-Infinity",
      "race.start": "🏔,⛷",
      "race.step": "3.5",
      "quiz.seed": "9".repeat(10),
    },
  ],
  [
    "very long values",
    { "race.start": "9".repeat(5000), "race.step": "<b>1</b>", "race.adam.beta2": "0.9;alert(1)" },
  ],
];

test.each(badAddresses)(
  "with %s in the address the page works, and says so",
  async (_what, bad) => {
    const page = await site.open(`${fixturePath}?${new URLSearchParams(bad)}`);
    const said = await notices(page);
    for (const [name, value] of Object.entries(bad)) {
      const words = `${name} = “${value.slice(0, 40)}”`;
      expect(said).toContainEqual(expect.stringContaining(words));
    }
    expect(said).toHaveLength(Object.keys(bad).length);
    const { start, step, runs } = await sceneOf(page.locator("fl-descent"));
    expect({ start, step }).toEqual({ start: [-7, 7], step: 40 });
    expect(runs.map(({ theta }) => theta.length)).toEqual([1002, 1002, 1002, 1002]);
    await page.locator("fl-descent .start").press("ArrowRight");
    await page.waitForFunction(() => location.search.includes("race.start=-6.8"));
  },
);

test("what other sites hang on to an address is left alone", async () => {
  const page = await site.open(`${fixturePath}?utm_source=lms&race&=&%F0%9F&__proto__=1`);
  expect(await notices(page)).toEqual([]);
});
