import type { Problem, Quantity, RunSpec, Settings } from "../../wasm/engine/types.js";
import type { RunOrder, RunRefusal, RunResult } from "../../wasm/worker/protocol.js";
import { seriesStyles } from "../plots/series-style.js";
import { notices } from "../state/notices.js";
import { allFromUrl, toUrl } from "../state/url-state.js";
import { planeWords as words } from "../words/plane.js";
import { loadMethod, methodAtHand } from "./load-method.js";
import { type ExamplesShown, ModelsNow } from "./models-now.js";
import { applyPlaneAddress, type LinkState, planeAddress } from "./plane-address.js";
import { mostPoints, PlaneData } from "./plane-data.js";
import type { DeclaredModel, PlaneDeclaration } from "./plane-declaration.js";
import { planeQuestion } from "./plane-question.js";
import { judgedTraces, ownQuantities, repeated, weightNames } from "./plane-rows.js";
import { planeSettingGroups } from "./plane-settings.js";
import { Scene, type SceneRun } from "./scene.js";
import type { SettingGroup } from "./setting-group.js";

export { planeDeclarationFrom } from "./plane-declaration.js";

export interface PlaneRun extends SceneRun, DeclaredModel {
  report: SceneRun["report"];
  /** Weights that the reader has set: where the run begins. */
  hand: number[] | undefined;
  /** Whether they stay as they are, in place of being trained. */
  held: boolean;
  /** The method that was chosen, while the engine that has it is on its way. */
  waiting: string | undefined;
}

export const mostSteps = 2000;
/** How long a dragged point waits for its answer before it is drawn without, in milliseconds. */
const slow = 40;

/**
 * Labelled points of the plane, and models that learn to tell their classes apart: each a run of
 * a method over these points. Derivations, charts and the transport show it as any scene.
 */
export class PlaneScene extends Scene {
  declare readonly declared: PlaneDeclaration;
  declare readonly runs: PlaneRun[];
  readonly data: PlaneData;
  dealing: Settings;
  batch: Settings;
  /** Number of the point that is looked at; −1 for none. */
  selected = -1;
  /** Class of the points that are added. */
  pen = 0;
  /** Settings of the dataset that stand among the controls. */
  dataInSight: ReadonlySet<string> = new Set();
  /** Whether the scores of all points are shown, and not of the selected one alone. */
  #allExamples = false;
  /** What the models say at the selected step. */
  readonly models = new ModelsNow(this, () => super.changed());
  /** What an address makes of the points. */
  link: LinkState = "exact";
  #steps: number;
  #ahead: ReturnType<typeof setTimeout> | undefined;

  constructor(key: string, declared: PlaneDeclaration) {
    super(key, declared);
    this.data = new PlaneData(key, declared.generator);
    this.dealing = { ...declared.dealing };
    this.batch = { ...declared.batch };
    this.#steps = declared.steps;
    for (const run of this.runs) {
      run.modelSettings = { ...run.modelSettings };
      run.hand = undefined;
      run.held = false;
      run.waiting = undefined;
    }
  }

  override open(): this {
    void this.#open(allFromUrl(`${this.key}.`));
    return this;
  }

