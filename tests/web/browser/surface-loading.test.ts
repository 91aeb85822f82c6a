import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { words } from "../../../web/words/en.js";
import { surfaceWords } from "../../../web/words/en-surface-view.js";
import { violations } from "./axe.js";
import { asLesson } from "./fixture.js";
import { complaintsOf, painted, useSite } from "./harness.js";
import { sceneOf } from "./scene-in-page.js";
import {
  centre,
  drawnIn,
  pixelsOf,
  surfacePage,
  surfacePath,
  withoutWebgl,
} from "./surface-page.js";
import { takeAs } from "./taken-file.js";

const site = useSite();
beforeAll(async () => void site.extra.set(surfacePath, await surfacePage()));
const script = "**/surface-view-*.js";
const w = words.surface;

/** The requests for what draws surfaces, as they come. */
function surfaceRequests(page: Page): string[] {
  const seen: string[] = [];
  page.on("request", (request) => {
    if (/surface-view/.test(request.url())) seen.push(request.url());
  });
  return seen;
}

test("three.js is loaded when a surface comes into view, once, and nothing complains", async () => {
  let complaints: string[] = [];
  let requests: string[] = [];
  const page = await site.open(surfacePath, {
    before: async (fresh) => {
      complaints = await complaintsOf(fresh);
      requests = surfaceRequests(fresh);
    },
  });
  await painted(page);
  expect(requests, "the page is ready without it").toEqual([]);
  expect(await page.locator("#alone").innerText()).toContain(w.loading);
  await drawnIn(page.locator("#alone"));
  expect((await pixelsOf(page.locator("#alone .surface-canvas"))).covered).toBeGreaterThan(0.1);
  await drawnIn(page.locator("#hills"));
  expect(requests).toHaveLength(1);
  const names = await page.locator("#alone .surface-runs li").allInnerTexts();
  expect(names.map((name) => name.trim())).toEqual(["Gradient descent", "Adam"]);
  expect(complaints).toEqual([]);
});

test.each([
  [1280, "beside"],
  [390, "below"],
] as const)("at %i px a button puts the surface %s its contour, and away", async (width, where) => {
  const page = await site.open(surfacePath, { viewport: { width, height: 900 } });
  const figure = page.locator("#bowl");
  expect(await figure.locator("fl-surface").count()).toBe(0);
  await figure.getByRole("button", { name: w.show }).click();
  const frame = await drawnIn(figure);
  const surface = await frame.boundingBox();
  const contour = await figure.locator("fl-descent-plot").boundingBox();
  if (!surface || !contour) throw new Error("both are to be seen");
  if (where === "beside") {
    expect(surface.y).toBeCloseTo(contour.y, 0);
    expect(surface.x).toBeGreaterThan(contour.x + contour.width);
  } else {
    expect(surface.y).toBeGreaterThan(contour.y + contour.height);
    expect(surface.x).toBeCloseTo(contour.x, 0);
  }
  expect(surface.width).toBeCloseTo(contour.width, 0);
  await page.waitForFunction(() => location.search === "?bowl.surface=1");
  await page.reload();
  await drawnIn(figure);

  const context = await figure
    .locator(".surface-canvas")
    .evaluateHandle((canvas: HTMLCanvasElement) => canvas.getContext("webgl2"));
  await figure.getByRole("button", { name: w.hide }).click();
  await expect.poll(() => figure.locator("fl-surface").count()).toBe(0);
  expect(await context.evaluate((gl) => gl?.isContextLost()), "it is given back").toBe(true);
  await page.waitForFunction(() => location.search === "");
  await figure.getByRole("button", { name: w.show }).click();
  await drawnIn(figure);
  expect((await pixelsOf(figure.locator(".surface-canvas"))).covered).toBeGreaterThan(0.1);
});

test("a surface that is open from the start can be closed, and that is kept too", async () => {
  const page = await site.open(surfacePath);
  const figure = page.locator("#hills");
  await drawnIn(figure);
  expect(await figure.locator(".surface-said").innerText()).toContain(surfaceWords.heights.log);
  await figure.getByRole("button", { name: w.hide }).click();
  await page.waitForFunction(() => location.search === "?hills.surface=0");
  await page.reload();
  await page.waitForSelector("html[data-ready]", { state: "attached" });
  expect(await figure.locator("fl-surface").count()).toBe(0);
  await figure.getByRole("button", { name: w.show }).click();
  await page.waitForFunction(() => location.search === "");
});

