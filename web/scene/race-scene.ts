import type { Problem, Settings } from "../../wasm/engine/types.js";
import type { RunRefusal, RunResult } from "../../wasm/worker/protocol.js";
import { seriesStyles } from "../plots/series-style.js";
import { notices } from "../state/notices.js";
import { allFromUrl, toUrl } from "../state/url-state.js";
import { raceWords as words } from "../words/race.js";
import { applyRaceAddress } from "./race-address.js";
import { RaceClock } from "./race-clock.js";
import { mostEntrants, type RaceDeclaration } from "./race-declaration.js";
import { type Finish, RaceFinishes } from "./race-finishes.js";
import { lineup, oneMore } from "./race-lineup.js";
import { RaceRules } from "./race-rules.js";
import { untilSpent } from "./race-spending.js";
import { RaceStarts } from "./race-starts.js";
import { atTicks, type CostMeasure } from "./race-ticks.js";
import { RaceTuning } from "./race-tuning.js";
import { Scene, type SceneRun } from "./scene.js";
import type { SettingGroup } from "./setting-group.js";
import type { CostWords } from "./tick-words.js";

export { raceDeclarationFrom } from "./race-declaration.js";

/**
 * Methods that the reader chooses, side by side on a problem that the reader chooses. Its steps
 * are ticks of what the race is measured in: at each, every run is as far as it has paid for.
 */
export class RaceScene extends Scene {
  declare readonly declared: RaceDeclaration;
  readonly rules: RaceRules;
  readonly clock: RaceClock;
  readonly tuning: RaceTuning;
  readonly starts: RaceStarts;
  #problem: Problem;
  #ticks = 100;
  readonly #finishes = new RaceFinishes(this);
  /** What was measured in when the traces were computed. */
  #shownCost: CostMeasure = "steps";

  constructor(key: string, declared: RaceDeclaration) {
    super(key, declared);
    this.#problem = declared.problem;
    this.rules = new RaceRules(declared, () => this.#problem);
    this.takeBudget();
    this.clock = new RaceClock(`${key} clock`);
    this.tuning = new RaceTuning(this, () => this.changed());
    this.starts = new RaceStarts(this);
  }

  override open(): this {
    const entries = allFromUrl(`${this.key}.`);
    for (const fault of applyRaceAddress(this, entries)) notices.add(fault);
    const atEnd = this.declared.step === this.declared.steps && !entries.has("step");
    this.step = atEnd ? this.steps : Math.min(this.step, this.steps);
    this.want(["evaluations"]);
    this.opened();
    return this;
  }

  override get problem(): Problem {
    return this.#problem;
  }

  override get steps(): number {
    return this.#ticks;
  }

  /** What positions count, of the numbers that are shown. */
  override get ticks(): CostWords {
    if (this.#shownCost !== "time") return words.ticks[this.#shownCost];
    return words.timeTicks(this.tickTime);
  }

  protected override get usualProblemSettings(): Settings {
    return this.#problem === this.declared.problem ? this.declared.problemSettings : {};
  }

  protected override get usualStart(): readonly number[] {
    return this.#problem === this.declared.problem ? this.declared.start : this.#problem.start;
  }

  /** What the race is measured in. */
  get cost(): CostMeasure {
    return this.rules.cost;
  }

  /** Those that the core can run as they are set. */
  get able(): SceneRun[] {
    return this.runs.filter(({ refused }) => refused === undefined);
  }

  /** Step times of runs in units of the fastest; undefined unless time is measured. */
  stepTimesOf(runs: readonly SceneRun[]): number[] | undefined {
    if (this.cost !== "time") return undefined;
    // a method that takes no step here never pays for one
    return runs.map((run) => (this.clock.of(this.specOf(run)) ?? this.tickTime) / this.tickTime);
  }

  /** Microseconds of a tick: a step of the fastest. */
  get tickTime(): number {
    const times = this.runs.flatMap((run) => this.clock.of(this.specOf(run)) ?? []);
    return times.length > 0 ? Math.min(...times) : 1;
  }

  /** How a run came through, as soon as that is known. */
  finishOf(run: SceneRun): Finish | undefined {
    return this.#finishes.of(run);
  }

  override settingGroups(): SettingGroup[] {
    const [problem, ...runs] = super.settingGroups() as [SettingGroup, ...SettingGroup[]];
    return [problem, this.rules.group((name, value) => this.setRule(name, value)), ...runs];
  }

  setRule(name: string, value: number | string): void {
    if (this.address.change("rules", name)) {
      this.rules.settings = { ...this.rules.settings, [name]: value };
    }
    const followed = this.step === this.steps;
    this.takeBudget();
    if (followed || this.step > this.steps) this.select(this.steps);
    this.schedule();
    this.changed();
  }

  /** Takes the budget for the number of ticks, where it is one that the core accepts. */
  takeBudget(): void {
    this.#ticks = this.rules.ticks ?? this.#ticks;
  }

  /** Another function, with the start that it is known by; learning rates are searched for it. */
  async setProblem(name: string): Promise<void> {
    if (!this.allows("problem") || !this.useProblem(name)) return;
    this.address.forget("problem", this.problemSettings);
    this.problemSettings = { ...this.usualProblemSettings };
    toUrl(`${this.key}.problem`, name === this.declared.problem.name ? undefined : name);
    this.start = [...this.usualStart];
    toUrl(`${this.key}.start`, undefined);
    for (const run of this.runs) this.#clear(run);
    this.changed();
    await this.tuning.tune(this.runs);
    this.schedule();
  }

  /** The function from the next computation on; false where there is none such. */
  useProblem(name: string): boolean {
    const problem = this.declared.offered.problems.find((one) => one.name === name);
    if (!problem) return false;
    this.#problem = problem;
    this.start = [...this.usualStart];
    return true;
  }

  /** One more method, at the learning rate that is found for it. */
  async addEntrant(name: string): Promise<void> {
    if (!this.allows("methods") || this.runs.length >= mostEntrants) return;
    const run = oneMore(this.declared, name, this.runs);
    if (!run) return;
    this.runs.push(run);
    this.#entrantsToUrl();
    this.changed();
    await this.tuning.tune([run]);
    this.schedule();
  }

  removeEntrant(run: SceneRun): void {
    const place = this.runs.indexOf(run);
    if (place < 0 || this.runs.length === 1 || !this.allows("methods")) return;
    this.runs.splice(place, 1);
    this.address.forget(run.key, run.settings);
    this.#entrantsToUrl();
    this.schedule();
    this.changed();
  }

  #entrantsToUrl(): void {
    const keys = this.runs.map(({ key }) => key).join(",");
    const usual = this.declared.runs.map(({ key }) => key).join(",");
    toUrl(`${this.key}.methods`, keys === usual ? undefined : keys);
  }

  /** Who runs from the next computation on; false where a key is none. */
  useEntrants(keys: readonly string[]): boolean {
    const runs = lineup(this.declared, keys);
    if (!runs) return false;
    this.runs.splice(0, this.runs.length, ...runs);
    return true;
  }

  override reset(): void {
    this.pause();
    if (this.allows("problem") && this.#problem !== this.declared.problem) {
      this.address.forget("problem", this.problemSettings);
      this.problemSettings = { ...this.declared.problemSettings };
      this.useProblem(this.declared.problem.name);
      toUrl(`${this.key}.problem`, undefined);
    }
    if (this.allows("methods")) {
      const keys = this.declared.runs.map(({ key }) => key);
      for (const run of this.runs) {
        if (!keys.includes(run.key)) this.address.forget(run.key, run.settings);
      }
      const kept = new Map(this.runs.map((run) => [run.key, run]));
      this.useEntrants(keys);
      this.runs.splice(0, this.runs.length, ...this.runs.map((run) => kept.get(run.key) ?? run));
      this.#entrantsToUrl();
    }
    const { rules } = this;
    rules.settings = this.address.restored("rules", rules.settings, this.declared.rules);
    this.tuning.forget();
    this.takeBudget();
    super.reset();
  }

  #clear(run: SceneRun): void {
    run.report = undefined;
    run.traces = {};
    this.#finishes.forget(run);
  }