  async #open(entries: Map<string, string>): Promise<void> {
    // settings in the address may be of a method that has to be loaded first
    for (const [key, text] of entries) {
      if (key.endsWith(".method")) await loadMethod(this.declared.offered.methods, text);
    }
    for (const fault of applyPlaneAddress(this, entries)) notices.add(fault);
    this.opened();
  }

  /** The model as the page declared it. */
  declaredOf({ key }: PlaneRun): DeclaredModel | undefined {
    return this.declared.runs.find((one) => one.key === key);
  }

  /** What elements ask a scene's problem for: here, the dimension of the first model. */
  override get problem(): Problem {
    const { model } = this.runs[0] as PlaneRun;
    return { ...model, title: words.title, dimension: this.dimensionOf(this.runs[0] as PlaneRun) };
  }

  override get steps(): number {
    return this.#steps;
  }

  override get coordinateNames(): string[] {
    return weightNames(this.problem.dimension);
  }

  override get ownQuantities(): Quantity[] {
    return ownQuantities;
  }

  /** Parameters of a model; 0 until it has run. */
  dimensionOf({ traces }: PlaneRun): number {
    const { theta, loss } = traces;
    return theta && loss ? theta.length / loss.length : 0;
  }

  /** Weights of a model at the selected step, or at the last one it took. */
  weightsOf(run: PlaneRun): number[] {
    const n = this.dimensionOf(run);
    const row = Math.min(this.step, (run.traces.loss?.length ?? 1) - 1);
    return [...(run.traces.theta?.subarray(row * n, (row + 1) * n) ?? [])];
  }

  /** The number of a quantity of one entry at that step. */
  numberOf(run: PlaneRun, quantity: string): number {
    const rows = run.traces[quantity];
    return rows?.[Math.min(this.step, rows.length - 1)] ?? Number.NaN;
  }

  /** Whether the model is scores W·x + b, which can be drawn and set by hand. */
  isLinear(run: PlaneRun): boolean {
    return run.model.name !== "mlp";
  }

  nameOf(label: number): string {
    return this.data.now.classNames[label] ?? words.className(label);
  }

  modelSpec({ model, modelSettings }: PlaneRun) {
    return { name: model.name, settings: modelSettings };
  }

  override specOf(run: SceneRun): RunSpec {
    const one = run as PlaneRun;
    return {
      problem: this.modelSpec(one),
      method: { name: run.method.name, settings: run.settings },
      data: this.data.asData(this.dealing),
      seed: this.declared.seed,
      ...(Number(this.batch.size) > 0 && { batch: this.batch }),
      ...(one.hand && { start: one.hand }),
    };
  }

  override settingGroups(): SettingGroup[] {
    return planeSettingGroups(this, seriesStyles(this.runs));
  }

  /**
   * While a point is dragged. As a rule the answer comes within a frame, and drawing before would
   * delay it; where it does not, the point goes ahead.
   */
  movePoint(i: number, x: number, y: number, about: string): void {
    const point = this.data.now.points[i];
    if (!point || (point.x === x && point.y === y) || !this.allows("points")) return;
    this.data.change(i, { x, y }, about);
    this.schedule();
    this.#ahead ??= setTimeout(() => this.changed(), slow);
  }

  /** Changes the points, once and for all. */
  change(action: (data: PlaneData) => void): void {
    if (!this.allows("points")) return;
    action(this.data);
    this.settle();
  }

  setClasses(classes: number): void {
    const { generator } = this.data.now;
    const drawing = this.declared.offered.datasets.find(({ name }) => name === generator?.name);
    if (drawing?.parameters.some(({ name }) => name === "classes")) {
      this.setGeneratorSetting("classes", classes);
    } else this.change((data) => data.setClasses(classes));
  }

  /** The points have changed: into the address with them. */
  settle(): void {
    const { points, classes } = this.data.now;
    this.selected = Math.min(this.selected, points.length - 1);
    this.pen = Math.min(this.pen, classes - 1);
    const { link, entries } = planeAddress(this.data.now, this.declared);
    this.link = link;
    for (const [key, value] of entries) this.#toUrl(key, value);
    this.schedule();
    this.changed();
  }

  setGeneratorSetting(name: string, value: number | string): void {
    const { generator } = this.data.now;
    if (!generator || !this.allows(`data.${name}`)) return;
    const settings = { ...generator.settings, [name]: value };
    this.data.generate({ ...generator, settings }, `generator ${name}`);
    this.settle();
  }

  /** The number of steps before anything has been computed. */
  beginWith(steps: number): void {
    this.#steps = steps;
    this.step = Math.min(steps, this.declared.step === this.declared.steps ? steps : this.step);
  }

  setSteps(steps: number): void {
    if (!this.allows("batch.steps")) return;
    const followed = this.step === this.#steps;
    this.#steps = steps;
    this.#toUrl("steps", steps === this.declared.steps ? undefined : String(steps));
    if (followed || this.step > steps) this.select(steps);
    this.schedule();
    this.changed();
  }

  /** Changes one of the settings of a group. */
  setIn(group: string, settings: Settings, name: string, value: number | string): void {
    if (this.address.change(group, name)) settings[name] = value;
    this.schedule();
    this.changed();
  }

  /** Trains by another method; one with curvature may have to be loaded first. */
  async setMethod(run: PlaneRun, name: string): Promise<void> {
    if (run.waiting !== undefined || !this.allows(`${run.key}.method`)) return;
    run.waiting = name;
    this.changed();
    await loadMethod(this.declared.offered.methods, name);
    run.waiting = undefined;
    this.#replaceMethod(run, name);
    this.schedule();
    this.changed();
  }

  #replaceMethod(run: PlaneRun, name: string): void {
    const { settings } = run;
    if (!this.useMethod(run, name)) return;
    this.address.forget(run.key, settings);
    const declared = this.declaredOf(run)?.method.name;
    this.#toUrl(`${run.key}.method`, name === declared ? undefined : name);
  }

  /** The method that trains from the next computation on; false where the engine has none such. */
  useMethod(run: PlaneRun, name: string): boolean {
    const method = methodAtHand(this.declared.offered.methods, name);
    if (!method) return false;
    const declared = this.declaredOf(run);
    run.method = method;
    run.settings = declared?.method.name === name ? { ...declared.settings } : {};
    return true;
  }

  /** Puts one weight where the reader wants it; from then on the model is held there. */
  setWeight(run: PlaneRun, place: number, value: number): void {
    const hand = run.held && run.hand ? [...run.hand] : this.weightsOf(run);
    hand[place] = value;
    this.setWeights(run, hand, true);
  }

  /** The weights a model begins with, or keeps; undefined for its own start. */
  setWeights(run: PlaneRun, hand: number[] | undefined, held: boolean): void {
    if (!this.allows(`${run.key}.weights`)) return;
    this.#putWeights(run, hand, held);
  }

  #putWeights(run: PlaneRun, hand: number[] | undefined, held: boolean): void {
    // as many digits as a reader can take in, and an address can hold
    run.hand = hand?.map((value) => Number(value.toPrecision(6)));
    run.held = held;
    this.#toUrl(`${run.key}.weights`, run.hand?.join(","));
    this.#toUrl(`${run.key}.held`, held ? "1" : undefined);
    this.schedule();
    this.changed();
  }

  lookAt(point: number): void {
    if (!this.allows("examples")) return;
    this.selected = Math.max(-1, Math.min(this.data.now.points.length - 1, point));
    this.changed();
  }

  holdPen(label: number): void {
    this.pen = label;
    this.changed();
  }

  override reset(): void {
    this.pause();
    for (const run of this.runs) this.#resetRun(run);
    const { dealing, batch } = this.declared;
    this.dealing = this.address.restored("dealing", this.dealing, dealing);
    this.batch = this.address.restored("batch", this.batch, batch);
    this.setSteps(this.declared.steps);
    this.select(this.declared.step);
    this.change((data) => data.generate(this.declared.generator));
    this.schedule();
    this.changed();
  }

  #resetRun(run: PlaneRun): void {
    const declared = this.declaredOf(run);
    const { settings, modelSettings } = declared ?? {};
    const place = `${run.key}.problem`;
    run.modelSettings = this.address.restored(place, run.modelSettings, modelSettings);
    this.setWeights(run, undefined, false);
    if (declared && run.method !== declared.method) {
      if (this.allows(`${run.key}.method`)) this.#replaceMethod(run, declared.method.name);
    } else run.settings = this.address.restored(run.key, run.settings, settings);
  }

  /** Numbers of the points whose scores are shown. */
  get examplesShown(): ExamplesShown {
    const { length } = this.data.now.points;
    if (this.#allExamples) return { first: 0, count: length };
    return { first: Math.max(0, this.selected), count: this.selected < 0 ? 0 : 1 };
  }

  showAllExamples(all: boolean): void {
    this.#allExamples = all;
    this.changed();
  }

  protected override changed(): void {
    clearTimeout(this.#ahead);
    this.#ahead = undefined;
    super.changed();
    void this.models.follow();
  }

  protected override orderOf(run: SceneRun): RunOrder {
    const spec = this.specOf(run);
    const data = this.data.asData(this.dealing);
    const test = { name: data.name, settings: { ...data.settings, part: "test" } };
    return {
      spec,
      quantities: this.quantitiesOf(run),
      model: { ...planeQuestion(this, run as PlaneRun), step: this.step },
      judgedBy: [data, ...(Number(this.dealing.test_share) > 0 ? [test] : [])],
      ...((run as PlaneRun).held && { steps: 0 }),
    };
  }

  protected override async ask(): Promise<(RunResult | RunRefusal)[]> {
    // where nothing is to be drawn the question is put at once, before the page is drawn anew
    if (this.data.isToDraw) await this.data.draw();
    const { points } = this.data.now;
    if (points.length === 0) {
      this.models.clear();
      return this.runs.map(() => this.#refusal(words.noPoints));
    }
    if (points.length > mostPoints) {
      return this.runs.map(() => this.#refusal(words.tooMany(points.length, mostPoints)));
    }
    const { asked } = this.models;
    const [answers] = await Promise.all([super.ask(), this.data.deal(this.dealing)]);
    const models = answers.map((answer) => ("model" in answer ? answer.model : undefined));
    this.models.take(asked, models);
    return answers;
  }

  protected override take(run: SceneRun, result: RunResult | RunRefusal | undefined): void {
    const one = run as PlaneRun;
    if (result && "refused" in result && this.data.now.points.length === 0) one.traces = {};
    super.take(run, result);
    if (!result) return;
    if ("refused" in result) {
      if (result.refused.argument === "start" && one.hand) {
        notices.add(words.weightsDropped(run.label));
        this.#putWeights(one, undefined, false);
      }
      return;
    }
    Object.assign(one.traces, judgedTraces(result.judgements));
    if (one.held) one.traces = repeated(one.traces, this.steps + 1);
  }

  #refusal(message: string): RunRefusal {
    return { refused: { argument: "data", message } };
  }

  #toUrl(key: string, value: string | undefined): void {
    toUrl(`${this.key}.${key}`, value);
  }
}
