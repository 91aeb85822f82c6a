// Where a plane's points come from: generated, pasted, from a file, from a link.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { useSite } from "./harness.js";
import { engine } from "./own-engine.js";
import { after, onScreen, openPlane, ownRun, stateOf, twoModels } from "./plane-in-page.js";

const site = useSite();

test("the points at first are those of the dataset, bit for bit", async () => {
  const { plane } = await openPlane(site, twoModels);
  const { points, models } = await stateOf(plane);
  const { inputs, targets } = engine.dataset({
    name: "blobs",
    settings: { classes: 3, seed: 2, noise: 0.9 },
  });
  expect(points.flatMap(({ x, y }) => [x, y])).toEqual([...inputs]);
  expect(points.map(({ label }) => label)).toEqual([...targets]);
  // as a lesson's fl-value would say it
  const own = ownRun(
    {
      ...models[0]?.spec,
      data: { name: "blobs", settings: { classes: 3, seed: 2, noise: 0.9 } },
    } as never,
    100,
  );
  expect(models[0]?.loss).toEqual(own.loss);
});

test("other data are generated, and their settings drawn anew", async () => {
  const { page, plane } = await openPlane(site, twoModels);
  await plane.getByText("New data").click();
  await plane.getByLabel("Kind of data").selectOption("spirals");
  const spirals = await after(plane, () => plane.getByRole("button", { name: "Generate" }).click());
  expect(spirals.generator).toEqual({ name: "spirals", settings: { seed: 1 } });
  expect(spirals.classes).toBe(2);
  // of two classes the SVM has a single score
  expect(spirals.models.map(({ weights }) => weights.length)).toEqual([6, 3]);
  const again = await after(plane, () => plane.getByRole("button", { name: "Generate" }).click());
  expect(again.generator?.settings.seed).toBe(2);
  expect(again.points).not.toEqual(spirals.points);

  const noise = plane.getByRole("textbox", { name: /noise/ });
  const noisy = await after(plane, async () => {
    await noise.fill("0.4");
    await noise.press("Enter");
  });
  expect(noisy.generator?.settings.noise).toBe(0.4);
  const more = await after(plane, () =>
    plane.getByRole("button", { name: "One class more" }).click(),
  );
  expect(more.classes).toBe(3);
  expect(new Set(more.points.map(({ label }) => label))).toEqual(new Set([0, 1, 2]));
  await expect.poll(() => page.url()).toContain("plane.data=spirals");
});

const good = "x,y,kind\n1,2,dog\n-1;0,cat\n".replace(";", ",");

test("pasted points are read by the core; what it cannot read changes nothing", async () => {
  const { plane } = await openPlane(site, twoModels);
  const before = await stateOf(plane);
  await plane.getByText("New data").click();
  const field = plane.getByLabel(/Paste points/);
  const said = plane.locator(".paste [role=status]");
  const use = plane.getByRole("button", { name: "Use these points" });
  for (const [text, expected] of [
    ["1,2,a\n3,x,b", /csv line 2, column 2: got 'x'/],
    ["", /csv line 1/],
    ["1,2\n3,4", /three columns.*have 2/],
    ["1,2,3,a\n4,5,6,b", /three columns.*have 4/],
    ["1,2,a\n1,2", /csv line 2/],
    [Array.from({ length: 7 }, (_, i) => `${i},0,k${i}`).join("\n"), /room for 6 classes/],
    ['1,2,"a', /quote/],
  ] as const) {
    await field.fill(text);
    await use.click();
    await expect.poll(() => said.textContent()).toMatch(expected);
    expect(await field.inputValue()).toBe(text);
    expect((await stateOf(plane)).points).toEqual(before.points);
  }

  await field.fill(good);
  const pasted = await after(plane, () => use.click());
  expect(pasted.points).toEqual([
    { x: 1, y: 2, label: 1 },
    { x: -1, y: 0, label: 0 },
  ]);
  expect(await said.textContent()).toBe("2 points in 2 classes.");
  expect(await plane.getByRole("radio", { name: "Class dog" }).count()).toBe(1);
  expect(pasted.models[1]?.loss).toEqual(ownRun(pasted.models[1]?.spec as never, 100).loss);
});

