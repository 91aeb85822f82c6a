import { createServer } from "node:http";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, onTestFinished } from "vitest";
import type { SentMessage } from "../../../web/embed/messages.js";
import { complaintsOf, type TestSite } from "./harness.js";

/** Keeps what a page is told, in the page. */
const listen = () => {
  const heard: unknown[] = [];
  Object.assign(globalThis, { heard });
  addEventListener("message", ({ data, origin }) => heard.push({ ...data, origin }));
};

export interface HostPage {
  page: Page;
  /** What the page was told so far. */
  heard(): Promise<(SentMessage & { origin: string })[]>;
  complaints: string[];
}

interface HostOptions {
  width?: number;
  /** Called with the page before it goes anywhere. */
  before?: (page: Page) => Promise<unknown>;
}

/** Somebody else's web site, on another port: to a browser that is another origin. */
export class OtherSite {
  origin = "";
  #body = "";
  readonly #server = createServer(({ url }, response) => {
    if (url !== "/") {
      response.writeHead(204).end();
      return;
    }
    response.writeHead(200, {
      "content-type": "text/html; charset=utf-8",
      // a policy of its own, as others have them
      "content-security-policy": "default-src 'self' 'unsafe-inline' http://127.0.0.1:*",
    });
    response.end(
      `<!doctype html><html lang="en"><head><title>Course notes</title></head><body>${this.#body}</body></html>`,
    );
  });

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
    const address = this.#server.address();
    this.origin = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
  }

  stop(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  /** Opens a page with `body` in it, which hears every message. */
  async open({ browser }: TestSite, body: string, options: HostOptions = {}): Promise<HostPage> {
    const { width = 800, before } = options;
    this.#body = body;
    const context = await browser.newContext({
      viewport: { width, height: 900 },
      reducedMotion: "reduce",
    });
    context.setDefaultTimeout(15_000);
    onTestFinished(() => context.close());
    const page = await context.newPage();
    const complaints = await complaintsOf(page);
    await page.addInitScript(listen);
    await before?.(page);
    await page.goto(this.origin);
    const heard = () => page.evaluate<(SentMessage & { origin: string })[]>("heard");
    return { page, heard, complaints };
  }
}

/** Another site for every test of a file. */
export function useOtherSite(): OtherSite {
  const other = new OtherSite();
  beforeAll(() => other.start());
  afterAll(() => other.stop());
  return other;
}
