// Models of a plane: trained by any method, played through, set by hand.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { numberText } from "../../../web/words/number-text.js";
import { useSite } from "./harness.js";
import { engine } from "./own-engine.js";
import { after, onScreen, openPlane, ownRun, stateOf, twoModels } from "./plane-in-page.js";

const site = useSite();

test("a second-order method is loaded when it is chosen, and trains", async () => {
  const { plane, complaints } = await openPlane(
    site,
    `data="blobs classes=3" models="softmax_regression problem.regularization_strength=0.01 problem.bias_penalty=penalised as Softmax"`,
  );
  const wasm = () =>
    site.answers.filter(({ path }) => path.endsWith(".wasm")).map(({ path }) => path);
  const asked = site.answers.length;
  expect(wasm().filter((path) => path.includes("everything"))).toEqual([]);
  const choice = plane.getByLabel("Method that trains Softmax");
  const trained = await after(plane, () => choice.selectOption("newton"));
  expect(
    site.answers.slice(asked).filter(({ path }) => /everything.*wasm/.test(path)),
  ).toHaveLength(1);
  const [model] = trained.models;
  expect(model?.method).toBe("newton");
  expect(model?.refused).toBeUndefined();
  expect(model?.loss).toEqual(ownRun(model?.spec as never, 100).loss);
  expect(model?.loss.at(-1)).toBeLessThan(0.5);
  // the rest goes on with the same engine
  const other = await after(plane, () => choice.selectOption("bfgs"));
  expect(other.models[0]?.loss).toEqual(ownRun(other.models[0]?.spec as never, 100).loss);
  expect(
    site.answers.slice(asked).filter(({ path }) => /everything.*wasm/.test(path)),
  ).toHaveLength(1);
  expect(complaints).toEqual([]);
});

test("a method that cannot be loaded leaves the one before, in words", async () => {
  const { page, plane } = await openPlane(site, twoModels, {
    before: (fresh) => fresh.route(/everything/, (route) => route.abort()),
  });
  const before = await stateOf(plane);
  await plane.getByLabel("Method that trains SVM").selectOption("lbfgs");
  await expect.poll(() => page.locator("fl-notice").textContent()).toContain("could not be loaded");
  const { models } = await stateOf(plane);
  expect(models.map(({ method }) => method)).toEqual(["gradient_descent", "gradient_descent"]);
  expect(await plane.getByLabel("Method that trains SVM").inputValue()).toBe("gradient_descent");
  expect(models).toEqual(before.models);
});

test("a link with a second-order method loads what it needs", async () => {
  const query = "?plane.linear_svm.method=lbfgs&plane.linear_svm.history=3";
  const { plane } = await openPlane(site, twoModels, { query });
  const { models } = await stateOf(plane);
  expect(models[1]?.method).toBe("lbfgs");
  expect(models[1]?.loss).toEqual(ownRun(models[1]?.spec as never, 100).loss);
});

test("minibatches, penalty and a test part are those of the core", async () => {
  const { plane } = await openPlane(
    site,
    `data="blobs classes=3 noise=1 test_share=0.3" batch="size=8" seed="5" steps="60"
     models="softmax_regression adam learning_rate=0.1 problem.regularization_strength=0.05 as Softmax"`,
  );
  const { models, points } = await stateOf(plane);
  const [model] = models;
  expect(model?.spec.batch).toEqual({ size: "8" });
  expect(model?.spec.seed).toBe("5");
  expect(model?.loss).toEqual(ownRun(model?.spec as never, 60).loss);
  const data = model?.spec.data as { name: string; settings: Record<string, string> };
  const test = { ...data, settings: { ...data.settings, part: "test" } };
  const asked = {
    problem: model?.spec.problem as never,
    data,
    weights: model?.weights ?? [],
    examples: test,
  };
  const share = numberText(100 * engine.accuracy(asked));
  expect(await plane.locator(".model-state").textContent()).toContain(`accuracy ${share} %`);
  expect(engine.dataset(test).count).toBe(18);
  expect(points).toHaveLength(60);
  expect(await plane.locator(".about-points").textContent()).toContain("hollow");
});

test("steps are gone through, with loss and weights of each", async () => {
  const { page, plane } = await openPlane(site, twoModels);
  await plane.getByRole("slider", { name: "Step", exact: true }).focus();
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowRight");
  const state = await stateOf(plane);
  expect(state.step).toBe(1);
  const text = await plane.locator(".model-state").first().textContent();
  expect(text).toContain(`Loss ${numberText(state.models[0]?.loss[1] ?? 0, 4)}`);
  const run = engine.run(state.models[0]?.spec as never);
  run.advance(1);
  expect(state.models[0]?.weights).toEqual([...run.trace("theta").slice(9)]);
  run.dispose();
});