test("an address that makes no sense is refused in words", async () => {
  const bad = {
    "bowl.surface": "yes",
    "bowl.view": "400,35,1",
    "bowl.heights": "high",
    "hills.view": "205,35",
  };
  const page = await site.open(`${surfacePath}?${new URLSearchParams(bad)}`);
  const said = await page.locator(".notices p").allInnerTexts();
  expect(said).toHaveLength(4);
  for (const [name, value] of Object.entries(bad)) {
    expect(said).toContainEqual(expect.stringContaining(`${name} = “${value}”`));
  }
  expect(await page.locator("#bowl fl-surface").count()).toBe(0);
  await drawnIn(page.locator("#hills"));
});

/** Moves the start in the contour, and asserts that its runs follow. */
async function expectContourWorks(page: Page): Promise<void> {
  const figure = page.locator("#bowl");
  const { x, y } = await centre(figure.locator("fl-descent-plot"));
  await page.mouse.click(x, y);
  await expect.poll(async () => (await sceneOf(figure)).runs[0]?.theta[0]).toBeCloseTo(0, 1);
}

test("without WebGL words say so, nothing is loaded for it, and the contour works", async () => {
  let requests: string[] = [];
  const page = await site.open(`${surfacePath}?bowl.surface=1`, {
    before: async (fresh) => {
      await withoutWebgl(fresh);
      requests = surfaceRequests(fresh);
    },
  });
  const figure = page.locator("#bowl");
  await figure.locator("fl-surface").scrollIntoViewIfNeeded();
  await expect.poll(() => figure.locator("fl-surface [role=status]").innerText()).toBe(w.missing);
  await expectContourWorks(page);
  expect(requests).toEqual([]);
  expect(await page.locator(".notices p").count(), "the reader is told once").toBe(0);
});

test("where three.js does not arrive words say so, and the contour works", async () => {
  const page = await site.open(`${surfacePath}?bowl.surface=1`, {
    before: (fresh) => fresh.route(script, (route) => route.fulfill({ status: 404, body: "" })),
  });
  const figure = page.locator("#bowl");
  await figure.locator("fl-surface").scrollIntoViewIfNeeded();
  const said = () => figure.locator("fl-surface [role=status]").innerText();
  await expect.poll(said).toMatch(/^The 3-D view could not be loaded \(.+\)\. The contour/);
  await expectContourWorks(page);
});

test("when the browser takes the picture away words say so until it gives it back", async () => {
  const page = await site.open(`${surfacePath}?bowl.surface=1`);
  const figure = page.locator("#bowl");
  const frame = await drawnIn(figure);
  const picture = figure.locator(".surface-canvas");
  const before = await pixelsOf(picture);
  const loser = await picture.evaluateHandle((canvas: HTMLCanvasElement) =>
    canvas.getContext("webgl2")?.getExtension("WEBGL_lose_context"),
  );
  await loser.evaluate((one) => one?.loseContext());
  await expect
    .poll(() => frame.locator("[role=status]").allInnerTexts())
    .toEqual([surfaceWords.lost]);
  expect(await frame.locator(".mark, .start").count()).toBe(0);
  await expectContourWorks(page);
  await figure.getByRole("button", { name: words.transport.reset }).click();
  await loser.evaluate((one) => one?.restoreContext());
  await expect.poll(() => frame.locator("[role=status]").count()).toBe(0);
  await painted(page);
  expect((await pixelsOf(picture)).print, "as it was").toBe(before.print);
  expect(await frame.locator(".mark").count()).toBe(2);
});

test("who saves data is asked first, unless a button has been pressed for it", async () => {
  let requests: string[] = [];
  const page = await site.open(surfacePath, {
    before: (fresh) => {
      requests = surfaceRequests(fresh);
      return fresh.addInitScript(() => {
        Object.defineProperty(navigator, "connection", { value: { saveData: true } });
      });
    },
  });
  const alone = page.locator("#alone");
  await alone.scrollIntoViewIfNeeded();
  await expect.poll(() => alone.innerText()).toContain(w.saving);
  expect(requests).toEqual([]);
  await alone.getByRole("button", { name: w.loadAnyway }).click();
  await drawnIn(alone);
  expect(requests).toHaveLength(1);
  await page.locator("#bowl").getByRole("button", { name: w.show }).click();
  await drawnIn(page.locator("#bowl"));
});

