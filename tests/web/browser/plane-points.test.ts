// Points of a plane by pointer, finger and keyboard.
import { expect, test } from "vitest";
import { painted, useSite } from "./harness.js";
import { Keyboard } from "./keyboard.js";
import { after, onScreen, openPlane, ownRun, stateOf, twoModels } from "./plane-in-page.js";

const site = useSite();

test("a dragged point changes the losses to what the engine says", async () => {
  const { page, plane, complaints } = await openPlane(site, twoModels);
  const before = await stateOf(plane);
  const from = await onScreen(plane, before.points[4] as { x: number; y: number });
  const state = await after(plane, async () => {
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(from.x - 60, from.y + 40, { steps: 8 });
    await page.mouse.up();
  });
  expect(state.selected).toBe(4);
  expect(state.points[4]?.x).toBeLessThan(before.points[4]?.x ?? 0);
  expect(state.points[4]?.y).toBeLessThan(before.points[4]?.y ?? 0);
  for (const [i, { spec, loss, accuracy, weights }] of state.models.entries()) {
    const own = ownRun(spec, state.steps);
    expect(loss).toEqual(own.loss);
    expect(accuracy).toEqual(own.accuracy);
    expect(weights).toHaveLength(9);
    expect(loss.at(-1)).not.toBe(before.models[i]?.loss.at(-1));
  }
  // the drag is undone as one
  const undone = await after(plane, () => page.keyboard.press("Control+z"));
  expect(undone.points).toEqual(before.points);
  expect(undone.models.map(({ loss }) => loss)).toEqual(before.models.map(({ loss }) => loss));
  expect(complaints).toEqual([]);
});

test("points are added, removed and given another class", async () => {
  const { page, plane } = await openPlane(site, twoModels);
  const before = await stateOf(plane);
  await plane.getByRole("radio", { name: "Add" }).check();
  await plane.getByRole("radio", { name: "Class B" }).check();
  const place = await onScreen(plane, { x: 4, y: -3 });
  const added = await after(plane, () => page.mouse.click(place.x, place.y));
  expect(added.points).toHaveLength(before.points.length + 1);
  const last = added.points.at(-1);
  expect(last?.label).toBe(1);
  expect(last?.x).toBeCloseTo(4, 1);
  expect(last?.y).toBeCloseTo(-3, 1);
  expect(added.models[0]?.loss).toEqual(ownRun(added.models[0]?.spec as never, 100).loss);

  await plane.getByRole("radio", { name: "Move" }).check();
  const changed = await after(plane, () => plane.getByRole("radio", { name: "Class C" }).check());
  expect(changed.points.at(-1)).toEqual({ ...last, label: 2 });
  const removed = await after(plane, () =>
    plane.getByRole("button", { name: "Remove the selected point" }).click(),
  );
  expect(removed.points).toHaveLength(before.points.length);
  for (const [name, count] of [
    ["Undo", before.points.length + 1],
    ["Redo", before.points.length],
  ] as const) {
    const state = await after(plane, () => plane.getByRole("button", { name }).click());
    expect(state.points).toHaveLength(count);
  }
});

test("a finger drags a point, and scrolls beside it", async () => {
  const { page, plane } = await openPlane(site, twoModels, {
    hasTouch: true,
    viewport: { width: 390, height: 800 },
  });
  const before = await stateOf(plane);
  const from = await onScreen(plane, before.points[0] as { x: number; y: number });
  const client = await page.context().newCDPSession(page);
  const touch = (type: "touchStart" | "touchMove" | "touchEnd", x: number, y: number) =>
    client.send("Input.dispatchTouchEvent", {
      type,
      touchPoints: type === "touchEnd" ? [] : [{ x, y }],
    });
  const scrolled = await page.evaluate(() => scrollY);
  const dragged = await after(plane, async () => {
    await touch("touchStart", from.x, from.y);
    for (let i = 1; i <= 6; i += 1) await touch("touchMove", from.x - 8 * i, from.y + 8 * i);
    await touch("touchEnd", 0, 0);
  });
  expect(dragged.points[0]).not.toEqual(before.points[0]);
  expect(await page.evaluate(() => scrollY)).toBe(scrolled);

  const empty = await onScreen(plane, { x: 4.5, y: 4.5 });
  await touch("touchStart", empty.x, empty.y);
  for (let i = 1; i <= 8; i += 1) await touch("touchMove", empty.x, empty.y - 20 * i);
  await touch("touchEnd", 0, 0);
  await page.waitForFunction((from) => scrollY > from, scrolled);
  expect((await stateOf(plane)).points).toEqual(dragged.points);
});

