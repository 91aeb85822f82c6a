import type { Locator, Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { words } from "../../../web/words/en.js";
import { numberText } from "../../../web/words/number-text.js";
import { fixturePage, fixturePath } from "./fixture.js";
import { painted, useSite } from "./harness.js";
import { reportOf, traceOf } from "./own-engine.js";
import { type SceneState, sceneOf } from "./scene-in-page.js";

const site = useSite();
beforeAll(async () => void site.extra.set(fixturePath, await fixturePage()));

const picture = (figure: Locator) =>
  figure.locator(".path-canvas").evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL());

/** Waits until the figure shows the runs from its start, and returns its scene. */
async function computed(figure: Locator): Promise<SceneState> {
  await expect
    .poll(async () => {
      const { start, runs } = await sceneOf(figure);
      return runs.every(({ theta }) => theta[0] === start[0] && theta[1] === start[1]);
    })
    .toBe(true);
  await painted(figure.page());
  return sceneOf(figure);
}

/** Asserts that a figure shows, bit for bit and in words, what the engine gives here. */
async function expectOwnNumbers(figure: Locator): Promise<void> {
  const { runs, step, steps } = await computed(figure);
  const verdicts = figure.locator(".verdict");
  for (const [i, { spec, theta }] of runs.entries()) {
    expect(theta).toEqual([...traceOf(spec, steps, "theta")]);
    const report = reportOf(spec, steps);
    const loss = traceOf(spec, steps, "loss");
    const t = Math.min(step, loss.length - 1);
    const said = words.descent.lossAt(t, numberText(loss[t] ?? Number.NaN));
    expect(await verdicts.nth(i).innerText()).toBe(`${said} ${words.verdict(report, 2)}`);
  }
}

