import type { CheerioAPI } from "cheerio";
import type { Catalog, FormulaLine, Loss } from "../../wasm/engine/engine.js";
import { linesOfAnySchedule, scheduledLines, scheduleLines } from "../engine/line-names.js";
import type { PageMath } from "../engine/page-math.js";
import { parseRuns } from "../scene/run-text.js";
import type { MathRenderer } from "./mathml.js";
import type { NamesOnPage } from "./names-on-page.js";
import { nothingOffered, type Offer } from "./offer.js";
import { pageTexts } from "./page-texts.js";
import { scoreLines } from "./score-lines.js";

/** A line of a method as it holds where a schedule changes the learning rate. */
function withLearningRateNow(line: FormulaLine): FormulaLine {
  return { ...line, tex: line.tex.replaceAll(/\\lrate(?![a-z])/g, "\\lratenow{t}") };
}

/** The rendered lines and symbols of what the page mentions. */
export function pageMath(
  $: CheerioAPI,
  names: NamesOnPage,
  catalog: Catalog,
  math: MathRenderer,
  offer: Offer = nothingOffered,
): PageMath {
  const rendered = (lines: FormulaLine[]) =>
    lines.map(({ tex, ...rest }) => ({ ...rest, mathml: math.render(tex, true) }));
  const quantitiesOf = ({ quantities }: Loss) => [...catalog.exampleQuantities, ...quantities];
  const lines: PageMath["lines"] = {};
  const used = new Set<string>(["now"]);
  const use = (entries: { symbol: string }[]) => {
    for (const { symbol } of entries) used.add(symbol);
  };
  use(catalog.stepQuantities);
  for (const problem of catalog.problems.filter(
    ({ name }) => names.problems.has(name) || offer.problems.has(name),
  )) {
    use(problem.parameters);
  }
  for (const method of catalog.methods.filter(({ name }) => names.methods.has(name))) {
    // a lecture may write the same symbol differently in different methods
    const linesOf = (scheduled: boolean) =>
      rendered(scheduled ? method.lines.map(withLearningRateNow) : method.lines).map((line) => ({
        ...line,
        mathml: line.mathml.replace(/^<math/, `<math data-method="${method.name}"`),
      }));
    lines[method.name] = linesOf(false);
    if (names.scheduled.has(method.name)) lines[scheduledLines(method.name)] = linesOf(true);
    use(method.parameters);
    use(method.quantities);
  }
  for (const schedule of catalog.schedules.filter(({ name }) => names.schedules.has(name))) {
    lines[scheduleLines(schedule.name)] = rendered(schedule.lines);
    lines[linesOfAnySchedule] = rendered(catalog.scheduledLines);
    use(schedule.parameters);
    use(catalog.scheduleTime.parameters);
    use([...catalog.scheduledQuantities, ...catalog.scheduleQuantities]);
  }
  for (const { name, parameters } of catalog.methods) if (offer.methods.has(name)) use(parameters);
  if (offer.datasets.size > 0) {
    use(catalog.preparation.parameters);
  }
  if (offer.datasets.size > 0 || names.batches) use(catalog.batch.parameters);
  for (const loss of catalog.losses.filter(({ name }) => names.losses.has(name))) {
    lines[loss.name] = rendered(scoreLines(loss.lines, quantitiesOf(loss)));
    use(catalog.exampleQuantities);
    use(loss.parameters);
    use(loss.quantities);
  }
  for (const analysis of catalog.analyses.filter(({ name }) => names.analyses.has(name))) {
    // lines that go from row to row keep the row as their index
    const byRow = analysis.lines.some(({ tex }) => tex.includes("{t-1}"));
    if (names.derived.has(analysis.name)) {
      lines[analysis.name] = rendered(
        byRow ? analysis.lines : scoreLines(analysis.lines, analysis.quantities),
      );
    }
    use(analysis.parameters);
    use(analysis.quantities);
  }
  for (const data of catalog.datasets.filter(
    ({ name }) => names.datasets.has(name) || offer.datasets.has(name),
  )) {
    use(data.parameters);
  }
  for (const one of catalog.derivations.filter(({ name }) => names.derivations.has(name))) {
    lines[one.name] = rendered(one.lines);
    use(one.quantities);
  }
  // charts may show what a derivation adds to a run, without its lines
  const charted = new Set(
    $("[quantities]")
      .toArray()
      .flatMap(({ attribs }) => (attribs.quantities ?? "").split(/\s+/)),
  );
  use(catalog.derivations.flatMap((one) => one.quantities.filter(({ name }) => charted.has(name))));
  for (const one of catalog.lossDerivations.filter(({ name }) => names.derivations.has(name))) {
    const loss = catalog.losses.find(({ name }) => name === one.loss);
    const known = [...(loss ? quantitiesOf(loss) : []), ...one.quantities];
    lines[one.name] = rendered(scoreLines(one.lines, known));
    use(one.quantities);
  }
  const symbols: PageMath["symbols"] = {};
  for (const symbol of math.symbols.values()) {
    if (!used.has(symbol.symbol)) continue;
    const { name, meaning, role } = symbol;
    symbols[symbol.symbol] = { mathml: math.label(symbol), name, meaning, role };
  }
  return { symbols, lines, texts: pageTexts($, names, catalog, math) };
}

/** Writes the default lines of every fl-derivation into it, readable before any script runs. */
export function expandDerivations($: CheerioAPI, catalog: Catalog, data: PageMath): void {
  $("fl-slip > .claims").addClass("before-script");
  for (const element of $("fl-derivation, fl-slip:not(:has(> .claims))").toArray()) {
    const { runs, losses, analyses, loss, analysis, method } = element.attribs;
    const without = (element.attribs.without ?? "").split(/\s+/);
    const [printed] = parseRuns(runs ?? losses ?? analyses ?? "");
    const about = loss ?? analysis ?? method ?? printed?.method ?? "";
    const key = element.attribs.derivation ?? about;
    const entries = [...catalog.methods, ...catalog.losses, ...catalog.analyses];
    const { options = [], quantities = [] } = entries.find(({ name }) => name === about) ?? {};
    const leftOut = [...quantities, ...catalog.exampleQuantities].filter(({ name }) =>
      without.includes(name),
    );
    const isDefault = (option: string, choice: string) =>
      option === "" ||
      (printed?.settings[option] ??
        options.find(({ name }) => name === option)?.choices[0]?.name) === choice;
    const items = (data.lines[key] ?? [])
      .filter((line) => isDefault(line.option, line.choice))
      .filter(({ mathml }) => {
        const [, left] = /data-symbol="(\w+)"/.exec(mathml) ?? [];
        return !leftOut.some(({ symbol }) => symbol === left);
      })
      .map((line) => `<li>${line.mathml}<p>${data.texts[line.reason] ?? line.reason}</p></li>`);
    $(element).append(`<ol class="before-script formula-lines">${items.join("")}</ol>`);
  }
}
