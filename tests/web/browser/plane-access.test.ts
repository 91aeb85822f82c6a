// What a teacher may lock in a plane, and that the panel knows planes that nobody has seen yet.
import { expect, test } from "vitest";
import { useSite } from "./harness.js";
import { after, onScreen, openPlane, stateOf, twoModels } from "./plane-in-page.js";
import { choiceOf, openPanel } from "./teacher.js";

const site = useSite();

test("the panel has the controls of a plane far below, and locks them", async () => {
  const far = Array.from({ length: 60 }, () => "<p>Read on.</p>").join("");
  const { page, plane } = await openPlane(site, twoModels, { around: [far, ""] });
  expect(await plane.locator("fl-plane-view").count()).toBe(0);
  const panel = await openPanel(page);
  for (const key of ["plane.points", "plane.linear_svm.method", "plane.linear_svm.weights"]) {
    const locked = choiceOf(panel, key, "locked");
    await locked.waitFor({ state: "attached" });
    await panel.locator("details").evaluateAll((all) => {
      for (const one of all) one.setAttribute("open", "");
    });
    await locked.check();
  }
  expect(await plane.getByRole("radio", { name: "Add" }).isDisabled()).toBe(true);
  expect(await plane.getByLabel("Method that trains SVM").isDisabled()).toBe(true);
  expect(await plane.getByLabel("Method that trains Softmax").isDisabled()).toBe(false);
});

test("locked points stay where they are, and locked weights what they are", async () => {
  const { page, plane } = await openPlane(site, twoModels, {
    query: "?lock=plane.points,plane.linear_svm.weights,plane.softmax_regression.learning_rate",
  });
  const before = await stateOf(plane);
  const from = await onScreen(plane, before.points[0] as { x: number; y: number });
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 60, from.y + 40);
  await page.mouse.up();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Delete");
  await page.keyboard.press("Control+z");
  const svm = plane.getByRole("textbox", { name: "w x of class B" }).nth(1);
  expect(await svm.isDisabled()).toBe(true);
  const rates = plane.getByRole("textbox", { name: "learning rate" });
  expect(await rates.first().isDisabled()).toBe(true);
  // what is not locked goes on
  const now = await after(plane, async () => {
    await rates.nth(1).fill("0.3");
    await rates.nth(1).press("Enter");
  });
  expect(now.points).toEqual(before.points);
  expect(now.models[0]).toEqual(before.models[0]);
  expect(now.models[1]?.loss).not.toEqual(before.models[1]?.loss);
});

test("another method is forgotten with its settings when everything is reset", async () => {
  const { page, plane } = await openPlane(site, twoModels);
  await after(plane, () => plane.getByLabel("Method that trains Softmax").selectOption("momentum"));
  const rate = plane.getByRole("textbox", { name: "learning rate" }).first();
  await after(plane, async () => {
    await rate.fill("0.2");
    await rate.press("Enter");
  });
  await expect.poll(() => page.url()).toContain("plane.softmax_regression.learning_rate=0.2");
  await after(plane, () => plane.getByRole("button", { name: "Reset everything" }).first().click());
  await expect.poll(() => new URL(page.url()).search).toBe("");
  expect((await stateOf(plane)).models[0]?.method).toBe("gradient_descent");
});
