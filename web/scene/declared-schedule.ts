import type { Quantity, SettingDeclarations, Settings } from "../../wasm/engine/types.js";
import type { PageCatalog, PageSchedule } from "../engine/page-catalog.js";
import { find } from "./find.js";
import type { NamedText } from "./run-text.js";

/** How the learning rate of a run changes, by name and with settings. */
export interface DeclaredSchedule {
  entry: PageSchedule;
  /** What it can be set to: its own settings, and those that every schedule has. */
  offered: SettingDeclarations;
  settings: Settings;
  /** What a run with a schedule traces beside all others: its learning rate at each step. */
  traced: readonly Quantity[];
  /** What its own formula lines are about. */
  quantities: readonly Quantity[];
}

const nothingToSet: SettingDeclarations = { parameters: [], options: [], texts: [] };

/** The schedule that a run, or an element, names; throws for names that do not exist. */
export function declaredSchedule(
  { name, settings = {} }: NamedText,
  catalog: PageCatalog,
): DeclaredSchedule {
  const entry = find(catalog.schedules, "schedule", name);
  const time = catalog.scheduleTime ?? nothingToSet;
  const offered = {
    parameters: [...entry.parameters, ...time.parameters],
    options: [...entry.options, ...time.options],
    texts: [...entry.texts, ...time.texts],
  };
  const known = [...offered.parameters, ...offered.options, ...offered.texts];
  for (const setting of Object.keys(settings)) find(known, `setting of schedule=${name}`, setting);
  return {
    entry,
    offered,
    settings: { ...settings },
    traced: catalog.scheduledQuantities ?? [],
    quantities: catalog.scheduleQuantities ?? [],
  };
}
