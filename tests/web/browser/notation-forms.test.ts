import { beforeAll, expect, test } from "vitest";
import { numberText } from "../../../web/words/number-text.js";
import { asLesson } from "./fixture.js";
import { useSite } from "./harness.js";
import { choose, openPanel } from "./notation-page.js";
import { engine, leftSides } from "./own-engine.js";
import { sceneOf } from "./scene-in-page.js";

const site = useSite();
const path = "momentum-forms/";

/** Momentum in two scenes: in one the author has left its form open, in the other not. */
const source = `<!doctype html><html lang="en"><head><title>Forms</title></head><body>
<p id="text">$\\velocity{t} = \\decay\\,\\velocity{t-1} + \\grad{t}$</p>
<fl-descent id="open" scene="open" problem="booth" runs="momentum learning_rate=0.01 as With $\\decay = 0.9$" start="-7,7" steps="60" step="20" show="learning_rate beta"></fl-descent>
<fl-derivation id="lines" scene="open" method="momentum" all-lines></fl-derivation>
<fl-descent id="fixed" scene="fixed" problem="booth" runs="momentum learning_rate=0.01 form=sum" start="-7,7" steps="60" step="20"></fl-descent>
<fl-descent id="other" scene="other" problem="booth" runs="rmsprop learning_rate=0.1" show="beta"></fl-descent>
<fl-descent id="adam" scene="adam" problem="booth" methods="adam"></fl-descent>
</body></html>`;

beforeAll(async () => void site.extra.set(path, await asLesson(source)));

test("lecture 3 has momentum as a signed velocity where the author has left the form open", async () => {
  const page = await site.open(path);
  const open = page.locator("#open");
  const lines = () => page.locator("#lines .symbolic math").allTextContents();
  const inLines = () =>
    page
      .locator("#lines .numbers")
      .evaluateAll((all) => all.map((one) => one.querySelector("[data-symbol]")?.textContent));
  const before = await sceneOf(open);
  expect(await lines()).toEqual(["vt=βvt−1+gt", "Δt=−αvt", "θt=θt−1+Δt"]);
  expect(await page.locator("#open .arrow-key").textContent()).toContain("−v");

  await openPanel(page);
  await choose(page, "l3");
  await expect
    .poll(async () => (await sceneOf(open)).generation)
    .toBeGreaterThan(before.generation);
  const after = await sceneOf(open);
  expect(after.runs[0]?.spec.method).toEqual({
    name: "momentum",
    settings: { form: "step", learning_rate: "0.01" },
  });
  expect(await lines()).toEqual(["vt+1=βvt−η∇ℓ(xt)", "Δt+1=vt+1", "xt+1=xt+Δt+1"]);
  const apart = after.runs[0]!.theta.map((value, i) => Math.abs(value - before.runs[0]!.theta[i]!));
  expect(Math.max(...apart), "the same run").toBeLessThan(1e-12);
  const numbers = leftSides(after.runs[0]!.spec, 20, 0).map((value) => numberText(value, 4));
  await expect.poll(inLines).toEqual(numbers);
  expect(await page.locator("#open .arrow-key").textContent()).not.toContain("−v");

  const fixed = await sceneOf(page.locator("#fixed"));
  expect(fixed.runs[0]?.spec.method).toMatchObject({ settings: { form: "sum" } });
  await choose(page, "own");
  await expect.poll(lines).toEqual(["vt=βvt−1+gt", "Δt=−αvt", "θt=θt−1+Δt"]);
  expect(page.url()).not.toContain("open.momentum");
});

test("a form the reader chooses stays, whatever the notation", async () => {
  const page = await site.open(`${path}?notation=l3`);
  const open = page.locator("#open");
  await open.locator(".drawer > summary").click();
  const form = (value: string) => open.locator(`.drawer input[value=${value}]`);
  expect(await form("step").isChecked()).toBe(true);
  await form("average").check();
  await openPanel(page);
  await choose(page, "l0");
  expect(await form("average").isChecked()).toBe(true);
  await expect
    .poll(async () => (await sceneOf(open)).runs[0]?.spec.method)
    .toMatchObject({ settings: { form: "average" } });
  await page.locator(".notation-panel").evaluate((panel: HTMLElement) => panel.hidePopover());
  await open.getByRole("button", { name: "Reset everything" }).click();
  await expect.poll(() => form("sum").isChecked()).toBe(true);
});

test("lecture 0 has μ in momentum and β in RMSProp", async () => {
  const page = await site.open(`${path}?notation=l0`);
  expect(await page.locator("#open .in-sight [data-symbol=decay]").allTextContents()).toEqual([
    "μ",
    "μ",
  ]);
  expect(await page.locator("#other .in-sight [data-symbol=decay]").allTextContents()).toEqual([
    "β",
  ]);
  expect(await page.locator("#open .runs strong").textContent()).toBe("With μ=0.9");
  expect(await page.locator("#text math").textContent()).toBe("gk=μgk−1+∇θℒ(θk)");
});

test("the panel shows by numbers of the core when the forms differ", async () => {
  const page = await site.open(path);
  await openPanel(page);
  const notes = page.locator(".notation-panel section").last();
  await expect.poll(() => notes.locator("fl-value:not([data-computed])").count()).toBe(0);
  const text = await notes.textContent();
  expect(text).toContain("0.4202 with the sum and to 0.1448 with the signed velocity");
  expect(text).toMatch(/to 0\.062 with the sum and α=0\.1, and to 0\.062 with the average/);
});

test("tooltips, which are plain text, follow too", async () => {
  const page = await site.open(path);
  const tooltips = () =>
    page
      .locator("#adam .drawer label:has(input[type=radio])")
      .evaluateAll((all) => all.map((one) => one.getAttribute("title")));
  const meanings = engine
    .catalog()
    .methods.find(({ name }) => name === "adam")!
    .options.flatMap(({ choices }) => choices.map(({ meaning }) => meaning));
  expect(await tooltips()).toEqual(meanings);
  const before = "√v̂ + ε/√(1 − β₂ᵗ): ε beside the uncorrected √v, as in TensorFlow";
  expect(meanings).toContain(before);
  await openPanel(page);
  await choose(page, "l1");
  expect(await tooltips()).toContain(before.replace("ᵗ", "ᵏ⁺¹"));
});
