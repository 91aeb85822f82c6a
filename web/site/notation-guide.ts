import { load } from "cheerio";
import { conventions } from "../notation/letters/conventions.js";
import { type NotationName, notationNames } from "../notation/names.js";
import type { NotationGuide } from "../notation/table.js";
import { notationNotes } from "../words/notation-notes.js";
import { expandValues } from "./expand-values.js";
import { inLetters } from "./notation-tables.js";
import type { Site } from "./render-page.js";

const sample = "\\param{t} = \\param{t-1} - \\lrate\\,\\grad{t}";

function byName<Value>(value: (name: NotationName) => Value): Record<NotationName, Value> {
  const entries = notationNames.map((name) => [name, value(name)]);
  return Object.fromEntries(entries) as Record<NotationName, Value>;
}

/** What the switch says of the notations, formulas and numbers written in. */
export async function notationGuide({
  engine,
  math,
}: Pick<Site, "engine" | "math">): Promise<NotationGuide> {
  const catalog = engine.catalog();
  const texts = await Promise.all(
    notationNotes.map(async ({ text }) => {
      const $ = load(math.inText(text), null, false);
      await expandValues($, engine);
      return $.html();
    }),
  );
  return {
    samples: byName((name) => math.render(inLetters(name, sample, catalog, math), false)),
    meanings: Object.fromEntries(
      [...math.occurrences.keys()].map((symbol) => [
        symbol,
        math.symbols.get(symbol)?.meaning ?? "",
      ]),
    ),
    printed: byName((name) =>
      Object.fromEntries(
        Object.entries(conventions[name].letters).map(([symbol, { printed }]) => [symbol, printed]),
      ),
    ),
    notes: notationNotes.map((note, i) => ({ ...note, text: texts[i] ?? "" })),
  };
}
