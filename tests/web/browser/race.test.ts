// Races: methods, function, start and measure are the reader's, and all numbers the core's.
import { expect, test } from "vitest";
import { raceWords as words } from "../../../web/words/race.js";
import { useSite } from "./harness.js";
import { engine, traceOf } from "./own-engine.js";
import { after, openRace, stateOf } from "./race-in-page.js";
import { noticesOf } from "./teacher.js";

const site = useSite();

/** Losses at every tick, by the engine of this process: those of the last step paid for by then. */
function lossAtTicks(spec: Parameters<typeof traceOf>[0], ticks: number): number[] {
  const loss = traceOf(spec, ticks, "loss");
  const spent = traceOf(spec, ticks, "evaluations");
  const at: number[] = [];
  let row = 0;
  for (let tick = 0; tick <= ticks; tick += 1) {
    while (row + 1 < spent.length && (spent[row + 1] as number) <= tick) row += 1;
    at.push(loss[row] as number);
  }
  return at;
}

test("each method has the losses of its own run, and who is first is said so", async () => {
  const { race, complaints } = await openRace(site);
  const { runs, step } = await stateOf(race);
  expect(step).toBe(50);
  for (const { spec, loss } of runs) expect(loss).toEqual([...traceOf(spec, 50, "loss")]);
  // lecture 2: gradient descent at 0.1 has 1.5e-8 after 50 steps
  expect(runs[0]?.loss[50]).toBeCloseTo(1.5e-8, 9);
  const rows = await race.locator(".entrants").first().locator("tbody tr").allInnerTexts();
  expect(rows).toHaveLength(3);
  const first = runs.find(({ finish }) => finish?.first);
  expect(first?.key).toBe("bfgs");
  expect(rows[2]).toContain("first");
  expect(complaints).toEqual([]);
});

test("measured in gradients, every method is as far as it has paid for", async () => {
  const { race, page } = await openRace(site);
  const state = await after(race, () =>
    race.getByRole("radio", { name: "Gradient evaluations" }).check(),
  );
  expect(state.cost).toBe("evaluations");
  for (const { spec, loss } of state.runs) {
    const expected = lossAtTicks(spec, 50);
    expect(loss).toEqual(expected.slice(0, loss.length));
    expect(loss.length).toBeGreaterThan(1);
  }
  const bfgs = state.runs[2];
  const spent = traceOf(bfgs?.spec as never, 50, "evaluations");
  expect(bfgs?.loss.length).toBe((spent.at(-1) as number) + 1);
  expect(await race.locator(".step-count").innerText()).toBe("50 of 50 gradients");
  await expect.poll(() => page.url()).toContain("race.rules.cost=evaluations");
});

test("measured in time, each step costs what it takes here", async () => {
  const { race, complaints } = await openRace(site);
  const state = await after(race, () => race.getByRole("radio", { name: "Time" }).check());
  const times = state.runs.map(({ stepTime }) => stepTime as number);
  for (const time of times) expect(time).toBeGreaterThan(0);
  expect(state.tickTime).toBe(Math.min(...times));
  for (const [i, { spec, loss }] of state.runs.entries()) {
    const own = traceOf(spec, 50, "loss");
    const row = Math.min(own.length - 1, Math.floor((40 * state.tickTime) / (times[i] as number)));
    expect(loss[Math.min(40, loss.length - 1)]).toBe(own[row]);
  }
  expect(await race.locator(".step-times").innerText()).toContain("a step");
  expect(complaints).toEqual([]);
});

test("methods come and go, second-order ones too, and the address holds them", async () => {
  const { race, page } = await openRace(site);
  let state = await after(race, () => race.getByLabel(words.add).selectOption("newton"));
  expect(state.runs.map(({ key }) => key)).toEqual(["gradient_descent", "adam", "bfgs", "newton"]);
  state = await after(race, () => race.getByLabel(words.add).selectOption("adam"));
  expect(state.runs.at(-1)?.key).toBe("adam-2");
  await after(race, async () => {
    await race.getByRole("button", { name: words.remove("BFGS") }).focus();
    await page.keyboard.press("Enter");
  });
  await expect
    .poll(() => new URL(page.url()).searchParams.get("race.methods"))
    .toBe("gradient_descent,adam,newton,adam-2");
  state = await stateOf(race);
  await page.reload();
  await page.waitForSelector("html[data-ready]", { state: "attached" });
  const again = await stateOf(race);
  expect(again.runs).toEqual(state.runs);
});

test("a new function brings its start, and a rate that was searched for each method", async () => {
  const { race, page } = await openRace(site);
  const state = await after(race, () =>
    race.getByRole("combobox", { name: words.function }).selectOption("beale"),
  );
  const beale = engine.catalog().problems.find(({ name }) => name === "beale");
  expect(state.problem).toBe("beale");
  expect(state.start).toEqual(beale?.start);
  const search = engine.analyse({
    analysis: { name: "learning_rate_search", settings: { budget: 50, target: 0.01 } },
    problem: "beale",
    method: "adam",
    at: beale?.start as number[],
  });
  const best = search.columns.learning_rate?.[search.columns.best?.indexOf(1) ?? -1];
  expect(state.runs[1]?.spec.method).toMatchObject({ settings: { learning_rate: best } });
  await expect.poll(() => page.url()).toContain("race.problem=beale");
  await expect.poll(() => page.url()).toContain(`race.adam.learning_rate=${best}`);
  expect(await race.locator(".searches tbody tr").count()).toBe(2); // BFGS has no rate
  const reset = race.getByRole("button", { name: "Reset everything" });
  const back = await after(race, () => reset.click());
  expect(back.problem).toBe("booth");
  expect(back.start).toEqual([0, 0]);
  await expect.poll(() => new URL(page.url()).search).toBe("");
});

