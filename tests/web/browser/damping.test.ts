// The plane of learning rate against β, by pointer, finger, keyboard, address and bad input.
import { expect, test } from "vitest";
import { dampingWords as words } from "../../../web/words/damping.js";
import { numberText } from "../../../web/words/number-text.js";
import { violations } from "./axe.js";
import { after, onScreen, openPad, ownModes, stateOf } from "./damping-in-page.js";
import { useSite } from "./harness.js";
import { Keyboard } from "./keyboard.js";
import { openEverything } from "./open-everything.js";
import { noticesOf } from "./teacher.js";

const site = useSite();

test("what is drawn and said is what the engine says", async () => {
  const { figure, page, complaints } = await openPad(site);
  const state = await stateOf(figure);
  expect(state.modes).toMatchObject(ownModes(state));
  expect(state.modes.map(({ regime }) => regime)).toEqual(["underdamped", "underdamped"]);
  expect(state.modes[0]?.path).toHaveLength(41);
  for (const [i, mode] of state.modes.entries()) {
    const place = await onScreen(figure, mode.stepCurvature, state.beta);
    const mark = await figure.locator(".damping-mode .mark").nth(i).boundingBox();
    expect(Math.abs((mark?.x ?? 0) + (mark?.width ?? 0) / 2 - place.x)).toBeLessThan(2);
    expect(Math.abs((mark?.y ?? 0) + (mark?.height ?? 0) / 2 - place.y)).toBeLessThan(2);
    const cells = await figure.locator("tbody tr").nth(i).locator("td").allTextContents();
    const { stepCurvature, rate } = mode;
    expect(cells).toEqual([numberText(stepCurvature, 3), "underdamped", numberText(rate, 3)]);
  }
  const engines = site.answers.filter(({ path }) => path.endsWith(".wasm"));
  expect(engines.at(-1)?.path).toContain("fall_line_curvature");
  expect(page.url()).not.toContain("?");
  expect(complaints).toEqual([]);
});

test("a dragged mark sets learning rate and β, and the address has them", async () => {
  const { figure, page } = await openPad(site);
  const before = await stateOf(figure);
  const from = await onScreen(figure, before.modes[1]?.stepCurvature ?? 0, before.beta);
  const to = await onScreen(figure, 2.4, 0.8);
  await after(figure, async () => {
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(to.x, to.y, { steps: 6 });
    await page.mouse.up();
  });
  await expect.poll(async () => (await stateOf(figure)).beta).toBeCloseTo(0.8, 2);
  const there = await after(figure, () => figure.locator(".damping-mode").nth(1).press("ArrowUp"));
  expect(there.modes[1]?.stepCurvature).toBeCloseTo(2.4, 1);
  expect(there.modes[0]?.stepCurvature).toBeCloseTo(2.4 / 9, 1);
  expect(there.modes).toMatchObject(ownModes(there));

  await page.waitForURL(new RegExp(`pad\\.momentum\\.beta=${there.beta}(&|$)`));
  const again = await openPad(site, { query: new URL(page.url()).search });
  expect(await stateOf(again.figure)).toMatchObject({
    learningRate: there.learningRate,
    beta: there.beta,
    modes: there.modes,
  });
});

test("a drag beyond the plane stops at its border", async () => {
  const { figure, page } = await openPad(site);
  const before = await stateOf(figure);
  const from = await onScreen(figure, before.modes[1]?.stepCurvature ?? 0, before.beta);
  const top = await onScreen(figure, 4, 1);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(top.x + 300, top.y - 60, { steps: 5 });
  await page.mouse.up();
  await expect.poll(async () => (await stateOf(figure)).beta).toBe(0.995);
  const there = await after(figure, () =>
    figure.locator(".damping-mode").nth(1).press("ArrowDown"),
  );
  expect(there.modes[1]?.stepCurvature).toBeCloseTo(4, 1);
  expect(there.modes[1]?.regime).toBe("divergent");
  expect(await figure.locator("tbody tr").nth(1).textContent()).toContain(words.regimes.divergent);
});

test("a finger moves a mark, and scrolls beside it", async () => {
  const { figure, page } = await openPad(site, {
    hasTouch: true,
    viewport: { width: 390, height: 800 },
    around: ["", '<p class="long"></p>'.repeat(60)],
  });
  const before = await stateOf(figure);
  const from = await onScreen(figure, before.modes[1]?.stepCurvature ?? 0, before.beta);
  const client = await page.context().newCDPSession(page);
  const touch = (type: "touchStart" | "touchMove" | "touchEnd", x: number, y: number) =>
    client.send("Input.dispatchTouchEvent", {
      type,
      touchPoints: type === "touchEnd" ? [] : [{ x, y }],
    });
  const scrolled = await page.evaluate(() => scrollY);
  await after(figure, async () => {
    await touch("touchStart", from.x + 8, from.y + 8);
    for (let i = 1; i <= 6; i += 1) await touch("touchMove", from.x, from.y - 12 * i);
    await touch("touchEnd", 0, 0);
  });
  await expect.poll(async () => (await stateOf(figure)).beta).toBeGreaterThan(0.65);
  expect(await page.evaluate(() => scrollY)).toBe(scrolled);

  const { learningRate, beta } = await stateOf(figure);
  const empty = await onScreen(figure, 3, 0.2);
  await touch("touchStart", empty.x, empty.y);
  for (let i = 1; i <= 8; i += 1) await touch("touchMove", empty.x, empty.y - 20 * i);
  await touch("touchEnd", 0, 0);
  await page.waitForFunction((from) => scrollY > from, scrolled);
  expect(await stateOf(figure)).toMatchObject({ learningRate, beta });
});

