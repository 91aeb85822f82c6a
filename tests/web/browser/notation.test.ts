import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { lectureForms, notationNames } from "../../../web/notation/names.js";
import { words } from "../../../web/words/en.js";
import { panelWords } from "../../../web/words/notation-panel.js";
import { violations } from "./axe.js";
import { fixturePage, fixturePath } from "./fixture.js";
import { painted, useSite } from "./harness.js";
import { Keyboard } from "./keyboard.js";
import {
  builtTable,
  choose,
  notationFile,
  numbersOf,
  openPanel,
  type Shown,
  shownSymbols,
} from "./notation-page.js";
import { openEverything } from "./open-everything.js";

const site = useSite();
beforeAll(async () => void site.extra.set(fixturePath, await fixturePage()));
const lectures = notationNames.filter((name) => name !== "own");
const notices = (page: Page) => page.locator(".notices p").allInnerTexts();
const own = () => builtTable("own");

/** What the built table has for a symbol where it stands; without the element's own tag. */
function tabled(table: ReturnType<typeof builtTable>, { symbol, at, method }: Shown): string {
  const mathml = (table[`${symbol}@${method}`] ?? table[symbol])?.[at] ?? "";
  return mathml.replace(/^<[^>]*>/, "").replace(/<\/\w+>$/, "");
}

test("on the Adam lesson every symbol is written as in each lecture, and no number changes", async () => {
  const page = await site.open("adam/");
  await openEverything(page);
  await page.locator("details.course-map > summary").click();
  await painted(page);
  const before = { numbers: await numbersOf(page), symbols: await shownSymbols(page) };
  expect(before.numbers.length).toBeGreaterThan(100);
  await openPanel(page);
  for (const name of lectures) {
    await choose(page, name);
    const table = builtTable(name);
    const after = await shownSymbols(page);
    const place = ({ symbol, at, method }: Shown) => `${symbol} ${at} ${method}`;
    expect(after.map(place), name).toEqual(before.symbols.map(place));
    expect(after.filter((one) => one.inner !== tabled(table, one))).toEqual([]);
    const changed = after.filter((one) => tabled(table, one) !== tabled(own(), one));
    expect(changed.length, name).toBeGreaterThan(100);
    expect(await numbersOf(page), name).toEqual(before.numbers);

    // in text, in a question, on a slider, in a line, in the key of a figure, beside a chart
    for (const part of ["> p", ".question", ".parameter", ".symbolic", ".arrow-key", ".readout"]) {
      const there = await shownSymbols(page, `main ${part} math`);
      expect(there.length, `${name} ${part}`).toBeGreaterThan(0);
      for (const one of there) expect(one.inner, `${name} ${part}`).toBe(tabled(table, one));
    }
  }
});

test("back in the site’s own notation every formula is as it was", async () => {
  const page = await site.open("adam/");
  const formulas = () =>
    page.locator("main math").evaluateAll((all) => all.map((one) => one.textContent));
  const before = await formulas();
  await openPanel(page);
  for (const name of ["l1", "l4", "own"] as const) await choose(page, name);
  expect(await formulas()).toEqual(before);
  expect(await page.locator("main [data-in]").count()).toBe(0);
});

test("what is drawn later is in the letters chosen, and hovering still lights it up", async () => {
  const page = await site.open(`${fixturePath}?notation=l3`);
  const update = page.locator("#update");
  await update.getByRole("button", { name: words.derivation.showAll }).click();
  const table = builtTable("l3");
  const lines = await shownSymbols(page, "#update .symbolic math");
  expect(lines.length).toBeGreaterThan(20);
  for (const one of lines) expect(one.inner).toBe(tabled(table, one));
  await update.getByRole("button", { name: words.transport.step }).click();
  await page.locator("#slope-controls summary").click();
  await painted(page);
  const labels = await shownSymbols(page, "#slope-controls math");
  expect(labels.map(({ symbol }) => symbol)).toContain("lrate");
  for (const one of labels) expect(one.inner).toBe(tabled(table, one));
  expect(await page.locator("#guess output").textContent()).toBe("1 η");

  await update.locator(".symbolic [data-symbol=grad]").first().hover();
  const lit = page.locator("main [data-symbol=grad]:not(.lit)");
  await expect.poll(() => lit.count()).toBe(0);
});

test("a letter that is longer now is put in brackets where it would be misread", async () => {
  const page = await site.open(`${fixturePath}?notation=l1`);
  await page.locator("#update").getByRole("button", { name: words.derivation.showAll }).click();
  const squares = await shownSymbols(page, "#update .symbolic msup");
  const gradients = squares.filter(({ symbol }) => symbol === "grad");
  expect(gradients.length).toBeGreaterThan(0);
  expect(gradients.every(({ bracketed }) => bracketed)).toBe(true);
  const exponents = squares.filter(({ symbol }) => symbol === "now");
  expect(exponents.length).toBeGreaterThan(0);
  expect(exponents.some(({ bracketed }) => bracketed)).toBe(false);
});

