import type { AnalysisRequest, Named, Problem, Settings, Table } from "../../wasm/engine/types.js";
import type { PageAnalysis, PageCatalog } from "../engine/page-catalog.js";
import { engine, isSuperseded } from "../engine/page-engine.js";
import { controlAccess } from "../state/control-access.js";
import { notices } from "../state/notices.js";
import { Store } from "../state/store.js";
import { allFromUrl, toUrl } from "../state/url-state.js";
import { words } from "../words/en.js";
import { find } from "./find.js";
import { Recomputation } from "./recomputation.js";
import { parseNamed, parseSettings } from "./run-text.js";
import { startIn, takeSetting } from "./scene-address.js";
import { problemOf, startOf } from "./scene-declaration.js";
import type { SettingGroup } from "./setting-group.js";
import { SettingsAddress, settingsOf } from "./settings-address.js";
import { type TableSchedule, tableSchedulesFrom } from "./table-schedules.js";

/** The table of an analysis as it is when the page has just been opened. */
export interface TableDeclaration {
  analysis: PageAnalysis;
  settings: Settings;
  problem: Problem | undefined;
  problemSettings: Settings;
  data: Named | undefined;
  /** Schedules it is about, a table each; empty where it is about none. */
  schedules: TableSchedule[];
  /** The point looked at; undefined where that is the problem's own start, or there is none. */
  start: number[] | undefined;
  /** Row selected at first. */
  row: number;
  /** Names of the entries of its vectors. */
  entries: string[];
}

/** An analysis with settings of its own. */
export interface NamedAnalysis {
  name: string;
  settings: Settings;
}

/** The declaration that the attributes of an element make, about `named` where that is given. */
export function tableDeclarationFrom(
  element: Element,
  catalog: PageCatalog,
  named?: NamedAnalysis,
): TableDeclaration {
  const get = (name: string) => element.getAttribute(name);
  const { settings, problemSettings } = parseSettings(get("settings") ?? "");
  const problem = element.hasAttribute("problem") ? problemOf(element, catalog) : undefined;
  const data = get("data");
  return {
    analysis: find(catalog.analyses, "analysis", named?.name ?? get("analysis") ?? ""),
    settings: { ...settings, ...named?.settings },
    problem,
    problemSettings,
    data: data === null ? undefined : parseNamed(data),
    schedules: tableSchedulesFrom(element, catalog),
    start: problem && element.hasAttribute("start") ? startOf(element, problem) : undefined,
    row: Number(get("row") ?? 0),
    entries: (get("entries") ?? "").split(/\s+/).filter(Boolean),
  };
}

/**
 * The table that answers an analysis, with a selected row. The elements of a page that share a
 * scene show the same table and the same row.
 */
