import type { Locator, Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { words } from "../../../web/words/en.js";
import { numberText } from "../../../web/words/number-text.js";
import { scoreWords } from "../../../web/words/scores.js";
import { asLesson, fixturePath } from "./fixture.js";
import { complaintsOf, type OpenOptions, painted, useSite } from "./harness.js";
import { Keyboard } from "./keyboard.js";
import { engine } from "./own-engine.js";

const body = `<h1>Scores</h1><p>Drag.</p>
<fl-scores id="images" scene="images" data="image_scores" loss="softmax_cross_entropy" settings="form=naive" unfold="exponential probability partition example_loss" range="-6,8" show="temperature"></fl-scores>
<fl-derivation id="why" scene="images" loss="softmax_cross_entropy" derivation="softmax_gradient" all-lines></fl-derivation>
<fl-score-line id="line" scene="hinge"></fl-score-line>
<fl-loss-curve id="curve" scene="hinge"></fl-loss-curve>
<fl-scores id="hinge" scene="hinge" classes="cat car frog" scores="2,1,-1" labels="0" coordinate="1" losses="multiclass_svm; softmax_cross_entropy" unfold="terms probability example_loss" range="-6,8" show="margin"></fl-scores>
<fl-slip id="slip" scene="slip" classes="cat car" scores="10,-100" labels="0" range="-120,120" losses="softmax_cross_entropy form=naive as As printed; softmax_cross_entropy form=log1p as Repaired" unfold="probability example_loss"><div class="before"><h2>Slip</h2></div><div class="after"><p>Rounded.</p></div></fl-slip>`;

const site = useSite();
beforeAll(async () => {
  const source = `<!doctype html><html lang="en"><head><title>Scores</title></head><body>${body}</body></html>`;
  site.extra.set(fixturePath, await asLesson(source));
});

async function open(query = "", options: OpenOptions = {}): Promise<Page> {
  return site.open(`${fixturePath}${query}`, options);
}

interface ScoresState {
  scores: number[][];
  labels: number[];
  example: number;
  generation: number;
  settings: Record<string, number | string>[];
}

async function stateOf(element: Locator): Promise<ScoresState> {
  return element.evaluate((node) => {
    // biome-ignore lint/suspicious/noExplicitAny: the element's own, not public to other code
    const { scene } = node as any;
    return {
      scores: scene.scores,
      labels: scene.labels,
      example: scene.example,
      generation: scene.generation,
      // biome-ignore lint/suspicious/noExplicitAny: as above
      settings: scene.losses.map((one: any) => one.settings),
    };
  });
}

/** Waits for numbers other than those of `before`, and returns what the figure now holds. */
async function changed(element: Locator, before: ScoresState): Promise<ScoresState> {
  await expect
    .poll(async () => (await stateOf(element)).generation)
    .toBeGreaterThan(before.generation);
  await painted(element.page());
  return stateOf(element);
}

const softmax = (settings = {}) => ({ name: "softmax_cross_entropy", settings });

/** Asserts that the figure shows what the engine gives here for its scores. */
async function expectOwnLosses(figure: Locator, settings = {}): Promise<void> {
  const { scores, labels, example } = await stateOf(figure);
  const { total, table } = engine.loss({
    loss: softmax({ form: "naive", ...settings }),
    scores,
    labels,
  });
  const losses = [...(table.columns.example_loss ?? [])];
  expect(await figure.locator(".example-loss output").allInnerTexts()).toEqual(
    losses.map((loss) => numberText(loss, 4)),
  );
  expect(await figure.locator(".all-examples output").innerText()).toBe(numberText(total, 4));
  const shares = [...(table.columns.probability ?? [])].slice(3 * example, 3 * example + 3);
  const cells = figure.locator("tbody tr > td:last-child .quantity");
  expect((await cells.allInnerTexts()).map((text) => text.trim())).toEqual(
    shares.map((share) => numberText(share, 4)),
  );
}

async function centre(element: Locator): Promise<{ x: number; y: number }> {
  const box = await element.boundingBox();
  if (!box) throw new Error("it is not in sight");
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

async function drag(handle: Locator, by: number): Promise<void> {
  await handle.scrollIntoViewIfNeeded();
  const { x, y } = await centre(handle);
  const { mouse } = handle.page();
  await mouse.move(x, y);
  await mouse.down();
  await mouse.move(x + by / 2, y);
  await mouse.move(x + by, y);
  await mouse.up();
}

test("the table shows the engine's losses of the dataset, and after a drag those of the new scores", async () => {
  const page = await open();
  const figure = page.locator("#images");
  await expectOwnLosses(figure);
  const before = await stateOf(figure);
  await drag(figure.locator(".knob .ring").first(), 60);
  const after = await changed(figure, before);
  expect(after.scores[0]?.[0]).toBeGreaterThan(3.2);
  expect(after.scores[0]?.slice(1)).toEqual([5.1, -1.7]);
  expect(after.scores.slice(1)).toEqual(before.scores.slice(1));
  await expectOwnLosses(figure);
  await expect
    .poll(() => new URL(page.url()).searchParams.get("images.scores"))
    .toBe(after.scores.map((row) => row.join(",")).join(";"));
});

test("a score can be typed or stepped, and what is no number changes nothing", async () => {
  const page = await open();
  const figure = page.locator("#images");
  const field = figure.getByRole("textbox", { name: scoreWords.scoreOf("car") });
  let before = await stateOf(figure);
  await field.fill("−0,5");
  await field.press("Enter");
  await field.blur();
  before = await changed(figure, before);
  expect(before.scores[0]?.[1]).toBe(-0.5);
  await field.press("ArrowUp");
  before = await changed(figure, before);
  expect(before.scores[0]?.[1]).toBe(-0.4);
  await field.fill("much");
  await field.blur();
  expect(await field.evaluate((input: HTMLInputElement) => input.validationMessage)).toBe(
    words.quiz.notANumber("much"),
  );
  expect((await stateOf(figure)).scores).toEqual(before.scores);
  await expectOwnLosses(figure);
});

test("everything can be done without a pointer", async () => {
  const page = await open();
  const figure = page.locator("#images");
  const keyboard = new Keyboard(page);
  let before = await stateOf(figure);
  await keyboard.use(figure.getByRole("slider", { name: scoreWords.scoreOf("frog") }), "PageUp");
  before = await changed(figure, before);
  expect(before.scores[0]?.[2]).toBeCloseTo(-1, 9);
  await keyboard.use(figure.locator(".example-card input:checked"), "ArrowRight");
  expect((await stateOf(figure)).example).toBe(1);
  await expectOwnLosses(figure);
  await keyboard.use(page.locator("#line .margin-knob"), "ArrowLeft");
  await expect
    .poll(async () => (await stateOf(page.locator("#hinge"))).settings[0]?.margin)
    .toBe(1.1);
});

test("a finger drags the knob, and one beside it scrolls the page", async () => {
  const page = await open("", { hasTouch: true, viewport: { width: 390, height: 800 } });
  const figure = page.locator("#images");
  const knob = figure.locator(".knob").first();
  await knob.scrollIntoViewIfNeeded();
  const { x, y } = await centre(knob.locator(".ring"));
  const client = await page.context().newCDPSession(page);
  const touch = (type: string, ...points: { x: number; y: number }[]) =>
    client.send("Input.dispatchTouchEvent", { type, touchPoints: points } as never);
  const before = await stateOf(figure);
  await touch("touchStart", { x, y });
  await touch("touchMove", { x: x + 15, y });
  await touch("touchMove", { x: x + 30, y });
  await touch("touchEnd");
  const after = await changed(figure, before);
  expect(after.scores[0]?.[0]).toBeGreaterThan(3.2);
  await expectOwnLosses(figure);
});

test("a temperature beyond what the loss takes is refused in words; the last good numbers stay", async () => {
  const page = await open();
  const figure = page.locator("#images");
  const field = figure.locator(".controls input.number").first();
  const before = await stateOf(figure);
  await field.fill("0");
  await field.blur();
  await expect
    .poll(() => figure.locator(".refused").allInnerTexts())
    .toEqual([expect.stringContaining("temperature")]);
  expect(await figure.locator(".all-examples output").innerText()).toBe("2.759");
  await field.fill("2");
  await field.blur();
  await changed(figure, before);
  await expect.poll(() => figure.locator(".refused").count()).toBe(0);
  await expectOwnLosses(figure, { temperature: 2 });
});

test("an address gives scores, example and settings; what makes no sense is told and left out", async () => {
  const page = await open(
    "?images.scores=1,2,3;4,5,6;7,8,9&images.example=2&images.softmax_cross_entropy.temperature=0.5",
  );
  const figure = page.locator("#images");
  const { scores, example } = await stateOf(figure);
  expect(scores).toEqual([
    [1, 2, 3],
    [4, 5, 6],
    [7, 8, 9],
  ]);
  expect(example).toBe(2);
  await expectOwnLosses(figure, { temperature: 0.5 });

  const bad = await open(
    "?images.scores=1,2;3,4&images.example=7&images.data.scale=x&hinge.scores=1e999,0,0",
  );
  expect((await stateOf(bad.locator("#images"))).scores[0]).toEqual([3.2, 5.1, -1.7]);
  expect(await bad.locator(".notices p").count()).toBe(4);
  await expectOwnLosses(bad.locator("#images"));
});

test("the dataset's own setting takes the place of scores changed by hand", async () => {
  const page = await open("?images.scores=1,2,3;4,5,6;7,8,9");
  const figure = page.locator("#images");
  const before = await stateOf(figure);
  await figure.locator(".drawer summary").click();
  const scale = figure.locator(".drawer input.number").first();
  await scale.fill("2");
  await scale.blur();
  const after = await changed(figure, before);
  expect(after.scores[0]).toEqual([6.4, 10.2, -3.4]);
  await figure.getByRole("button", { name: words.transport.reset }).click();
  await expect.poll(async () => (await stateOf(figure)).scores[0]).toEqual([3.2, 5.1, -1.7]);
});

test("a derivation follows the example and the class that are looked at, and writes its sums out", async () => {
  const page = await open();
  const why = page.locator("#why");
  expect(await why.locator(".stepper output").innerText()).toBe("cat");
  await page.locator("#images tbody tr").nth(1).locator("th").click();
  expect(await why.locator(".modes ~ *, .option input:checked + span").first().innerText()).toBe(
    "car",
  );
  const first = why.locator(".numbers").first();
  // ln Z − (1·3.2 + 0·5.1 + 0·(−1.7))
  expect((await first.innerText()).replace(/[\s\u2061]/g, "")).toBe(
    "2.04=ln(188.7)−(1·3.2+0·5.1+0·(−1.7))",
  );
  await why.getByRole("button", { name: words.transport.step }).click();
  expect((await stateOf(page.locator("#images"))).example).toBe(1);
  expect((await first.innerText()).replace(/[\s\u2061]/g, "")).toContain("(0·1.3+1·4.9+0·2)");
});

test("the margin is dragged, and what reaches into it is charged", async () => {
  const page = await open();
  const line = page.locator("#line");
  const hinge = page.locator("#hinge");
  expect(await line.locator(".violation").count()).toBe(0); // car stands exactly on the wall
  const before = await stateOf(hinge);
  await drag(line.locator(".margin-knob .ring"), -60);
  const after = await changed(hinge, before);
  const margin = Number(after.settings[0]?.margin);
  expect(margin).toBeGreaterThan(1);
  const { table } = engine.loss({
    loss: { name: "multiclass_svm", settings: { margin } },
    scores: after.scores,
    labels: after.labels,
  });
  const charged = [...(table.columns.terms ?? [])].filter((term) => term > 0);
  await expect
    .poll(() => line.locator(".violation-label").allTextContents())
    .toEqual(charged.map((term) => numberText(term, 4)));
});

test("the curve tells a kink from a slope, and its knob moves the score", async () => {
  const page = await open();
  const curve = page.locator("#curve");
  const said = () => curve.locator(".curve-key li").allInnerTexts();
  expect((await said())[0]).toContain(scoreWords.at("0", "0", "1"));
  expect(await curve.locator(".fan").count()).toBe(1);
  const before = await stateOf(page.locator("#hinge"));
  const keyboard = new Keyboard(page);
  await keyboard.use(curve.locator(".knob"), "ArrowRight");
  const { scores } = await changed(page.locator("#hinge"), before);
  expect(scores[0]?.[1]).toBe(1.1);
  await expect.poll(async () => (await said())[0]).toContain(scoreWords.at("0.1", "1", ""));
  expect(await curve.locator(".fan").count()).toBe(0);
  await curve.getByRole("radio", { name: "frog" }).check();
  await expect
    .poll(() => curve.locator(".knob").getAttribute("aria-label"))
    .toBe(scoreWords.scoreOf("frog"));
});

test("a slip of scores is found by its line, and both formulas run", async () => {
  const page = await open();
  const slip = page.locator("#slip");
  const values = slip.locator(".unfolded-scalars output");
  expect(await values.allInnerTexts()).toEqual(["0", expect.stringMatching(/^1\.\d+×10⁻⁴⁸$/)]);
  await slip.getByRole("button", { name: words.slip.line(3, "unnormalised probability") }).click();
  expect(await slip.locator(".feedback").innerText()).toBe(words.slip.notThis);
  await slip.getByRole("button", { name: /its natural logarithm/ }).click();
  expect(await slip.locator(".feedback").innerText()).toBe(words.slip.found);
  expect(await slip.locator(".after").innerText()).toContain("Rounded.");
});

test("the page has nothing to complain of while scores are dragged", async () => {
  let complaints: string[] = [];
  const page = await open("", {
    before: async (fresh) => {
      complaints = await complaintsOf(fresh);
    },
  });
  await drag(page.locator("#images .knob .ring").nth(1), -80);
  await drag(page.locator("#line .knob .ring").nth(1), 40);
  await painted(page);
  expect(complaints).toEqual([]);
});
