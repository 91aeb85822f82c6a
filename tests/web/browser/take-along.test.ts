// Any plot as PNG and SVG, any trace as CSV, from the menu of its figure.
import { csvParseRows } from "d3-dsv";
import { scaleLinear } from "d3-scale";
import type { Page } from "playwright-core";
import { beforeAll, expect, onTestFinished, test } from "vitest";
import { embedSnippet } from "../../../web/embed/snippet.js";
import { words } from "../../../web/words/en.js";
import { violations } from "./axe.js";
import { fixturePage, fixturePath } from "./fixture.js";
import { complaintsOf, painted, useSite } from "./harness.js";
import { Keyboard } from "./keyboard.js";
import { engine, traceOf } from "./own-engine.js";
import { sceneOf } from "./scene-in-page.js";
import { look, openMenu, takeAs } from "./taken-file.js";

const site = useSite();
beforeAll(async () => void site.extra.set(fixturePath, await fixturePage()));
const w = words.figure;
const race = "#race-descent";

/** A page without a policy, in which files are looked at. */
async function lookingGlass(): Promise<Page> {
  const context = await site.browser.newContext();
  onTestFinished(() => context.close());
  return context.newPage();
}

/** What is in an SVG file, as a parser of XML sees it. */
function inSvg(page: Page, content: Buffer) {
  return page.evaluate((text) => {
    const parsed = new DOMParser().parseFromString(text, "image/svg+xml");
    const all = [...parsed.querySelectorAll("*")];
    const list = (selector: string, ...names: string[]) =>
      [...parsed.querySelectorAll(selector)].map((one) =>
        Object.fromEntries(names.map((name) => [name, one.getAttribute(name)])),
      );
    return {
      fault: parsed.querySelector("parsererror")?.textContent ?? null,
      root: parsed.documentElement.localName,
      size: parsed.documentElement.getAttribute("viewBox"),
      title: parsed.querySelector("title")?.textContent,
      description: parsed.querySelector("desc")?.textContent,
      texts: [...parsed.querySelectorAll("text")].map((one) => one.textContent),
      strokes: list("path[stroke]", "d", "stroke", "stroke-opacity", "stroke-width"),
      background: parsed.querySelector("rect")?.getAttribute("fill"),
      images: parsed.querySelectorAll("image").length,
      leftovers: all.flatMap((one) =>
        [...one.attributes]
          .filter(
            ({ name, value }) =>
              /^(class|style|aria-|data-|on|tabindex)/.test(name) ||
              /var\(|light-dark|currentColor/i.test(value),
          )
          .map(({ name, value }) => `${one.localName} ${name}=${value}`),
      ),
    };
  }, content.toString("utf8"));
}

/** The corners of a path of straight lines. */
const corners = (d: string) =>
  [...d.matchAll(/[ML](-?[\d.]+),(-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)] as const);

test("the drawing of a plot is an SVG file of its own, with every step of every path in it", async () => {
  const page = await site.open(fixturePath);
  const figure = page.locator("#race-descent");
  const { name, content } = await takeAs(page, figure, "svg");
  expect(name).toBe("fixture-race-descent.svg");
  const glass = await lookingGlass();
  const drawn = await inSvg(glass, content);
  expect(drawn).toMatchObject({ fault: null, root: "svg", images: 0, leftovers: [] });
  expect(drawn.title).toContain("Booth");
  expect(drawn.description?.length).toBeGreaterThan(40);

  const { runs, step } = await sceneOf(figure);
  for (const { label } of runs) expect(drawn.texts).toContain(label);
  const booth = engine.catalog().problems.find((problem) => problem.name === "booth")!;
  const [width = 0] = drawn.size!.split(" ").slice(2).map(Number);
  const size = width - 24;
  const px = scaleLinear(booth.domain.x, [0, size]);
  const py = scaleLinear(booth.domain.y, [size, 0]);
  for (const { spec, label } of runs) {
    const theta = traceOf(spec, step, "theta");
    const strong = drawn.strokes.filter(
      (path) => path["stroke-width"] === "2.2" && path["stroke-opacity"] === null,
    );
    const found = strong.some(({ d }) => {
      const points = corners(d!);
      return (
        points.length === step + 1 &&
        points.every(
          ([x, y], t) =>
            Math.abs(x - px(theta[2 * t]!)) < 0.01 && Math.abs(y - py(theta[2 * t + 1]!)) < 0.01,
        )
      );
    });
    expect(found, `the path of ${label}`).toBe(true);
  }
  // it opens by itself, as a file
  const file = await glass.goto(`data:image/svg+xml;base64,${content.toString("base64")}`);
  expect(file?.ok() ?? true).toBe(true);
  expect(await glass.evaluate("document.documentElement.localName")).toBe("svg");
});

test.each([
  ["light", "#race-descent"],
  ["dark", "#race-descent"],
  ["light", "#slope"],
  ["dark", "#race-descent fl-trace"],
] as const)(
  "the %s picture of %s is twice as large, and looks like the drawing",
  async (colorScheme, selector) => {
    const page = await site.open(fixturePath, { colorScheme });
    const figure = page.locator(selector);
    const png = await takeAs(page, figure, "png");
    const svg = await takeAs(page, figure, "svg");
    expect(png.content.subarray(1, 4).toString()).toBe("PNG");
    const glass = await lookingGlass();
    const drawn = await inSvg(glass, svg.content);
    const [width = 0, height = 0] = drawn.size!.split(" ").slice(2).map(Number);
    const seen = await look(
      glass,
      { content: png.content, as: "png" },
      { content: svg.content, as: "svg" },
    );
    expect([seen.width, seen.height]).toEqual([Math.round(2 * width), Math.round(2 * height)]);
    expect(seen.difference, "apart from the edges of letters").toBeLessThan(0.01);
    expect(seen.corner).toBe(
      await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor),
    );
    expect(seen.colours, "a picture, not a blank").toBeGreaterThan(50);
  },
);

