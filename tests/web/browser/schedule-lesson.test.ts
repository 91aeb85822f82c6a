// The lesson on learning-rate schedules has the numbers of the lectures, and its figures move.
import { expect, test } from "vitest";
import { numberText } from "../../../web/words/number-text.js";
import { complaintsOf, painted, useSite } from "./harness.js";
import { engine } from "./own-engine.js";
import { sceneOf } from "./scene-in-page.js";

const site = useSite();
const path = "learning-rate-schedules/";

const table: [name: string, numbers: (number | string)[]][] = [
  ["Constant", ["0.1", "0.1", "0.1", "0.1", "0.1", "0.1"]],
  ["Steps", ["0.1", "0.05", "0.025", "0.0125"]],
  ["Exponential", ["0.1", "0.095", "0.09025", "0.08574"]],
  ["1/t", ["0.1", "0.05", "0.0333", "0.025", "0.02", "0.0167"]],
  ["1/√t", ["0.1", "0.0707", "0.0577", "0.05", "0.0447"]],
  ["Linear", ["0.1", "0.075", "0.05", "0.025", "0", "0"]],
  ["Cosine", ["0.1", "0.0854", "0.05", "0.0146", "0", "0"]],
  ["Warm-up", ["0", "0.02", "0.04", "0.06", "0.08", "0.1"]],
  ["By hand", ["0.1", "0.1", "0.01", "0.01", "0.01", "0.01"]],
];

test("the table has the lectures' numbers, and sentences those of the slip", async () => {
  const page = await site.open(path);
  const complaints = await complaintsOf(page);
  const rows = await page
    .locator("table.numbers")
    .first()
    .locator("tbody tr")
    .evaluateAll((all) =>
      all.map((row) => [...row.querySelectorAll("td")].map((cell) => cell.innerText.trim())),
    );
  expect(rows).toHaveLength(table.length);
  for (const [i, [name, numbers]] of table.entries()) {
    expect(rows[i]?.slice(0, numbers.length), name).toEqual(numbers);
  }
  const text = (await page.locator("main").textContent()) ?? "";
  for (const quarters of ["1, 0.854, 0.5, 0.146 and 0"]) expect(text).toContain(quarters);
  const sums = await page
    .locator("table.numbers")
    .nth(1)
    .locator("tbody td")
    .evaluateAll((all) => all.map((cell) => (cell as HTMLElement).innerText.trim()));
  expect(sums).toEqual(
    [
      "7.485",
      "12.09",
      "1.644",
      "1.645",
      "61.8",
      "631.0",
      "7.485",
      "12.09",
      "20",
      "20",
      "10.26",
      "10.26",
    ].map((one) => expect.stringMatching(new RegExp(`^${one.replace(/\.0$/, "")}`))),
  );
  expect(complaints).toEqual([]);
});

test("the slip is the schedule, and the chart has its numbers", async () => {
  const page = await site.open(path);
  const slip = page.locator("fl-slip");
  await slip.scrollIntoViewIfNeeded();
  await slip.locator(".pickable").nth(1).click();
  await expect.poll(() => slip.locator(".feedback").getAttribute("class")).toContain("wrong");
  await slip.locator(".pickable").first().click();
  await expect.poll(() => slip.locator(".feedback").getAttribute("class")).toContain("right");
  expect(await slip.locator(".corrected").count()).toBe(1);
  const after = (await slip.locator(".after").textContent()) ?? "";
  for (const loss of [1.7e-4, 1.1e-4, 1.5e-7, 6e-12]) {
    expect(after).toContain(numberText(loss, 2));
  }
  expect(after).toContain(numberText(7.85e-5, 3)); // the curriculum rounds it to 7.9e-5
  expect(await page.locator("main").textContent()).toContain(numberText(0.0035, 2));
});

test("a schedule's setting is a control, and stands in the address", async () => {
  const key = "floor.gradient_descent.schedule.total";
  const page = await site.open(`${path}?${key}=50`);
  const derivation = page.locator("fl-derivation#noise");
  const { runs } = await sceneOf(page.locator("fl-trace[scene=floor]"));
  expect(runs[0]?.spec.schedule).toEqual({ name: "cosine", settings: { total: 50 } });
  await derivation.getByRole("button", { name: "Show all" }).click();
  expect(await derivation.locator(".formula-lines > li").count()).toBe(7);
  const field = page
    .locator("fl-controls[scene=floor]")
    .getByLabel("total", { exact: false })
    .first();
  await field.fill("nothing");
  await field.press("Enter");
  await page.locator("fl-controls[scene=floor] .refused").waitFor();
  const refused = await page.locator("fl-controls[scene=floor] .refused").first().textContent();
  expect(refused).toContain("schedule.total: got 'nothing'");
  const bad = await site.open(`${path}?${key}=0`);
  await expect.poll(() => bad.locator("fl-notice").textContent()).toContain(key);
  const locked = await site.open(`${path}?lock=${key}`);
  expect(await locked.locator("fl-controls[scene=floor] fieldset.locked").count()).toBeGreaterThan(
    0,
  );
});

test("the chart of all forms has the engine's numbers, as a table too", async () => {
  const page = await site.open(`${path}?forms.row=10&forms.cosine.total=40`);
  const chart = page.locator("fl-table-chart#all-forms");
  await chart.scrollIntoViewIfNeeded();
  const rate = (name: string, settings: Record<string, number>) =>
    engine.analyse({
      analysis: { name: "schedule", settings: { learning_rate: 0.1, steps: 20 } },
      schedule: { name, settings },
    }).columns.learning_rate_now?.[10] as number;
  const expected = [
    rate("step", { every: 1, drop: 0.5 }),
    rate("exponential", { decay: 0.95 }),
    rate("inverse_time", { rate: 1 }),
    rate("inverse_root", { rate: 1 }),
    rate("linear", { total: 20 }),
    rate("cosine", { total: 40 }),
    rate("constant", { warmup: 5 }),
  ];
  await expect
    .poll(() => chart.locator(".curve-key output").allTextContents())
    .toEqual(expected.map((one) => numberText(one, 4)));
  await chart.locator(".trace-table summary").click();
  const cells = () => chart.locator("tr[aria-current] td").allTextContents();
  await expect.poll(cells).toEqual(expected.map((one) => numberText(one, 6)));
  await chart.getByRole("button", { name: "3", exact: true }).click();
  await expect.poll(() => chart.locator("tr[aria-current] th").textContent()).toContain("3");
  await painted(page);
});
