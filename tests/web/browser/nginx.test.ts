// The site on a real server: with the configuration of web/hosting/, and with none.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { inRoot } from "../../../web/commands/root.mjs";
import { policy } from "../../../web/site/content-security-policy.js";
import { complaintsOf, dist, pagePaths, useSite } from "./harness.js";
import { type SiteOnNginx, startNginx } from "./nginx.js";
import { openEverything } from "./open-everything.js";

const site = useSite();
let nginx: SiteOnNginx;
beforeAll(async () => {
  nginx = await startNginx();
});
afterAll(() => nginx?.stop());

const places = ["root", "below", "bare"] as const;
const configured = ["root", "below"] as const;

test.each(places.flatMap((place) => pagePaths().map((path) => [place, path] as const)))(
  "%s: /%s works, has nothing to complain of and transfers at most 300 kB",
  async (place, path) => {
    site.base = nginx[place];
    let complaints: string[] = [];
    const foreign: string[] = [];
    const page = await site.open(path, {
      before: async (fresh) => {
        complaints = await complaintsOf(fresh);
        fresh.on("request", (request) => {
          if (!request.url().startsWith(site.base)) foreign.push(request.url());
        });
      },
    });
    if (place !== "bare") {
      await page.waitForLoadState("networkidle");
      const bytes = (await transferred(page)) / 1000;
      console.log(`${place} /${path}: ${bytes} kB`);
      expect(bytes).toBeLessThanOrEqual(300);
    }
    await openEverything(page);
    expect(complaints).toEqual([]);
    expect(foreign).toEqual([]);
  },
);

/** Bytes that a first visit has transferred, as they were sent. */
async function transferred(page: Page): Promise<number> {
  const bytes = await page.evaluate(() =>
    [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")]
      .map((entry) => (entry as PerformanceResourceTiming).encodedBodySize)
      .reduce((sum, size) => sum + size, 0),
  );
  const { engine } = await page.evaluate(() =>
    JSON.parse(document.getElementById("page-catalog")?.textContent ?? "{}"),
  );
  // what a worker fetches is not in the page's own list
  const wasm = readdirSync(join(dist, "assets")).find(
    (name) => name.startsWith(`fall_line_${engine}-`) && name.endsWith(".wasm"),
  );
  return bytes + (await ask(`${site.base}assets/${wasm}`)).body;
}

/** Headers of an answer, and the size of what was sent. */
async function ask(address: string, headers: Record<string, string> = {}) {
  const { request } = await import("node:http");
  return new Promise<{ status: number; headers: Record<string, unknown>; body: number }>(
    (resolve, reject) => {
      const asked = request(address, { headers: { "accept-encoding": "gzip", ...headers } });
      asked.on("error", reject).on("response", (response) => {
        let body = 0;
        response.on("data", (part: Buffer) => {
          body += part.length;
        });
        response.on("end", () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
        );
      });
      asked.end();
    },
  );
}

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