test("the picture has the lines of the screen, and changes with them", async () => {
  const page = await site.open(fixturePath);
  const figure = page.locator("#race-descent");
  const glass = await lookingGlass();
  const shot = async () => (await takeAs(page, figure, "png")).content;
  const before = await shot();
  const colours = await figure
    .locator("fl-descent-plot .mark")
    .evaluateAll((marks) => marks.map((mark) => getComputedStyle(mark).fill));
  const seen = await look(glass, { content: before, as: "png" }, undefined, colours);
  for (const [i, count] of seen.pixels.entries()) expect(count, colours[i]).toBeGreaterThan(200);

  const { generation } = await sceneOf(figure);
  await figure.locator(".start").press("Shift+ArrowRight");
  await expect.poll(async () => (await sceneOf(figure)).generation).toBeGreaterThan(generation);
  await painted(page);
  const after = await look(
    glass,
    { content: before, as: "png" },
    { content: await shot(), as: "png" },
  );
  expect(after.difference).toBeGreaterThan(0.001);
});

/** A CSV file as records by column. */
function records(content: Buffer): { columns: string[]; rows: Record<string, string>[] } {
  const text = content.toString("utf8");
  expect(text.endsWith("\r\n")).toBe(true);
  const [columns = [], ...lines] = csvParseRows(text);
  const rows = lines.map((line) => {
    expect(line).toHaveLength(columns.length);
    return Object.fromEntries(columns.map((column, i) => [column, line[i] ?? ""]));
  });
  return { columns, rows };
}

