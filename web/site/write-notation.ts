import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { notationNames } from "../notation/names.js";
import { notationGuide } from "./notation-guide.js";
import { notationTable } from "./notation-tables.js";
import type { Site } from "./render-page.js";

/**
 * Writes into build/notation/ what a page fetches when another notation is chosen: a table for
 * each, of all that the pages rendered so far have set, and the guide that the switch shows.
 */
export async function writeNotation(root: string, site: Site): Promise<void> {
  const folder = join(root, "build/notation");
  mkdirSync(folder, { recursive: true });
  const write = (name: string, value: unknown) => {
    const file = join(folder, `${name}.json`);
    const text = JSON.stringify(value);
    if (!existsSync(file) || readFileSync(file, "utf8") !== text) writeFileSync(file, text);
  };
  write("guide", await notationGuide(site));
  for (const name of notationNames) {
    write(name, notationTable(name, site.engine.catalog(), site.math));
  }
}
