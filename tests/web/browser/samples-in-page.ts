import type { Locator, Page } from "playwright-core";
import { asLesson, fixturePath } from "./fixture.js";
import { complaintsOf, type OpenOptions, type TestSite } from "./harness.js";

export const onLine = 'problem="linear_regression" data="line count=64 noise=1"';

/** A page with one figure that draws, or shows, samples. */
export async function openFigure(
  site: TestSite,
  html: string,
  { query = "", ...options }: OpenOptions & { query?: string } = {},
): Promise<{ page: Page; figure: Locator; complaints: string[] }> {
  site.extra.set(
    fixturePath,
    await asLesson(
      `<!doctype html><html lang="en"><head><title>Samples</title></head><body>${html}<p>Below it.</p></body></html>`,
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
  return {
    page,
    figure: page.locator("fl-gradient-samples, fl-seed-band").first(),
    complaints,
  };
}

/** Waits until its scene computes nothing more. */
export async function still(figure: Locator): Promise<void> {
  const element = await figure.elementHandle();
  await figure.page().waitForFunction(
    // biome-ignore lint/suspicious/noExplicitAny: the element's own, not public to other code
    (node) => (node as any).scene && !(node as any).scene.busy,
    element,
  );
}
