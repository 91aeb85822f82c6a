// Penalties in the plane of two weights, by pointer, finger, keyboard and address.
import { expect, test } from "vitest";
import { numberText } from "../../../web/words/number-text.js";
import { penaltyWords } from "../../../web/words/penalties.js";
import { useSite } from "./harness.js";
import { Keyboard } from "./keyboard.js";
import { after, onScreen, openPenalties, ownAnswers, stateOf } from "./penalties-in-page.js";

const site = useSite();

test("what is drawn and said is what the engine says", async () => {
  const { page, figure, complaints } = await openPenalties(site);
  const state = await stateOf(figure);
  expect(state.answers.map(({ penalty }) => penalty)).toEqual(["l2", "l1", "elastic_net"]);
  expect(state.answers).toEqual(ownAnswers(state));
  const cards = figure.locator(".penalty-card");
  for (const [i, { weights, loss, price, total }] of state.answers.entries()) {
    const card = cards.nth(i);
    const shown = await card.locator("dd").allTextContents();
    expect(shown).toEqual([...weights, loss, price, total].map((one) => numberText(one, 4)));
    const place = await onScreen(figure, weights, i);
    const mark = await card.locator(".optimum .mark").boundingBox();
    expect((mark?.x ?? 0) + (mark?.width ?? 0) / 2).toBeCloseTo(place.x, -0.5);
    expect((mark?.y ?? 0) + (mark?.height ?? 0) / 2).toBeCloseTo(place.y, -0.5);
  }
  // one engine answers: that of regression
  const engines = site.answers.filter(({ path }) => path.endsWith(".wasm"));
  expect(engines.at(-1)?.path).toContain("fall_line_regression");
  expect(page.url()).not.toContain("?");
  expect(complaints).toEqual([]);
});

test("a level is a closed line through the best weights, with corners on the axes", async () => {
  const { figure } = await openPenalties(site, 'strength="0.5"');
  const { answers } = await stateOf(figure);
  const [, l1] = answers;
  const size = Math.abs(l1?.weights[0] ?? 0) + Math.abs(l1?.weights[1] ?? 0);
  const corners = [0, 24, 48, 72, 96].map((i) => l1?.level.slice(2 * i, 2 * i + 2));
  for (const [i, [x, y]] of [
    [1, 0],
    [0, 1],
    [-1, 0],
    [0, -1],
    [1, 0],
  ].entries()) {
    expect(corners[i]?.[0]).toBeCloseTo((x as number) * size, 12);
    expect(corners[i]?.[1]).toBeCloseTo((y as number) * size, 12);
  }
  const lines = await figure
    .locator(".level")
    .evaluateAll((nodes) => nodes.map((node) => node.getAttribute("d") ?? ""));
  // the key has a rectangle besides
  expect(lines.filter((d) => d.startsWith("M") && d.endsWith("Z"))).toHaveLength(3);
});

test("the slider goes from no penalty at all to everything let go", async () => {
  const { page, figure } = await openPenalties(site);
  const slider = figure.getByRole("slider", { name: penaltyWords.strengthSlider });
  const none = await after(figure, () => slider.press("Home"));
  expect(none.strength).toBe(0);
  for (const { weights, price } of none.answers) {
    expect(weights).toEqual(none.least);
    expect(price).toBe(0);
  }
  expect(await figure.locator(".penalty-zeros").allTextContents()).toEqual(
    Array(3).fill(penaltyWords.zeros([])),
  );
  const all = await after(figure, () => slider.press("End"));
  expect(all.strength).toBe(100);
  expect(all.answers).toEqual(ownAnswers(all));
  expect(await figure.locator(".penalty-zeros").allTextContents()).toEqual([
    penaltyWords.zeros([]),
    penaltyWords.zeros(["w₁", "w₂"]),
    penaltyWords.zeros(["w₁", "w₂"]),
  ]);
  await page.waitForURL(/shapes\.strength=100/);
  const some = await after(figure, () => slider.fill("120"));
  expect(some.answers).toEqual(ownAnswers(some));
  expect(await figure.locator("[role=status]").last().textContent()).toContain(
    `λ ${numberText(some.strength)}`,
  );
});

