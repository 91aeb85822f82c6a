import { load } from "cheerio";
import { expect, test } from "vitest";
import { pagePaths, readPage, useSite } from "./harness.js";

const _site = useSite();

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
