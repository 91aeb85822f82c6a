import type { Table } from "../../wasm/engine/types.js";
import type { NumberTable } from "./takeable.js";

/** A table with the name of what it is about, empty where it is the only one. */
export interface NamedTable {
  label: string;
  table: Table;
}

function columnsOf({ label, table: { rows, columns } }: NamedTable) {
  return Object.entries(columns).map(([name, values]) => {
    const width = values.length / rows;
    const own = label ? `${label}: ${name}` : name;
    const names = Array.from({ length: width }, (_, i) => (width > 1 ? `${own}_${i + 1}` : own));
    return { names, width, values };
  });
}

/**
 * The tables of an analysis side by side, all with as many rows; of a quantity with several entries
 * each has a column.
 */
export function tableNumbers(tables: readonly NamedTable[]): NumberTable {
  const all = tables.flatMap(columnsOf);
  return {
    columns: all.flatMap(({ names }) => names),
    rows: Array.from({ length: tables[0]?.table.rows ?? 0 }, (_, row) =>
      all.flatMap(({ width, values }) => [...values.subarray(row * width, (row + 1) * width)]),
    ),
  };
}
