import { csvFormatRow } from "d3-dsv";
import type { NumberTable } from "./takeable.js";

/** Every digit there is: what is read back is the number that was written, −0 and NaN included. */
function cell(value: string | number): string {
  return Object.is(value, -0) ? "-0" : String(value);
}

/** A table as RFC 4180 has it, with a header. */
export function csvText({ columns, rows }: NumberTable): string {
  const lines = [csvFormatRow(columns)];
  for (const row of rows) lines.push(csvFormatRow(row.map(cell)));
  return lines.map((line) => `${line}\r\n`).join("");
}