export class TableScene extends Store {
  readonly key: string;
  readonly declared: TableDeclaration;
  settings: Settings;
  problemSettings: Settings;
  readonly schedules: TableSchedule[];
  /** One for each schedule, or the only one. */
  tables: readonly Table[] = [];
  start: number[] | undefined;
  row: number;
  /** The entry of vectors that is looked at. */
  coordinate = 0;
  /** What the engine found wrong with the settings; the table is that of the last good ones. */
  refused: string | undefined;
  /** Counts finished computations. */
  generation = 0;
  readonly #address: SettingsAddress;
  readonly #recomputation = new Recomputation(() => this.#compute(), {
    ended: () => this.changed(),
  });
  readonly #computed: Promise<void>;
  #resolveComputed!: () => void;

  constructor(key: string, declared: TableDeclaration) {
    super();
    this.key = key;
    this.#address = new SettingsAddress(key);
    this.declared = declared;
    this.settings = { ...declared.settings };
    this.problemSettings = { ...declared.problemSettings };
    this.schedules = declared.schedules.map((one) => ({ ...one, settings: { ...one.settings } }));
    this.start = declared.start;
    this.row = declared.row;
    this.#computed = new Promise((resolve) => {
      this.#resolveComputed = resolve;
    });
    for (const [name, text] of allFromUrl(`${key}.`)) {
      if (!this.#takeEntry(name, text))
        notices.add(words.notices.badAddress(`${key}.${name}`, text));
    }
    this.#recomputation.schedule();
  }

  get table(): Table | undefined {
    return this.tables[0];
  }

  /** Each table with the name of its schedule, empty where it is the only one. */
  get namedTables(): { label: string; table: Table }[] {
    const several = this.tables.length > 1;
    return this.tables.map((table, i) => ({
      label: several ? (this.schedules[i]?.label ?? "") : "",
      table,
    }));
  }

  /** Resolves when the table has been computed for the first time. */
  get computed(): Promise<void> {
    return this.#computed;
  }

  /** Whether what it shows is about to be computed anew. */
  get busy(): boolean {
    return this.#recomputation.busy;
  }

  get startKey(): string {
    return `${this.key}.start`;
  }

  /** Whether the reader may choose another row. */
  get allowsRow(): boolean {
    return controlAccess.allows(`${this.key}.row`);
  }

  get lastRow(): number {
    return Math.max(0, (this.table?.rows ?? 1) - 1);
  }

  /** Names of the entries of vectors; one, without a name, where there are none. */
  get entryNames(): string[] {
    const { analysis, entries } = this.declared;
    const vector = analysis.quantities.find(({ shape }) => shape === "vector");
    const column = vector && this.table?.columns[vector.name];
    const width = column ? column.length / (this.table?.rows ?? 1) : 1;
    return Array.from({ length: width }, (_, k) => entries[k]?.replaceAll("_", " ") ?? `${k + 1}`);
  }

  settingGroups(): SettingGroup[] {
    const { analysis, problem } = this.declared;
    const group = (
      key: string,
      of: Pick<SettingGroup, "parameters" | "options" | "texts"> & { title: string },
      settings: Settings,
      declared: Settings,
    ): SettingGroup => ({
      key,
      label: of.title,
      prefix: { problem: "problem.", analysis: "" }[key] ?? "schedule.",
      parameters: of.parameters,
      options: of.options,
      ...(of.texts && { texts: of.texts }),
      settings,
      declared,
      refused: this.refused,
      style: undefined,
      set: (name, value) => this.#set(key, settings, name, value),
    });
    const { settings, problemSettings } = this.declared;
    return [
      ...(problem ? [group("problem", problem, this.problemSettings, problemSettings)] : []),
      group("analysis", { ...analysis, texts: [] }, this.settings, settings),
      ...this.schedules.map(({ key, label, offered, settings: own }, i) =>
        group(key, { ...offered, title: label }, own, this.declared.schedules[i]?.settings ?? {}),
      ),
    ];
  }

  select(row: number): void {
    if (!this.allowsRow) return;
    this.row = Math.max(0, Math.min(this.lastRow, Math.round(row)));
    toUrl(`${this.key}.row`, this.row === this.declared.row ? undefined : String(this.row));
    this.changed();
  }

  /** Looks at another point. */
  setStart(start: readonly number[]): void {
    if (!controlAccess.allows(this.startKey)) return;
    this.start = [...start];
    const same = start.every((value, i) => value === this.declared.start?.[i]);
    toUrl(this.startKey, same ? undefined : start.join(","));
    this.#recomputation.schedule(); // the answer comes within a frame: drawing before would delay it
  }

  selectCoordinate(coordinate: number): void {
    if (!controlAccess.allows(`${this.key}.coordinate`)) return;
    this.coordinate = coordinate;
    toUrl(`${this.key}.coordinate`, coordinate === 0 ? undefined : String(coordinate));
    this.changed();
  }

  /** Takes the problem's settings of another scene about the same problem. */
  takeProblemSettings(settings: Settings): void {
    if (JSON.stringify(settings) === JSON.stringify(this.problemSettings)) return;
    this.problemSettings = { ...settings };
    this.#recomputation.schedule();
  }

  /** What is asked of the core, with other settings of the analysis; about one of its schedules. */
  requestWith(settings: Settings, schedule = this.schedules[0]): AnalysisRequest {
    const { analysis, problem, data } = this.declared;
    return {
      analysis: { name: analysis.name, settings: { ...this.settings, ...settings } },
      ...(problem && { problem: { name: problem.name, settings: this.problemSettings } }),
      ...(data && { data }),
      ...(schedule && { schedule: { name: schedule.entry.name, settings: schedule.settings } }),
      ...(this.start && { at: this.start }),
    };
  }

  /** Everything the reader may change as it was declared. */
  reset(): void {
    const { settings, problemSettings } = this.declared;
    this.settings = this.#address.restored("analysis", this.settings, settings);
    this.problemSettings = this.#address.restored("problem", this.problemSettings, problemSettings);
    for (const [i, one] of this.schedules.entries()) {
      const declared = this.declared.schedules[i]?.settings;
      one.settings = this.#address.restored(one.key, one.settings, declared);
    }
    if (this.declared.start) this.setStart(this.declared.start);
    this.#recomputation.schedule();
    this.select(this.declared.row);
  }

  /** One number of a row; NaN where there is none. */
  number(quantity: string, row: number, entry = 0): number {
    const column = this.table?.columns[quantity];
    const width = (column?.length ?? 0) / (this.table?.rows ?? 1);
    return column?.[row * width + entry] ?? Number.NaN;
  }

  #set(key: string, settings: Settings, name: string, value: number | string): void {
    if (this.#address.change(key, name)) settings[name] = value;
    this.#recomputation.schedule();
    this.changed();
  }

  #takeEntry(key: string, text: string): boolean {
    if (key === "row" || key === "coordinate") {
      if (!/^\d{1,6}$/.test(text)) return false;
      this[key] = Number(text);
      return true;
    }
    const { analysis, problem } = this.declared;
    if (key === "start" && problem && this.start) {
      const start = startIn(text, problem);
      if (start) this.start = start;
      return start !== undefined;
    }
    const [owner = "", name = ""] = key.split(".");
    const schedule = this.schedules.find((one) => one.key === owner);
    if (schedule) return takeSetting(schedule.offered, schedule.settings, name, text);
    const of = owner === "problem" ? problem : owner === "analysis" ? analysis : undefined;
    const settings = owner === "problem" ? this.problemSettings : this.settings;
    return of ? takeSetting({ ...of, texts: [] }, settings, name, text) : false;
  }

  async #compute(): Promise<void> {
    const asked = settingsOf(this.settingGroups());
    try {
      const about = this.schedules.length > 0 ? this.schedules : [undefined];
      this.tables = await Promise.all(
        about.map((schedule, i) =>
          engine.call("analyse", this.requestWith({}, schedule), `${this.key} ${i}`),
        ),
      );
      this.refused = undefined;
      this.#address.take(this.settingGroups(), asked);
      this.row = Math.min(this.row, this.lastRow);
      this.coordinate = Math.min(this.coordinate, this.entryNames.length - 1);
      this.generation += 1;
    } catch (error) {
      if (isSuperseded(error)) return;
      const refusal =
        error instanceof Error && "code" in error && error.code === "invalid_argument";
      if (refusal) this.refused = error.message;
      else notices.add(words.notices.engineFailed(error));
    }
    this.#resolveComputed();
  }
}
