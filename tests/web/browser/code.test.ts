import { readFileSync } from "node:fs";
import type { Locator, Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { MethodCode } from "../../../web/code/method-code.js";
import { withSettings } from "../../../web/code/setting-mark.js";
import { inRoot } from "../../../web/commands/root.mjs";
import { CodeFiles } from "../../../web/site/code-files.js";
import { codeWords } from "../../../web/words/code.js";
import { asLesson } from "./fixture.js";
import { complaintsOf, type OpenOptions, useSite } from "./harness.js";
import { engine } from "./own-engine.js";

const site = useSite();
const w = codeWords;
const path = "fixture/code/";

const source = `<!doctype html><html lang="en"><head><title>Code</title>
<meta name="description" content="Code."><meta name="lesson-part" content="Tests"><meta name="lesson-number" content="9.8">
</head><body>
<fl-descent scene="race" problem="booth" runs="momentum; adam learning_rate=0.3" start="-7,7" steps="20" show="learning_rate bias_correction"></fl-descent>
<fl-derivation id="update" scene="race" method="adam" all-lines></fl-derivation>
<div id="far">${"<p>A long way down.</p>".repeat(60)}</div>
<fl-code id="code" scene="race" method="adam"></fl-code>
<div>${"<p>A long way further.</p>".repeat(60)}</div>
<fl-code id="alone" method="amsgrad"></fl-code>
<fl-code id="second-order" method="bfgs"></fl-code>
</body></html>`;

beforeAll(async () => {
  // the page stands one folder deeper than it was rendered for
  const page = (await asLesson(source)).replaceAll('"../', '"../../');
  site.extra.set(path, page);
  const files = new CodeFiles(inRoot(), engine.catalog());
  for (const method of ["adam", "amsgrad", "bfgs"]) await files.of(method);
  for (const [address, content] of files.written) site.extra.set(address, content);
});

const catalog = engine.catalog();
const codeOf = (name: string) =>
  new MethodCode(
    inRoot(),
    catalog.methods.find((one) => one.name === name)!,
    catalog.stepQuantities,
  );

/** A program as the build writes it, with these settings in force. */
function expected(name: string, language: "numpy" | "torch", settings: Record<string, string>) {
  const code = codeOf(name);
  const choices = Object.fromEntries(
    code.method.options.map((one) => [one.name, settings[one.name] ?? one.choices[0]!.name]),
  );
  const all = { ...code.settings(choices), ...settings };
  return withSettings(code.python(choices)[language], all).text;
}

const requested = () => site.answers.filter((one) => /code\/\w+-.*json$/.test(one.path));

/** The page, with one of its code views in sight. */
async function openAt(
  id: string,
  options: OpenOptions = {},
): Promise<{ page: Page; view: Locator }> {
  const page = await site.open(path, options);
  const view = page.locator(`#${id}`);
  await view.evaluate((one) => one.scrollIntoView());
  await view.getByRole("tablist").waitFor();
  return { page, view };
}

const tab = (view: Locator, language: keyof typeof w.language) =>
  view.getByRole("tab", { name: w.language[language], exact: true });

/** What the first program of the panel says. */
const shown = async (view: Locator) => `${await view.locator("pre code").first().innerText()}\n`;

test("the code is fetched when it comes into sight, and once", async () => {
  const before = requested().length;
  let complaints: string[] = [];
  const page = await site.open(path, {
    before: async (fresh) => {
      complaints = await complaintsOf(fresh);
    },
  });
  await page.waitForLoadState("networkidle");
  expect(requested()).toHaveLength(before);
  expect(await page.locator("fl-code").first().getByRole("link").innerText()).toBe(w.plainText);
  await page.locator("#code").evaluate((one) => one.scrollIntoView());
  await page.locator("#code").getByRole("tablist").waitFor();
  expect(
    requested()
      .slice(before)
      .map((one) => one.path),
  ).toEqual([expect.stringMatching(/^code\/adam-/)]);
  await page.evaluate(() => scrollTo(0, 0));
  await page.locator("#code").evaluate((one) => one.scrollIntoView());
  await page.waitForLoadState("networkidle");
  expect(requested()).toHaveLength(before + 1);
  expect(complaints).toEqual([]);
});

test("what is in sight from the start is fetched at once, and changes with its scene", async () => {
  const page = await site.open(path, { viewport: { width: 1280, height: 9000 } });
  const view = page.locator("#code");
  await tab(view, "numpy").click();
  const rate = page.locator("fl-descent fl-controls input.number").nth(1);
  await rate.fill("0.2");
  await rate.press("Enter");
  await expect.poll(() => shown(view)).toBe(expected("adam", "numpy", { learning_rate: "0.2" }));
});

test("the kernel is shown as it stands in its file, the others by its side", async () => {
  const { view } = await openAt("code");
  expect(await shown(view)).toBe(codeOf("adam").kernel.text);
  const [caption] = await view.locator("figcaption span").allInnerTexts();
  expect(caption).toBe("core/optimizers/adam.hpp");
  await tab(view, "numpy").click();
  expect(await shown(view)).toBe(expected("adam", "numpy", { learning_rate: "0.3" }));
  await tab(view, "torch").click();
  expect(await shown(view)).toBe(expected("adam", "torch", { learning_rate: "0.3" }));
  expect(await view.locator("pre").last().innerText()).toBe(
    "torch.optim.Adam(params, lr=0.3, betas=(0.9, 0.999), eps=1e-8)",
  );
  expect(await view.locator("[role=tabpanel]").getAttribute("aria-labelledby")).toBe(
    await tab(view, "torch").getAttribute("id"),
  );
});

test("arrow keys, Home and End choose a tab, and only the chosen one is a stop", async () => {
  const { page, view } = await openAt("code");
  await tab(view, "cpp").focus();
  const chosen = () => view.locator("[role=tab][aria-selected=true]").innerText();
  const focused = () => page.evaluate(() => document.activeElement?.textContent);
  const { cpp, numpy, torch } = w.language;
  for (const [key, name] of [
    ["ArrowRight", numpy],
    ["End", torch],
    ["ArrowRight", cpp],
    ["ArrowLeft", torch],
    ["Home", cpp],
  ] as const) {
    await page.keyboard.press(key);
    await expect.poll(chosen).toBe(name);
    expect(await focused()).toBe(name);
    expect(await view.locator("[role=tab][tabindex='0']").allInnerTexts()).toEqual([name]);
  }
  await page.keyboard.press("Tab");
  expect(await focused(), "and on to the first button of the panel").toBe(w.copy);
});

test("the settings in force are those of the scene, choices too", async () => {
  const { page, view } = await openAt("code");
  await tab(view, "numpy").click();
  const controls = page.locator("fl-descent fl-controls");
  const rate = controls.locator("input[type=number], input.number").nth(1);
  await rate.fill("0.05");
  await rate.press("Enter");
  await expect.poll(() => shown(view)).toBe(expected("adam", "numpy", { learning_rate: "0.05" }));
  await controls.locator("input[type=radio][value=no_power]").check();
  const settings = { learning_rate: "0.05", bias_correction: "no_power" };
  await expect.poll(() => shown(view)).toBe(expected("adam", "numpy", settings));
  await tab(view, "torch").click();
  expect(await view.locator(".code-about").last().innerText()).toBe(w.about.torchHasNone);
  await tab(view, "cpp").click();
  const use = await view.locator("pre").last().innerText();
  expect(use).toContain(".learning_rate = 0.05,");
  expect(use).toContain(".bias_correction = Adam::BiasCorrection::no_power,");
});

test("without a scene the defaults are shown", async () => {
  const { view } = await openAt("alone");
  await tab(view, "numpy").click();
  expect(await shown(view)).toBe(expected("amsgrad", "numpy", {}));
});

test("a method whose formulas are no recipe says that it is here in C++ only", async () => {
  const { view } = await openAt("second-order");
  expect(await shown(view)).toBe(codeOf("bfgs").kernel.text);
  for (const language of ["numpy", "torch"] as const) {
    await tab(view, language).click();
    expect(await view.locator("[role=tabpanel]").innerText()).toBe(w.about.cppOnly("BFGS"));
  }
});

test("a program is copied as it is shown", async () => {
  const { page, view } = await openAt("code", {
    permissions: ["clipboard-read", "clipboard-write"],
  });
  await tab(view, "numpy").click();
  await view.getByRole("button", { name: w.copyOf("adam_numpy.py") }).click();
  await expect.poll(() => view.getByRole("status").innerText()).toBe(w.copied);
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await shown(view));
  await tab(view, "torch").click();
  expect(await view.getByRole("status").innerText(), "that was of another program").toBe("");
});

