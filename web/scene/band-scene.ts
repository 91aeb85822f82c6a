import type { Named, Problem, Settings, Table } from "../../wasm/engine/types.js";
import type { PageAnalysis, PageCatalog } from "../engine/page-catalog.js";
import { engine, isRefused } from "../engine/page-engine.js";
import { quantityStyles, type SeriesStyle } from "../plots/series-style.js";
import { controlAccess } from "../state/control-access.js";
import { notices } from "../state/notices.js";
import { Store } from "../state/store.js";
import { allFromUrl, toUrl } from "../state/url-state.js";
import { bandWords } from "../words/band.js";
import { words } from "../words/en.js";
import { find } from "./find.js";
import { Recomputation } from "./recomputation.js";
import { parseNamed, parseSettings } from "./run-text.js";
import { takeSetting } from "./scene-address.js";
import { type DeclaredRun, declaredRuns, problemOf, startOf } from "./scene-declaration.js";
import type { SettingGroup } from "./setting-group.js";
import { SettingsAddress, settingsOf } from "./settings-address.js";

export const axes = ["iterations", "evaluations"] as const;
export type BandAxis = (typeof axes)[number];

/** Where the cursor can be, from one end to the other. */
export const places = 100;

/** Steps of a run that only its gradients limit. */
const manySteps = 20_000;

export interface BandDeclaration {
  analysis: PageAnalysis;
  problem: Problem;
  problemSettings: Settings;
  data: Named;
  start: number[];
  runs: DeclaredRun[];
  /** Iterations on the one axis, gradient evaluations on the other. */
  steps: number;
  evaluations: number;
  seeds: number;
  against: BandAxis;
}

export interface BandRun extends DeclaredRun {
  style: SeriesStyle;
  /** That of the last good settings. */
  table: Table | undefined;
  refused: string | undefined;
  /** What the engine was last asked for this run, and has answered. */
  answered: string | undefined;
}

function numberOf(element: Element, name: string, fallback: number): number {
  const text = element.getAttribute(name);
  if (text === null) return fallback;
  const value = Number(text);
  if (text.trim() !== "" && value > 0) return value;
  throw new Error(`${name}: got "${text}"; allowed: a number above 0`);
}

/** The declaration that the attributes of an element make. */
export function bandDeclarationFrom(element: Element, catalog: PageCatalog): BandDeclaration {
  const problem = problemOf(element, catalog);
  const against = element.getAttribute("against") ?? "iterations";
  const axis = axes.find((one) => one === against);
  if (!axis) throw new Error(`against: got "${against}"; allowed: ${axes.join(", ")}`);
  const runs = declaredRuns(element, catalog);
  if (runs.length === 0) throw new Error("runs: got none; allowed: one or more");
  return {
    analysis: find(catalog.analyses, "analysis", "seed_band"),
    problem,
    problemSettings: parseSettings(element.getAttribute("settings") ?? "").problemSettings,
    data: parseNamed(element.getAttribute("data") ?? problem.data),
    start: startOf(element, problem),
    runs,
    steps: numberOf(element, "steps", 100),
    evaluations: numberOf(element, "evaluations", 10),
    seeds: numberOf(element, "seeds", 20),
    against: axis,
  };
}

