import type { CheerioAPI } from "cheerio";
import type { Catalog, FormulaLine, Option } from "../../wasm/engine/engine.js";
import { parseRuns } from "../scene/run-text.js";
import { escapedHtml } from "./escaped-html.js";
import type { MathRenderer } from "./mathml.js";
import type { NamesOnPage } from "./names-on-page.js";
import { proseWithSymbols } from "./prose-letters.js";

/** What of an entry of the catalog its texts may speak of. */
interface Speaking {
  lines: FormulaLine[];
  options?: Option[];
  parameters?: { symbol: string }[];
  quantities: { symbol: string }[];
}

function textsOf({ lines, options = [] }: Speaking): string[] {
  const choices = options.flatMap((option) => option.choices);
  return [
    ...lines.map(({ reason }) => reason),
    ...[...options, ...choices].map(({ label }) => label),
    ...choices.map(({ meaning }) => meaning),
  ];
}

/** Attributes of elements in which an author may write formulas between dollar signs. */
function written($: CheerioAPI): string[] {
  return $("body *")
    .toArray()
    .filter(({ name }) => name.startsWith("fl-"))
    .flatMap(({ attribs: { caption, unit, runs, losses, schedules } }) => [
      caption,
      unit,
      ...[runs, losses, schedules].flatMap((several) =>
        parseRuns(several ?? "").map(({ label }) => label),
      ),
    ])
    .filter((text): text is string => text?.includes("$") === true);
}

/** Texts that elements show and in which there are symbols: as HTML, by the text as it is. */
export function pageTexts(
  $: CheerioAPI,
  names: NamesOnPage,
  catalog: Catalog,
  math: MathRenderer,
): Record<string, string> {
  const texts: Record<string, string> = {};
  const take = (entry: Speaking, more: { symbol: string }[]) => {
    const symbols = [...(entry.parameters ?? []), ...entry.quantities, ...more].flatMap(
      ({ symbol }) => math.symbols.get(symbol) ?? [],
    );
    for (const text of textsOf(entry)) {
      const html = proseWithSymbols(text, symbols, math);
      if (html !== undefined) texts[text] ??= html;
    }
  };
  const ofSteps = [...catalog.stepQuantities, { symbol: "now" }];
  for (const method of catalog.methods.filter(({ name }) => names.methods.has(name))) {
    take(method, ofSteps);
  }
  for (const one of catalog.derivations.filter(({ name }) => names.derivations.has(name))) {
    const method = catalog.methods.find(({ name }) => name === one.method);
    take(one, [...(method?.parameters ?? []), ...(method?.quantities ?? []), ...ofSteps]);
  }
  for (const loss of catalog.losses.filter(({ name }) => names.losses.has(name))) {
    take(loss, catalog.exampleQuantities);
  }
  for (const one of catalog.lossDerivations.filter(({ name }) => names.derivations.has(name))) {
    const loss = catalog.losses.find(({ name }) => name === one.loss);
    const known = [...(loss?.parameters ?? []), ...(loss?.quantities ?? [])];
    take(one, [...known, ...catalog.exampleQuantities]);
  }
  for (const one of catalog.analyses.filter(({ name }) => names.analyses.has(name))) take(one, []);
  for (const one of catalog.schedules.filter(({ name }) => names.schedules.has(name))) {
    take({ ...one, quantities: catalog.scheduledQuantities }, [{ symbol: "now" }]);
    take({ ...catalog.scheduleTime, lines: [], quantities: [] }, []);
  }
  for (const problem of catalog.problems.filter(({ name }) => names.problems.has(name))) {
    take({ ...problem, lines: [], quantities: [] }, []);
  }
  for (const text of written($)) texts[text] = math.inText(escapedHtml(text));
  return texts;
}