test("the start is dragged, stepped by keys, and moved by a finger", async () => {
  const { race, page } = await openRace(site);
  const grip = race.locator(".start .dot");
  const from = await grip.boundingBox();
  if (!from) throw new Error("there is no start");
  const dragged = await after(race, async () => {
    await page.mouse.move(from.x + 2, from.y + 2);
    await page.mouse.down();
    await page.mouse.move(from.x + 62, from.y + 2);
    await page.mouse.up();
  });
  expect(dragged.start[0]).toBeGreaterThan(0.5);
  const stepped = await after(race, async () => {
    await race.locator(".start").focus();
    await page.keyboard.press("ArrowUp");
  });
  expect(stepped.start[1]).toBeCloseTo((dragged.start[1] as number) + 0.2, 6);
  const at = await grip.boundingBox();
  const devtools = await page.context().newCDPSession(page);
  const send = (type: "touchStart" | "touchMove" | "touchEnd", x?: number) =>
    devtools.send("Input.dispatchTouchEvent", {
      type,
      touchPoints: x === undefined ? [] : [{ x, y: (at?.y ?? 0) + 2 }],
    });
  const touched = await after(race, async () => {
    await send("touchStart", (at?.x ?? 0) + 2);
    await send("touchMove", (at?.x ?? 0) - 30);
    await send("touchMove", (at?.x ?? 0) - 60);
    await send("touchEnd");
  });
  expect(touched.start[0]).toBeLessThan(stepped.start[0] as number);
});

test("what cannot run says why, and the others race on", async () => {
  const { race, page, complaints } = await openRace(site);
  await after(race, () => race.getByLabel(words.add).selectOption("gauss_newton"));
  const state = await after(race, () =>
    race.getByRole("combobox", { name: words.function }).selectOption("ackley"),
  );
  expect(state.runs[3]?.refused).toContain("sum of squares");
  expect(await race.locator(".entrants .refused").innerText()).toContain(words.refusedNote);
  expect(state.runs[0]?.loss.length).toBeGreaterThan(1);
  const rate = race.getByRole("textbox", { name: words.rateOf("Adam") });
  const typed = await after(race, async () => {
    await rate.fill("fast");
    await rate.press("Enter");
  });
  expect(typed.runs[1]?.refused).toContain("learning_rate");
  expect(await rate.inputValue()).toBe("fast");
  await after(race, async () => {
    await rate.fill("0.3");
    await rate.press("Enter");
  });
  expect((await stateOf(race)).runs[1]?.refused).toBeUndefined();
  expect(await noticesOf(page)).toEqual([]);
  expect(complaints).toEqual([]);
});

test("an address that makes no sense is told, and the race is as declared", async () => {
  const query =
    "?race.problem=mount_doom&race.methods=adam,adam&race.rules.budget=-3&race.rules.cost=money&race.rules.first=9&race.sort=beauty&race.adam.learning_rate=x";
  const { race, page } = await openRace(site, undefined, { query });
  const notices = await noticesOf(page);
  for (const key of ["problem", "methods", "rules.budget", "rules.cost", "rules.first", "sort"]) {
    expect(notices.some((one) => one.includes(`race.${key} `))).toBe(true);
  }
  const state = await stateOf(race);
  expect(state.problem).toBe("booth");
  expect(state.runs).toHaveLength(3);
  expect(state.steps).toBe(50);
});

test("a budget that is none is refused beside its slider", async () => {
  const { race } = await openRace(site);
  const budget = race
    .locator(".control-group")
    .filter({ hasText: words.rules })
    .locator("input.number")
    .first();
  await after(race, async () => {
    await budget.fill("-5");
    await budget.press("Enter");
  });
  expect(await race.locator(".controls .refused").first().innerText()).toContain("budget");
  expect((await stateOf(race)).steps).toBe(50);
});

test("a teacher locks function, methods and tuning", async () => {
  const { race } = await openRace(site, undefined, {
    query: "?lock=race.problem,race.methods&hide=race.tune",
  });
  expect(await race.getByRole("combobox", { name: words.function }).isDisabled()).toBe(true);
  expect(await race.getByLabel(words.add).isDisabled()).toBe(true);
  expect(await race.getByRole("button", { name: words.remove("Adam") }).count()).toBe(0);
  expect(await race.getByRole("button", { name: words.tune }).count()).toBe(0);
});

test("a race fits a frame of 280 pixels", async () => {
  const viewport = { width: 280, height: 700 };
  const { race, complaints } = await openRace(site, undefined, { viewport });
  // the page around it is made for 360 px, the figure for a frame of 280
  const sideways = await race.evaluate((one) => one.scrollWidth - one.clientWidth);
  expect(sideways).toBe(0);
  expect(complaints).toEqual([]);
});
