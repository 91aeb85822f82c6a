// The site on a real server: with the configuration of web/hosting/, and with none.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { inRoot } from "../../../web/commands/root.mjs";
import { policy } from "../../../web/site/content-security-policy.js";
import { dist, useSite } from "./harness.js";
import { ask, type SiteOnNginx, startNginx } from "./nginx.js";

const site = useSite();
let nginx: SiteOnNginx;
beforeAll(async () => {
  nginx = await startNginx();
});
afterAll(() => nginx?.stop());

const places = ["root", "below", "bare"] as const;
const configured = ["root", "below"] as const;

// each page is looked at on all three, too: every-page-wide, every-page-narrow and keyboard-order

const typeOf: Record<string, RegExp> = {
  css: /^text\/css; charset=utf-8$/,
  html: /^text\/html; charset=utf-8$/,
  js: /^text\/javascript; charset=utf-8$/,
  json: /^application\/json; charset=utf-8$/,
  md: /^text\/markdown/,
  svg: /^image\/svg\+xml/,
  txt: /^text\/plain; charset=utf-8$/,
  wasm: /^application\/wasm$/,
  woff2: /^font\/woff2$/,
};

const files = readdirSync(dist, { recursive: true, encoding: "utf8" }).filter((name) =>
  /\.\w+$/.test(name),
);

test.each(configured)("%s: every file has its type, policy, compression and age", async (place) => {
  for (const file of files) {
    const { status, headers, body } = await ask(nginx[place] + file);
    const ending = file.replace(/^.*\./, "");
    expect(status, file).toBe(200);
    expect(headers["content-type"], file).toMatch(typeOf[ending] ?? /^a type of its own$/);
    expect(headers["content-security-policy"], file).toBe(policy);
    expect(headers["x-content-type-options"], file).toBe("nosniff");
    expect(headers["referrer-policy"], file).toBe("no-referrer");
    const size = readFileSync(join(dist, file)).length;
    const small = size < 512 || ["woff2", "md"].includes(ending);
    expect(headers["content-encoding"], file).toBe(small ? undefined : "gzip");
    if (!small) expect(body, file).toBeLessThan(size);
    const lasting = /^(assets|code)\//.test(file);
    expect(headers["cache-control"], file).toBe(
      lasting ? "public, max-age=31536000, immutable" : "no-cache",
    );
    const again = await ask(nginx[place] + file, { "if-none-match": String(headers.etag) });
    expect(again.status, file).toBe(304);
  }
});

test.each(configured)("%s: what is not there is not found, under the policy", async (place) => {
  for (const path of ["no-such-lesson/", "assets/none-12345678.js", "adam/none.html"]) {
    const { status, headers } = await ask(nginx[place] + path);
    expect(status, path).toBe(404);
    expect(headers["content-security-policy"]).toBe(policy);
    expect(headers["cache-control"], "not kept for a year").toBeUndefined();
  }
  const { status, headers } = await ask(`${nginx[place]}adam?quiz.seed=7`);
  expect(status).toBe(301);
  expect(headers.location).toBe(`${new URL(nginx[place]).pathname}adam/?quiz.seed=7`);
});

test("one configuration serves both, and the policy is that of the pages", () => {
  const text = readFileSync(inRoot("web/hosting/nginx.conf"), "utf8");
  expect(text).toContain(`add_header Content-Security-Policy "${policy}" always;`);
});

test.each(places)("%s: the course is kept for reading without a network", async (place) => {
  site.base = nginx[place];
  const page = await site.open("", { keepsOffline: true });
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.context().setOffline(true);
  await page.goto(`${site.base}adam/`);
  await page.waitForSelector("html[data-ready]", { state: "attached" });
});