test("where copying is not allowed the program is selected", async () => {
  const { page, view } = await openAt("code", {
    before: (fresh) => fresh.addInitScript("delete Navigator.prototype.clipboard"),
  });
  await tab(view, "numpy").click();
  await view.getByRole("button", { name: w.copyOf("adam_numpy.py") }).click();
  await expect.poll(() => view.getByRole("status").innerText()).toBe(w.selected);
  const selection = await page.evaluate(() => getSelection()?.toString());
  expect(`${selection?.trimEnd()}\n`).toBe(await shown(view));
});

test.each([
  ["cpp", "core/optimizers/adam.hpp", "adam.hpp"],
  ["torch", "adam_torch.py", "adam_torch.py"],
] as const)("a program in %s is downloaded as it is shown", async (language, title, file) => {
  const { page, view } = await openAt("code");
  await tab(view, language).click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    view.getByRole("button", { name: w.downloadOf(title) }).click(),
  ]);
  expect(download.suggestedFilename()).toBe(file);
  expect(readFileSync(await download.path(), "utf8")).toBe(await shown(view));
});

test("a symbol lights up in the code and in the formulas alike", async () => {
  const { page, view } = await openAt("code");
  const lit = (selector: string) => page.locator(`${selector} .lit`).allInnerTexts();
  await view.locator("[data-symbol=momhat]", { hasText: "m_corrected" }).first().hover();
  expect(new Set(await lit("#code"))).toEqual(new Set(["m_corrected", "m_hat"]));
  expect((await lit("#update")).length).toBeGreaterThan(1);
  await tab(view, "numpy").click();
  await page.locator("#update [data-symbol=decayone]").first().hover();
  expect(new Set(await lit("#code"))).toEqual(new Set(["beta1"]));
});