  protected override async ask(): Promise<(RunResult | RunRefusal)[]> {
    const { cost, runs } = this;
    const asked = [...runs];
    const answers = await this.#answersFor(asked, cost);
    const able = asked.filter((_, i) => !("refused" in (answers[i] ?? { refused: true })));
    if (cost === "time") await this.clock.measure(able.map((run) => this.specOf(run)));
    const takeFinishes = await this.#finishes.ask(able);
    this.#shownCost = cost;
    takeFinishes();
    // methods may have come or gone meanwhile: what has been asked next brings theirs
    return runs.map((run) => answers[asked.indexOf(run)] as RunResult | RunRefusal);
  }

  async #answersFor(asked: readonly SceneRun[], cost: CostMeasure) {
    const orders = asked.map((run) => this.orderOf(run));
    const answers = await super.ask();
    if (cost !== "evaluations") return answers;
    return untilSpent(orders, answers, { budget: this.steps, channel: this.key });
  }

  protected override take(run: SceneRun, result: RunResult | RunRefusal | undefined): void {
    super.take(run, result);
    if (!result) return;
    if ("refused" in result) {
      this.#clear(run);
      return;
    }
    const costs = this.#costsOf(run, result);
    if (!costs) return;
    run.traces = atTicks(run.traces, costs, { ticks: this.steps, report: result.report });
  }

  /** What each step of a run has cost in the end, in ticks; undefined where steps are counted. */
  #costsOf(run: SceneRun, { traces }: RunResult): Float64Array | undefined {
    if (this.#shownCost === "steps") return undefined;
    const { evaluations } = traces;
    if (!evaluations || this.#shownCost === "evaluations") return evaluations;
    const [time = 1] = this.stepTimesOf([run]) ?? [];
    return evaluations.map((_, step) => step * time);
  }

  /** How runs are told apart, by their keys. */
  get styles() {
    return seriesStyles(this.runs);
  }
}
