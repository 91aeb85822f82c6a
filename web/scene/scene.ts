import type { Option, Parameter, Quantity, RunReport, RunSpec } from "../../wasm/engine/types.js";
import type { RunOrder, RunRefusal, RunResult } from "../../wasm/worker/protocol.js";
import { engine, isSuperseded } from "../engine/page-engine.js";
import type { Field } from "../plots/field-view.js";
import type { Plane } from "../plots/plane.js";
import { seriesStyles } from "../plots/series-style.js";
import { controlAccess } from "../state/control-access.js";
import { notation } from "../state/notation.js";
import { notices } from "../state/notices.js";
import { Store } from "../state/store.js";
import { allFromUrl, toUrl } from "../state/url-state.js";
import { words } from "../words/en.js";
import { Recomputation } from "./recomputation.js";
import { applyAddress } from "./scene-address.js";
import type { DeclaredRun, SceneDeclaration } from "./scene-declaration.js";
import { SceneField } from "./scene-field.js";
import type { SettingGroup } from "./setting-group.js";
import { SettingsAddress, settingsOf } from "./settings-address.js";
import { SurfaceState } from "./surface-state.js";
import type { TickWords } from "./tick-words.js";

export interface SceneRun extends DeclaredRun {
  report: RunReport | undefined;
  /** What the engine found wrong with the settings; the traces are those of the last good ones. */
  refused: string | undefined;
  traces: Record<string, Float64Array>;
}

const stepWords: TickWords = {
  name: words.trace.step,
  at: words.trace.at,
  of: words.transport.stepOf,
};
/** Under which the settings of a run's schedule stand in the address. */
export function scheduleKey(run: { key: string }): string {
  return `${run.key}.schedule`;
}

/** Under which those of its minibatches stand there. */
export function batchKey(run: { key: string }): string {
  return `${run.key}.batch`;
}

/** Whether it is the schedule that the engine has refused. */
function aboutSchedule({ refused, schedule }: SceneRun): boolean {
  return schedule !== undefined && refused?.startsWith("schedule") === true;
}

function aboutBatch({ refused, batch }: SceneRun): boolean {
  return batch !== undefined && refused?.startsWith("batch") === true;
}

/** How long runs that have been changed since may go on, in milliseconds. */
const patience = 1000;

/** A model of the problem, drawn over it and told of in a sentence. */
export interface ShownModel {
  lines(plane: Plane, field?: Field): unknown;
  key(): unknown;
}

/**
 * One experiment: a problem, a start, one or more methods at work, and a selected step. The
 * elements of a page that share a scene show the same numbers and the same step.
 */