test("all of it by keyboard, and the best pair by its button", async () => {
  const { figure, page } = await openPad(site);
  const keyboard = new Keyboard(page);
  const mark = figure.locator(".damping-mode").first();
  await keyboard.reach(mark);
  expect((await after(figure, () => keyboard.press("ArrowRight"))).learningRate).toBe(0.051);
  expect((await after(figure, () => keyboard.press("ArrowLeft"))).learningRate).toBe(0.05);
  expect((await after(figure, () => keyboard.press("ArrowUp"))).beta).toBe(0.505);
  expect((await after(figure, () => keyboard.press("Shift+ArrowDown"))).beta).toBe(0.455);
  expect((await after(figure, () => keyboard.press("Shift+ArrowRight"))).learningRate).toBe(0.0575);
  expect(await mark.getAttribute("aria-valuetext")).toContain("β 0.455: underdamped");

  await keyboard.reach(figure.getByRole("button", { name: words.best }));
  const best = await after(figure, () => keyboard.press("Enter"));
  // κ = 9: the numbers of CURRICULUM
  expect(best.learningRate).toBeCloseTo(0.125, 12);
  expect(best.beta).toBeCloseTo(0.25, 12);
  expect(best.predicted).toBeCloseTo(0.5, 4);
  expect(best.measured).toBeCloseTo(0.5, 1);
  expect(best.modes.map(({ regime }) => regime)).toEqual(Array(2).fill("critically_damped"));
  await expect
    .poll(() => figure.locator(".damping-rates dd").allTextContents())
    .toEqual([numberText(best.predicted, 3), numberText(best.measured ?? Number.NaN, 3)]);
});

test("what is no learning rate or β is refused in words, and the last good picture stays", async () => {
  const { figure } = await openPad(site);
  const before = await stateOf(figure);
  const fields = figure.locator(".controls input.number");
  for (const [place, text] of [
    [1, "-1"],
    [1, "fast"],
    [2, "1"],
    [2, "1e400"],
  ] as const) {
    const field = fields.nth(place);
    const usual = await field.inputValue();
    await field.fill(text);
    await field.press("Enter");
    await figure.getByRole("alert").waitFor();
    expect(await figure.getByRole("alert").textContent()).toMatch(/learning_rate|beta/);
    expect((await stateOf(figure)).modes).toEqual(before.modes);
    await field.fill(usual);
    await field.press("Enter");
    await figure.getByRole("alert").waitFor({ state: "detached" });
  }
  expect((await stateOf(figure)).modes).toEqual(before.modes);
});

test("what an address cannot mean is told, and the usual is taken", async () => {
  const { figure, page } = await openPad(site, {
    query: "?pad.momentum.beta=1&pad.momentum.learning_rate=no&pad.start=1",
  });
  expect(await stateOf(figure)).toMatchObject({ learningRate: 0.05, beta: 0.5, start: [-8, 2] });
  expect(await noticesOf(page)).toHaveLength(3);
});

test("the plane says nothing of a form that it is not about", async () => {
  const { figure } = await openPad(site, { query: "?pad.momentum.form=average" });
  expect(await figure.locator(".damping-mode").count()).toBe(0);
  expect(await figure.locator(".damping-hint").textContent()).toContain(words.otherForm);
});

test("a hill has no best pair, and the pad does without", async () => {
  const { figure } = await openPad(site, {
    attributes:
      'problem="quadratic" settings="problem.curvature1=-1 problem.curvature2=4" runs="momentum learning_rate=0.05 beta=0.5" steps="40"',
  });
  expect(await figure.getByRole("button", { name: words.best }).isDisabled()).toBe(true);
  expect((await stateOf(figure)).modes[0]?.regime).toBe("divergent");
});

test.each([
  ["a method that is none", 'problem="booth" runs="adam"', "allowed: one of it"],
  ["one dimension", 'problem="parabola" runs="momentum"', "two dimensions"],
  ["no minimum", 'problem="monkey_saddle" runs="momentum"', "whose minimum"],
])("%s is refused in words", async (_, attributes, said) => {
  const { page } = await openPad(site, { attributes });
  await expect.poll(() => noticesOf(page)).toEqual([expect.stringContaining(said)]);
});

test("a teacher locks or hides what moves", async () => {
  const locked = await openPad(site, { query: "?lock=pad.momentum.beta" });
  const before = await stateOf(locked.figure);
  const mark = locked.figure.locator(".damping-mode").first();
  expect(await mark.getAttribute("aria-disabled")).toBe("true");
  const from = await onScreen(locked.figure, before.modes[1]?.stepCurvature ?? 0, before.beta);
  await locked.page.mouse.move(from.x, from.y);
  await locked.page.mouse.down();
  await locked.page.mouse.move(from.x + 60, from.y - 60);
  await locked.page.mouse.up();
  expect(await stateOf(locked.figure)).toEqual(before);
  const hidden = await openPad(site, { query: "?hide=pad.best,pad.momentum.*" });
  expect(await hidden.figure.getByRole("button", { name: words.best }).count()).toBe(0);
  expect(await hidden.figure.locator(".controls input.number").count()).toBe(1);
});

test.each([280, 390, 1280])(
  "axe-core and the policy find nothing at %i px, and nothing stands out of the page",
  async (width) => {
    const { page, complaints } = await openPad(site, { viewport: { width, height: 900 } });
    await openEverything(page);
    expect(await violations(page, { colours: width === 1280 })).toEqual([]);
    expect(complaints).toEqual([]);
    const figure = await page.locator("fl-damping-pad").evaluate((node) => ({
      inner: node.scrollWidth,
      outer: node.clientWidth,
    }));
    expect(figure.inner).toBeLessThanOrEqual(figure.outer);
  },
);
