import type { Locator, Page } from "playwright-core";
import { asLesson, fixturePath } from "./fixture.js";
import { complaintsOf, type OpenOptions, type TestSite } from "./harness.js";

export interface OpenFigure extends OpenOptions {
  query?: string;
  /** HTML before and after the figure. */
  around?: [string, string];
}

/** A page with one figure, `html`, and little else. */
export async function openFigure(
  site: TestSite,
  html: string,
  { query = "", around: [before, after] = ["", ""], ...options }: OpenFigure = {},
): Promise<{ page: Page; figure: Locator; complaints: string[] }> {
  site.extra.set(
    fixturePath,
    await asLesson(
      `<!doctype html><html lang="en"><head><title>A figure</title></head><body>${before}${html}${after}</body></html>`,
    ),
  );
  let complaints: string[] = [];
  const page = await site.open(`${fixturePath}${query}`, {
    ...options,
    before: async (fresh) => {
      complaints = await complaintsOf(fresh);
      await options.before?.(fresh);
    },
  });
  const [, name = ""] = /^<([a-z-]+)/.exec(html) ?? [];
  return { page, figure: page.locator(name), complaints };
}

/** Does `act` and waits until all that it has changed in the figure's scene is computed. */
export async function computedAfter(figure: Locator, act: () => Promise<unknown>): Promise<void> {
  const generation = await figure.evaluate(
    // biome-ignore lint/suspicious/noExplicitAny: the element's own, not public to other code
    (node) => (node as any).scene.generation as number,
  );
  const element = await figure.elementHandle();
  await act();
  await figure.page().waitForFunction(
    ([node, old]) => {
      // biome-ignore lint/suspicious/noExplicitAny: as above
      const { scene } = node as any;
      return scene.generation > (old as number) && !scene.busy;
    },
    [element, generation],
  );
}

/** Options that put a figure far below what is seen at first. */
export const farBelow: OpenFigure = {
  around: ['<div class="far"></div>'.repeat(80), ""],
  before: (fresh) =>
    fresh.addInitScript(() => {
      document.addEventListener("DOMContentLoaded", () => {
        for (const far of document.querySelectorAll<HTMLElement>(".far")) far.style.height = "60px";
      });
    }),
};
