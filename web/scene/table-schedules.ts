import type { PageCatalog } from "../engine/page-catalog.js";
import { type DeclaredSchedule, declaredSchedule } from "./declared-schedule.js";
import { parseNamed, parseRuns } from "./run-text.js";

/** One of the schedules that an analysis is asked about. */
export interface TableSchedule extends DeclaredSchedule {
  /** Under which the address has its settings. */
  key: string;
  /** The author's name for it; its title when absent. */
  label: string;
}

/**
 * Those of `schedules="inverse_time rate=1 as 1/t; cosine total=20"`, or the one of
 * `schedule="cosine total=20"`; none where an element has neither.
 */
export function tableSchedulesFrom(element: Element, catalog: PageCatalog): TableSchedule[] {
  const one = element.getAttribute("schedule");
  const named = one
    ? [{ ...parseNamed(one), label: undefined }]
    : parseRuns(element.getAttribute("schedules") ?? "").map(
        ({ method: name, settings, label }) => ({ name, settings, label }),
      );
  const counts = new Map<string, number>();
  return named.map(({ label, ...schedule }) => {
    const { name } = schedule;
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    const declared = declaredSchedule(schedule, catalog);
    return {
      ...declared,
      key: count === 1 ? name : `${name}-${count}`,
      label: label ?? declared.entry.title,
    };
  });
}
