import type { Locator, Page } from "playwright-core";
import { asLesson } from "./fixture.js";
import { painted } from "./harness.js";

export const surfacePath = "surface/";

const far = Array.from({ length: 40 }, (_, k) => `<p>Line ${k + 1} of a long way down.</p>`);

/** A page with a figure that offers a surface, one that shows it, and a surface far below. */
export function surfacePage(): Promise<string> {
  return asLesson(`<!doctype html>
<html lang="en"><head>
<title>Surfaces</title>
<meta name="description" content="Surfaces, for the tests.">
<meta name="lesson-part" content="Tests">
<meta name="lesson-number" content="9.8">
</head><body>
<p>A bowl.</p>
<fl-descent id="bowl" scene="bowl" problem="booth"
  runs="gradient_descent learning_rate=0.02; adam learning_rate=0.3" start="-7,7" steps="60" step="20" surface></fl-descent>
${far.join("\n")}
<fl-surface id="alone" scene="bowl"></fl-surface>
<fl-descent id="hills" scene="hills" problem="rosenbrock" methods="adam" start="-1.5,2" steps="100" surface="open"></fl-descent>
</body></html>`);
}

/** The surface of an element, once it has been drawn. */
export async function drawnIn(element: Locator): Promise<Locator> {
  await element.locator("fl-surface").or(element).last().scrollIntoViewIfNeeded();
  const frame = element.locator(".surface-frame");
  await frame.locator(".axis text").first().waitFor({ state: "attached" });
  await painted(element.page());
  return frame;
}

/** What is to be seen in a canvas. */
export interface Pixels {
  width: number;
  /** Share of it that is drawn on. */
  covered: number;
  /** Different colours among what is drawn. */
  colours: number;
  /** Mean of red, green and blue of what is drawn, from 0 to 255. */
  brightness: number;
  /** Short text that is the same for the same picture. */
  print: string;
}

export function pixelsOf(canvas: Locator): Promise<Pixels> {
  return canvas.evaluate((source: HTMLCanvasElement) => {
    const copy = document.createElement("canvas");
    copy.width = source.width;
    copy.height = source.height;
    const context = copy.getContext("2d");
    if (!context) throw new Error("no canvas to read with");
    context.drawImage(source, 0, 0);
    const { data } = context.getImageData(0, 0, copy.width, copy.height);
    const colours = new Set<number>();
    let [covered, sum, print] = [0, 0, 0];
    for (let at = 0; at < data.length; at += 4) {
      const [red = 0, green = 0, blue = 0, alpha = 0] = data.subarray(at, at + 4);
      print = (Math.imul(print, 31) + red + 3 * green + 7 * blue + 11 * alpha) | 0;
      if (alpha < 16) continue;
      covered += 1;
      sum += red + green + blue;
      colours.add((red << 16) | (green << 8) | blue);
    }
    return {
      width: copy.width,
      covered: covered / (copy.width * copy.height),
      colours: colours.size,
      brightness: sum / 3 / Math.max(1, covered),
      print: `${copy.width} ${print}`,
    };
  });
}

/** Counts, in the page, how often a surface is drawn; to be called before the page is opened. */
export const countDrawings = (page: Page) =>
  page.addInitScript(() => {
    let count = 0;
    const { clear } = WebGL2RenderingContext.prototype;
    WebGL2RenderingContext.prototype.clear = function (mask) {
      count += 1;
      clear.call(this, mask);
    };
    Object.assign(globalThis, { drawings: () => count });
  });

export const drawings = (page: Page) => page.evaluate<number>("drawings()");

/** A browser without WebGL; to be called before the page is opened. */
export const withoutWebgl = (page: Page) =>
  page.addInitScript(() => {
    const { getContext } = HTMLCanvasElement.prototype;
    Object.assign(HTMLCanvasElement.prototype, {
      getContext(this: HTMLCanvasElement, kind: string, ...rest: unknown[]) {
        return kind.startsWith("webgl") ? null : getContext.call(this, kind, ...(rest as []));
      },
    });
  });

/** The middle of an element, in the window. */
export async function centre(element: Locator): Promise<{ x: number; y: number }> {
  const box = await element.boundingBox();
  if (!box) throw new Error("it is not in sight");
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
