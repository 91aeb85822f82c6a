import { html, nothing } from "lit";
import { guard } from "lit/directives/guard.js";
import { unsafeHTML } from "lit/directives/unsafe-html.js";
import { nextTask } from "../../wasm/worker/next-task.js";
import { catalog } from "../engine/page-engine.js";
import { find } from "../scene/find.js";
import { RunSubject } from "../scene/run-subject.js";
import { sceneOf, scoreSceneOf, tableSceneOf } from "../scene/scenes.js";
import type { Subject } from "../scene/subject.js";
import { TableSubject } from "../scene/table-subject.js";
import { controlAccess } from "../state/control-access.js";
import { printing } from "../state/printing.js";
import { ResultEvent } from "../state/results.js";
import type { Store } from "../state/store.js";
import type { NumberTable } from "../take/takeable.js";
import { words } from "../words/en.js";
import { numberText } from "../words/number-text.js";
import type { Answer, Answering } from "./answer.js";
import { DerivationAddress, type Mode } from "./derivation-address.js";
import { coordinateChoice, modeChoice, rowStepper } from "./derivation-bar.js";
import { applicableLines, type DerivationLine, derivationLines } from "./derivation-lines.js";
import { substituted } from "./derivation-numbers.js";
import { nextFrame } from "./draw-turn.js";
import { FillCheck } from "./fill-check.js";
import { guarded } from "./guarded.js";
import { PageElement } from "./page-element.js";
import { richText } from "./rich-text.js";
import { handleSceneKey } from "./scene-keys.js";

/**
 * `<fl-derivation method="adam" problem="booth" start="-4,-4" mode="watch">`, or
 * `<fl-derivation loss="softmax_cross_entropy" scene="…">`, or with an `analysis` in place of the
 * loss: the formula lines of a method, loss or analysis (or of the `derivation` named) one by one, every symbol with the number the engine used in the
 * selected step or example. In the modes `last` and `all` the reader works out the
 * left side of the last line, or of every line.
 */
export class Derivation extends PageElement implements Answering {
  static override properties = {
    method: {},
    loss: {},
    analysis: {},
    derivation: {},
    mode: {},
    shown: { state: true },
    without: {},
  };
  declare method: string | undefined;
  declare loss: string | undefined;
  declare analysis: string | undefined;
  declare derivation: string | undefined;
  declare mode: Mode;
  /** Lines that have been uncovered. */
  declare shown: number;
  /** Names of quantities whose lines are left out. */
  declare without: string | undefined;
  #subject!: Subject;
  #all: DerivationLine[] = [];
  #title = "";
  /** While its lines are about to be measured. */
  #measuring: Promise<void> | undefined;
  #unsubscribe: (() => void) | undefined;
  #address!: DerivationAddress;
  #fills = new Map<string, FillCheck>();
  #filledFor = "";
  /** What its numbers come from: the steps of runs, or scores. */
  protected scene: Store | undefined;
  #numbers: () => Promise<NumberTable | undefined> = async () => undefined;
  #keys: ((event: KeyboardEvent) => void) | undefined;

  constructor() {
    super();
    this.mode = "watch";
    this.shown = 1;
  }

  protected override async prepare(): Promise<void> {
    if (this.loss) await this.#openLoss(this.loss);
    else if (this.analysis) await this.#openTable();
    else await this.#openRun();
    this.#address = new DerivationAddress(this.#name, this.mode);
    this.mode = this.#address.takeMode();
    this.shown = this.#address.takeLines(this.#usualLines(), this.#all.length);
  }

  protected override controls() {
    const subject = this.#subject;
    const name = this.#name;
    if (subject.coordinates.length > 1) {
      controlAccess.offer(this, subject.title, [subject.coordinateControl]);
    }
    const controls = ["step", "mode", "next", "all", "hint", "tell"];
    return {
      title: words.derivation.about(this.#title),
      controls: controls.map((control) => `${name}.${control}`),
    };
  }

  /** Everything traced or computed of what it is about, for the reader to take along. */
  numbers(): Promise<NumberTable | undefined> {
    return this.#numbers();
  }

  async #openRun(): Promise<void> {
    const { stepQuantities, derivations } = await catalog;
    const scene = await sceneOf(this);
    const run = scene.runs.find(({ method }) => method.name === this.method);
    if (!run) throw new Error(`method: the scene has no run of "${this.method}"`);
    this.#subject = new RunSubject(scene, run, stepQuantities);
    const derivation = this.derivation
      ? find(derivations, "derivation", this.derivation)
      : undefined;
    this.#title = (derivation ?? run.method).title;
    this.#all = derivationLines(this.#subject, derivation);
    scene.want(this.#all.flatMap((line) => line.wanted));
    this.#keys = (event) => handleSceneKey(event, scene);
    this.#numbers = async () =>
      (await import("../take/scene-numbers.js")).sceneNumbers(scene, await catalog);
    this.#listen(scene);
    await scene.computed;
  }

  async #openLoss(name: string): Promise<void> {
    const { exampleQuantities, lossDerivations } = await catalog;
    const scene = await scoreSceneOf(this);
    const scored = scene.losses.find(({ loss }) => loss.name === name);
    if (!scored) throw new Error(`loss: the scene has no loss "${name}"`);
    const { LossSubject } = await import("../scene/loss-subject.js");
    this.#subject = new LossSubject(scene, scored, exampleQuantities);
    const derivation = this.derivation
      ? find(lossDerivations, "derivation", this.derivation)
      : undefined;
    this.#title = (derivation ?? scored.loss).title;
    this.#all = derivationLines(this.#subject, derivation);
    if (derivation) scene.want(derivation.name);
    this.#numbers = async () => (await import("../take/score-numbers.js")).scoreNumbers(scene);
    this.#listen(scene);
    await scene.computed;
  }