test.each(["#race-descent", "#race-descent fl-trace", "#update", "#slope"])(
  "the numbers of %s are the engine's, to the last bit, for every step of every run",
  async (selector) => {
    const page = await site.open(fixturePath);
    const figure = page.locator(selector);
    const { name, content } = await takeAs(page, figure, "csv");
    expect(name).toMatch(/^fixture-[a-z-]+\.csv$/);
    const { columns, rows } = records(content);
    expect(columns.slice(0, 2)).toEqual(["step", "run"]);
    const { runs, steps } = await sceneOf(selector === "#slope" ? figure : page.locator(race));
    expect(rows).toHaveLength(runs.length * (steps + 1));
    const { stepQuantities, methods } = engine.catalog();
    let compared = 0;
    for (const { label, method, spec } of runs) {
      const own = methods.find((one) => one.name === method)!;
      const dimension = traceOf(spec, 0, "theta").length;
      const mine = rows.filter(({ run }) => run === label);
      for (const { name: quantity, shape } of [...stepQuantities, ...own.quantities]) {
        const width = shape === "vector" ? dimension : 1;
        const heads = width === 1 ? [quantity] : [`${quantity}_x`, `${quantity}_y`];
        if (!columns.includes(heads[0]!)) continue;
        const values = traceOf(spec, steps, quantity);
        for (const [t, row] of mine.entries()) {
          expect(row.step).toBe(String(t));
          for (const [c, head] of heads.entries()) {
            const value = values[t * width + c]!;
            if (!Object.is(Number(row[head]), value) || row[head] === "") {
              expect.fail(`${label}, ${head} at ${t}: ${row[head]} for ${value}`);
            }
            compared += 1;
          }
        }
      }
    }
    expect(compared).toBeGreaterThan(2 * rows.length);
    const strange = runs.flatMap(({ method, label }) => {
      const own = methods.find((one) => one.name === method)!.quantities;
      if (own.some((one) => one.name === "m_hat") || !columns.includes("m_hat_x")) return [];
      return rows.filter((row) => row.run === label && row.m_hat_x !== "");
    });
    expect(strange, "a method has no number for what it does not compute").toEqual([]);
  },
);

test("before a prediction is made, the menu gives nothing away", async () => {
  const page = await site.open(fixturePath);
  const menu = await openMenu(page.locator("#chart"));
  await menu.getByRole("button", { name: w.as.csv }).click();
  await menu.getByText(w.failed(new Error(w.hidden))).waitFor();
  await page.keyboard.press("Escape");
  const { content } = await takeAs(page, page.locator("#chart"), "svg");
  const { texts, strokes } = await inSvg(await lookingGlass(), content);
  expect(texts).not.toContain("Without");
  expect(strokes).toEqual([]);
  await page.locator("#guess").getByRole("button", { name: words.predict.skip }).click();
  const { rows } = records((await takeAs(page, page.locator("#chart"), "csv")).content);
  expect(rows).toHaveLength(2 * 201);
});

test("“Open alone” and “Embed” carry the figure's own state, and no other's", async () => {
  const page = await site.open(`${fixturePath}?scale.step=7&race.step=3&notation=other`);
  const figure = page.locator("#race-descent");
  await figure.locator(".start").press("ArrowRight");
  const { start } = await sceneOf(figure);
  const menu = await openMenu(figure);
  const alone = menu.getByRole("link", { name: w.openAlone });
  const address = `${site.base}figure/?lesson=fixture&figure=race-descent&race.step=3&notation=other&race.start=${start.join(",")}`;
  expect(await alone.getAttribute("href")).toBe(address);
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await menu.getByRole("button", { name: w.embed }).click();
  await menu.getByText(w.copied).waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  const height = Number(/ height="(\d+)"/.exec(copied)?.[1]);
  expect(copied).toBe(embedSnippet({ address, title: await page.title(), height }));
  expect(height).toBeGreaterThan((await figure.boundingBox())!.height);
  expect(await menu.locator("textarea").inputValue()).toBe(copied);
  const [opened] = await Promise.all([page.waitForEvent("popup"), alone.click()]);
  await opened.waitForSelector("html[data-ready]", { state: "attached" });
  expect(await sceneOf(opened.locator("#race-descent"))).toMatchObject({ start, step: 3 });
});