test("the switch can be used with the keyboard alone, and says what it did", async () => {
  const page = await site.open("adam/");
  const keyboard = new Keyboard(page);
  const button = page.locator("fl-notation > button");
  await keyboard.use(button, "Enter");
  const radios = page.locator(".notation-panel input");
  await page.locator(".notation-panel section").first().waitFor();
  await keyboard.reach(radios.first());
  await keyboard.press("ArrowDown", "ArrowDown", "ArrowDown", "ArrowDown");
  const said = page.locator("fl-notation > [role=status]");
  await expect.poll(() => said.innerText()).toBe("Notation: Lecture 3");
  expect(await button.getAttribute("aria-label")).toBe("Notation: Lecture 3");
  expect(await button.textContent()).toBe("x");
  await keyboard.press("Escape");
  expect(await page.locator(".notation-panel").isVisible()).toBe(false);
  expect(await button.evaluate((one) => one === document.activeElement)).toBe(true);
});

test("the choice is kept in this browser and stands in the address", async () => {
  const page = await site.open("adam/");
  await openPanel(page);
  await choose(page, "l2");
  await expect.poll(() => page.url()).toMatch(/\?notation=l2$/);
  await page.goto(site.base);
  await page.waitForSelector("html[data-ready]", { state: "attached" });
  expect(await page.locator("fl-notation > button").textContent()).toBe("w");
  await expect.poll(() => page.url()).toMatch(/\?notation=l2$/);
  await openPanel(page);
  await choose(page, "own");
  await expect.poll(() => page.url()).not.toContain("notation");
  await page.reload();
  await page.waitForSelector("html[data-ready]", { state: "attached" });
  expect(await page.locator("fl-notation > button").textContent()).toBe("θ");
  expect(await notices(page)).toEqual([]);
});

const stored = (page: Page) => page.evaluate(() => localStorage.getItem("fall-line:notation"));
const storing = (name: string) => ({
  before: (fresh: Page) =>
    fresh.addInitScript((value) => localStorage.setItem("fall-line:notation", value), name),
});

test("a link decides for its page; a reader’s own choice stays what it was", async () => {
  const page = await site.open("adam/?notation=l4", storing("l1"));
  expect(await page.locator("fl-notation > button").getAttribute("aria-label")).toBe(
    "Notation: Lecture 4",
  );
  expect(await stored(page)).toBe("l1");
  const plain = await site.open("adam/?notation=own", storing("l1"));
  expect(await plain.locator("fl-notation > button").textContent()).toBe("θ");
  expect(await plain.locator("main [data-in]").count()).toBe(0);
  const first = await site.open("adam/?notation=l4");
  expect(await stored(first), "who had none stays with that of the link").toBe("l4");
});

test("a notation nobody knows is said to be unknown, and the usual one stays", async () => {
  const page = await site.open("adam/?notation=l9");
  expect(await notices(page)).toEqual([
    expect.stringContaining(words.notices.badAddress("notation", "l9")),
  ]);
  expect(await page.locator("main [data-in]").count()).toBe(0);
  const other = await site.open("adam/", storing("<b>"));
  expect(await notices(other)).toEqual([]);
  expect(await other.locator("fl-notation > button").textContent()).toBe("θ");
});

test("where the letters cannot be fetched the page says so, stays as it is, and tries again", async () => {
  const page = await site.open("adam/");
  await openPanel(page);
  const file = `**/${notationFile("l3")}`;
  await page.route(file, (route) => route.abort());
  await page.locator(".notation-panel input[value=l3]").click();
  await expect.poll(async () => (await notices(page)).length).toBe(1);
  expect(await page.locator(".notation-panel input:checked").getAttribute("value")).toBe("own");
  expect(await page.locator("main [data-in]").count()).toBe(0);
  expect(await stored(page)).toBeNull();
  await page.unroute(file);
  await choose(page, "l3");
  expect(await page.locator("main [data-in]").count()).toBeGreaterThan(100);
});

