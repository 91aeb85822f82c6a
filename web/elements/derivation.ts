import { html, nothing } from "lit";
import { guard } from "lit/directives/guard.js";
import { unsafeHTML } from "lit/directives/unsafe-html.js";
import { catalog } from "../engine/page-engine.js";
import { symbolMathml } from "../engine/page-math.js";
import { LossSubject } from "../scene/loss-subject.js";
import { RunSubject } from "../scene/run-subject.js";
import { find } from "../scene/scene-declaration.js";
import { sceneOf, scoreSceneOf } from "../scene/scenes.js";
import type { Subject } from "../scene/subject.js";
import { notices } from "../state/notices.js";
import { ResultEvent } from "../state/results.js";
import type { Store } from "../state/store.js";
import { fromUrl, toUrl } from "../state/url-state.js";
import type { NumberTable } from "../take/takeable.js";
import { words } from "../words/en.js";
import { applicableLines, type DerivationLine, derivationLines } from "./derivation-lines.js";
import { substituted } from "./derivation-numbers.js";
import { FillCheck } from "./fill-check.js";
import { PageElement } from "./page-element.js";
import { richText } from "./rich-text.js";
import { handleSceneKey } from "./scene-keys.js";

type Mode = "watch" | "last" | "all";
const modes: Mode[] = ["watch", "last", "all"];

/**
 * `<fl-derivation method="adam" problem="booth" start="-4,-4" mode="watch">`, or
 * `<fl-derivation loss="softmax_cross_entropy" scene="…">`: the formula lines of a method or loss
 * (or of the `derivation` named) one by one, every symbol with the number the engine used in the
 * selected step or example. In the modes `last` and `all` the reader works out the
 * left side of the last line, or of every line.
 */
export class Derivation extends PageElement {
  static override properties = {
    method: {},
    loss: {},
    derivation: {},
    mode: {},
    shown: { state: true },
    without: {},
  };
  declare method: string | undefined;
  declare loss: string | undefined;
  declare derivation: string | undefined;
  declare mode: Mode;
  /** Lines that have been uncovered. */
  declare shown: number;
  /** Names of quantities whose lines are left out. */
  declare without: string | undefined;
  #subject!: Subject;
  #all: DerivationLine[] = [];
  #title = "";
  #unsubscribe: (() => void) | undefined;
  #fills = new Map<string, FillCheck>();
  #filledFor = "";
  #scene: Store | undefined;
  #numbers: () => Promise<NumberTable | undefined> = async () => undefined;
  #keys: ((event: KeyboardEvent) => void) | undefined;

  constructor() {
    super();
    this.mode = "watch";
    this.shown = 1;
  }

  protected override async prepare(): Promise<void> {
    if (this.loss) await this.#openLoss(this.loss);
    else await this.#openRun();
    if (this.hasAttribute("all-lines")) this.shown = this.#lines().length;
    this.#takeAddress();
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

  #listen(scene: Store): void {
    this.#scene = scene;
    this.#unsubscribe ??= scene.subscribe(() => this.requestUpdate());
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.#scene) this.#listen(this.#scene);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
  }

  /** Where the address keeps the mode. */
  get #modeKey(): string {
    return `${this.id || this.derivation || this.#subject.name}.mode`;
  }

  #takeAddress(): void {
    const asked = fromUrl(this.#modeKey);
    const mode = modes.find((one) => one === asked);
    if (mode) this.#choose(mode);
    else if (asked !== undefined) notices.add(words.notices.badAddress(this.#modeKey, asked));
  }

  #lines(): DerivationLine[] {
    const without = new Set((this.without ?? "").split(/\s+/));
    return applicableLines(this.#all, this.#subject).filter(({ left }) => !without.has(left.name));
  }

  override render() {
    const subject = this.#subject;
    const lines = this.#lines();
    const { row } = subject;
    this.#forgetFills(row);
    const shown = Math.min(this.shown, lines.length);
    const w = words.derivation;
    return html`<section class="derivation" role="group" aria-label=${w.about(this.#title)} @keydown=${this.#keys}>
      <div class="derivation-bar">
        <div class="stepper" role="group" aria-label=${w.chooseStep}>
          <button type="button" aria-label=${words.transport.back} aria-disabled=${row <= subject.firstRow} @click=${() => row > subject.firstRow && subject.selectRow(row - 1)}>−</button>
          <output>${subject.rowSymbol ? html`${unsafeHTML(symbolMathml(subject.rowSymbol))} = ` : nothing}${subject.rowName(row)}</output>
          <button type="button" aria-label=${words.transport.step} aria-disabled=${row >= subject.lastRow} @click=${() => row < subject.lastRow && subject.selectRow(row + 1)}>+</button>
        </div>
        ${subject.coordinates.length > 1 ? this.#coordinates() : nothing}
        <fieldset class="option modes"><legend class="visually-hidden">${w.modes}</legend><div class="segments">
          ${modes.map(
            (
              mode,
            ) => html`<label><input type="radio" name="${this.uid}-mode" .checked=${this.mode === mode}
              @change=${() => this.#choose(mode)}><span>${w.mode[mode]}</span></label>`,
          )}</div></fieldset>
        ${this.menu()}
      </div>
      <ol class="formula-lines">
        ${lines.slice(0, shown).map((line, i) => this.#line(line, i, lines.length, row))}
      </ol>
      ${
        shown < lines.length
          ? html`<p class="buttons"><button type="button" class="primary" @click=${() => this.#next()} ?disabled=${this.#waiting(lines, shown)}>${w.next(shown, lines.length)}</button>
            <button type="button" @click=${() => this.#next(lines.length)}>${w.showAll}</button></p>`
          : nothing
      }
    </section>`;
  }

  #coordinates() {
    return html`<fieldset class="option"><legend class="visually-hidden">${words.derivation.coordinate}</legend><div class="segments">
      ${this.#subject.coordinates.map(
        (
          name,
          i,
        ) => html`<label><input type="radio" name="${this.uid}-coordinate" .checked=${this.#subject.coordinate === i}
          @change=${() => this.#subject.selectCoordinate(i)}><span>${this.loss ? name : html`<i>${name}</i>`}</span></label>`,
      )}</div></fieldset>`;
  }

  #line(line: DerivationLine, index: number, count: number, row: number) {
    const fill = this.#fill(line, index, count, row);
    const place = { subject: this.#subject, row, coordinate: this.#subject.coordinate };
    const asked = fill !== undefined && !fill.settled;
    const numbers = guard(
      [line, this.#subject.generation, row, this.#subject.coordinate, asked],
      () => unsafeHTML(substituted(line, place, asked)),
    );
    return html`<li tabindex="-1">
      <div class="symbolic">${unsafeHTML(line.mathml)}</div>
      <div class="numbers">${numbers}</div>
      ${asked ? fill.view() : fill ? html`<p class="verdict-line">${fill.verdict()}</p>` : nothing}
      <p class="reason">${richText(line.reason)}</p>
    </li>`;
  }

  #fill(line: DerivationLine, index: number, count: number, row: number) {
    const asked = this.mode === "all" || (this.mode === "last" && index === count - 1);
    if (!asked) return undefined;
    let fill = this.#fills.get(line.key);
    if (!fill) {
      fill = new FillCheck({
        id: `${this.uid}-${line.key}`,
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
    toUrl(this.#modeKey, mode === (this.getAttribute("mode") ?? "watch") ? undefined : mode);
    this.#fills.clear();
    this.shown = mode === "last" ? this.#lines().length : 1;
  }

  #next(to = this.shown + 1): void {
    this.shown = to;
    this.#keepPlace();
  }
}
