// Figures of an analysis: its chart, a fitted line, its formula lines and a slip about it.
import type { Locator, Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { words } from "../../../web/words/en.js";
import { numberText } from "../../../web/words/number-text.js";
import { asLesson, fixturePath } from "./fixture.js";
import { complaintsOf, type OpenOptions, painted, useSite } from "./harness.js";
import { engine } from "./own-engine.js";

const about = `problem="linear_regression" data="latitude_temperature" settings="lowest=0.1 highest=1000 points=41" entries="A B C D E"`;
const body = `<h1>Tables</h1><p>Drag.</p>
<fl-fit-chart id="line" scene="cities" analysis="ridge_line" ${about} x="latitude" y="temperature" caption="A line."></fl-fit-chart>
<fl-table-chart id="errors" scene="cities" x="strength" y="training_error test_error" log-x log-y show="bias_penalty" caption="Errors."></fl-table-chart>
<fl-derivation id="why" scene="cities" analysis="ridge_line" without="count sum_x sum_y sum_xx sum_xy" all-lines></fl-derivation>
<fl-slip id="slip" scene="slip" ${about} analyses="ridge_line bias_penalty=penalised as As printed; ridge_line as Repaired" without="count sum_x sum_y sum_xx sum_xy" caption="Two lines."><div class="before"><h2>Slip</h2></div><div class="after"><p>The bias paid.</p></div></fl-slip>`;

const settings = { lowest: 0.1, highest: 1000, points: 41 };

/** The table as this process computes it. */
function ridge(more: Record<string, string> = {}) {
  const { columns } = engine.analyse({
    analysis: { name: "ridge_line", settings: { ...settings, ...more } },
    problem: "linear_regression",
    data: "latitude_temperature",
  });
  return (name: string, row: number, entry = 0) => {
    const width = name === "prediction" ? 5 : 1;
    return columns[name]?.[row * width + entry] ?? Number.NaN;
  };
}

const site = useSite();
beforeAll(async () => {
  const source = `<!doctype html><html lang="en"><head><title>Tables</title></head><body>${body}</body></html>`;
  site.extra.set(fixturePath, await asLesson(source));
});

async function open(query = "", options: OpenOptions = {}): Promise<Page> {
  return site.open(`${fixturePath}${query}`, options);
}

/** Row that all figures of the scene show, and the address of the page. */
const rowOf = (element: Locator) =>
  // biome-ignore lint/suspicious/noExplicitAny: the element's own, not public to other code
  element.evaluate((node) => (node as any).scene.row as number);

test("the slider goes through the strengths, by keyboard and pointer; all figures follow", async () => {
  const page = await open();
  const complaints = await complaintsOf(page);
  const table = ridge();
  const line = page.locator("#line");
  const slider = line.getByRole("slider");
  await slider.focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  expect(await rowOf(page.locator("#errors"))).toBe(2);
  await painted(page);
  expect(await slider.getAttribute("aria-valuetext")).toBe(numberText(table("strength", 2), 4));
  const readouts = await line.locator(".fit-numbers output").allTextContents();
  const names = ["slope", "intercept", "training_error", "test_error"];
  expect(readouts).toEqual(names.map((name) => numberText(table(name, 2), 4)));
  const box = (await slider.boundingBox()) as { x: number; y: number; width: number };
  await page.mouse.click(box.x + box.width - 2, box.y + 20);
  expect(await rowOf(page.locator("#errors"))).toBe(41);
  await painted(page);
  expect(await line.locator("svg.chart").getAttribute("aria-label")).toContain(
    `the line says ${numberText(table("prediction", 41, 4))}.`,
  );
  await expect.poll(() => page.url()).toContain("cities.row=41");
  expect(complaints).toEqual([]);
});

test("a chart is dragged across by mouse and finger, and gone through by keyboard", async () => {
  const page = await open("", { viewport: { width: 390, height: 844 }, hasTouch: true });
  const chart = page.locator("#errors svg.chart");
  await chart.scrollIntoViewIfNeeded();
  const box = (await chart.boundingBox()) as { x: number; y: number; width: number };
  await page.mouse.move(box.x + box.width / 2, box.y + 60);
  await page.mouse.down();
  const middle = await rowOf(page.locator("#errors"));
  expect(middle).toBeGreaterThan(10);
  await page.mouse.move(box.x + box.width * 0.75, box.y + 60);
  await page.mouse.up();
  const later = await rowOf(page.locator("#errors"));
  expect(later).toBeGreaterThan(middle);
  const devtools = await page.context().newCDPSession(page);
  const touch = (type: string, ...points: { x: number; y: number }[]) =>
    devtools.send("Input.dispatchTouchEvent", { type, touchPoints: points } as never);
  await touch("touchStart", { x: box.x + box.width * 0.5, y: box.y + 60 });
  await touch("touchMove", { x: box.x + box.width * 0.45, y: box.y + 60 });
  await touch("touchMove", { x: box.x + box.width * 0.4, y: box.y + 60 });
  await touch("touchEnd");
  const touched = await rowOf(page.locator("#errors"));
  expect(touched).toBeLessThan(middle);
  await chart.focus();
  await page.keyboard.press("ArrowRight");
  expect(await rowOf(page.locator("#errors"))).toBe(touched + 1);
  await page.keyboard.press("End");
  expect(await rowOf(page.locator("#errors"))).toBe(41);
  await page.keyboard.press("Home");
  expect(await rowOf(page.locator("#line"))).toBe(0);
});

test("another setting gives the engine's other table, and the lines that hold for it", async () => {
  const page = await open("?cities.row=20&cities.coordinate=4");
  const derivation = page.locator("#why");
  const lines = await derivation.locator(".formula-lines > li").count();
  expect(await derivation.locator(".formula-lines").textContent()).toContain(
    numberText(ridge()("prediction", 20, 4), 4).replace("−", ""),
  );
  await page.locator("#errors").getByRole("radio", { name: "penalised too" }).check();
  const penalised = ridge({ bias_penalty: "penalised" });
  const slope = page.locator("#line .fit-numbers output").first();
  await expect.poll(() => slope.textContent()).toBe(numberText(penalised("slope", 20), 4));
  expect(await derivation.locator(".formula-lines > li").count()).toBe(lines);
  await expect
    .poll(() => derivation.locator(".formula-lines").textContent())
    .toContain(numberText(penalised("bias_entry", 20), 4));
});

test("the slip is found in the line that the repaired table does not have", async () => {
  const page = await open("?slip.row=20");
  const slip = page.locator("#slip");
  const lines = slip.locator(".slip-columns > div").first().locator("li");
  await lines.first().getByRole("button").click();
  expect(await slip.locator(".feedback").textContent()).toBe(words.slip.notThis);
  await lines.nth(1).getByRole("button").click();
  expect(await slip.locator(".feedback").textContent()).toBe(words.slip.found);
  expect(await slip.locator(".after").textContent()).toContain("The bias paid.");
  const slopes = slip.locator(".fit-numbers li:first-child output");
  expect(await slopes.allTextContents()).toEqual([
    numberText(ridge({ bias_penalty: "penalised" })("slope", 20), 4),
    numberText(ridge()("slope", 20), 4),
  ]);
  // one slider for both
  await slip.getByRole("slider").last().focus();
  await page.keyboard.press("Home");
  await expect
    .poll(() => slopes.allTextContents())
    .toEqual([numberText(ridge()("slope", 0), 4), numberText(ridge()("slope", 0), 4)]);
});

test("what a teacher locks stays as it is", async () => {
  const page = await open("?cities.row=5&lock=cities.row");
  expect(await page.locator("#line").getByRole("slider").isDisabled()).toBe(true);
  const chart = page.locator("#errors svg.chart");
  await chart.focus();
  await page.keyboard.press("End");
  await chart.evaluate((one) => one.scrollIntoView({ block: "center" }));
  const box = (await chart.boundingBox()) as { x: number; y: number; width: number };
  await page.mouse.click(box.x + box.width * 0.8, box.y + 60);
  expect(await rowOf(page.locator("#errors"))).toBe(5);
});

test.each(["cities.row=x", "cities.coordinate=-1", "cities.analysis.bias_penalty=both"])(
  "%s in the address is told of, and changes nothing",
  async (entry) => {
    const page = await open(`?${entry}`);
    const name = entry.slice(0, entry.indexOf("="));
    expect(await page.locator("fl-notice").textContent()).toContain(name);
    expect(await rowOf(page.locator("#line"))).toBe(0);
  },
);