test("a typed strength is taken as it is, and what is none is refused in words", async () => {
  const { figure } = await openPenalties(site);
  const field = figure.locator(".strength input.number");
  const typed = await after(figure, async () => {
    await field.fill("2,345");
    await field.press("Enter");
  });
  expect(typed.strength).toBe(2.345);
  expect(typed.answers).toEqual(ownAnswers(typed));
  for (const text of ["-1", "much", "1e13"]) {
    await field.fill(text);
    await field.press("Enter");
    await figure.getByRole("alert").waitFor();
    expect(await figure.getByRole("alert").textContent()).toContain("is no strength");
    expect((await stateOf(figure)).strength).toBe(2.345);
    await after(figure, async () => {
      await field.fill("2.345");
      await field.press("Enter");
    });
  }
  await expect.poll(() => figure.getByRole("alert").count()).toBe(0);
});

test("the dragged ring takes the data with it, and the address", async () => {
  const { page, figure } = await openPenalties(site, 'penalties="l1 l2"');
  const before = await stateOf(figure);
  expect(before.least[0]).toBeCloseTo(2, 12);
  const from = await onScreen(figure, before.least);
  const to = await onScreen(figure, [-1, 1.5]);
  const moved = await after(figure, async () => {
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(to.x, to.y, { steps: 6 });
    await page.mouse.up();
  });
  await expect.poll(async () => (await stateOf(figure)).least[0]).toBeCloseTo(-1, 1);
  const there = await stateOf(figure);
  expect(there.least[1]).toBeCloseTo(1.5, 1);
  expect(there.data.weight_1).toBeCloseTo(-1, 1);
  expect(there.answers).toEqual(ownAnswers(there));
  expect(moved.strength).toBe(before.strength);

  // while the ring is dragged the address follows now and then
  for (const weight of ["weight_1", "weight_2"]) {
    await page.waitForURL(
      (url) => Number(url.searchParams.get(`shapes.data.${weight}`)) === there.data[weight],
    );
  }
  const again = await openPenalties(site, 'penalties="l1 l2"', {
    query: new URL(page.url()).search,
  });
  expect(await stateOf(again.figure)).toMatchObject({
    least: there.least,
    answers: there.answers,
  });
});

test("the best weights dragged along their path change the strength", async () => {
  const { page, figure } = await openPenalties(site, 'penalties="l2"');
  const before = await stateOf(figure);
  const from = await onScreen(figure, before.answers[0]?.weights ?? []);
  const [x = 0, y = 0] = before.answers[0]?.path.slice(2 * 250, 2 * 250 + 2) ?? [];
  const to = await onScreen(figure, [x, y]);
  await after(figure, async () => {
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(to.x, to.y, { steps: 5 });
    await page.mouse.up();
  });
  await expect.poll(async () => (await stateOf(figure)).answers[0]?.weights[0]).toBeCloseTo(x, 1);
  const there = await stateOf(figure);
  expect(there.strength).toBeGreaterThan(before.strength);
  expect(there.least).toEqual(before.least);
  expect(there.answers).toEqual(ownAnswers(there));
});

test("a finger moves the ring, and scrolls beside it", async () => {
  const { page, figure } = await openPenalties(site, "", {
    hasTouch: true,
    viewport: { width: 390, height: 800 },
    around: ["", '<p class="long"></p>'.repeat(60)],
  });
  const before = await stateOf(figure);
  const from = await onScreen(figure, before.least);
  const client = await page.context().newCDPSession(page);
  const touch = (type: "touchStart" | "touchMove" | "touchEnd", x: number, y: number) =>
    client.send("Input.dispatchTouchEvent", {
      type,
      touchPoints: type === "touchEnd" ? [] : [{ x, y }],
    });
  const scrolled = await page.evaluate(() => scrollY);
  await after(figure, async () => {
    await touch("touchStart", from.x + 6, from.y + 6);
    for (let i = 1; i <= 6; i += 1) await touch("touchMove", from.x - 8 * i, from.y - 8 * i);
    await touch("touchEnd", 0, 0);
  });
  await expect.poll(async () => (await stateOf(figure)).least[1]).toBeGreaterThan(1.2);
  expect(await page.evaluate(() => scrollY)).toBe(scrolled);

  const { least } = await stateOf(figure);
  const empty = await onScreen(figure, [-2, -2]);
  await touch("touchStart", empty.x, empty.y);
  for (let i = 1; i <= 8; i += 1) await touch("touchMove", empty.x, empty.y - 20 * i);
  await touch("touchEnd", 0, 0);
  await page.waitForFunction((from) => scrollY > from, scrolled);
  expect((await stateOf(figure)).least).toEqual(least);
});

