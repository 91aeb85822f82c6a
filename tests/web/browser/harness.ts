import { readdirSync, readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { basename, extname, join, normalize } from "node:path";
import { gzipSync } from "node:zlib";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, onTestFinished } from "vitest";
import { chromiumFlags } from "../../../web/commands/browser.mjs";
import { findTestBrowser } from "../../../web/commands/requirements.mjs";
import { inRoot } from "../../../web/commands/root.mjs";

/** The built site; it is served as it is. */
export const dist = process.env.FALL_LINE_DIST || inRoot("dist");

/** The site stands below a path, as on a host that has other things too. */
const subPath = "/some/where/";

const types: Record<string, string> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".txt": "text/plain",
  ".wasm": "application/wasm",
  ".woff2": "font/woff2",
};

/** One answer of the server. */
export interface Answer {
  /** Path below the site's root, e.g. `adam/`. */
  path: string;
  status: number;
  /** Bytes of the body as sent. */
  bytes: number;
}

export interface OpenOptions extends BrowserContextOptions {
  /** Called with the page before it goes anywhere. */
  before?: (page: Page) => Promise<unknown>;
  /** Whether to wait until the page says it is ready; default true. */
  ready?: boolean;
  /**
   * Whether the page may have the course kept for reading without a network; default false: what a
   * page itself transfers is counted, and files are replaced by others.
   */
  keepsOffline?: boolean;
}

/** The site under test, its server and one browser. */
export class TestSite {
  /** Address of the site's root, with a slash at its end. */
  base = "";
  browser!: Browser;
  /** Every answer since the file's tests began. */
  readonly answers: Answer[] = [];
  /** Pages by path, served besides (or in place of) those of dist/. */
  readonly extra = new Map<string, string>();
  /** Paths of files of dist/ that are not there. */
  readonly missing = new Set<string>();
  /** The page that comes in place of what is not there, as some hosts do it. */
  fallback = "";
  /** Whether the network is away: every connection breaks off. */
  cut = false;
  #server: Server | undefined;
  /** Files of dist/ as they are sent; nobody changes them while tests run. */
  readonly #packed = new Map<string, Buffer>();

  async start(): Promise<void> {
    this.#server = createServer((request, response) => {
      if (this.cut) {
        request.socket.destroy();
        return;
      }
      void this.#answer(request.url ?? "", request.headers["accept-encoding"] ?? "").then(
        ({ status, type, body, encoding, path }) => {
          this.answers.push({ path, status, bytes: body.length });
          response.writeHead(status, {
            "content-type": type,
            "content-length": body.length,
            ...(encoding && { "content-encoding": encoding }),
          });
          response.end(body);
        },
      );
    });
    await new Promise<void>((resolve) => this.#server?.listen(0, "127.0.0.1", resolve));
    const address = this.#server.address();
    const port = typeof address === "object" && address ? address.port : 0;
    this.base = `http://127.0.0.1:${port}${subPath}`;
    const executablePath = findTestBrowser();
    if (!executablePath) throw new Error("there is no Chromium to test with");
    this.browser = await chromium.launch({ executablePath, args: chromiumFlags });
  }

  async stop(): Promise<void> {
    await this.browser?.close();
    this.#server?.closeAllConnections();
    this.#server?.close();
  }

  /** Opens a page in a context of its own, which ends with the test. */
  async open(path: string, options: OpenOptions = {}): Promise<Page> {
    const { before, ready = true, keepsOffline = false, ...context } = options;
    const own = await this.browser.newContext({
      viewport: { width: 1280, height: 900 },
      reducedMotion: "reduce", // what a click scrolls to is there at once
      ...context,
    });
    own.setDefaultTimeout(15_000);
    onTestFinished(() => own.close());
    const page = await own.newPage();
    if (!keepsOffline) {
      await page.addInitScript("delete Navigator.prototype.serviceWorker");
    }
    await before?.(page);
    await page.goto(this.base + path);
    if (ready) await page.waitForSelector("html[data-ready]", { state: "attached" });
    return page;
  }

  async #answer(url: string, accepted: string) {
    const { pathname } = new URL(url, "http://site");
    const path = decodeURIComponent(pathname).replace(subPath, "");
    const type = types[extname(path) || ".html"] ?? "application/octet-stream";
    const plain = { path, type, encoding: "" };
    const extra = this.extra.get(path);
    const file = join(
      dist,
      normalize(`/${path}`),
      path === "" || path.endsWith("/") ? "index.html" : "",
    );
    try {
      if (!pathname.startsWith(subPath)) throw new Error("outside the site");
      if (this.missing.has(path)) throw new Error("not there");
      const body = extra === undefined ? await readFile(file) : Buffer.from(extra);
      if (!/gzip/.test(accepted) || type === "font/woff2") return { ...plain, status: 200, body };
      if (extra !== undefined) {
        return { ...plain, status: 200, body: gzipSync(body), encoding: "gzip" };
      }
      const packed = this.#packed.get(file) ?? gzipSync(body);
      this.#packed.set(file, packed);
      return { ...plain, status: 200, body: packed, encoding: "gzip" };
    } catch {
      if (this.fallback !== "") {
        return { ...plain, status: 200, type: "text/html", body: Buffer.from(this.fallback) };
      }
      return { ...plain, status: 404, type: "text/plain", body: Buffer.from("not found") };
    }
  }
}

/** The pages of the site by their paths; the home page is "". */
export function pagePaths(): string[] {
  return readdirSync(dist, { recursive: true, encoding: "utf8" })
    .filter((file) => basename(file) === "index.html")
    .map((file) => file.slice(0, -"index.html".length))
    .sort();
}

/** The HTML of a page as it was built. */
export function readPage(path: string): string {
  return readFileSync(join(dist, path, "index.html"), "utf8");
}

/** The site for every test of a file: started before the first, stopped after the last. */
export function useSite(): TestSite {
  const site = new TestSite();
  beforeAll(() => site.start());
  afterAll(() => site.stop());
  return site;
}

/** The list of everything the page will complain of, violated policies included. */
export async function complaintsOf(page: Page): Promise<string[]> {
  const heard: string[] = [];
  page.on("console", (message) => {
    // Chromium's own, of drawing a surface without a graphics card
    if (/^\[\.WebGL.*GPU stall due to ReadPixels/.test(message.text())) return;
    heard.push(`console ${message.type()}: ${message.text()} ${message.location().url}`.trimEnd());
  });
  page.on("pageerror", (error) => heard.push(`error: ${error.message}`));
  page.on("requestfailed", (request) =>
    heard.push(`failed: ${request.url()} ${request.failure()?.errorText}`),
  );
  page.on("response", (response) => {
    if (response.status() >= 400) heard.push(`status ${response.status()}: ${response.url()}`);
  });
  await page.exposeFunction("hearViolation", (text: string) => heard.push(`violation: ${text}`));
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      const hear = (globalThis as unknown as { hearViolation(text: string): void }).hearViolation;
      hear(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}`);
    });
  });
  return heard;
}

/** Resolves when what has changed is on the screen. */
export async function painted(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve) =>
        requestAnimationFrame(() => requestAnimationFrame(() => resolve())),
      ),
  );
}