test("letters that will be swapped are not shown before, nor hidden for ever", async () => {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const page = await site.open(`${fixturePath}?notation=l3`, {
    ready: false,
    before: async (fresh) => {
      await fresh.route(`**/${notationFile("l3")}`, async (route) => {
        await held;
        await route.continue();
      });
    },
  });
  const visibleAt = (times: number[]) =>
    page
      .locator("#text [data-symbol]")
      .first()
      .evaluate((one, moments) => {
        const waits = one.getAnimations();
        return moments.map((moment) => {
          for (const wait of waits) wait.currentTime = moment;
          return getComputedStyle(one).visibility;
        });
      }, times);
  expect(await visibleAt([0, 1000, 9000])).toEqual(["hidden", "hidden", "visible"]);
  release();
  await page.waitForSelector("html[data-ready]", { state: "attached" });
  expect(await visibleAt([0])).toEqual(["visible"]);
  expect(await page.locator("#text math").first().textContent()).toBe("mt+1");
});

test("a first visit fetches no notation; a lecture’s letters are small", async () => {
  site.answers.length = 0;
  const page = await site.open("adam/");
  await page.waitForLoadState("networkidle");
  const fetched = () => site.answers.filter(({ path }) => path.endsWith(".json"));
  expect(fetched()).toEqual([]);
  await openPanel(page);
  await choose(page, "l3");
  expect(
    fetched()
      .map(({ path }) => path)
      .sort(),
  ).toEqual(["guide", "l3", "own"].map((name) => `assets/${notationFile(name)}`).sort());
  // the guide says what every symbol of the course means
  const most = (path: string) => (path.includes("guide") ? 12_000 : 9000);
  for (const { bytes, path } of fetched()) expect(bytes, path).toBeLessThan(most(path));
});

test("every character of every lecture is in the fonts of the site", async () => {
  const page = await site.open("adam/");
  await page.evaluate(
    (tables) => {
      const all = Object.values(tables).flatMap((one) => Object.values(one));
      const letters = all.flatMap((indices) => Object.values(indices));
      const holder = document.createElement("div");
      holder.id = "letters";
      holder.innerHTML = letters.map((one) => `<math>${one}</math>`).join(" ");
      document.querySelector("main")?.append(holder);
    },
    Object.fromEntries(notationNames.map((name) => [name, builtTable(name)])),
  );
  await page.evaluate(() => document.fonts.ready);
  const session = await page.context().newCDPSession(page);
  await session.send("DOM.enable");
  await session.send("CSS.enable");
  const { root } = await session.send("DOM.getDocument");
  const { nodeId } = await session.send("DOM.querySelector", {
    nodeId: root.nodeId,
    selector: "#letters",
  });
  const { fonts } = await session.send("CSS.getPlatformFontsForNode", { nodeId });
  const foreign = fonts.filter(({ isCustomFont }) => !isCustomFont);
  expect(foreign.map(({ familyName, glyphCount }) => `${familyName} ${glyphCount}`)).toEqual([]);
  expect(fonts.length).toBeGreaterThan(0);
});

test.each([390, 1280])("axe-core finds nothing in the open panel at %i px", async (width) => {
  const page = await site.open("adam/", { viewport: { width, height: 900 } });
  await openPanel(page);
  await choose(page, "l3");
  const colours = width === 1280;
  expect(await violations(page, { within: "fl-notation", colours })).toEqual([]);
  const { width: room, scroll } = await page.locator(".notation-panel").evaluate((panel) => ({
    width: panel.clientWidth,
    scroll: panel.scrollWidth,
  }));
  expect(scroll).toBeLessThanOrEqual(room);
});

test("the panel lists what changes on the page, and nothing else", async () => {
  const page = await site.open("adam/");
  await openPanel(page);
  expect(await page.locator(".notation-panel tbody tr").count()).toBe(0);
  await choose(page, "l0");
  const rows = () =>
    page
      .locator(".notation-panel tbody tr")
      .evaluateAll((all) =>
        all.map((row) => [...row.querySelectorAll("math")].map((one) => one.textContent)),
      );
  const listed = await rows();
  expect(listed).toContainEqual(["t", "k"]);
  expect(listed).toContainEqual(["θt", "θk+1"]);
  expect(listed).toContainEqual(["gt", "∇θℒ(θk)"]);
  expect(listed).toContainEqual(["β", "μ"]);
  expect(listed).toContainEqual(["vt", "gk"]);
  expect(listed.every(([here, there]) => here !== there)).toBe(true);
  expect(listed.flat()).not.toContain("α");
  const notes = page.locator(".notation-panel section").last();
  expect(await notes.innerText()).toContain("ε beside the root or under it");
  expect(await notes.innerText()).not.toContain("Sum or mean over the examples");
  await choose(page, "l3");
  expect(await page.locator(".notation-panel").innerText()).toContain(
    panelWords.form("Momentum", "last step"),
  );
  expect(await page.locator(".notation-panel").innerText()).toContain("The new velocity.");
  expect(lectureForms.l3?.momentum).toEqual({ form: "step" });
});