  async #openTable(): Promise<void> {
    const scene = await tableSceneOf(this);
    this.#subject = new TableSubject(scene);
    this.#title = this.#subject.title;
    this.#all = derivationLines(this.#subject, undefined);
    this.#numbers = async () =>
      scene.table && (await import("../take/table-numbers.js")).tableNumbers(scene.namedTables);
    this.#listen(scene);
    await scene.computed;
  }

  #listen(scene: Store): void {
    this.scene = scene;
    this.#unsubscribe ??= scene.subscribe(() => this.requestUpdate());
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.scene) this.#listen(this.scene);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
  }

  /** Begins what the address says of it, and its keys for a teacher. */
  get #name(): string {
    return this.id || this.derivation || this.#subject.name;
  }

  /** Lines in sight before the reader has uncovered any. */
  #usualLines(): number {
    const asDeclared = this.hasAttribute("all-lines") && this.mode === this.#address.declaredMode;
    return asDeclared || this.mode === "last" ? this.#lines().length : 1;
  }

  /** Lines that a lecture uncovers one by one. */
  get lectureSteps(): number {
    const oneByOne = this.mode === "watch" && !this.hasAttribute("all-lines");
    return oneByOne && controlAccess.allows(`${this.#name}.next`) ? this.#lines().length : 0;
  }

  showLectureStep(lines: number): void {
    this.#uncover(lines);
  }

  get answersTitle(): string {
    const { title, row, rowSymbol, coordinates, coordinate } = this.#subject;
    const where = rowSymbol
      ? words.transport.stepOf(row, this.#subject.lastRow)
      : this.#subject.rowName(row);
    return words.worksheet.derivation(
      title,
      where,
      coordinates.length > 1 ? coordinates[coordinate] : undefined,
    );
  }

  answers(all: boolean): Answer[] {
    if (!all && !controlAccess.allows(`${this.#name}.tell`)) return [];
    const lines = this.#lines();
    const { row, coordinate } = this.#subject;
    const place = { subject: this.#subject, row, coordinate };
    return lines
      .filter((line, i) => this.#isAsked(i, lines.length, line))
      .map((line) => ({
        question: unsafeHTML(line.mathml),
        answer: numberText(line.value(place), 4),
        explain: line.reason,
      }));
  }

  #lines(): DerivationLine[] {
    const without = new Set((this.without ?? "").split(/\s+/));
    return applicableLines(this.#all, this.#subject).filter(({ left }) => !without.has(left.name));
  }

  protected override updated(): void {
    this.#measuring ??= this.#findLongLines();
  }

  protected override async drawn(): Promise<void> {
    await super.drawn();
    await this.#measuring;
  }

  /**
   * A line too long for a phone scrolls, by keyboard too. Lines are measured when the browser has
   * laid them out: to measure them at once would have it lay out the page for each derivation.
   */
  async #findLongLines(): Promise<void> {
    await nextFrame();
    await nextTask();
    this.#measuring = undefined;
    for (const line of this.querySelectorAll<HTMLElement>(".numbers")) {
      if (line.scrollWidth > line.clientWidth + 1) line.tabIndex = 0;
      else line.removeAttribute("tabindex");
    }
  }

  override render() {
    const subject = this.#subject;
    const lines = this.#lines();
    const { row } = subject;
    this.#forgetFills(row);
    const shown = printing.on ? lines.length : Math.min(this.shown, lines.length);
    const w = words.derivation;
    return html`<section class="derivation" role="group" aria-label=${w.about(this.#title)} @keydown=${this.#keys}>
      <div class="derivation-bar">
        ${rowStepper(this.#name, subject)}
        ${subject.coordinates.length > 1 ? guarded(subject.coordinateControl, () => coordinateChoice(this.uid, subject, !this.method)) : nothing}
        ${guarded(`${this.#name}.mode`, () => modeChoice(this.uid, this.mode, (mode) => this.#choose(mode)))}
        ${this.menu()}
      </div>
      <ol class="formula-lines">
        ${lines.slice(0, shown).map((line, i) => this.#line(line, i, lines, row))}
      </ol>
      ${
        shown < lines.length
          ? html`<div class="buttons">${guarded(`${this.#name}.next`, () => html`<button type="button" class="primary" @click=${() => this.#next()} ?disabled=${this.#waiting(lines, shown)}>${w.next(shown, lines.length)}</button>`)}
            ${guarded(`${this.#name}.all`, () => html`<button type="button" @click=${() => this.#next(lines.length)}>${w.showAll}</button>`)}</div>`
          : nothing
      }
    </section>`;
  }

  #line(line: DerivationLine, index: number, lines: DerivationLine[], row: number) {
    const fill = this.#fill(line, index, lines.length, row);
    const place = { subject: this.#subject, row, coordinate: this.#subject.coordinate };
    const asked = fill !== undefined && !fill.settled;
    const open = this.#open(lines);
    const numbers = guard(
      [line, this.#subject.generation, row, this.#subject.coordinate, asked, open.join()],
      () => unsafeHTML(substituted(line, place, asked, open)),
    );
    return html`<li tabindex="-1">
      <div class="symbolic">${unsafeHTML(line.mathml)}</div>
      <div class="numbers">${numbers}</div>
      ${asked && printing.on ? html`<p class="to-write">${words.derivation.fill}</p>` : nothing}
      ${asked ? fill.view() : fill ? html`<p class="verdict-line">${fill.verdict()}</p>` : nothing}
      <p class="reason">${richText(line.reason)}</p>
    </li>`;
  }

  #isAsked(index: number, count: number, { left }: DerivationLine): boolean {
    // a matrix is more than one number to fill in
    if (left.shape === "matrix" && this.#subject.coordinates.length > 1) return false;
    return this.mode === "all" || (this.mode === "last" && index === count - 1);
  }

  /** Symbols whose numbers the reader has yet to find: no line may give one away. */
  #open(lines: DerivationLine[]): string[] {
    const asked = lines.filter((line, i) => this.#isAsked(i, lines.length, line));
    const settled = asked.filter(({ key }) => this.#fills.get(key)?.settled);
    const found = new Set(settled.map(({ left }) => left.symbol));
    return asked.map(({ left }) => left.symbol).filter((symbol) => !found.has(symbol));
  }

  #fill(line: DerivationLine, index: number, count: number, row: number) {
    if (!this.#isAsked(index, count, line)) return undefined;
    let fill = this.#fills.get(line.key);
    if (!fill) {
      fill = new FillCheck({
        id: `${this.uid}-${line.key}`,
        name: this.#name,
        line,
        place: { subject: this.#subject, row, coordinate: this.#subject.coordinate },
        changed: () => {
          this.requestUpdate();
          this.#keepPlace();
        },
        graded: (right) => {
          const question = `${this.id}.${line.key}`;
          this.dispatchEvent(new ResultEvent({ kind: "line", question, right }));
        },
      });
      this.#fills.set(line.key, fill);
    }
    return fill;
  }

  /** What was filled in belongs to one step, one coordinate and one set of settings. */
  #forgetFills(row: number): void {
    const now = `${row} ${this.#subject.coordinate} ${this.#subject.generation}`;
    if (now === this.#filledFor) return;
    this.#filledFor = now;
    this.#fills.clear();
  }

  /** When a field or a button is done with: on to the next, or to the last line. */
  #keepPlace(): void {
    void this.keepFocus(
      ".buttons .primary:enabled",
      "form.fill input",
      ".formula-lines > li:last-child",
    );
  }

  #waiting(lines: DerivationLine[], shown: number): boolean {
    const line = lines[shown - 1];
    const fill = line ? this.#fills.get(line.key) : undefined;
    return this.mode === "all" && fill !== undefined && !fill.settled;
  }

  #choose(mode: Mode): void {
    this.mode = mode;
    this.#address.keepMode(mode);
    this.#fills.clear();
    this.#uncover(this.#usualLines());
  }

  #uncover(lines: number): void {
    this.shown = lines;
    this.#address.keepLines(lines, this.#usualLines());
  }

  #next(to = this.shown + 1): void {
    this.#uncover(to);
    this.#keepPlace();
  }
}