export class Scene extends Store {
  readonly key: string;
  readonly declared: SceneDeclaration;
  readonly runs: SceneRun[];
  /** The values of the problem over its window. */
  readonly field = new SceneField(this, () => this.changed());
  /** The quadratic model where the selected step begins, once a figure shows it. */
  model: ShownModel | undefined;
  readonly surface: SurfaceState;
  problemSettings: SceneDeclaration["problemSettings"];
  start: number[];
  step: number;
  /** The coordinate whose numbers derivations show. */
  coordinate = 0;
  /** Counts finished computations, so that a test (or a slow drawing) knows which it sees. */
  generation = 0;
  /** Whether the runs may be seen: false until a prediction was made, where one is asked for. */
  revealed = true;
  /** The step that was selected when the page was opened. */
  #openedAt = 0;
  #stepping = false;
  readonly #wanted = new Set<string>(["theta", "loss"]);
  protected readonly address: SettingsAddress;
  readonly #recomputation = new Recomputation(() => this.#compute(), {
    patience,
    ended: () => this.changed(),
  });
  #forms = "";
  #player: number | undefined;
  /** Whether it plays by itself. */
  #unasked = false;
  readonly #computed: Promise<void>;
  #resolveComputed!: () => void;

  constructor(key: string, declared: SceneDeclaration) {
    super();
    this.key = key;
    this.declared = declared;
    this.problemSettings = { ...declared.problemSettings };
    this.start = [...declared.start];
    this.step = declared.step;
    this.surface = new SurfaceState(key, declared.surface);
    this.runs = declared.runs.map((run) => ({
      ...run,
      settings: { ...run.settings },
      ...(run.schedule && {
        schedule: { ...run.schedule, settings: { ...run.schedule.settings } },
      }),
      ...(run.batch && { batch: { ...run.batch, settings: { ...run.batch.settings } } }),
      report: undefined,
      refused: undefined,
      traces: {},
    }));
    this.#computed = new Promise((resolve) => {
      this.#resolveComputed = resolve;
    });
    this.address = new SettingsAddress(key);
  }

  /** Takes what the address says and computes for the first time. */
  open(): this {
    for (const fault of applyAddress(this, allFromUrl(`${this.key}.`))) notices.add(fault);
    this.opened();
    return this;
  }

  /** The address has been taken. */
  protected opened(): void {
    this.#openedAt = this.step;
    this.schedule();
    notation.subscribe(() => this.#takeForms());
  }

  /** Has a model shown, which calls what it is given whenever it has become another. */
  show(model: (changed: () => void) => ShownModel): void {
    this.model ??= model(() => this.changed());
  }

  /** Whether the reader may use one of the scene's controls, e.g. `start` or `transport`. */
  allows(control: string): boolean {
    return controlAccess.allows(`${this.key}.${control}`);
  }

  get problem() {
    return this.declared.problem;
  }

  /** Names of the parameters. */
  get coordinateNames(): string[] {
    const { dimension } = this.problem;
    return Array.from({ length: dimension }, (_, i) => words.coordinates[i] ?? String(i));
  }

  /** Quantities of its runs that no method and no derivation declares. */
  get ownQuantities(): readonly Quantity[] {
    return this.declared.runs.find(({ schedule }) => schedule)?.schedule?.traced ?? [];
  }

  get steps(): number {
    return this.declared.steps;
  }

  /** What a position between start and end is called. */
  get ticks(): TickWords {
    return stepWords;
  }

  /** The problem's settings unless the reader has changed them. */
  protected get usualProblemSettings(): SceneDeclaration["problemSettings"] {
    return this.declared.problemSettings;
  }

  /** Where a run begins unless the reader has moved it. */
  protected get usualStart(): readonly number[] {
    return this.declared.start;
  }

  get playing(): boolean {
    return this.#player !== undefined;
  }

  /** While listeners hear that another step is selected, and of nothing else. */
  get stepping(): boolean {
    return this.#stepping;
  }

  /** Whether what it shows is about to be computed anew. */
  get busy(): boolean {
    return this.#recomputation.busy;
  }

  /** Resolves when the runs have been computed for the first time. */
  get computed(): Promise<void> {
    return this.#computed;
  }

  /** Resolves when all that was wanted so far is computed. */
  async caughtUp(): Promise<void> {
    while (this.busy) {
      await new Promise<void>((resolve) => {
        const end = this.subscribe(() => {
          end();
          resolve();
        });
      });
    }
  }

  /** Asks for more quantities in every run that has them. */
  want(quantities: Iterable<string>): void {
    const before = this.#wanted.size;
    for (const quantity of quantities) this.#wanted.add(quantity);
    if (this.#wanted.size > before) this.schedule();
  }

  /** The examples it is about, where these are not the problem's own. */
  get examples() {
    return this.declared.data;
  }

  specOf(run: SceneRun): RunSpec {
    return {
      problem: { name: this.problem.name, settings: this.problemSettings },
      ...(this.examples && { data: this.examples }),
      ...(run.batch && { batch: run.batch.settings }),
      method: {
        name: run.method.name,
        settings: { ...notation.formOf(run.method.name), ...run.settings },
      },
      ...(run.schedule && {
        schedule: { name: run.schedule.entry.name, settings: run.schedule.settings },
      }),
      start: this.start,
      seed: this.declared.seed,
    };
  }

  /** The value in force of a run's parameter. */
  value(run: SceneRun, parameter: Parameter): number {
    return Number(run.settings[parameter.name] ?? parameter.default);
  }

  /** The choice in force of a run's option; a form that nobody has chosen is the notation's. */
  choice(run: SceneRun, option: Option): string {
    const form = notation.formOf(run.method.name)[option.name];
    return String(run.settings[option.name] ?? form ?? option.choices[0]?.name);
  }

  /** All that can be set: the problem first, then every run. */
  settingGroups(): SettingGroup[] {
    const styles = seriesStyles(this.runs);
    return [
      {
        key: "problem",
        label: this.problem.title,
        prefix: "problem.",
        parameters: this.problem.parameters,
        options: [],
        settings: this.problemSettings,
        declared: this.usualProblemSettings,
        refused: undefined,
        style: undefined,
        set: (name, value) => this.setProblemSetting(name, value),
      },
      ...this.runs.flatMap((run, i) => [
        {
          key: run.key,
          method: run.method.name,
          label: run.label,
          prefix: "",
          parameters: run.method.parameters,
          options: run.method.options,
          settings: run.settings,
          implied: notation.formOf(run.method.name),
          declared: this.#declaredOf(run)?.settings ?? {},
          refused: run.refused,
          silent: aboutSchedule(run) || aboutBatch(run),
          style: styles[i],
          set: (name: string, value: number | string) => this.setSetting(run, name, value),
        },
        ...(run.batch
          ? [
              {
                key: batchKey(run),
                label: words.controls.batches,
                prefix: "batch.",
                ...run.batch.offered,
                settings: run.batch.settings,
                declared: this.declared.runs[i]?.batch?.settings ?? {},
                refused: run.refused,
                silent: !aboutBatch(run),
                style: styles[i],
                set: (name: string, value: number | string) =>
                  this.setBatchSetting(run, name, value),
              },
            ]
          : []),
        ...(run.schedule
          ? [
              {
                key: scheduleKey(run),
                label: run.schedule.entry.title,
                prefix: "schedule.",
                ...run.schedule.offered,
                settings: run.schedule.settings,
                declared: this.#declaredOf(run)?.schedule?.settings ?? {},
                refused: run.refused,
                silent: !aboutSchedule(run),
                style: styles[i],
                set: (name: string, value: number | string) =>
                  this.setScheduleSetting(run, name, value),
              },
            ]
          : []),
      ]),
    ];
  }

  #declaredOf({ key }: SceneRun): DeclaredRun | undefined {
    return this.declared.runs.find((one) => one.key === key);
  }

  setStart(start: readonly number[]): void {
    if (!this.allows("start")) return;
    this.start = [...start];
    const same = start.every((value, i) => value === this.usualStart[i]);
    toUrl(`${this.key}.start`, same ? undefined : start.join(","));
    this.schedule(); // the answer comes within a frame: drawing before it would delay it
  }

  setSetting(run: SceneRun, name: string, value: number | string): void {
    if (this.address.change(run.key, name)) run.settings[name] = value;
    this.schedule();
    this.changed();
  }

  setBatchSetting(run: SceneRun, name: string, value: number | string): void {
    if (run.batch && this.address.change(batchKey(run), name)) run.batch.settings[name] = value;
    this.schedule();
    this.changed();
  }

  setScheduleSetting(run: SceneRun, name: string, value: number | string): void {
    if (run.schedule && this.address.change(scheduleKey(run), name)) {
      run.schedule.settings[name] = value;
    }
    this.schedule();
    this.changed();
  }

  setProblemSetting(name: string, value: number | string): void {
    if (this.address.change("problem", name)) this.problemSettings[name] = value;
    this.schedule();
    this.changed();
  }

  /** Selects a step, clamped to the steps there are. */
  select(step: number): void {
    if (!this.allows("transport")) return;
    this.#show(step);
    this.#stepToUrl();
  }

  #stepToUrl(): void {
    toUrl(`${this.key}.step`, this.step === this.declared.step ? undefined : String(this.step));
  }

  #show(step: number): void {
    this.step = Math.max(0, Math.min(this.steps, Math.round(step)));
    this.#stepping = true;
    this.changed();
    this.#stepping = false;
  }

  /** Shows the whole of every run, of which the address says nothing. */
  showAll(): void {
    this.pause();
    if (this.allows("transport")) this.#show(this.steps);
  }

  selectCoordinate(coordinate: number): void {
    if (!this.allows("coordinate")) return;
    this.coordinate = coordinate;
    toUrl(`${this.key}.coordinate`, coordinate === 0 ? undefined : words.coordinates[coordinate]);
    this.changed();
  }

  /** Everything the reader may change as it was declared. */
  reset(): void {
    this.pause();
    for (const run of this.runs) {
      const declared = this.declared.runs.find(({ key }) => key === run.key);
      run.settings = this.address.restored(run.key, run.settings, declared?.settings);
      if (run.batch) {
        const { settings } = run.batch;
        run.batch.settings = this.address.restored(
          batchKey(run),
          settings,
          declared?.batch?.settings,
        );
      }
      if (!run.schedule) continue;
      const { settings } = run.schedule;
      run.schedule.settings = this.address.restored(
        scheduleKey(run),
        settings,
        declared?.schedule?.settings,
      );
    }
    const usual = this.usualProblemSettings;
    this.problemSettings = this.address.restored("problem", this.problemSettings, usual);
    this.setStart(this.usualStart);
    this.select(this.declared.step);
    this.schedule();
  }

  /**
   * Runs through the steps in about eight seconds; from the start again when at the end. The
   * address says where it has come to when it pauses: to write it takes longer than many a frame.
   * `unasked`: the figure moves by itself, and the address says nothing of it.
   */
  play({ unasked = false } = {}): void {
    if (this.playing || !this.allows("transport")) return;
    this.#unasked = unasked;
    if (this.step >= this.steps) this.#show(0);
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const perSecond = Math.max(2, this.steps / 8);
    // with motion reduced: few, larger jumps
    const period = calm ? 700 : Math.max(16, 1000 / perSecond);
    let shown = this.step;
    let last = performance.now();
    const tick = (now: number) => {
      const due = now - last >= period;
      if (due) {
        shown += ((now - last) / 1000) * perSecond;
        last = now;
        this.#show(Math.floor(shown));
      }
      if (this.step >= this.steps || !this.allows("transport")) this.pause();
      else this.#player = requestAnimationFrame(tick);
    };
    this.#player = requestAnimationFrame(tick);
    this.changed();
  }

  pause(): void {
    if (this.#player === undefined) return;
    cancelAnimationFrame(this.#player);
    this.#player = undefined;
    if (!this.#unasked && this.allows("transport")) this.#stepToUrl();
    this.changed();
  }

  showSurface(shown: boolean): void {
    this.surface.show(shown);
    this.changed();
  }

  /** Shows the runs, at the step they were opened with. */
  reveal(): void {
    this.revealed = true;
    this.select(this.#openedAt);
    this.changed();
  }

  conceal(): void {
    this.revealed = false;
    this.changed();
  }

  /** The notation has changed, and with it perhaps the form of a method. */
  #takeForms(): void {
    const forms = JSON.stringify(this.runs.map(({ method }) => notation.formOf(method.name)));
    if (forms === this.#forms) return;
    this.#forms = forms;
    this.schedule();
    this.changed();
  }

  /** Computes soon, once for all that changes before. */
  protected schedule(): void {
    this.#recomputation.schedule();
  }

  protected quantitiesOf(run: SceneRun): string[] {
    const own = new Set([
      "theta",
      "gradient",
      "loss",
      "step_length",
      "evaluations",
      ...run.method.quantities.map(({ name }) => name),
      ...run.derived,
    ]);
    // lines of a run with a schedule have the learning rate of every step
    const traced = run.schedule?.traced.map(({ name }) => name) ?? [];
    return [...[...this.#wanted].filter((name) => own.has(name)), ...traced];
  }

  /** What is asked of the core for a run. */
  protected orderOf(run: SceneRun): RunOrder {
    return { spec: this.specOf(run), quantities: this.quantitiesOf(run) };
  }

  /** The core's answers, one a run. */
  protected ask(): Promise<(RunResult | RunRefusal)[]> {
    const runs = this.runs.map((run) => this.orderOf(run));
    return engine.call("runs", { runs, steps: this.steps }, this.key);
  }

  async #compute(): Promise<void> {
    const asked = settingsOf(this.settingGroups());
    try {
      const results = await this.ask();
      for (const [i, run] of this.runs.entries()) this.take(run, results[i]);
      if (this.generation === 0 && this.#restoreTexts()) return await this.#compute();
      if (this.runs.some(({ refused }) => refused === undefined)) {
        const taken = this.settingGroups().filter(({ refused }) => refused === undefined);
        this.address.take(taken, asked);
      }
      this.generation += 1;
      this.#resolveComputed();
    } catch (error) {
      if (isSuperseded(error)) return;
      notices.add(words.notices.engineFailed(error));
      this.#resolveComputed(); // what can be drawn without numbers is drawn
    }
  }

  /** What a text in the address may say only the engine knows: what it refuses is as declared again. */
  #restoreTexts(): boolean {
    let restored = false;
    for (const [i, { refused, schedule, ...run }] of this.runs.entries()) {
      const declared = this.declared.runs[i]?.schedule?.settings ?? {};
      if (refused === undefined || !schedule) continue;
      for (const { name } of schedule.offered.texts) {
        const text = schedule.settings[name];
        if (text === declared[name]) continue;
        const key = `${this.key}.${scheduleKey(run)}.${name}`;
        notices.add(words.notices.badAddress(key, String(text)));
        toUrl(key, undefined);
        if (declared[name] === undefined) delete schedule.settings[name];
        else schedule.settings[name] = declared[name];
        restored = true;
      }
    }
    return restored;
  }

  protected take(run: SceneRun, result: RunResult | RunRefusal | undefined): void {
    if (!result) return;
    if ("refused" in result) {
      run.refused = result.refused.message;
      return;
    }
    run.refused = undefined;
    run.report = result.report;
    run.traces = result.traces;
  }
}
