import { beforeAll, expect, test } from "vitest";
import { words } from "../../../web/words/en.js";
import { numberText } from "../../../web/words/number-text.js";
import { fixturePage, fixturePath } from "./fixture.js";
import { painted, useSite } from "./harness.js";
import { traceOf } from "./own-engine.js";
import { sceneOf } from "./scene-in-page.js";

const site = useSite();
beforeAll(async () => void site.extra.set(fixturePath, await fixturePage()));

test("the chart reads out what is under the pointer, and a click selects it", async () => {
  const page = await site.open(fixturePath);
  const trace = page.locator("#slope");
  const { runs, steps } = await sceneOf(trace);
  const length = traceOf(runs[0]!.spec, steps, "step_length");
  const gradient = traceOf(runs[0]!.spec, steps, "gradient");
  const chart = trace.locator(".chart");
  await chart.scrollIntoViewIfNeeded();
  const box = (await chart.boundingBox())!;
  const said = () => trace.locator(".readout").innerText();
  const steady = await said();
  for (const share of [0.2, 0.5, 0.93]) {
    await page.mouse.move(box.x + box.width * share, box.y + box.height / 2);
    await expect.poll(said).not.toBe(steady);
    const step = Number(/\d+/.exec(await trace.locator(".readout .at").innerText())?.[0]);
    const shown = await trace.locator(".readout b").allInnerTexts();
    expect(shown).toEqual([numberText(length[step]!, 4), numberText(gradient[step]!, 4)]);
  }
  expect((await sceneOf(trace)).step, "to point is not to choose").toBe(1);
  const step = Number(/\d+/.exec(await trace.locator(".readout .at").innerText())?.[0]);
  await page.mouse.down();
  await page.mouse.up();
  await expect.poll(async () => (await sceneOf(trace)).step).toBe(step);
  await page.mouse.move(0, 0);
  await expect.poll(() => chart.getAttribute("aria-valuenow")).toBe(String(step));
});

test("the table has the numbers of the chart, and its steps can be chosen", async () => {
  const page = await site.open(fixturePath);
  await page.locator("#guess").getByRole("button", { name: words.predict.skip }).click();
  const trace = page.locator("#chart");
  await trace.locator("summary").click();
  const { runs, steps, step } = await sceneOf(trace);
  const columns = runs.map(({ spec }) => traceOf(spec, steps, "step_length"));
  const rows = await trace
    .locator("tbody tr")
    .evaluateAll((all) =>
      all.map((row) => [...row.children].map((cell) => (cell as HTMLElement).innerText)),
    );
  expect(rows.length).toBeGreaterThan(20);
  for (const [t, ...cells] of rows) {
    expect(cells).toEqual(columns.map((values) => numberText(values[Number(t)] ?? Number.NaN, 6)));
  }
  const listed = rows.map(([t]) => Number(t));
  expect(listed).toEqual([...listed].sort((a, b) => a - b));
  expect(listed).toEqual(expect.arrayContaining([0, step, steps]));
  expect(await trace.locator("tr[aria-current] button").innerText()).toBe(String(step));
  expect(await trace.locator("thead .visually-hidden").allTextContents()).toEqual([
    "Without step length",
    "With step length",
  ]);
  await trace.getByRole("button", { name: "40", exact: true }).click();
  await expect.poll(() => trace.locator("tr[aria-current] button").innerText()).toBe("40");
  expect((await sceneOf(page.locator("fl-transport[scene=first]"))).step).toBe(40);
});

test("a chart that was hidden at first is drawn when it comes into sight", async () => {
  const page = await site.open(fixturePath);
  await page.locator("#hidden > summary").click();
  const chart = page.locator("#hidden .chart");
  const width = async () => (await chart.boundingBox())?.width ?? 0;
  await expect.poll(width).toBeGreaterThan(600);
  await expect.poll(async () => Number(await chart.getAttribute("width"))).toBe(await width());
});

test("lines, marks and readout follow a control of the scene", async () => {
  const page = await site.open(fixturePath);
  const trace = page.locator("#slope");
  const lines = () =>
    trace
      .locator("path.series:not(.ahead)")
      .evaluateAll((all) => all.map((one) => one.getAttribute("d")));
  const before = await lines();
  const field = page.locator("#slope-controls .in-sight input.number").first();
  await field.fill("1e-9");
  await field.press("Enter");
  await expect.poll(lines).not.toEqual(before);
  const { runs, step } = await sceneOf(trace);
  const length = traceOf(runs[0]!.spec, step, "step_length")[step]!;
  expect(length).toBeLessThan(0.2);
  await painted(page);
  expect(await trace.locator(".readout b").first().innerText()).toBe(numberText(length, 4));
});
