import { load } from "cheerio";
import { expect, test } from "vitest";
import { words } from "../../../web/words/en.js";
import { complaintsOf, pagePaths, painted, readPage, useSite } from "./harness.js";
import { openEverything } from "./open-everything.js";

const site = useSite();

const policy =
  "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; object-src 'none'; base-uri 'none'";

test.each(pagePaths())("/%s carries the policy, and nothing that it forbids", (path) => {
  const $ = load(readPage(path));
  const stated = $('meta[http-equiv="Content-Security-Policy"]');
  expect(stated.toArray().map((meta) => $(meta).attr("content"))).toEqual([policy]);
  expect(
    stated
      .prevAll()
      .toArray()
      .map((one) => $.html(one)),
  ).toEqual(['<meta charset="utf-8">']);

  expect($("[style], style").length).toBe(0);
  const inline = $("script:not([src])").not('[type="application/json"]');
  expect(inline.length).toBe(0);
  const handlers = $("*")
    .toArray()
    .flatMap((element) => Object.keys("attribs" in element ? element.attribs : {}))
    .filter((name) => name.startsWith("on"));
  expect(handlers).toEqual([]);
  const addresses = $("[href], [src]")
    .toArray()
    .map((element) => $(element).attr("href") ?? $(element).attr("src") ?? "");
  expect(addresses.filter((address) => /^(javascript|data|blob):/.test(address))).toEqual([]);
});

test.each(pagePaths())("/%s has nothing to complain of while it is used", async (path) => {
  let complaints: string[] = [];
  const page = await site.open(path, {
    before: async (fresh) => {
      complaints = await complaintsOf(fresh);
    },
  });
  await openEverything(page);
  for (const play of await page.getByRole("button", { name: words.transport.play }).all()) {
    await play.click();
    await painted(page);
    await page.getByRole("button", { name: words.transport.pause }).click();
  }
  for (const start of await page.locator(".start").all()) {
    await start.focus();
    await page.keyboard.press("ArrowLeft");
  }
  for (const range of await page.locator(".in-sight input[type=range]").all()) {
    await range.focus();
    await page.keyboard.press("ArrowRight");
  }
  for (const theme of await page.locator("fl-theme button").all()) await theme.click();
  await page.setViewportSize({ width: 390, height: 800 });
  await painted(page);
  expect(complaints).toEqual([]);
});