test("where the browser does not let it copy, the text is there to be copied by hand", async () => {
  const page = await site.open(fixturePath, {
    before: (fresh) =>
      fresh.addInitScript(() => {
        Object.defineProperty(navigator, "clipboard", { value: undefined });
      }),
  });
  const menu = await openMenu(page.locator("#slope"));
  await menu.getByRole("button", { name: w.embed }).click();
  await menu.getByText(w.selected).waitFor();
  const selected = await page.evaluate(() => {
    const field = document.activeElement as HTMLTextAreaElement;
    return field.value.slice(field.selectionStart, field.selectionEnd);
  });
  expect(selected).toContain("figure=slope");
});

test("a question can be taken along by itself", async () => {
  const page = await site.open(fixturePath);
  const menu = await openMenu(page.locator("#question-factor"));
  expect(await menu.getByRole("button", { name: w.as.png }).count()).toBe(0);
  const href = await menu.getByRole("link", { name: w.openAlone }).getAttribute("href");
  expect(href).toBe(`${site.base}figure/?lesson=fixture&figure=quiz&question=factor`);
});

test("where the files for it cannot be loaded, the menu says so, and works once they can", async () => {
  const page = await site.open(fixturePath);
  await page.route("**/take-*.js", (route) => route.abort());
  const menu = await openMenu(page.locator("#slope"));
  await menu.getByRole("button", { name: w.as.png }).click();
  await expect.poll(() => menu.locator(".said").innerText()).toBe(w.failed(w.notLoaded));
  await page.unroute("**/take-*.js");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    menu.getByRole("button", { name: w.as.png }).click(),
  ]);
  await expect
    .poll(() => menu.locator(".said").innerText())
    .toBe(w.saved(download.suggestedFilename()));
});

test("the menu works without a pointer: in and out, up and down, and back to its button", async () => {
  const page = await site.open(fixturePath);
  const keyboard = new Keyboard(page);
  const menu = page.locator("#slope fl-figure-menu");
  const button = menu.getByRole("button", { name: w.take });
  const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim());
  await keyboard.reach(button);
  expect(await button.getAttribute("aria-expanded")).not.toBe("true");
  await keyboard.press("Enter", "Tab");
  expect(await focused()).toBe(w.as.png);
  await keyboard.press("ArrowDown", "ArrowDown");
  expect(await focused()).toBe(w.as.csv);
  await keyboard.press("ArrowDown", "ArrowDown", "ArrowDown");
  expect(await focused(), "from the last to the first").toBe(w.as.png);
  await keyboard.press("ArrowUp");
  expect(await focused()).toBe(w.embed);
  await keyboard.press("ArrowUp", "ArrowUp");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.keyboard.press("Enter"),
  ]);
  expect(download.suggestedFilename()).toBe("fixture-slope.csv");
  await keyboard.press("Escape");
  expect(await menu.locator(".figure-menu").isVisible()).toBe(false);
  expect(await button.evaluate((node) => node === document.activeElement)).toBe(true);
});

test.each([390, 1280])(
  "the open menu at %i px is in sight, and axe-core finds nothing",
  async (width) => {
    let complaints: string[] = [];
    const page = await site.open(fixturePath, {
      viewport: { width, height: 900 },
      before: async (fresh) => {
        complaints = await complaintsOf(fresh);
      },
    });
    for (const selector of ["#race-descent", "#update", "#quiz", "#slip", "#question-one"]) {
      const menu = await openMenu(page.locator(selector));
      await menu.getByRole("button", { name: w.embed }).click();
      await menu.locator("textarea").waitFor();
      await painted(page);
      const box = (await menu.locator(".figure-menu").boundingBox())!;
      expect(box.x, selector).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width, selector).toBeLessThanOrEqual(width);
      expect(box.y, selector).toBeGreaterThanOrEqual(0);
      expect(box.y + box.height, selector).toBeLessThanOrEqual(901);
      // the same colours at every width and in every menu
      const colours = width === 1280 && selector === "#race-descent";
      const within = { include: [["fl-figure-menu"]] };
      expect(await violations(page, { within, colours })).toEqual([]);
      await page.keyboard.press("Escape");
    }
    expect(complaints).toEqual([]);
  },
);
