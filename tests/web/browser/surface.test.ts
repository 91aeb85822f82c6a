import type { Locator, Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { words } from "../../../web/words/en.js";
import { surfaceWords } from "../../../web/words/en-surface-view.js";
import { type OpenOptions, painted, useSite } from "./harness.js";
import { sceneOf } from "./scene-in-page.js";
import {
  centre,
  countDrawings,
  drawings,
  drawnIn,
  pixelsOf,
  surfacePage,
  surfacePath,
} from "./surface-page.js";

const site = useSite();
beforeAll(async () => void site.extra.set(surfacePath, await surfacePage()));

interface Opened {
  page: Page;
  figure: Locator;
  frame: Locator;
  picture: Locator;
  said: () => Promise<string>;
}

async function open(options: OpenOptions = {}, address = "bowl.surface=1"): Promise<Opened> {
  // tall enough for the whole figure: nothing has to be scrolled to be used
  const viewport = { width: 1280, height: 1400 };
  const page = await site.open(`${surfacePath}?${address}`, { viewport, ...options });
  const figure = page.locator("#bowl");
  const frame = await drawnIn(figure);
  await frame.scrollIntoViewIfNeeded();
  return {
    page,
    figure,
    frame,
    picture: figure.locator(".surface-canvas"),
    said: async () => (await figure.locator(".surface-said").innerText()).trim(),
  };
}

const seen = (point: number, elevation: number) => surfaceWords.seen(point, elevation);
const markOf = (where: Locator) => centre(where.locator(".mark").last());
const atStep = async (figure: Locator, step: number) => {
  await figure.locator(".scrub input").fill(String(step));
  await painted(figure.page());
};

test("a surface is drawn, with labels, paths, the start and the minimum", async () => {
  const { frame, figure, picture } = await open();
  const surface = await pixelsOf(picture);
  expect(surface.covered).toBeGreaterThan(0.15);
  expect(surface.covered).toBeLessThan(0.7);
  expect(surface.colours).toBeGreaterThan(200);
  const paths = await pixelsOf(frame.locator(".path-canvas"));
  expect(paths.covered).toBeGreaterThan(0.003);
  expect(await frame.locator(".mark").count()).toBe(2);
  expect(await frame.locator(".start").count()).toBe(1);
  expect(await frame.locator(".minimizer").count()).toBe(1);
  const labels = await frame.locator(".axis text").allTextContents();
  expect(labels).toEqual(expect.arrayContaining(["x", "y", "loss", "−5", "5", "1000", "2000"]));
  const classes = (where: Locator) =>
    where.locator(".mark").evaluateAll((all) => all.map((one) => one.getAttribute("class")));
  expect(await classes(frame), "the same runs look the same").toEqual(
    await classes(figure.locator("fl-descent-plot")),
  );
});

test("dragging turns it, sideways and upwards, and a short press does not", async () => {
  const { page, frame, picture, said } = await open();
  expect(await said()).toBe(seen(5, 35));
  const before = await pixelsOf(picture);
  const { x, y } = await centre(frame);
  const [px, py] = [x + 120, y + 150];
  await page.mouse.move(px, py);
  await page.mouse.down();
  await page.mouse.move(px + 60, py + 40);
  await painted(page);
  const during = await pixelsOf(picture);
  expect(during.print, "it follows the pointer").not.toBe(before.print);
  await page.mouse.move(px - 100, py - 60);
  await page.mouse.up();
  await expect.poll(said).not.toBe(seen(5, 35));
  expect(await said()).toMatch(/south-east|south/);
  const after = await pixelsOf(picture);
  expect(after.covered).toBeGreaterThan(0.1);
  await page.waitForFunction(() => /bowl\.view=1\d\d,\d+,1/.test(location.search));

  const told = await said();
  await page.mouse.click(px, py);
  await page.mouse.move(px + 90, py);
  await painted(page);
  expect(await said()).toBe(told);
  expect((await pixelsOf(picture)).print).toBe(after.print);

  await page.reload();
  const again = await open({}, new URL(page.url()).search.slice(1));
  expect(await again.said(), "a link shows it from there").toBe(told);
});

test("keys move the viewpoint, and what it is then is said", async () => {
  const { page, frame, picture, said } = await open();
  await frame.focus();
  const seenSoFar = new Set([(await pixelsOf(picture)).print]);
  for (const [key, expected] of [
    ["ArrowRight", seen(4, 35)],
    ["Shift+ArrowRight", seen(4, 35)],
    ["Shift+ArrowRight", seen(3, 35)],
    ["ArrowUp", seen(3, 45)],
    ["ArrowDown", seen(3, 35)],
    ["ArrowLeft", seen(3, 35)],
    ["+", seen(3, 35)],
    ["-", seen(3, 35)],
    ["Shift+ArrowUp", seen(3, 65)],
    ["Shift+ArrowUp", seen(3, 90)],
    ["0", seen(5, 35)],
  ] as const) {
    await page.keyboard.press(key);
    await painted(page);
    expect(await said(), key).toBe(expected);
    seenSoFar.add((await pixelsOf(picture)).print);
  }
  expect(seenSoFar.size, "three keys lead back to what was seen before").toBe(9);
  expect(await frame.getAttribute("tabindex")).toBe("0");
  const outline = await frame.evaluate((node) => getComputedStyle(node).outlineStyle);
  expect(outline, "the focus is visible").toBe("solid");
  const { step } = await sceneOf(page.locator("#bowl"));
  await page.keyboard.press("]");
  await painted(page);
  expect((await sceneOf(page.locator("#bowl"))).step, "the figure's keys work too").toBe(step + 1);
  await page.waitForFunction(() => !location.search.includes("bowl.view"));
});

test("every button does what its key does, and the scale of heights can be chosen", async () => {
  const { page, figure, frame, picture, said } = await open();
  const press = async (name: string) => {
    await figure.getByRole("button", { name, exact: true }).click();
    await painted(page);
  };
  const first = await pixelsOf(picture);
  await press(surfaceWords.left);
  await press(surfaceWords.left);
  await press(surfaceWords.left);
  await press(surfaceWords.higher);
  expect(await said()).toBe(seen(5, 45));
  await press(surfaceWords.right);
  await press(surfaceWords.lower);
  await press(surfaceWords.nearer);
  const near = await pixelsOf(picture);
  await press(surfaceWords.further);
  expect((await pixelsOf(picture)).covered).toBeLessThan(near.covered);
  await press(surfaceWords.reset);
  expect((await pixelsOf(picture)).print).toBe(first.print);

  const log = figure.getByRole("button", { name: surfaceWords.log });
  expect(await log.getAttribute("aria-pressed")).toBe("false");
  await log.click();
  await painted(page);
  expect(await log.getAttribute("aria-pressed")).toBe("true");
  expect(await said()).toBe(`${seen(5, 35)} ${surfaceWords.heights.log}`);
  expect((await pixelsOf(picture)).print).not.toBe(first.print);
  const labels = await frame.locator(".axis text").allTextContents();
  expect(labels).toEqual(expect.arrayContaining(["loss, log scale", "10", "1000"]));
  await page.waitForFunction(() => location.search.includes("bowl.heights=log"));
  await press(surfaceWords.reset);
  expect(await log.getAttribute("aria-pressed")).toBe("false");
  await page.waitForFunction(() => !location.search.includes("bowl.heights"));
});

test("a step chosen on the surface is chosen everywhere, and the other way round", async () => {
  const { page, figure, frame } = await open();
  await atStep(figure, 4);
  const early = await markOf(frame);
  const inContour = await markOf(figure.locator("fl-descent-plot"));
  await atStep(figure, 50);
  const late = await markOf(frame);
  expect(Math.hypot(late.x - early.x, late.y - early.y)).toBeGreaterThan(30);
  await page.mouse.move(early.x, early.y);
  const label = frame.locator(".pointed-at text");
  await label.waitFor({ state: "attached" });
  expect(await label.textContent()).toMatch(/^Adam, step 4: loss \d+$/);
  expect((await sceneOf(figure)).step, "to point is not to choose").toBe(50);
  await page.mouse.down();
  await page.mouse.up();
  await painted(page);
  expect((await sceneOf(figure)).step).toBe(4);
  expect(await figure.locator(".step-count").innerText()).toBe(words.transport.stepOf(4, 60));
  expect(await figure.locator(".readout .at").innerText()).toBe(words.trace.at(4));
  expect(await markOf(figure.locator("fl-descent-plot"))).toEqual(inContour);
  expect(await markOf(frame)).toEqual(early);
  const alone = await drawnIn(page.locator("#alone"));
  const before = await markOf(alone);
  await figure.locator(".scrub input").fill("30");
  await painted(page);
  const after = await markOf(alone);
  expect(Math.hypot(after.x - before.x, after.y - before.y)).toBeGreaterThan(10);
});

test("the start is dragged over the surface, and follows the keys as they look there", async () => {
  const { page, figure, frame } = await open();
  const { x, y } = await centre(frame.locator(".start .dot"));
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (const [dx, dy] of [
    [40, 30],
    [90, 50],
    [150, 60],
  ] as const) {
    await page.mouse.move(x + dx, y + dy);
    await expect
      .poll(
        async () => {
          const grip = await centre(frame.locator(".start .dot"));
          return Math.hypot(grip.x - x - dx, grip.y - y - dy);
        },
        { message: "the handle stays under the pointer" },
      )
      .toBeLessThan(3);
  }
  await page.mouse.up();
  const { start, runs } = await sceneOf(figure);
  expect(start[0]).toBeGreaterThan(-5);
  for (const { theta } of runs) expect(theta.slice(0, 2)).toEqual(start);
  const contour = figure.locator("fl-descent-plot");
  const box = await contour.boundingBox();
  const flat = await centre(contour.locator(".start .dot"));
  expect(((flat.x - (box?.x ?? 0)) / (box?.width ?? 1)) * 20 - 10).toBeCloseTo(start[0] ?? 0, 1);
  expect(await figure.locator(".surface-said").innerText(), "it is not turned").toContain(
    seen(5, 35),
  );

  const grip = frame.locator(".start");
  const moved = async (key: string) => {
    const [x0 = 0, y0 = 0] = (await sceneOf(figure)).start;
    await grip.press(key);
    await expect.poll(async () => (await sceneOf(figure)).start).not.toEqual([x0, y0]);
    const [x1 = 0, y1 = 0] = (await sceneOf(figure)).start;
    return [Math.sign(x1 - x0), Math.sign(y1 - y0)];
  };
  expect(await moved("ArrowRight")).toEqual([1, 0]);
  await frame.press("Shift+ArrowLeft");
  await frame.press("Shift+ArrowLeft");
  await painted(page);
  expect(await figure.locator(".surface-said").innerText()).toContain(seen(6, 35));
  expect(await moved("ArrowRight"), "seen from the west, right is south").toEqual([0, -1]);
  expect(await moved("ArrowUp")).toEqual([1, 0]);
});

test("the surface is drawn only when something about it changes", async () => {
  const { page, figure, frame } = await open({ before: countDrawings });
  await frame.focus();
  const idle = await drawings(page);
  expect(idle).toBeGreaterThan(0);
  for (let i = 0; i < 10; i += 1) await painted(page);
  expect(await drawings(page), "not by itself").toBe(idle);
  await atStep(figure, 5);
  await figure.locator("fl-descent-plot .start").press("ArrowRight");
  await expect.poll(async () => (await sceneOf(figure)).generation).toBeGreaterThan(1);
  await painted(page);
  expect(await drawings(page), "nor for a path or a step").toBe(idle);
  await frame.press("ArrowLeft");
  await painted(page);
  expect((await drawings(page)) - idle, "once for a key, with motion reduced").toBe(1);
});

test("where motion is welcome a key lets it glide", async () => {
  const { page, frame, said } = await open({
    before: countDrawings,
    reducedMotion: "no-preference",
  });
  const before = await drawings(page);
  await frame.press("Shift+ArrowUp");
  await expect.poll(said).toBe(seen(5, 65));
  await expect.poll(async () => (await drawings(page)) - before).toBeGreaterThan(1);
  const still = async () => {
    const count = await drawings(page);
    for (let i = 0; i < 5; i += 1) await painted(page);
    return (await drawings(page)) === count;
  };
  await expect.poll(still, { message: "and then it stands still" }).toBe(true);
});

test("a finger turns it sideways and scrolls the page up and down", async () => {
  const { page, frame, said } = await open({
    hasTouch: true,
    viewport: { width: 390, height: 700 },
  });
  const devtools = await page.context().newCDPSession(page);
  const touch = async (dx: number, dy: number) => {
    const { x, y } = await centre(frame);
    const at = (share: number) => [{ x: x + 60 + dx * share, y: y + 90 + dy * share }];
    const send = (type: "touchStart" | "touchMove" | "touchEnd", touchPoints: object[]) =>
      devtools.send("Input.dispatchTouchEvent", {
        type,
        touchPoints: touchPoints as { x: number; y: number }[],
      });
    await send("touchStart", at(0));
    for (let i = 1; i <= 8; i += 1) await send("touchMove", at(i / 8));
    await send("touchEnd", []);
    await painted(page);
  };
  await frame.scrollIntoViewIfNeeded();
  const top = () => page.evaluate(() => scrollY);
  const before = await top();
  await touch(-150, 0);
  await expect.poll(said).not.toBe(seen(5, 35));
  expect(await top(), "the page stays").toBe(before);
  const told = await said();
  await touch(0, -200);
  await expect.poll(top).toBeGreaterThan(before + 50);
  expect(await said(), "the view stays").toBe(told);
});