test("the address keeps the language", async () => {
  const { page, view } = await openAt("code");
  await tab(view, "torch").click();
  await expect.poll(() => page.url()).toContain("code.language=torch");
  const again = await site.open(`${path}?code.language=torch`);
  await again.locator("#code").evaluate((one) => one.scrollIntoView());
  const chosen = again.locator("#code [role=tab][aria-selected=true]");
  expect(await chosen.innerText()).toBe(w.language.torch);
  const wrong = await site.open(`${path}?code.language=fortran`);
  expect(await wrong.locator("fl-notice").innerText()).toContain("fortran");
});

test("code that does not arrive is asked for again when the reader says so", async () => {
  let there = false;
  const page = await site.open(path, {
    before: (fresh) =>
      fresh.route("**/code/adam-*.json", (route) =>
        there ? route.continue() : route.fulfill({ status: 404, body: "not found" }),
      ),
  });
  const view = page.locator("#code");
  await view.evaluate((one) => one.scrollIntoView());
  await expect.poll(() => view.getByRole("alert").innerText()).toContain(w.failed);
  there = true;
  await view.getByRole("button", { name: w.retry }).click();
  await view.getByRole("tablist").waitFor();
  expect(await view.getByRole("alert").count()).toBe(0);
});

test("a reader who has tabbed to the link stays there when the code takes its place", async () => {
  let arrive: () => void = () => {};
  const asked = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  const page = await site.open(path, {
    before: (fresh) =>
      fresh.route("**/code/adam-*.json", async (route) => {
        await asked;
        await route.continue();
      }),
  });
  const view = page.locator("#code");
  await view.getByRole("link").focus();
  arrive();
  await view.getByRole("tablist").waitFor();
  const focused = () => page.evaluate(() => document.activeElement?.textContent);
  await expect.poll(focused).toBe(w.language.cpp);
});

test("without the engine the code is there all the same, with the defaults", async () => {
  const page = await site.open(path, {
    ready: false,
    before: (fresh) => fresh.route("**/*.wasm", (route) => route.fulfill({ status: 404 })),
  });
  await page.waitForSelector("html[data-error]", { state: "attached" });
  const view = page.locator("#code");
  await view.evaluate((one) => one.scrollIntoView());
  await tab(view, "numpy").click();
  expect(await shown(view)).toBe(expected("adam", "numpy", {}));
});

test("without scripts a link leads to the text", async () => {
  const page = await site.open(path, { javaScriptEnabled: false, ready: false });
  const link = page.locator("#code a");
  expect(await link.innerText()).toBe(w.plainText);
  const address = new URL((await link.getAttribute("href")) ?? "", page.url()).href;
  const answer = await page.request.get(address);
  expect(answer.ok()).toBe(true);
  expect(await answer.text()).toContain("def adam(");
});
