// By Tab through each page, on a server that nobody has configured.
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { complaintsOf, pagePaths, painted, useSite } from "./harness.js";
import { onNginx } from "./nginx.js";
import { seeEverything } from "./open-everything.js";

const site = useSite();
onNginx(site, "bare");

interface Stop {
  /** Place among the page's controls in document order; -1 for something that is none. */
  place: number;
  name: string;
  visible: boolean;
}

/** What the page itself notes: its controls, and each place where a Tab has come to. */
interface Notes {
  all: Element[];
  stops: Stop[];
}

/** Has the page note, after each key, where the focus is and whether one sees it. */
function noteStops(): void {
  const notes = globalThis as unknown as Notes;
  notes.stops = [];
  const here = (): Stop => {
    const element = document.activeElement;
    if (!element || element === document.body) return { place: -2, name: "body", visible: true };
    const { all } = notes;
    const place = all.indexOf(element);
    const name = `${element.localName} ${element.getAttribute("aria-label") ?? element.id ?? ""}`;
    const outlined = [element, element.nextElementSibling].some((one) => {
      const style = one && getComputedStyle(one);
      return style && style.outlineStyle !== "none" && Number.parseFloat(style.outlineWidth) >= 2;
    });
    const ringed = [...element.querySelectorAll(".ring, .focus-ring, .knob-dot")].some(
      (ring) => Number.parseFloat(getComputedStyle(ring).strokeWidth) >= 4,
    );
    const { top, bottom, left, right } = element.getBoundingClientRect();
    const inside = bottom > 0 && top < innerHeight && right > 0 && left < innerWidth;
    return { place, name, visible: Boolean(inside && (outlined || ringed)) };
  };
  document.addEventListener("keyup", () => notes.stops.push(here()), true);
}

/** Lists the controls that Tab should stop at, in document order, and returns how many. */
function listControls(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const groups = new Set<string>();
    const all = [
      ...document.querySelectorAll<HTMLInputElement>(
        'a[href], button:enabled:not([tabindex="-1"]), :is(input, select):enabled, summary, [tabindex="0"]',
      ),
    ].filter((one) => {
      if (!one.checkVisibility()) return false;
      if (one.type !== "radio") return true;
      // one stop for a group: the chosen one, else its first
      const group = [...document.getElementsByName(one.name)] as HTMLInputElement[];
      const stop = group.find(({ checked }) => checked) ?? one;
      if (stop !== one || groups.has(one.name)) return false;
      groups.add(one.name);
      return true;
    });
    Object.assign(globalThis, { all });
    return all.map((one) => `${one.localName} ${one.getAttribute("aria-label") ?? one.id}`);
  });
}

test.each(pagePaths())("on /%s Tab stops at every control, in order and visibly", async (path) => {
  let complaints: string[] = [];
  const page = await site.open(path, {
    before: async (fresh) => {
      complaints = await complaintsOf(fresh);
    },
  });
  await seeEverything(page); // a reader who comes past brings its controls up
  await painted(page); // with it, lines that scroll
  const controls = await listControls(page);
  await page.evaluate(noteStops);
  for (let i = 0; i <= controls.length; i += 1) await page.keyboard.press("Tab");
  const stops = await page.evaluate(() => (globalThis as unknown as Notes).stops);
  const left = stops.pop();
  expect(left?.name, "after the last control").toBe("body");
  expect(stops.map(({ place, name }) => `${place} ${name}`)).toEqual(
    controls.map((name, i) => `${i} ${name}`),
  );
  expect(stops.filter(({ visible }) => !visible).map(({ name }) => name)).toEqual([]);
  expect(complaints, "console and policy").toEqual([]);
});
