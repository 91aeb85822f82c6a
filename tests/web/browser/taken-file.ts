import { readFileSync } from "node:fs";
import type { Locator, Page } from "playwright-core";
import { words } from "../../../web/words/en.js";

/** Opens the menu of a figure, or of a chart in it. */
export async function openMenu(figure: Locator): Promise<Locator> {
  const menu = figure.locator("fl-figure-menu").first();
  await menu.locator(".menu-button").click();
  return menu;
}

/** Takes a figure along as a file, and returns the file's name and content. */
export async function takeAs(
  page: Page,
  figure: Locator,
  as: keyof typeof words.figure.as,
): Promise<{ name: string; content: Buffer }> {
  const menu = await openMenu(figure);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    menu.getByRole("button", { name: words.figure.as[as] }).click(),
  ]);
  const name = download.suggestedFilename();
  await menu.getByText(words.figure.saved(name)).waitFor();
  await page.keyboard.press("Escape");
  return { name, content: readFileSync(await download.path()) };
}

/** A file as a page can load it; "svg" is drawn twice as large, which is as large as the picture. */
export interface Shown {
  content: Buffer;
  as: "png" | "svg";
}

export interface Seen {
  width: number;
  height: number;
  /** The colour in the upper left corner. */
  corner: string;
  /** How many colours there are. */
  colours: number;
  /** How many pixels have each of the colours asked for. */
  pixels: number[];
  /** Share of pixels in which it differs visibly from the other picture. */
  difference: number;
}

/** What is to be seen in a picture, beside another; read by a page that has no policy. */
export async function look(
  page: Page,
  one: Shown,
  other: Shown = one,
  colours: string[] = [],
): Promise<Seen> {
  const files = [one, other].map(({ content, as }) => ({
    address: `data:image/${as === "svg" ? "svg+xml" : as};base64,${content.toString("base64")}`,
    scale: as === "svg" ? 2 : 1,
  }));
  return page.evaluate(
    async ({ files, colours }) => {
      const bitmaps = await Promise.all(
        files.map(async ({ address, scale }) => {
          const image = new Image();
          image.src = address;
          await image.decode();
          const canvas = document.createElement("canvas");
          canvas.width = image.naturalWidth * scale;
          canvas.height = image.naturalHeight * scale;
          const context = canvas.getContext("2d", { willReadFrequently: true })!;
          context.drawImage(image, 0, 0, canvas.width, canvas.height);
          return context.getImageData(0, 0, canvas.width, canvas.height);
        }),
      );
      const [{ data, width, height }, { data: beside }] = bitmaps as [ImageData, ImageData];
      const found = new Map<string, number>();
      let differing = 0;
      for (let at = 0; at < data.length; at += 4) {
        const colour = `rgb(${data[at]}, ${data[at + 1]}, ${data[at + 2]})`;
        found.set(colour, (found.get(colour) ?? 0) + 1);
        const far = [0, 1, 2, 3].some(
          (i) => Math.abs(data[at + i]! - (beside[at + i] ?? -99)) > 40,
        );
        if (far) differing += 1;
      }
      return {
        width,
        height,
        corner: `rgb(${data[0]}, ${data[1]}, ${data[2]})`,
        colours: found.size,
        pixels: colours.map((colour) => found.get(colour) ?? 0),
        difference: differing / (data.length / 4),
      };
    },
    { files, colours },
  );
}
