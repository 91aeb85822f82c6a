// Figures in frames of a page of another origin.
import { readFileSync } from "node:fs";
import type { Frame, Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { inRoot } from "../../../web/commands/root.mjs";
import { embedSnippet } from "../../../web/embed/snippet.js";
import { aloneWords } from "../../../web/words/alone.js";
import { words } from "../../../web/words/en.js";
import { fixturePage, fixturePath } from "./fixture.js";
import { painted, useSite } from "./harness.js";
import { useOtherSite } from "./other-site.js";
import { leftSides, measure } from "./own-engine.js";
import { sceneOf } from "./scene-in-page.js";

const site = useSite();
const other = useOtherSite();
beforeAll(async () => void site.extra.set(fixturePath, await fixturePage()));

const plainFrame = (query: string) =>
  `<iframe src="${site.base}figure/?${query}" title="A figure" width="700" height="500"></iframe>`;

/** The frame with a figure, once that is drawn. */
async function figureIn(page: Page): Promise<Frame> {
  const handle = await page.waitForSelector("iframe");
  const frame = await handle.contentFrame();
  await frame!.waitForSelector("html[data-ready], html[data-error]", { state: "attached" });
  return frame!;
}

/** How much higher the frame is than what is in it; 0 where it follows. */
const slack = (frame: Frame) =>
  frame.evaluate(() => {
    const end = document.querySelector("main")!.getBoundingClientRect().bottom + scrollY;
    return innerHeight - Math.ceil(end);
  });

const frameHeight = (page: Page) =>
  page.locator("iframe").evaluate((frame: HTMLIFrameElement) => frame.clientHeight);

/** The HTML that the page about embedding shows. */
async function documented(): Promise<string> {
  const page = await site.open("embedding/");
  return page.locator(".snippet").innerText();
}

test("the documented HTML, in the README too, is what the menu copies", async () => {
  const shown = await documented();
  const address = `${site.base}figure/?lesson=adam&figure=race-descent`;
  const title = "Four methods descend Booth’s function";
  expect(shown.trim()).toBe(embedSnippet({ address, title, height: 700 }).trim());
  const readme = readFileSync(inRoot("README.md"), "utf8");
  expect(readme).toContain(shown.trim().replace(site.base, "https://example.org/fall-line/"));
});

test("pasted as it is into a page of another origin, the figure works and the frame follows", async () => {
  const { page, complaints } = await other.open(site, await documented());
  const logged: string[] = [];
  page.on("console", (message) => logged.push(message.text()));
  const frame = await figureIn(page);
  expect(new URL(frame.url()).origin).not.toBe(other.origin);
  await expect.poll(() => slack(frame)).toBe(0);
  expect(await frameHeight(page)).toBeGreaterThan(400);

  for (const width of [1280, 320, 640]) {
    const before = await frameHeight(page);
    await page.setViewportSize({ width, height: 900 });
    await expect.poll(() => frameHeight(page), { message: `${width}` }).not.toBe(before);
    await expect.poll(() => slack(frame), { message: `${width}` }).toBe(0);
  }
  const closed = await frameHeight(page);
  const drawer = frame.locator(".drawer summary");
  await drawer.click();
  await expect.poll(() => frameHeight(page)).toBeGreaterThan(closed + 50);
  await expect.poll(() => slack(frame)).toBe(0);
  await drawer.click();
  await expect.poll(() => frameHeight(page)).toBe(closed);

  const start = frame.locator(".start");
  const before = await start.getAttribute("aria-valuetext");
  await start.press("ArrowRight");
  await expect.poll(() => start.getAttribute("aria-valuetext")).not.toBe(before);
  expect([...complaints, ...logged]).toEqual([]);
});

test("the documented script logs results, and heeds no message that is not from a frame", async () => {
  const html = (await documented()).replace("figure=race-descent", "figure=sign");
  const { page } = await other.open(site, html);
  const logged: string[] = [];
  page.on("console", (message) => logged.push(message.text()));
  const frame = await figureIn(page);
  await expect.poll(() => slack(frame)).toBe(0);
  const height = await frameHeight(page);
  await page.evaluate(() => {
    postMessage({ source: "fall-line", type: "height", height: 5 }, "*");
    postMessage({ source: "fall-line", type: "result", question: "forged", right: true }, "*");
    postMessage(null, "*");
  });
  await frame.locator(".pickable button").first().press("Enter");
  await expect.poll(() => logged).toEqual(["adam sign true"]);
  expect(await frameHeight(page)).toBeGreaterThanOrEqual(height);
});

test("a frame tells its height, that it is ready, and what has changed; each says from whom", async () => {
  const { page, heard } = await other.open(site, plainFrame("lesson=adam&figure=race-descent"));
  const frame = await figureIn(page);
  await expect.poll(async () => (await heard()).map(({ type }) => type)).toContain("ready");
  const first = await heard();
  for (const { source, lesson, figure, origin } of first) {
    expect({ source, lesson, figure, origin }).toEqual({
      source: "fall-line",
      lesson: "adam",
      figure: "race-descent",
      origin: new URL(site.base).origin,
    });
  }
  expect(first[0]?.type, "the height comes before the engine does").toBe("height");
  const drawing = first.slice(
    0,
    first.findIndex(({ type }) => type === "ready"),
  );
  const heights = drawing.flatMap((message) => (message.type === "height" ? message.height : []));
  expect(heights.slice(0, -1), "no jumping up and down").toEqual(
    heights.slice(0, -1).sort((a, b) => a - b),
  );
  const content = () =>
    frame.evaluate(() => Math.ceil(document.querySelector("main")!.getBoundingClientRect().height));
  const lastHeight = async () =>
    (await heard()).flatMap((message) => (message.type === "height" ? message.height : [])).at(-1);
  await expect.poll(async () => (await lastHeight()) === (await content())).toBe(true);

  // one that does not follow comes to rest too
  const count = (await heard()).length;
  await painted(page);
  await painted(page);
  expect((await heard()).length).toBe(count);

  await frame.locator(".start").press("ArrowRight");
  await expect.poll(async () => (await heard()).at(-1)?.type).toBe("state");
  const state = (await heard()).at(-1);
  const { start } = await sceneOf(frame.locator("#race-descent"));
  expect(state).toMatchObject({
    address: `${site.base}figure/?lesson=adam&figure=race-descent&race.start=${start.join(",")}`,
  });
});

test("an open menu counts as height, so that a low frame shows all of it", async () => {
  const { page } = await other.open(
    site,
    (await documented()).replace("race-descent", "quiz&amp;question=why-correct"),
    { width: 400 },
  );
  const frame = await figureIn(page);
  await expect.poll(() => slack(frame)).toBe(0);
  await frame.locator(".figure-bar .menu-button").click();
  const menu = frame.locator(".figure-bar .figure-menu");
  await menu.getByRole("button", { name: words.figure.embed }).click();
  await expect
    .poll(() =>
      menu.evaluate((node) => node.getBoundingClientRect().bottom + scrollY <= innerHeight),
    )
    .toBe(true);
});

test("every kind of answer is told: right and wrong, at every try", async () => {
  const results = async (query: string, answer: (frame: Frame) => Promise<void>) => {
    const { page, heard } = await other.open(site, plainFrame(`lesson=fixture&${query}`));
    await answer(await figureIn(page));
    await painted(page);
    return (await heard()).flatMap((message) => {
      if (message.type !== "result") return [];
      const { kind, question, right } = message;
      return [{ kind, question, right }];
    });
  };
  const one = (kind: string, question: string, ...rights: boolean[]) =>
    rights.map((right) => ({ kind, question, right }));

  const quiz = await results("figure=quiz&question=one", async (frame) => {
    for (const label of ["Longer than one", "One"]) {
      await frame.getByLabel(label, { exact: true }).check();
      await frame.getByRole("button", { name: words.quiz.check }).click();
    }
  });
  expect(quiz).toEqual(one("question", "one", false, true));

  const actual = measure({
    spec: {
      problem: "constant_gradient",
      method: { name: "adam", settings: { learning_rate: 1, bias_correction: "off" } },
    },
    steps: 1,
    quantity: "step_length",
  });
  for (const given of [actual, actual / 2]) {
    const prediction = await results("figure=guess", async (frame) => {
      await frame.locator("input[type=range]").fill(given.toFixed(1));
      await frame.getByRole("button", { name: words.predict.commit }).click();
    });
    expect(prediction).toEqual(one("prediction", "guess", given === actual));
  }
  const skipped = await results("figure=guess", async (frame) => {
    await frame.getByRole("button", { name: words.predict.skip }).click();
  });
  expect(skipped, "no answer, no result").toEqual([]);

  const slip = await results("figure=slip", async (frame) => {
    const lines = frame.locator(".pickable button");
    await lines.first().click();
    for (let i = 1; (await lines.nth(i).isEnabled()) && i < 6; i += 1) await lines.nth(i).click();
  });
  expect(slip.at(-1)).toEqual({ kind: "slip", question: "slip", right: true });
  expect(slip.slice(0, -1).map(({ right }) => right)).toEqual(slip.slice(0, -1).map(() => false));
  expect(slip.length).toBeGreaterThan(1);

  const lines = await results("figure=update&update.mode=all", async (frame) => {
    const adam = { name: "adam", settings: { learning_rate: 0.3 } };
    const [left = 0] = leftSides({ problem: "booth", method: adam, start: [-7, 7] }, 40, 0);
    for (const given of [left * 3 + 1, left]) {
      await frame.locator("form.fill input").first().fill(String(given));
      await frame.locator("form.fill input").first().press("Enter");
    }
  });
  expect(lines.map(({ kind, right }) => ({ kind, right }))).toEqual([
    { kind: "line", right: false },
    { kind: "line", right: true },
  ]);
  expect(lines[0]?.question).toMatch(/^update\.adam-\d+$/);
});

test("what cannot be shown is said in the frame, and told to the page around", async () => {
  const failed = async (query: string) => {
    const { page, heard } = await other.open(site, plainFrame(query));
    const frame = await figureIn(page);
    await expect.poll(async () => (await heard()).map(({ type }) => type)).toContain("height");
    const errors = (await heard()).flatMap((message) =>
      message.type === "error" ? [message.message] : [],
    );
    expect(await frame.locator("[role=alert]").innerText()).toBe(errors[0]);
    return errors;
  };
  expect(await failed("lesson=adam&figure=none")).toEqual([aloneWords.noFigure("none")]);
  expect(await failed("lesson=none&figure=race")).toEqual([aloneWords.noPage("none")]);
  expect(await failed("lesson=..%2F..&figure=race")).toEqual([aloneWords.noPage("../..")]);
});

test("without its engine the figure says so, and so is the page around told", async () => {
  const { page, heard } = await other.open(site, plainFrame("lesson=adam&figure=race-descent"), {
    before: (fresh) => fresh.route("**/*.wasm", (route) => route.abort()),
  });
  await figureIn(page);
  await expect
    .poll(async () => (await heard()).flatMap((one) => (one.type === "error" ? one.message : [])))
    .toEqual([expect.stringContaining("WebAssembly")]);
});

test("a figure that is not in a frame tells nobody anything", async () => {
  const page = await site.open("figure/?lesson=adam&figure=sign", {
    before: (fresh) =>
      fresh.addInitScript(() => {
        const heard: unknown[] = [];
        Object.assign(globalThis, { heard });
        addEventListener("message", (event) => heard.push(event.data));
      }),
  });
  await page.locator(".pickable button").first().click();
  await painted(page);
  expect(await page.evaluate("heard")).toEqual([]);
});