test("all of it by keyboard", async () => {
  const { page, plane } = await openPlane(site, twoModels);
  const keyboard = new Keyboard(page);
  const handle = plane.locator("fl-plane-view").first().locator(".point-handle");
  await keyboard.reach(handle);
  await painted(page);
  expect((await stateOf(plane)).selected).toBe(0);
  await keyboard.press("PageDown", "PageDown");
  expect(await handle.getAttribute("aria-valuetext")).toMatch(/^point 3 of 60, class C/);
  const before = (await stateOf(plane)).points[2];
  const moved = await after(plane, () => keyboard.press("ArrowRight", "Shift+ArrowUp"));
  expect(moved.points[2]?.x).toBeCloseTo((before?.x ?? 0) + 0.1, 1);
  expect(moved.points[2]?.y).toBeCloseTo((before?.y ?? 0) + 0.5, 1);
  const recoloured = await after(plane, () => keyboard.press("1"));
  expect(recoloured.points[2]?.label).toBe(0);
  const removed = await after(plane, () => keyboard.press("Delete"));
  expect(removed.points).toHaveLength(59);
  expect(await handle.evaluate((node) => node === document.activeElement)).toBe(true);
  const back = await after(plane, () => keyboard.press("Control+z", "Control+z", "Control+z"));
  expect(back.points).toHaveLength(60);

  await keyboard.reach(plane.getByRole("radio", { name: "Move" }));
  await keyboard.press("ArrowRight");
  const cross = plane.locator("fl-plane-view").first().locator(".cross");
  await keyboard.reach(cross);
  await keyboard.press("2", "ArrowLeft", "ArrowLeft");
  const added = await after(plane, () => keyboard.press("Enter"));
  expect(added.points.at(-1)).toEqual({ x: -0.2, y: 0, label: 1 });
  expect(await cross.evaluate((node) => node === document.activeElement)).toBe(true);
});

test("points of one class, in one place, or none at all are answered in words", async () => {
  const { page, plane } = await openPlane(
    site,
    `data="points classes=2" points="0,0,0;1,1,0" models="softmax_regression; linear_svm"`,
  );
  const about = plane.locator(".about-points");
  await expect.poll(() => about.textContent()).toContain("All points are of one class");
  const handle = plane.locator(".point-handle").first();
  await handle.focus();
  await after(plane, () => page.keyboard.press("2"));
  expect(await about.textContent()).not.toContain("one class");
  // ten small steps of 0.1 in x and y: onto the other point
  for (let i = 0; i < 10; i += 1) await page.keyboard.press("ArrowRight");
  for (let i = 0; i < 10; i += 1) await page.keyboard.press("ArrowUp");
  await expect.poll(() => about.textContent()).toContain("2 points lie exactly where");
  await after(plane, () => page.keyboard.press("Delete"));
  const empty = await after(plane, () => page.keyboard.press("Delete"));
  expect(empty.points).toEqual([]);
  expect(await plane.locator(".plane-model .refused").allTextContents()).toEqual([
    expect.stringContaining("There are no points"),
    expect.stringContaining("There are no points"),
  ]);
  const undone = await after(plane, () => plane.getByRole("button", { name: "Undo" }).click());
  expect(undone.points).toHaveLength(1);
  expect(undone.models.every(({ refused }) => refused === undefined)).toBe(true);
});
