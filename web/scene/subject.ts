import type { Option, Parameter, Quantity } from "../../wasm/engine/types.js";

/** A number that another choice of an option would have given. */
export interface Variant {
  meaning: string;
  value: number;
}

/**
 * What a chain of formula lines is about: rows of named numbers, with the settings they were
 * computed with. Of a run a row is a step, of a loss an example.
 */
export interface Subject {
  /** Under which the page's mathematics has its lines. */
  readonly name: string;
  /** Where these stand under another name. */
  readonly linesName?: string;
  readonly title: string;
  /** What a teacher locks and hides the choice of a row and of a coordinate by. */
  readonly rowControl: string;
  readonly coordinateControl: string;
  readonly parameters: readonly Parameter[];
  readonly options: readonly Option[];
  readonly quantities: readonly Quantity[];
  /** Names of the entries of a vector quantity. */
  readonly coordinates: readonly string[];
  /** Which of them is looked at. */
  readonly coordinate: number;
  selectCoordinate(coordinate: number): void;
  /** The row that is looked at, and the rows there are. */
  readonly row: number;
  readonly firstRow: number;
  readonly lastRow: number;
  /** What stands before a row's number, as a symbol; undefined where rows have names. */
  readonly rowSymbol: string | undefined;
  rowName(row: number): string;
  /** Counts finished computations. */
  readonly generation: number;
  selectRow(row: number): void;
  setting(parameter: Parameter): number;
  choice(option: Option): string;
  /** All rows of a quantity, one after the other; undefined where it was not computed. */
  rows(quantity: Quantity): Float64Array | undefined;
  /** What each other choice of each option would have made of `quantity` in a row. */
  variants(quantity: Quantity, row: number, coordinate: number): Promise<Variant[]>;
}

/** Entries in a row of a quantity. */
export function widthOf({ shape }: Quantity, { coordinates: { length } }: Subject): number {
  return shape === "matrix" ? length * length : shape === "vector" ? length : 1;
}

/** All entries in a row of a quantity. */
export function entriesAt(subject: Subject, quantity: Quantity, row: number): number[] {
  const width = widthOf(quantity, subject);
  return [...(subject.rows(quantity)?.subarray(row * width, (row + 1) * width) ?? [])];
}

/** One number; NaN where there is none. */
export function numberAt(
  subject: Subject,
  quantity: Quantity,
  row: number,
  coordinate: number,
): number {
  const width = widthOf(quantity, subject);
  return subject.rows(quantity)?.[row * width + (width > 1 ? coordinate : 0)] ?? Number.NaN;
}
