// The same race from many starts: who wins where, counted by the core.
import { expect, test } from "vitest";
import { raceWords as words } from "../../../web/words/race.js";
import { useSite } from "./harness.js";
import { engine } from "./own-engine.js";
import { bringUpStarts, openRace, whenRaced } from "./race-in-page.js";
import { takeAs } from "./taken-file.js";

const site = useSite();

const entrants = "gradient_descent,learning_rate=0.1;adam,learning_rate=0.5;bfgs";

function raced(settings: Record<string, number | string>) {
  return engine.analyse({
    analysis: { name: "race", settings: { entrants, target: 0.01, budget: 50, ...settings } },
    problem: "booth",
    method: "adam",
  });
}

test("winners and costs are the core’s, start by start, and so are the standings", async () => {
  const { race, starts, complaints } = await openRace(site);
  const { starts: result } = await whenRaced(race);
  const table = raced({ count: 100 });
  expect(result?.rows.map(({ x }) => x)).toEqual([...(table.columns.x ?? [])]);
  expect(result?.rows.map(({ winner }) => winner + 1)).toEqual([...(table.columns.winner ?? [])]);
  expect(result?.rows.flatMap(({ costs }) => costs)).toEqual([...(table.columns.cost ?? [])]);
  const wins = [1, 2, 3].map(
    (who) => [...(table.columns.winner ?? [])].filter((winner) => winner === who).length,
  );
  expect(result?.wins).toEqual(wins);
  const rows = await starts.locator(".standings tbody tr").allInnerTexts();
  expect(rows[0]).toContain(String(Math.max(...wins)));
  expect(await starts.locator("fl-starts-map .mark, fl-starts-map .nobody").count()).toBe(100);
  expect(complaints).toEqual([]);
});

test("another seed, another number of starts and another measure are raced anew", async () => {
  const { race } = await openRace(site, undefined, {
    query: "?race.rules.seed=5&race.rules.count=30&race.rules.cost=evaluations",
  });
  const { starts } = await whenRaced(race);
  const table = raced({ count: 30, seed: 5, cost: "evaluations" });
  expect(starts?.rows.flatMap(({ costs }) => costs)).toEqual([...(table.columns.cost ?? [])]);
});

test("the table is sorted by keyboard, and the address holds by what", async () => {
  const { race, starts, page } = await openRace(site);
  await whenRaced(race);
  const names = () => starts.locator(".standings tbody th").allInnerTexts();
  await starts.getByRole("button", { name: words.method }).focus();
  await page.keyboard.press("Enter");
  const sorted = (await names()).map((name) => name.trim());
  expect(sorted).toEqual([...sorted].sort());
  expect(await starts.locator("th[aria-sort=ascending]").innerText()).toContain(words.method);
  await page.keyboard.press("Enter");
  expect((await names()).map((name) => name.trim())).toEqual([...sorted].reverse());
  await expect.poll(() => page.url()).toContain("race.sort=-method");
});

test("a start is chosen by keys or pointer, and becomes that of the race", async () => {
  const { race, starts, page } = await openRace(site);
  const { starts: result } = await whenRaced(race);
  await starts.locator("fl-starts-map svg").focus();
  for (const key of ["ArrowRight", "ArrowRight", "ArrowRight"]) await page.keyboard.press(key);
  const third = result?.rows[2];
  expect(await starts.locator(".chosen").innerText()).toContain("Start 3:");
  await page.keyboard.press("Enter");
  const moved = await race.evaluate((node) => {
    // biome-ignore lint/suspicious/noExplicitAny: the element's own, not public to other code
    return [...(node as any).scene.start] as number[];
  });
  expect(moved).toEqual([third?.x, third?.y]);
  const dot = await starts
    .locator("fl-starts-map .mark, fl-starts-map .nobody")
    .nth(9)
    .boundingBox();
  await page.mouse.click(
    (dot?.x ?? 0) + (dot?.width ?? 0) / 2,
    (dot?.y ?? 0) + (dot?.height ?? 0) / 2,
  );
  expect(await starts.locator(".chosen").innerText()).toMatch(/Start \d+:/);
});

test("the results are taken along as numbers", async () => {
  const { race, starts, page } = await openRace(site);
  const { starts: result } = await whenRaced(race);
  const { name, content } = await takeAs(page, starts, "csv");
  expect(name).toContain("starts");
  const [head, first, ...rest] = content.toString().trim().split(/\r?\n/);
  expect(head).toBe(
    "start,x,y,winner,cost_gradient_descent,loss_gradient_descent,cost_adam,loss_adam,cost_bfgs,loss_bfgs",
  );
  expect(rest).toHaveLength(99);
  expect(first?.split(",")[3]).toBe(result?.entrants[result.rows[0]?.winner ?? -1]);
});

test("a long race can be stopped, and says of how many starts it tells", async () => {
  const { race, starts, page } = await openRace(site, undefined, {
    // sixty million steps: it goes on for as long as anybody looks for the button
    query: "?race.rules.count=1000&race.rules.budget=20000&race.rules.target=0&race.problem=ackley",
  });
  await bringUpStarts(page);
  await starts.getByRole("button", { name: words.stop }).click();
  const state = await whenRaced(race);
  const raced = state.starts?.rows.length ?? 0;
  expect(raced).toBeLessThan(1000);
  expect(await starts.locator(".starts-progress").innerText()).toContain(
    words.stopped(raced, 1000),
  );
});