test("a file is opened, and the points are downloaded as one", async () => {
  const { page, plane } = await openPlane(site, twoModels);
  await plane.getByText("New data").click();
  const rows = Array.from({ length: 12 }, (_, i) => `${100 + i},${0.001 * i * i},${i % 3}`);
  const opened = await after(plane, () =>
    plane.locator("input[type=file]").setInputFiles({
      name: "measured.csv",
      mimeType: "text/csv",
      buffer: Buffer.from(rows.join("\n")),
    }),
  );
  expect(opened.points.map(({ x, y, label }) => `${x},${y},${label}`)).toEqual(
    rows.map((row) => row.split(",").map(Number).join(",")),
  );
  expect(opened.window.x[0]).toBeLessThan(100);
  const download = page.waitForEvent("download");
  await plane.getByRole("button", { name: "Download as CSV" }).click();
  const text = readFileSync(await (await download).path(), "utf8");
  const { dataset } = engine.csv(text, "classes");
  expect([...dataset.inputs]).toEqual(opened.points.flatMap(({ x, y }) => [x, y]));
  expect(dataset.classNames).toEqual(["0", "1", "2"]);
});

test("a link holds the points that were moved, and all that was set", async () => {
  const { page, plane } = await openPlane(site, twoModels);
  const first = (await stateOf(plane)).points[0] as { x: number; y: number };
  const from = await onScreen(plane, first);
  await after(plane, async () => {
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(from.x + 30, from.y - 30, { steps: 3 });
    await page.mouse.up();
  });
  await plane.getByText("More settings").click();
  const steps = plane.getByRole("textbox", { name: /^steps/ });
  await after(plane, async () => {
    await steps.fill("40");
    await steps.press("Enter");
  });
  await plane.getByLabel("Method that trains SVM").selectOption("momentum");
  const weight = plane.getByRole("textbox", { name: "b of class A" }).first();
  const left = await after(plane, async () => {
    await weight.fill("1.5");
    await weight.press("Enter");
  });
  await expect.poll(() => page.url()).toContain("plane.softmax_regression.held=1");
  await expect.poll(() => page.url()).toContain("plane.linear_svm.method=momentum");
  const { search } = new URL(page.url());
  expect(search.length).toBeLessThan(700);
  const { plane: other } = await openPlane(site, twoModels, { query: search });
  const arrived = await stateOf(other);
  // a link groups the points by their classes
  const grouped = [...left.points].sort((a, b) => a.label - b.label);
  expect(arrived.points).toEqual(grouped);
  expect(arrived.steps).toBe(40);
  expect(arrived.models.map(({ method }) => method)).toEqual(["gradient_descent", "momentum"]);
  expect(arrived.models[0]?.weights).toEqual(left.models[0]?.weights);
  expect(arrived.models[1]?.loss.at(-1)).toBeCloseTo(left.models[1]?.loss.at(-1) ?? 0, 10);
});

test("a link with nonsense is answered in words", async () => {
  const query =
    "?plane.points=0.01,0,0*abc!&plane.steps=-3&plane.data=moon&plane.linear_svm.method=sgdx&plane.linear_svm.problem.margin=-1&plane.batch.size=x";
  const { page, plane } = await openPlane(site, twoModels, { query });
  const notices = await page.locator("fl-notice").textContent();
  for (const key of [
    "points",
    "steps",
    "data",
    "linear_svm.method",
    "linear_svm.problem.margin",
    "batch.size",
  ]) {
    expect(notices).toContain(`plane.${key} =`);
  }
  const { points, steps } = await stateOf(plane);
  expect([points.length, steps]).toEqual([60, 100]);
});

test("more points than a link can hold are said to be so", async () => {
  const { page, plane } = await openPlane(site, twoModels);
  await plane.getByText("New data").click();
  const rows = Array.from(
    { length: 500 },
    (_, i) => `${Math.sin(i).toFixed(3)},${Math.cos(7 * i).toFixed(3)},${i % 2}`,
  );
  await plane.getByLabel(/Paste points/).fill(rows.join("\n"));
  await after(plane, () => plane.getByRole("button", { name: "Use these points" }).click());
  expect(await plane.locator(".about-points").textContent()).toContain("more points than a link");
  expect(page.url()).not.toContain("plane.points");
});

test("reset brings everything back", async () => {
  const { page, plane } = await openPlane(site, twoModels);
  const before = await stateOf(plane);
  await plane.getByText("New data").click();
  await after(plane, () => plane.getByRole("button", { name: "Remove all points" }).click());
  const back = await after(plane, () =>
    plane.getByRole("button", { name: "Everything as at first" }).click(),
  );
  expect(back.points).toEqual(before.points);
  expect(back.models.map(({ loss }) => loss)).toEqual(before.models.map(({ loss }) => loss));
  await expect.poll(() => new URL(page.url()).search).toBe("");
});