test("weights that are set by hand give the engine's loss and accuracy, and can be trained on", async () => {
  const { page, plane } = await openPlane(site, twoModels);
  const card = plane.locator(".weights").nth(1);
  const before = await stateOf(plane);
  const held = await after(plane, async () => {
    const field = card.getByRole("textbox", { name: "w x of class B" });
    await field.fill("-2");
    await field.press("Enter");
  });
  const [, svm] = held.models;
  for (const [i, weight] of (before.models[1]?.weights ?? []).entries()) {
    expect(svm?.weights[i]).toBeCloseTo(i === 2 ? -2 : weight, 5);
  }
  const own = ownRun(svm?.spec as never, 0);
  // it stays there, at every step
  expect(new Set(svm?.loss)).toEqual(new Set(own.loss));
  expect(svm?.loss).toHaveLength(101);
  expect(new Set(svm?.accuracy)).toEqual(new Set(own.accuracy));
  expect(held.models[0]).toEqual(before.models[0]);

  const knob = card.getByRole("slider", { name: "b of class A" });
  await knob.focus();
  const nudged = await after(plane, () => page.keyboard.press("Shift+ArrowRight"));
  expect(nudged.models[1]?.weights[6]).toBeGreaterThan(svm?.weights[6] ?? 0);
  const box = await knob.locator("circle").first().boundingBox();
  const dragged = await after(plane, async () => {
    const [x, y] = [(box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x - 20, y, { steps: 4 });
    await page.mouse.up();
  });
  expect(dragged.models[1]?.weights[6]).toBeLessThan(nudged.models[1]?.weights[6] ?? 0);

  const trained = await after(plane, () =>
    card.getByRole("button", { name: "Train from here" }).click(),
  );
  expect(trained.models[1]?.loss).toEqual(ownRun(trained.models[1]?.spec as never, 100).loss);
  expect(trained.models[1]?.spec.start).toEqual(dragged.models[1]?.weights);
  const back = await after(plane, () =>
    card.getByRole("button", { name: "Back to the usual start" }).click(),
  );
  expect(back.models[1]?.loss).toEqual(before.models[1]?.loss);
});

test("a word that is no number, and weights that no longer fit, are answered in words", async () => {
  const { page, plane } = await openPlane(site, twoModels);
  const field = plane.getByRole("textbox", { name: "w x of class B" }).first();
  await field.fill("steep");
  await field.press("Enter");
  expect(await field.evaluate((node) => (node as HTMLInputElement).validationMessage)).toContain(
    "steep",
  );
  await after(plane, async () => {
    await field.fill("1");
    await field.press("Enter");
  });
  await after(plane, () => plane.getByRole("button", { name: "One class more" }).click());
  await expect.poll(() => page.locator("fl-notice").textContent()).toContain("do not fit");
  await expect.poll(async () => (await stateOf(plane)).models[0]?.weights.length).toBe(12);
});

test("a selected point has its scores and its loss under each model", async () => {
  const { page, plane } = await openPlane(site, twoModels);
  const { points, models } = await stateOf(plane);
  const place = await onScreen(plane, points[7] as { x: number; y: number });
  await page.mouse.click(place.x, place.y);
  const said = plane.locator(".selected-point");
  const [softmax, svm] = models;
  const lossesOf = (model: typeof softmax, loss: string) => {
    const { spec, weights } = model as NonNullable<typeof model>;
    const request = { problem: spec.problem, data: spec.data as never, weights };
    const scores = engine.scores({ ...request, examples: spec.data as never });
    const rows = points.map((_, i) => [...scores.subarray(3 * i, 3 * i + 3)]);
    const answer = engine.loss({ loss, scores: rows, labels: points.map(({ label }) => label) });
    return { scores: rows[7] ?? [], ...answer };
  };
  const ofSoftmax = lossesOf(softmax, "softmax_cross_entropy");
  const ofSvm = lossesOf(svm, "multiclass_svm");
  // without a penalty the loss of the run is the mean of the examples' losses
  expect(ofSoftmax.total).toBeCloseTo(softmax?.loss.at(-1) ?? 0, 12);
  expect(ofSvm.total).toBeCloseTo(svm?.loss.at(-1) ?? 0, 12);
  const one = (answer: typeof ofSvm) =>
    numberText(answer.table.columns.example_loss?.[7] ?? Number.NaN);
  await expect.poll(() => said.textContent()).toContain(`loss ${one(ofSoftmax)}.`);
  expect(await said.textContent()).toContain(`loss ${one(ofSvm)}.`);
  expect(await said.textContent()).toContain(
    ofSvm.scores.map((score) => numberText(score)).join(", "),
  );
  await plane.getByText("Points as a table").click();
  const row = plane.locator("fl-example-table tbody tr").nth(7);
  expect(await row.getAttribute("aria-current")).toBe("true");
  expect(await row.textContent()).toContain(one(ofSoftmax));
});

test("models of one score for two classes say what each point costs them too", async () => {
  const { page, plane } = await openPlane(
    site,
    `data="blobs classes=2 seed=2" models="linear_svm problem.margin=2 as SVM; logistic_regression as Logistic"`,
  );
  const { points, models } = await stateOf(plane);
  for (const i of [points.findIndex(({ label }) => label === 0), points.length - 1]) {
    const place = await onScreen(plane, points[i] as { x: number; y: number });
    await page.mouse.click(place.x, place.y);
    const said = plane.locator(".selected-point");
    for (const [m, loss] of (
      [{ name: "hinge", settings: { margin: 2 } }, "logistic"] as const
    ).entries()) {
      const { spec, weights } = models[m] as (typeof models)[number];
      const data = spec.data as never;
      const scores = engine.scores({ problem: spec.problem, data, weights, examples: data });
      const { table } = engine.loss({
        loss,
        scores: Array.from(scores, (score) => [score]),
        labels: points.map(({ label }) => (label === 1 ? 1 : -1)),
      });
      const one = numberText(table.columns.example_loss?.[i] ?? Number.NaN);
      await expect.poll(() => said.textContent()).toContain(`loss ${one}.`);
    }
  }
});

test("the losses, accuracies and weights of every step can be taken along", async () => {
  const { page, plane } = await openPlane(
    site,
    `data="blobs classes=2" steps="3" models="softmax_regression as Softmax; linear_svm as SVM"`,
  );
  const { models } = await stateOf(plane);
  await plane.locator(":scope > figure > figcaption .menu-button").click();
  const download = page.waitForEvent("download");
  await plane.getByRole("button", { name: /CSV/ }).last().click();
  const text = readFileSync(await (await download).path(), "utf8");
  const [head, ...rows] = text
    .trim()
    .split("\r\n")
    .map((row) => row.split(","));
  expect(head).toEqual(
    ["step", "model", "loss", "accuracy"].concat("w1x w1y w2x w2y b1 b2 wx wy b".split(" ")),
  );
  expect(rows).toHaveLength(8);
  expect(rows[3]?.slice(0, 3)).toEqual(["3", "Softmax", String(models[0]?.loss[3])]);
  expect(rows[7]?.slice(-3)).toEqual(models[1]?.weights.map(String));
});

test("a plane can be taken along as a drawing", async () => {
  const { page, plane } = await openPlane(site, twoModels);
  const view = plane.locator("fl-plane-view").nth(1);
  await view.locator(".menu-button").click();
  const download = page.waitForEvent("download");
  await view.getByRole("button", { name: /SVG/ }).click();
  const drawing = readFileSync(await (await download).path(), "utf8");
  // 60 marks, filled and stroked, and the regions of three classes
  expect(drawing.match(/<path/g)?.length).toBeGreaterThan(120);
  expect(drawing).toContain("what SVM makes of the plane");
});

test("other elements show the same runs and the same step", async () => {
  const { page, plane } = await openPlane(site, twoModels, {
    around: [
      "",
      `<fl-trace id="beside" scene="plane" quantities="step_length" description="How long the steps are"></fl-trace>
       <fl-derivation scene="plane" method="gradient_descent" all-lines></fl-derivation>`,
    ],
  });
  const chart = page.locator("#beside .chart");
  await chart.focus();
  await page.keyboard.press("Home");
  await page.keyboard.press("PageUp");
  expect((await stateOf(plane)).step).toBe(10);
  const derivation = page.locator("fl-derivation");
  expect(await derivation.textContent()).toContain("w1x");
  // of a method that is no longer there, nothing breaks
  await after(plane, () => plane.getByLabel("Method that trains Softmax").selectOption("adam"));
  expect(await page.locator("fl-notice").textContent()).toBe("");
});
