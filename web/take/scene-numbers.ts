import type { Quantity } from "../../wasm/engine/types.js";
import type { PageCatalog } from "../engine/page-catalog.js";
import type { Scene, SceneRun } from "../scene/scene.js";
import type { NumberTable } from "./takeable.js";

/** "x" and "y" in the plane, else the number of the coordinate. */
function coordinateNames(dimension: number): string[] {
  if (dimension === 1) return [""];
  return Array.from({ length: dimension }, (_, i) =>
    dimension === 2 ? `_${"xy"[i]}` : `_${i + 1}`,
  );
}

/** Columns of a quantity: one for each number in a row of it. */
function columnsOf({ name, shape }: Quantity, dimension: number): string[] {
  const along = coordinateNames(dimension);
  if (shape === "scalar") return [name];
  if (shape === "vector") return along.map((one) => name + one);
  return along.flatMap((row) => along.map((column) => name + row + column.slice(1)));
}

interface Column {
  quantity: string;
  width: number;
  names: string[];
}

function columnsIn(scene: Scene, known: readonly Quantity[]): Column[] {
  const { dimension } = scene.problem;
  const traced = new Set(scene.runs.flatMap(({ traces }) => Object.keys(traces)));
  const quantities = new Map(known.map((one) => [one.name, one]));
  return [...quantities.values()].flatMap((quantity) => {
    const names = columnsOf(quantity, dimension);
    return traced.has(quantity.name)
      ? [{ quantity: quantity.name, width: names.length, names }]
      : [];
  });
}

/** A run's numbers at a step; where it has none of a quantity, or has stopped, the cells are empty. */
function rowOf({ traces }: SceneRun, step: number, columns: Column[]): (string | number)[] {
  return columns.flatMap(({ quantity, width }) => {
    const from = step * width;
    return Array.from({ length: width }, (_, i) => traces[quantity]?.[from + i] ?? "");
  });
}

function* rowsOf(runs: readonly SceneRun[], columns: Column[]): Generator<(string | number)[]> {
  for (const run of runs) {
    const lengths = columns.map(({ quantity, width }) => {
      return (run.traces[quantity]?.length ?? 0) / width;
    });
    for (let step = 0; step < Math.max(0, ...lengths); step += 1) {
      yield [step, run.label, ...rowOf(run, step, columns)];
    }
  }
}

/**
 * Everything traced of the runs of a scene, a row for every step of every run; undefined while
 * the runs are hidden until a prediction is made.
 */
export function sceneNumbers(scene: Scene, catalog: PageCatalog): NumberTable | undefined {
  if (!scene.revealed) return undefined;
  const known = [
    ...catalog.stepQuantities,
    ...scene.runs.flatMap(({ method }) => method.quantities),
    ...(catalog.scheduledQuantities ?? []),
    ...catalog.derivations.flatMap(({ quantities }) => quantities),
  ];
  const columns = columnsIn(scene, known);
  // settings may change while the file is being written
  const runs = scene.runs.map((run) => ({ ...run }));
  return {
    columns: ["step", "run", ...columns.flatMap(({ names }) => names)],
    rows: rowsOf(runs, columns),
  };
}
