// Loaded when the first reader takes something along.
import { words } from "../words/en.js";
import { csvText } from "./csv-text.js";
import { drawPicture, svgText } from "./drawing.js";
import { paintDrawing } from "./paint-drawing.js";
import { saveFile } from "./save-file.js";
import type { Takeable } from "./takeable.js";

export type TakenAs = "png" | "svg" | "csv";

async function contentOf(figure: Takeable, as: TakenAs): Promise<Blob> {
  if (as === "csv") {
    const table = await figure.numbers?.();
    if (!table) throw new Error(words.figure.hidden);
    return new Blob([csvText(table)], { type: "text/csv;charset=utf-8" });
  }
  const picture = figure.picture?.();
  if (!picture) throw new Error(words.figure.hidden);
  const drawing = drawPicture(picture);
  return as === "svg"
    ? new Blob([svgText(drawing)], { type: "image/svg+xml" })
    : paintDrawing(drawing);
}

/** Saves a figure as a file called `name`; resolves with the file’s whole name. */
export async function take(figure: Takeable, as: TakenAs, name: string): Promise<string> {
  const content = await contentOf(figure, as);
  const file = `${name}.${as}`;
  saveFile(file, content);
  return file;
}
