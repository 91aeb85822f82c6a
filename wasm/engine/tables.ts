// How the core lays out the numbers of a table and of a dataset.
import type { Dataset, Quantity, Table } from "./types.js";

type Column = Pick<Quantity, "name" | "shape">;

function entriesOf(quantity: Column, dimension: number): number {
  return { scalar: 1, vector: dimension, matrix: dimension * dimension }[quantity.shape];
}

/**
 * The table in `numbers`: rows, dimension, then row by row the entries of every quantity; `described`
 * names them, as JSON.
 */
export function readTable(described: string, numbers: Float64Array): Table {
  const quantities = JSON.parse(described) as Column[];
  const [rows = 0, dimension = 0] = numbers;
  const widths = quantities.map((quantity) => entriesOf(quantity, dimension));
  const rowWidth = widths.reduce((sum, width) => sum + width, 0);
  const columns: Record<string, Float64Array> = {};
  let offset = 2;
  quantities.forEach(({ name }, i) => {
    const width = widths[i] as number;
    const column = new Float64Array(rows * width);
    // entry by entry: a view of each of 100 000 rows would take longer than the analysis
    for (let row = 0, to = 0; row < rows; ++row) {
      for (let from = offset + row * rowWidth, end = from + width; from < end; ++from, ++to) {
        column[to] = numbers[from] as number;
      }
    }
    columns[name] = column;
    offset += width;
  });
  return { rows, dimension, columns };
}

/** The dataset in `numbers`: N, d, C, inputs, targets; its names, and its rows as text. */
export function readDataset(
  numbers: Float64Array,
  names: string,
): { dataset: Dataset; rows: string } {
  const [count = 0, features = 0, classes = 0] = numbers;
  const { rows, ...rest } = JSON.parse(names) as { rows: string } & Pick<
    Dataset,
    "featureNames" | "targetName" | "classNames"
  >;
  const inputsEnd = 3 + count * features;
  const inputs = numbers.slice(3, inputsEnd);
  const targets = numbers.slice(inputsEnd, inputsEnd + count);
  return { dataset: { count, features, classes, inputs, targets, ...rest }, rows };
}
