import type { Quantity } from "../../wasm/engine/types.js";
import { linesOfAnySchedule, scheduleLines } from "../engine/line-names.js";
import { pageMath } from "../engine/page-math.js";
import type { DeclaredSchedule } from "../scene/declared-schedule.js";
import { entriesAt, numberAt, type Subject } from "../scene/subject.js";

/** A row and a coordinate of what the lines are about. */
export interface Place {
  subject: Subject;
  row: number;
  coordinate: number;
}

/** One formula line with what it needs to show numbers. */
export interface DerivationLine {
  key: string;
  mathml: string;
  reason: string;
  option: string;
  choice: string;
  /** The quantity on the left side. */
  left: Quantity;
  /** Names of the quantities it reads and writes. */
  wanted: string[];
  /** The number of the left side; NaN where there is none. */
  value(place: Place): number;
  /** The number of a symbol in the line; undefined for one that has no single number. */
  symbolValue(symbol: string, at: string | undefined, place: Place): number | undefined;
  /** Whether its vectors stand in it as a whole: beside a matrix, or in a product of two. */
  whole(subject: Subject): boolean;
  /** All numbers of a symbol, by rows; undefined for a mere number. */
  entries(symbol: string, at: string | undefined, place: Place): number[][] | undefined;
}

/**
 * Where an index points: the row t, the one before, the example i, the class k that is looked at,
 * or, in a sum that was written out, the class behind the colon. Undefined for a running index.
 */
function pointed(at: string, row: number, coordinate: number): [number, number] | undefined {
  const written = /^[jk]:(\d+)$/.exec(at)?.[1];
  if (written !== undefined) return [row, Number(written)];
  if (at === "t-1") return [row - 1, coordinate];
  return ["t", "i", "k", ""].includes(at) ? [row, coordinate] : undefined;
}

/** Lines that the page's mathematics has under `name`, about these quantities. */
function linesNamed(name: string, known: readonly Quantity[]): DerivationLine[] {
  const quantityOf = (symbol: string) => known.find((one) => one.symbol === symbol);
  return (pageMath.lines[name] ?? []).map((line, i) => {
    const symbols = [...line.mathml.matchAll(/data-symbol="(\w+)"/g)].map(([, one]) => one ?? "");
    const left = quantityOf(symbols[0] ?? "");
    if (!left) throw new Error(`${name}, line ${i + 1}: no quantity on its left`);
    const read = symbols.flatMap((symbol) => quantityOf(symbol) ?? []);
    return {
      key: `${name}-${i}`,
      ...line,
      left,
      wanted: read.map((one) => one.name),
      value: (place) => numberAt(place.subject, left, place.row, place.coordinate),
      symbolValue: (symbol, at, { subject: about, row, coordinate }) => {
        if (symbol === "now") return row;
        const parameter = about.parameters.find((one) => one.symbol === symbol);
        if (parameter) return about.setting(parameter);
        const quantity = quantityOf(symbol);
        const there = pointed(at ?? "t", row, coordinate);
        return quantity && there ? numberAt(about, quantity, ...there) : undefined;
      },
      whole: ({ coordinates }) =>
        coordinates.length > 1 &&
        (line.mathml.includes("⊤") || read.some(({ shape }) => shape === "matrix")),
      entries: (symbol, at, { subject: about, row, coordinate }) => {
        const quantity = quantityOf(symbol);
        const there = pointed(at ?? "t", row, coordinate);
        if (!quantity || !there || quantity.shape === "scalar") return undefined;
        const all = entriesAt(about, quantity, there[0]);
        const width = quantity.shape === "matrix" ? about.coordinates.length : 1;
        return Array.from({ length: all.length / width }, (_, i) =>
          all.slice(i * width, (i + 1) * width),
        );
      },
    };
  });
}

/** The subject's lines, or those of a derivation about it, which adds quantities of its own. */
export function derivationLines(
  subject: Subject,
  derivation: { name: string; quantities: readonly Quantity[] } | undefined,
): DerivationLine[] {
  const name = derivation?.name ?? subject.linesName ?? subject.name;
  return linesNamed(name, [...subject.quantities, ...(derivation?.quantities ?? [])]);
}

/** The lines of a run's schedule as it is set, where it has one. They are about times, not steps. */
export function linesOfSchedule(schedule: DeclaredSchedule | undefined): DerivationLine[] {
  if (!schedule) return [];
  const { entry, settings, quantities, traced } = schedule;
  const known = [...quantities, ...traced];
  const lines = [scheduleLines(entry.name), linesOfAnySchedule].flatMap((name) =>
    linesNamed(name, known),
  );
  return lines.filter(({ option, choice }) => {
    const declared = entry.options.find(({ name }) => name === option);
    return !declared || (settings[option] ?? declared.choices[0]?.name) === choice;
  });
}

/** The lines that hold under the options the subject has now. */
export function applicableLines(lines: DerivationLine[], subject: Subject): DerivationLine[] {
  return lines.filter(({ option, choice }) => {
    const declared = subject.options.find(({ name }) => name === option);
    return !declared || subject.choice(declared) === choice;
  });
}
