import type { Scene } from "../scene/scene.js";
import { rowTable, type TableColumn } from "./row-table.js";

/** What a teacher may lock or hide of it. */
export function tableKey(scene: Scene): string {
  return `${scene.key}.table`;
}

/** The numbers of a chart of traces as a table, a row a step. */
export function traceTable(
  scene: Scene,
  columns: TableColumn[],
  isOpen: boolean,
  setOpen: (open: boolean) => void,
) {
  return rowTable({
    key: tableKey(scene),
    head: scene.ticks.name,
    count: scene.steps + 1,
    position: (t) => t,
    row: scene.step,
    select: scene.allows("transport") ? (t) => scene.select(t) : undefined,
    columns,
    isOpen,
    setOpen,
  });
}