/** Runs under many seeds, each as a band of its loss. */
export class BandScene extends Store {
  readonly key: string;
  readonly declared: BandDeclaration;
  readonly runs: BandRun[];
  settings: Settings;
  against: BandAxis;
  /** Where the cursor is, 0 to `places`. */
  place = places;
  /** Counts finished computations. */
  generation = 0;
  readonly #address: SettingsAddress;
  readonly #recomputation = new Recomputation(() => this.#compute(), {
    ended: () => this.changed(),
  });
  readonly #computed: Promise<void>;
  #resolveComputed!: () => void;

  constructor(key: string, declared: BandDeclaration) {
    super();
    this.key = key;
    this.declared = declared;
    this.against = declared.against;
    this.settings = { seeds: declared.seeds };
    const styles = quantityStyles(declared.runs.length);
    this.runs = declared.runs.map((run, i) => ({
      ...run,
      settings: { ...run.settings },
      ...(run.batch && { batch: { ...run.batch, settings: { ...run.batch.settings } } }),
      style: styles[i] as SeriesStyle,
      table: undefined,
      refused: undefined,
      answered: undefined,
    }));
    this.#address = new SettingsAddress(key);
    this.#computed = new Promise((resolve) => {
      this.#resolveComputed = resolve;
    });
    for (const [name, text] of allFromUrl(`${key}.`)) {
      if (!this.#takeEntry(name, text)) {
        notices.add(words.notices.badAddress(`${key}.${name}`, text));
      }
    }
    this.#recomputation.schedule();
  }

  get computed(): Promise<void> {
    return this.#computed;
  }

  get busy(): boolean {
    return this.#recomputation.busy;
  }

  get againstKey(): string {
    return `${this.key}.against`;
  }

  get placeKey(): string {
    return `${this.key}.place`;
  }

  /** The largest number on the horizontal axis. */
  get furthest(): number {
    return this.against === "iterations" ? this.declared.steps : this.declared.evaluations;
  }

  settingGroups(): SettingGroup[] {
    const { analysis, runs: declared, seeds } = this.declared;
    const groups = this.runs.flatMap((run, i): SettingGroup[] => {
      const group = (
        key: string,
        prefix: string,
        label: string,
        of: Pick<SettingGroup, "parameters" | "options">,
        settings: Settings,
        own: Settings,
      ) => ({
        key,
        label,
        prefix,
        parameters: of.parameters,
        options: of.options,
        settings,
        declared: own,
        refused: run.refused,
        silent: run.refused?.startsWith("batch") !== (prefix === "batch."),
        style: run.style,
        set: (name: string, value: number | string) => this.#set(key, settings, name, value),
      });
      const { batch } = run;
      return [
        group(run.key, "", run.label, run.method, run.settings, declared[i]?.settings ?? {}),
        ...(batch
          ? [
              group(
                `${run.key}.batch`,
                "batch.",
                `${run.label}: ${words.controls.batches}`,
                batch.offered,
                batch.settings,
                declared[i]?.batch?.settings ?? {},
              ),
            ]
          : []),
      ];
    });
    return [
      ...groups,
      {
        key: "seeds",
        label: bandWords.seeds,
        prefix: "",
        parameters: analysis.parameters.filter(({ name }) => name === "seeds"),
        options: [],
        settings: this.settings,
        declared: { seeds },
        refused: this.runs.find(({ refused }) => refused?.startsWith("analysis"))?.refused,
        style: undefined,
        set: (name, value) => this.#set("seeds", this.settings, name, value),
      },
    ];
  }

  setAgainst(axis: BandAxis): void {
    if (!controlAccess.allows(this.againstKey)) return;
    this.against = axis;
    toUrl(this.againstKey, axis === this.declared.against ? undefined : axis);
    this.changed();
    this.#recomputation.schedule();
  }

  setPlace(place: number): void {
    if (!controlAccess.allows(this.placeKey)) return;
    this.place = Math.max(0, Math.min(places, Math.round(place)));
    toUrl(this.placeKey, this.place === places ? undefined : String(this.place));
    this.changed();
  }

  #set(key: string, settings: Settings, name: string, value: number | string): void {
    if (this.#address.change(key, name)) settings[name] = value;
    this.changed();
    this.#recomputation.schedule();
  }

  #takeEntry(key: string, text: string): boolean {
    if (key === "against") {
      const axis = axes.find((one) => one === text);
      if (axis) this.against = axis;
      return axis !== undefined;
    }
    if (key === "place") {
      if (!/^\d{1,3}$/.test(text) || Number(text) > places) return false;
      this.place = Number(text);
      return true;
    }
    const dot = key.lastIndexOf(".");
    const group = this.settingGroups().find((one) => one.key === key.slice(0, dot));
    return group
      ? takeSetting(
          { parameters: [...group.parameters], options: [...group.options], texts: [] },
          group.settings,
          key.slice(dot + 1),
          text,
        )
      : false;
  }

  #question(run: BandRun) {
    const { problem, problemSettings, data, start, steps, evaluations } = this.declared;
    const limit =
      this.against === "iterations" ? { steps } : { steps: manySteps, budget: evaluations };
    return {
      analysis: { name: "seed_band", settings: { ...this.settings, ...limit } },
      problem: { name: problem.name, settings: problemSettings },
      data,
      method: { name: run.method.name, settings: run.settings },
      ...(run.batch && { batch: run.batch.settings }),
      ...(run.schedule && {
        schedule: { name: run.schedule.entry.name, settings: run.schedule.settings },
      }),
      at: start,
    };
  }

  async #compute(): Promise<void> {
    const asked = settingsOf(this.settingGroups());
    await Promise.all(
      this.runs.map(async (run) => {
        const question = this.#question(run);
        const text = JSON.stringify(question);
        if (run.answered === text) return;
        try {
          run.table = await engine.call("analyse", question);
          run.refused = undefined;
        } catch (error) {
          if (!isRefused(error)) {
            notices.add(words.notices.engineFailed(error));
            return;
          }
          run.refused = error.message;
        }
        run.answered = text;
      }),
    );
    this.#address.take(
      this.settingGroups().filter(({ refused }) => refused === undefined),
      asked,
    );
    this.generation += 1;
    this.#resolveComputed();
  }
}