test("the picture follows the theme, the size, and fine screens up to two points a pixel", async () => {
  const page = await site.open(`${surfacePath}?bowl.surface=1`, { deviceScaleFactor: 3 });
  const figure = page.locator("#bowl");
  const frame = await drawnIn(figure);
  const picture = figure.locator(".surface-canvas");
  const side = async () => Math.round((await frame.boundingBox())?.width ?? 0) - 2;
  const light = await pixelsOf(picture);
  expect(light.width).toBe(2 * (await side()));
  await page.emulateMedia({ colorScheme: "dark" });
  await painted(page);
  const dark = await pixelsOf(picture);
  expect(dark.brightness).toBeLessThan(0.85 * light.brightness);
  await page.locator("fl-theme button").click();
  await painted(page);
  expect((await pixelsOf(picture)).print).toBe(light.print);
  await page.setViewportSize({ width: 390, height: 800 });
  await expect.poll(async () => (await pixelsOf(picture)).width).toBe(2 * (await side()));
  expect((await side()) < 370).toBe(true);
  expect((await pixelsOf(picture)).covered).toBeGreaterThan(0.1);
  const labels = await frame.locator(".axis text").evaluateAll((all) => {
    const box = all[0]?.closest("svg")?.getBoundingClientRect();
    return all
      .map((one) => one.getBoundingClientRect())
      .filter(({ left, right }) => left < (box?.left ?? 0) || right > (box?.right ?? 0)).length;
  });
  expect(labels, "labels that are cut off").toBe(0);
});

test("the surface follows the problem's settings, and its paths wait for a prediction", async () => {
  const guessed = await asLesson(`<!doctype html>
<html lang="en"><head><title>Turned</title>
<meta name="description" content="A valley that turns."><meta name="lesson-part" content="Tests">
<meta name="lesson-number" content="9.8"></head><body>
<fl-predict scene="valley" problem="quadratic" method="adam" start="-8,6" quantity="loss" steps="20" min="0" max="9"><p>How far down?</p></fl-predict>
<fl-descent id="valley" scene="valley" problem="quadratic" runs="adam learning_rate=0.5" start="-8,6" steps="20" show="problem.angle" surface="open"></fl-descent>
</body></html>`);
  site.extra.set("guessed/", guessed);
  const page = await site.open("guessed/");
  const figure = page.locator("#valley");
  const frame = await drawnIn(figure);
  expect((await pixelsOf(frame.locator(".path-canvas"))).covered).toBe(0);
  expect(await frame.locator(".mark").count()).toBe(0);
  await page.getByRole("button", { name: words.predict.skip }).click();
  await expect.poll(() => frame.locator(".mark").count()).toBe(1);
  expect((await pixelsOf(frame.locator(".path-canvas"))).covered).toBeGreaterThan(0.001);

  const before = await pixelsOf(figure.locator(".surface-canvas"));
  await figure.locator(".in-sight input.number").first().fill("60");
  await figure.locator(".in-sight input.number").first().press("Enter");
  await expect
    .poll(async () => (await pixelsOf(figure.locator(".surface-canvas"))).print)
    .not.toBe(before.print);
});

test("the view is taken along as it is seen, with its paths, labels and legend", async () => {
  const page = await site.open(surfacePath);
  const alone = page.locator("#alone");
  await drawnIn(alone);
  const { name, content } = await takeAs(page, alone, "svg");
  expect(name).toMatch(/-alone\.svg$/);
  const drawing = content.toString("utf8");
  for (const text of ["Gradient descent", "Adam", ">loss<", surfaceWords.seen(5, 35), "<image"]) {
    expect(drawing).toContain(text);
  }
  expect(drawing).toContain('stroke-width="2.2"');
  const bitmap = await takeAs(page, alone, "png");
  expect(bitmap.content.length).toBeGreaterThan(20_000);
});

test("a problem in one dimension has no surface, and the page says so", async () => {
  site.extra.set(
    "flat/",
    await asLesson(`<!doctype html>
<html lang="en"><head><title>Flat</title>
<meta name="description" content="One dimension."><meta name="lesson-part" content="Tests">
<meta name="lesson-number" content="9.8"></head><body>
<fl-trace scene="flat" problem="parabola" method="adam" quantities="loss"></fl-trace>
<fl-surface scene="flat"></fl-surface>
</body></html>`),
  );
  const page = await site.open("flat/");
  expect(await page.locator(".notices p").allInnerTexts()).toEqual([
    expect.stringMatching(/fl-surface.*parabola.*two dimensions/),
  ]);
});

test.each([390, 1280])("axe-core finds nothing on surfaces at %i px", async (width) => {
  const page = await site.open(`${surfacePath}?bowl.surface=1`, {
    viewport: { width, height: 900 },
  });
  for (const id of ["#bowl", "#alone", "#hills"]) await drawnIn(page.locator(id));
  expect(await violations(page, { colours: width === 1280 })).toEqual([]);
  const room = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(room, "no sideways scrolling").toBe(0);
});