test("all of it by keyboard", async () => {
  const { page, figure } = await openPenalties(site, 'penalties="l1"');
  const keyboard = new Keyboard(page);
  const optimum = figure.locator(".optimum");
  await keyboard.reach(optimum);
  const before = await stateOf(figure);
  const stronger = await after(figure, () => keyboard.press("ArrowRight"));
  expect(stronger.strength).toBe(1.12);
  expect(await optimum.getAttribute("aria-valuetext")).toContain("λ 1.12");
  expect((await after(figure, () => keyboard.press("Shift+ArrowUp"))).strength).toBe(1.99);
  expect((await after(figure, () => keyboard.press("Home"))).strength).toBe(0);
  expect((await after(figure, () => keyboard.press("ArrowLeft"))).strength).toBe(0);
  expect((await after(figure, () => keyboard.press("ArrowRight"))).strength).toBe(0.01);
  expect((await after(figure, () => keyboard.press("End"))).strength).toBe(100);
  expect((await after(figure, () => keyboard.press("ArrowRight"))).strength).toBe(100);

  const ring = figure.locator(".penalty-sheet .least");
  await keyboard.reach(ring);
  const moved = await after(figure, () => keyboard.press("ArrowLeft"));
  expect(moved.least[0]).toBeCloseTo((before.least[0] ?? 0) - 0.06, 9);
  const up = await after(figure, () => keyboard.press("Shift+ArrowUp"));
  expect(up.least[1]).toBeCloseTo((before.least[1] ?? 0) + 0.3, 9);
  expect(up.answers).toEqual(ownAnswers(up));
  expect(await ring.getAttribute("aria-valuetext")).toBe("w₁ 1.94, w₂ 1.05");
});

test("where there is room for one plane the reader chooses which", async () => {
  const { page, figure } = await openPenalties(site, "", { viewport: { width: 390, height: 844 } });
  const cards = figure.locator(".penalty-card");
  const seen = () => cards.evaluateAll((all) => all.map((card) => card.checkVisibility()));
  expect(await seen()).toEqual([true, false, false]);
  await figure.getByRole("radio", { name: "L1" }).check({ force: true });
  await expect.poll(seen).toEqual([false, true, false]);
  await cards.nth(1).locator(".optimum").waitFor();
  await page.waitForURL(/shapes\.shown=l1/);
  await page.setViewportSize({ width: 1280, height: 900 });
  await expect.poll(seen).toEqual([true, true, true]);
});

test("a bad address is told, and changes nothing", async () => {
  const { page, figure } = await openPenalties(site, "", {
    query: "?shapes.strength=-2&shapes.shown=l7&shapes.data.correlation=3&shapes.data.noise=1",
  });
  const { strength, shown, data } = await stateOf(figure);
  expect([strength, shown, data]).toEqual([1, "l2", { noise: 1 }]);
  const told = await page.locator("fl-notice").textContent();
  for (const key of ["shapes.strength", "shapes.shown", "shapes.data.correlation"]) {
    expect(told).toContain(key);
  }
});

test("settings of data and penalty are computed with, and refused in words", async () => {
  const { figure } = await openPenalties(
    site,
    'show="data.correlation problem.square_share" data="two_inputs correlation=0"',
  );
  const field = (name: string) => figure.getByRole("textbox", { name });
  const alike = await after(figure, async () => {
    await field("correlation").fill("0.9");
    await field("correlation").press("Enter");
  });
  expect(alike.answers).toEqual(ownAnswers(alike));
  const net = await after(figure, async () => {
    await field("square share").fill("2");
    await field("square share").press("Enter");
  });
  expect(net.answers).toEqual(ownAnswers(net));
  expect(net.answers[2]?.weights).not.toEqual(alike.answers[2]?.weights);
  const refused = await after(figure, async () => {
    await field("correlation").fill("2");
    await field("correlation").press("Enter");
  });
  expect(refused.refused).toContain("data.correlation");
  expect(refused.answers).toEqual(net.answers);
  expect(await figure.getByRole("alert").textContent()).toContain("data.correlation");
});
