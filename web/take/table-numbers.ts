import type { Table } from "../../wasm/engine/types.js";
import type { NumberTable } from "./takeable.js";

/** The table of an analysis; of a quantity with several entries each has a column. */
export function tableNumbers({ rows, columns }: Table): NumberTable {
  const all = Object.entries(columns).map(([name, values]) => {
    const width = values.length / rows;
    const names = Array.from({ length: width }, (_, i) => (width > 1 ? `${name}_${i + 1}` : name));
    return { names, width, values };
  });
  return {
    columns: all.flatMap(({ names }) => names),
    rows: Array.from({ length: rows }, (_, row) =>
      all.flatMap(({ width, values }) => [...values.subarray(row * width, (row + 1) * width)]),
    ),
  };
}
