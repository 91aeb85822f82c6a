import type { RunReport } from "../../wasm/engine/types.js";

/** How a race counts what its runs spend. */
export type CostMeasure = "steps" | "evaluations" | "time";

type Traces = Record<string, Float64Array>;

/** For every tick the row of the last step that was paid for by then. */
function rowsAtTicks(costs: Float64Array, ticks: number, stopped: boolean): number[] {
  const rows: number[] = [];
  let row = 0;
  for (let tick = 0; tick <= ticks; tick += 1) {
    while (row + 1 < costs.length && (costs[row + 1] as number) <= tick) row += 1;
    rows.push(row);
    // who has stopped has no later row, as in a run that is counted in steps
    if (stopped && row === costs.length - 1) break;
  }
  return rows;
}

/** The traces of a run, a row for every tick in place of one for every step. */
export function atTicks(
  traces: Traces,
  costs: Float64Array,
  { ticks, report }: { ticks: number; report: RunReport },
): Traces {
  const rows = rowsAtTicks(costs, ticks, report.stopped !== "none");
  return Object.fromEntries(
    Object.entries(traces).map(([name, values]) => {
      const width = values.length / costs.length;
      const taken = new Float64Array(rows.length * width);
      for (const [i, row] of rows.entries()) {
        taken.set(values.subarray(row * width, (row + 1) * width), i * width);
      }
      return [name, taken];
    }),
  );
}