async function centre(element: Locator): Promise<{ x: number; y: number }> {
  const box = await element.boundingBox();
  if (!box) throw new Error("it is not in sight");
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

async function open(): Promise<{ page: Page; figure: Locator }> {
  const page = await site.open(fixturePath);
  return { page, figure: page.locator("fl-descent") };
}

test("dragging the start computes and draws its runs anew, all the way", async () => {
  const { page, figure } = await open();
  await expectOwnNumbers(figure);
  const { x, y } = await centre(figure.locator(".start .dot"));
  const seen = new Set([await picture(figure)]);
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (const by of [20, 60, 120]) {
    await page.mouse.move(x + by, y + by);
    const { start } = await computed(figure);
    expect(start[0]).toBeGreaterThan(-7);
    expect(start[1]).toBeLessThan(7);
    seen.add(await picture(figure));
  }
  await page.mouse.up();
  await page.mouse.move(x, y);
  const { start } = await computed(figure);
  expect(start[0], "after the release it stays").toBeGreaterThan(-4);
  expect(seen.size).toBe(4);
  await expectOwnNumbers(figure);
  const said = await figure.locator(".start").getAttribute("aria-valuetext");
  expect(said).toBe(
    words.descent.point(numberText(start[0] ?? 0, 4), numberText(start[1] ?? 0, 4)),
  );
});

test("a click in the plot moves the start there", async () => {
  const { page, figure } = await open();
  const { x, y } = await centre(figure.locator("fl-descent-plot"));
  await page.mouse.click(x, y);
  const { start } = await computed(figure);
  expect(Math.hypot(...start)).toBeLessThan(0.1);
  await expectOwnNumbers(figure);
});

test("a finger drags the start by its handle, and scrolls the page beside it", async () => {
  const page = await site.open(fixturePath, {
    hasTouch: true,
    viewport: { width: 390, height: 800 },
  });
  const figure = page.locator("fl-descent");
  await figure.locator("fl-descent-plot").scrollIntoViewIfNeeded();
  const devtools = await page.context().newCDPSession(page);
  const touch = async (from: { x: number; y: number }, by: number) => {
    const at = (x: number, y: number) => [{ x, y }];
    const send = (
      type: "touchStart" | "touchMove" | "touchEnd",
      touchPoints: { x: number; y: number }[],
    ) => devtools.send("Input.dispatchTouchEvent", { type, touchPoints });
    await send("touchStart", at(from.x, from.y));
    for (let i = 1; i <= 5; i += 1) await send("touchMove", at(from.x, from.y + (by * i) / 5));
    await send("touchEnd", []);
  };
  const grip = await centre(figure.locator(".start .dot"));
  await touch(grip, 60);
  const { start } = await computed(figure);
  expect(start[1]).toBeLessThan(5);
  await expectOwnNumbers(figure);

  const before = await page.evaluate(() => scrollY);
  const middle = await centre(figure.locator("fl-descent-plot"));
  await touch({ x: middle.x + 80, y: middle.y + 80 }, -120);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(before);
  expect((await sceneOf(figure)).start).toEqual(start);
});

test("scrubbing selects one step everywhere", async () => {
  const { page, figure } = await open();
  await figure.locator(".scrub input").fill("123");
  await painted(page);
  expect((await sceneOf(figure)).step).toBe(123);
  expect(await figure.locator(".step-count").innerText()).toBe(words.transport.stepOf(123, 500));
  expect(await figure.locator(".chart").getAttribute("aria-valuenow")).toBe("123");
  expect(await figure.locator(".readout .at").innerText()).toBe(words.trace.at(123));
  expect(await page.locator("#update .stepper output").textContent()).toContain("= 123");
  await expectOwnNumbers(figure);
  await figure.getByRole("button", { name: words.transport.reset }).click();
  await painted(page);
  expect(await figure.locator(".step-count").innerText()).toBe(words.transport.stepOf(40, 500));
});

test("play goes on from the selected step, and from the start when it has come to the end", async () => {
  const { figure } = await open();
  const button = (name: string) => figure.getByRole("button", { name, exact: true });
  const step = async () => (await sceneOf(figure)).step;
  await figure.locator(".scrub input").fill("490");
  await button(words.transport.play).click();
  await expect.poll(step).toBe(500);
  await expect.poll(() => button(words.transport.play).count()).toBe(1);
  await button(words.transport.play).click();
  await button(words.transport.pause).click();
  expect(await step()).toBeLessThan(400);
});

test("a slider and its field show one number, and the runs follow it", async () => {
  const { page, figure } = await open();
  const adam = figure.locator(".in-sight .control-group").nth(3);
  const field = adam.locator("input.number");
  const before = await picture(figure);
  await adam.locator("input[type=range]").press("ArrowRight");
  await computed(figure);
  const number = Number(await field.inputValue());
  expect(number).toBeGreaterThan(0.3);
  expect((await sceneOf(figure)).runs[3]?.spec.method).toMatchObject({
    settings: { learning_rate: number },
  });
  await expectOwnNumbers(figure);
  await expect.poll(() => picture(figure)).not.toBe(before);

  await field.fill("0,25");
  await field.press("Enter");
  await expect.poll(() => field.inputValue()).toBe("0.25");
  await computed(figure);
  const good = { picture: await picture(figure), runs: (await sceneOf(figure)).runs };
  for (const text of ["fast", "-1", "1e999", "0.1 0.2", "<b>"]) {
    await field.fill(text);
    await field.press("Enter");
    const refused = adam.locator(".refused");
    await expect.poll(() => refused.innerText()).toContain("learning_rate");
    await expect.poll(() => refused.innerText()).toContain(text);
    expect(await refused.innerText()).toMatch(/allowed: a number/);
    await painted(page);
    expect(await field.inputValue(), "what was typed stays").toBe(text);
    expect(await picture(figure), "the last good picture stays").toBe(good.picture);
  }
  await field.fill("0.25");
  await field.press("Enter");
  await expect.poll(() => adam.locator(".refused").count()).toBe(0);
  await expectOwnNumbers(figure);
});

test("an option of the drawer changes the run and its formula lines", async () => {
  const { page, figure } = await open();
  const update = page.locator("#update");
  await update.getByRole("button", { name: words.derivation.showAll }).click();
  const lines = () => update.locator(".symbolic").allTextContents();
  const before = await lines();
  await figure.locator(".drawer > summary").click();
  const [adam] = (await sceneOf(figure)).runs.filter(({ method }) => method === "adam");
  await figure.locator('.drawer input[value="no_power"]').check();
  await expect.poll(lines).not.toEqual(before);
  const after = await sceneOf(figure);
  const changed = after.runs.find(({ method }) => method === "adam");
  expect(changed?.spec.method).toMatchObject({ settings: { bias_correction: "no_power" } });
  await expect.poll(async () => (await sceneOf(figure)).runs[3]?.theta).not.toEqual(adam?.theta);
  await expectOwnNumbers(figure);
});

test("why a run diverges is said in words and with its numbers, without a NaN", async () => {
  const { figure } = await open();
  const descent = figure.locator(".in-sight .control-group").first();
  await descent.locator("input.number").fill("0.2");
  await descent.locator("input.number").press("Enter");
  const verdict = figure.locator(".verdict").first();
  // Booth's function has the curvatures 2 and 18; 2 / 0.2 = 10 is the largest that is stable
  await expect
    .poll(() => verdict.innerText())
    .toMatch(/Diverges: .* 0\.2 is stable up to curvature 10, and here it is 18\./);
  expect(await figure.innerText()).not.toMatch(/NaN|undefined|Infinity/);
  await figure.locator(".scrub input").fill("500");
  expect(await figure.innerText()).not.toMatch(/NaN|undefined|Infinity/);
});

test("hidden and shown again, a figure has its picture", async () => {
  const page = await site.open(fixturePath);
  const figure = page.locator("fl-descent");
  await computed(figure);
  const before = await picture(figure);
  for (const hidden of [true, false]) {
    await figure.evaluate((one: HTMLElement, is) => {
      one.hidden = is;
    }, hidden);
    await painted(page);
    // what the figure shows changes meanwhile, too
    await figure.evaluate((one: HTMLElement & { requestUpdate?(): void }) => one.requestUpdate?.());
    await painted(page);
  }
  expect(await picture(figure)).toBe(before);
});
