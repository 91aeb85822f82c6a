import { load } from "cheerio";
import { beforeAll, expect, test } from "vitest";
import { words } from "../../../web/words/en.js";
import { asLesson, fixturePath } from "./fixture.js";
import { useSite } from "./harness.js";

const site = useSite();

const source = `<!doctype html><html lang="en"><head><title>Figures</title></head><body>
<p>The default is <fl-value id="rate" method="adam" default="learning_rate"></fl-value>, the ramp’s
slope <fl-value id="slope" problem="constant_gradient" default="slope"></fl-value>, and Booth’s minimum
<fl-value id="x" problem="booth" fact="minimum"></fl-value>,
<fl-value id="y" problem="booth" fact="minimum" coordinate="1"></fl-value>.</p>
<fl-descent scene="a" problem="booth" method="adam" steps="20" caption="A valley &amp; a path."></fl-descent>
<fl-trace scene="a" quantities="loss" caption="The loss falls." description="It halves every few steps."></fl-trace>
<fl-trace id="silent" scene="a" quantities="gradient" description="Two gradients shrink."></fl-trace>
<fl-derivation scene="a" method="adam"></fl-derivation>
<fl-derivation scene="b" method="adam" derivation="first_moment_bias" problem="noisy_gradient"></fl-derivation>
<fl-predict problem="constant_gradient" method="adam" quantity="step_length" steps="1">
<p>How long is it?</p></fl-predict>
<fl-slip problem="constant_gradient" runs="adam bias_correction=no_power as Printed; adam as Corrected"
  quantity="step_length" steps="20" caption="Both lengths, step by step.">
<div class="before"><h2>A slide</h2></div><div class="after"><p>The power.</p></div></fl-slip>
</body></html>`;

let html = "";
beforeAll(async () => {
  html = await asLesson(source);
  site.extra.set(fixturePath, html);
});

test("figures are named by what the lesson says of them", async () => {
  const page = await site.open(fixturePath);
  const figure = (name: string) => page.getByRole("figure", { name, exact: true });
  await figure("A valley & a path.").locator("fl-descent-plot").waitFor();
  await figure("The loss falls. It halves every few steps.").locator(".chart").waitFor();
  await figure("Two gradients shrink.").locator(".chart").waitFor();
  await figure("Both lengths, step by step.").locator(".chart").waitFor();
  expect(await page.getByRole("figure").count(), "the chart in a figure is none of its own").toBe(
    4,
  );
  const seen = (text: string) => page.getByText(text).evaluate((one) => one.clientWidth > 10);
  expect(await seen("A valley & a path.")).toBe(true);
  expect(await seen("Two gradients shrink."), "a description is only read out").toBe(false);
});

test("derivations, predictions and slips say which they are", async () => {
  const page = await site.open(fixturePath);
  const group = (name: string) => page.getByRole("group", { name, exact: true });
  await group(words.derivation.about("Adam")).waitFor();
  await group(words.derivation.about("Why m is divided by 1 − β₁ᵗ")).waitFor();
  await group(words.slip.about("A slide")).waitFor();
  const asked = await group(words.predict.label).getAttribute("aria-describedby");
  expect(await page.locator(`#${asked}`).innerText()).toBe("How long is it?");
});

test("the words are there before any script runs", async () => {
  const $ = load(html);
  expect($("fl-descent figcaption").text()).toBe("A valley & a path.");
  expect($("#silent figcaption.visually-hidden").text()).toBe("Two gradients shrink.");
  const page = await site.open(fixturePath, { javaScriptEnabled: false, ready: false });
  expect(await page.locator("main .caption").allTextContents()).toEqual([
    "A valley & a path.",
    "The loss falls. It halves every few steps.",
  ]);
});

test("defaults and facts of the catalog stand in the text, from the build and in the page", async () => {
  const $ = load(html);
  const expected = { rate: "0.001", slope: "1", x: "1", y: "3" };
  const page = await site.open(fixturePath);
  for (const [id, text] of Object.entries(expected)) {
    expect($(`#${id}`).text()).toBe(text);
    expect(await page.locator(`#${id}`).innerText()).toBe(text);
    expect(await page.locator(`#${id}`).getAttribute("data-computed")).toBe("true");
  }
});
