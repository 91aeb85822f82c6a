// The page for teachers: its prepared links open what they promise.
import { load } from "cheerio";
import { expect, test } from "vitest";
import { words } from "../../../web/words/en.js";
import { complaintsOf, readPage, useSite } from "./harness.js";

const site = useSite();
const $ = load(readPage("for-teachers/"));
const states = $("a[data-state]")
  .toArray()
  .map((link) => [$(link).text(), link.attribs.href!.replace("../", "")] as const);

test("there are several, and the page is not called like the button of the panel", () => {
  expect(states.length).toBeGreaterThanOrEqual(5);
  expect($("h1").text()).not.toBe(words.teacher.open);
  expect($("main").text()).toContain(words.teacher.open);
});

test.each(states)("“%s” opens as it was prepared", async (_title, path) => {
  let complaints: string[] = [];
  const page = await site.open(path, {
    before: async (fresh) => {
      complaints = await complaintsOf(fresh);
    },
  });
  expect(await page.locator(".notices p").allInnerTexts()).toEqual([]);
  const { hash, searchParams } = new URL(path, site.base);
  if (hash) expect(await page.locator(`[id="${hash.slice(1)}"]`).count()).toBe(1);
  const prepared = searchParams.has("hide") || searchParams.has("lock");
  expect(await page.getByText(words.teacher.prepared).count()).toBe(prepared ? 1 : 0);
  expect(complaints).toEqual([]);
});
