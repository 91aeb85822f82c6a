import type { Page } from "playwright-core";
import { ask } from "./nginx.js";

/** Most that a first visit may transfer, in kB; an engine of losses is larger than one of runs. */
const budgets: Record<string, number> = {
  "": 230,
  "adam/": 250,
  "softmax-cross-entropy/": 285,
  "multiclass-svm/": 280,
  "svm-vs-cross-entropy/": 290,
  "regularization/": 285,
  "momentum/": 295,
  "newton/": 298,
  "race/": 295,
  "glossary/": 260,
};

/** The home page and the first lesson promised this much in scripts; lessons with more kinds of figures have ten more. */
const lightest = ["", "adam/"];

/** What a first visit to that page may transfer at most, in kB, as it is sent. */
export function budgetOf(path: string) {
  return {
    all: budgets[path] ?? 300,
    wasm: 110,
    script: lightest.includes(path) ? 80 : 90,
    fonts: 90,
  };
}

export interface FirstVisit {
  /** What was asked for of the site, in order. */
  paths: string[];
  /** Addresses elsewhere, and those of data: and blob: too. */
  foreign: string[];
  /** kB as they were sent. */
  sizes: ReturnType<typeof budgetOf>;
}

/** Follows what a page that has gone nowhere yet asks for; told is what it has asked for until then. */
export function watchVisit(page: Page, base: string): () => Promise<FirstVisit> {
  const urls: string[] = [];
  page.on("request", (request) => urls.push(request.url()));
  return async () => {
    await page.waitForLoadState("networkidle");
    const own = urls.filter((url) => url.startsWith(base));
    // the browser knows no size of a worker's script
    const sizes = await Promise.all(own.map(async (url) => (await ask(url)).body));
    const kilobytes = (ending: string) =>
      sizes.reduce((sum, size, i) => sum + (own[i]?.endsWith(ending) ? size : 0), 0) / 1000;
    return {
      paths: own.map((url) => new URL(url).pathname),
      foreign: urls.filter((url) => !url.startsWith(base)),
      sizes: {
        all: kilobytes(""),
        wasm: kilobytes(".wasm"),
        script: kilobytes(".js"),
        fonts: kilobytes(".woff2"),
      },
    };
  };
}
