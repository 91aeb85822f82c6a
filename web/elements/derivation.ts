import { html, nothing } from "lit";
import { guard } from "lit/directives/guard.js";
import { unsafeHTML } from "lit/directives/unsafe-html.js";
import { catalog } from "../engine/page-engine.js";
import { symbolMathml } from "../engine/page-math.js";
import type { SceneRun } from "../scene/scene.js";
import { sceneOf } from "../scene/scenes.js";
import { controlAccess } from "../state/control-access.js";
import { printing } from "../state/printing.js";
import { words } from "../words/en.js";
import { numberText } from "../words/number-text.js";
import type { Answer, Answering } from "./answer.js";
import { DerivationAddress, type Mode, modes } from "./derivation-address.js";
import { applicableLines, type DerivationLine, derivationLines } from "./derivation-lines.js";
import { substituted } from "./derivation-numbers.js";
import { FillCheck } from "./fill-check.js";
import { guarded } from "./guarded.js";
import { SceneElement } from "./scene-element.js";
import { handleSceneKey } from "./scene-keys.js";

const coordinateNames = ["x", "y"];

/**
 * `<fl-derivation method="adam" problem="booth" start="-4,-4" mode="watch">`: the formula lines
 * of a method (or of the `derivation` named) one by one, every symbol with the number the
 * engine used in the selected step. In the modes `last` and `all` the reader works out the
 * left side of the last line, or of every line.
 */
export class Derivation extends SceneElement implements Answering {
  static override properties = {
    method: {},
    derivation: {},
    mode: {},
    shown: { state: true },
    coordinate: { state: true },
  };
  declare method: string;
  declare derivation: string | undefined;
  declare mode: Mode;
  /** Lines that have been uncovered. */
  declare shown: number;
  declare coordinate: number;
  #all: DerivationLine[] = [];
  #fills = new Map<string, FillCheck>();
  #address!: DerivationAddress;
  #filledFor = "";

  constructor() {
    super();
    this.mode = "watch";
    this.shown = 1;
    this.coordinate = 0;
  }

  protected override async prepare(): Promise<void> {
    const known = await catalog;
    this.scene ??= await sceneOf(this);
    const run = this.#run();
    this.#all = derivationLines(known, run.method, this.derivation);
    this.scene.want(this.#all.flatMap((line) => line.wanted));
    await super.prepare();
    this.#address = new DerivationAddress(this.#name, this.mode);
    this.mode = this.#address.takeMode();
    this.coordinate = this.#address.takeCoordinate(this.#coordinateNames());
    this.shown = this.#address.takeLines(this.#usualLines(), this.#all.length);
  }

  protected override controls() {
    const key = (control: string) => `${this.#name}.${control}`;
    const w = words.teacher.derivation;
    return {
      title: w.title(this.#run().method.title),
      controls: [
        { key: key("step"), label: w.step },
        ...(this.scene.problem.dimension > 1
          ? [{ key: key("coordinate"), label: w.coordinate }]
          : []),
        { key: key("mode"), label: w.mode },
        { key: key("next"), label: w.next },
        { key: key("all"), label: w.all },
        { key: key("hint"), label: w.hint },
        { key: key("tell"), label: w.tell },
      ],
    };
  }

  /** Begins what the address says of it, and its keys for a teacher. */
  get #name(): string {
    return this.id || this.derivation || this.method;
  }

  #coordinateNames(): string[] {
    return coordinateNames.slice(0, this.scene.problem.dimension);
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
    const { title } = this.#run().method;
    const coordinates = this.#coordinateNames();
    const coordinate = coordinates.length > 1 ? coordinates[this.coordinate] : undefined;
    return words.worksheet.derivation(title, this.#step(), coordinate);
  }

  answers(all: boolean): Answer[] {
    if (!all && !controlAccess.allows(`${this.#name}.tell`)) return [];
    const lines = this.#lines();
    const place = {
      scene: this.scene,
      run: this.#run(),
      t: this.#step(),
      coordinate: this.coordinate,
    };
    return lines
      .filter((_, i) => this.#isAsked(i, lines.length))
      .map((line) => ({
        question: unsafeHTML(line.mathml),
        answer: numberText(line.value(place), 4),
        explain: line.reason,
      }));
  }

  #run(): SceneRun {
    const run = this.scene.runs.find(({ method }) => method.name === this.method);
    if (!run) throw new Error(`method: the scene has no run of "${this.method}"`);
    return run;
  }

  #lines(): DerivationLine[] {
    return applicableLines(this.#all, this.scene, this.#run());
  }

  override render() {
    const { scene } = this;
    const run = this.#run();
    const lines = this.#lines();
    const t = this.#step();
    this.#forgetFills(t);
    const shown = printing.on ? lines.length : Math.min(this.shown, lines.length);
    const w = words.derivation;
    return html`<section class="derivation" role="group" aria-label=${w.label} @keydown=${(event: KeyboardEvent) => handleSceneKey(event, scene)}>
      <div class="derivation-bar">
        ${this.#stepper(t)}
        ${scene.problem.dimension > 1 ? guarded(`${this.#name}.coordinate`, () => this.#coordinates()) : nothing}
        ${guarded(
          `${this.#name}.mode`,
          () => html`<fieldset class="option modes"><legend class="visually-hidden">${w.modes}</legend><div class="segments">
          ${modes.map(
            (
              mode,
            ) => html`<label><input type="radio" name="${this.uid}-mode" .checked=${this.mode === mode}
              @change=${() => this.#choose(mode)}><span>${w.mode[mode]}</span></label>`,
          )}</div></fieldset>`,
        )}
      </div>
      <ol class="formula-lines">
        ${lines.slice(0, shown).map((line, i) => this.#line(line, i, lines, run, t))}
      </ol>
      ${
        shown < lines.length
          ? html`<div class="buttons">${guarded(`${this.#name}.next`, () => html`<button type="button" class="primary" @click=${() => this.#next()} ?disabled=${this.#waiting(lines, shown)}>${w.next(shown, lines.length)}</button>`)}
            ${guarded(`${this.#name}.all`, () => html`<button type="button" @click=${() => this.#next(lines.length)}>${w.showAll}</button>`)}</div>`
          : nothing
      }
    </section>`;
  }

  #step(): number {
    const { scene } = this;
    return Math.max(1, Math.min(scene.step, this.#run().report?.steps ?? scene.steps));
  }

  #stepper(t: number) {
    const { scene } = this;
    const now = html`<output>${unsafeHTML(symbolMathml("now"))} = ${t}</output>`;
    const keys = [`${this.#name}.step`, `${scene.key}.transport`];
    if (controlAccess.of(...keys) === "hidden") return now;
    return guarded(
      keys,
      () => html`<div class="stepper" role="group" aria-label=${words.derivation.chooseStep}>
        <button type="button" aria-label=${words.transport.back} aria-disabled=${t <= 1} @click=${() => t > 1 && scene.select(t - 1)}>−</button>
        ${now}
        <button type="button" aria-label=${words.transport.step} aria-disabled=${t >= scene.steps} @click=${() => scene.select(t + 1)}>+</button>
      </div>`,
    );
  }

  #coordinates() {
    return html`<fieldset class="option"><legend class="visually-hidden">${words.derivation.coordinate}</legend><div class="segments">
      ${this.#coordinateNames().map(
        (
          name,
          i,
        ) => html`<label><input type="radio" name="${this.uid}-coordinate" .checked=${this.coordinate === i}
          @change=${() => {
            this.coordinate = i;
            this.#address.keepCoordinate(name, i);
          }}><span><i>${name}</i></span></label>`,
      )}</div></fieldset>`;
  }

  #line(line: DerivationLine, index: number, lines: DerivationLine[], run: SceneRun, t: number) {
    const fill = this.#fill(line, index, lines.length, run, t);
    const place = { scene: this.scene, run, t, coordinate: this.coordinate };
    const asked = fill !== undefined && !fill.settled;
    const open = this.#open(lines);
    const numbers = guard([line, this.scene.generation, t, this.coordinate, open.join()], () =>
      unsafeHTML(substituted(line, place, open)),
    );
    return html`<li tabindex="-1">
      <div class="symbolic">${unsafeHTML(line.mathml)}</div>
      <div class="numbers">${numbers}</div>
      ${asked && printing.on ? html`<p class="to-write">${words.derivation.fill}</p>` : nothing}
      ${asked ? fill.view() : fill ? html`<p class="verdict-line">${fill.verdict()}</p>` : nothing}
      <p class="reason">${line.reason}</p>
    </li>`;
  }

  #isAsked(index: number, count: number): boolean {
    return this.mode === "all" || (this.mode === "last" && index === count - 1);
  }

  /** Symbols whose numbers the reader has yet to find: no line may give one away. */
  #open(lines: DerivationLine[]): string[] {
    return lines.flatMap(({ key, left }, i) =>
      this.#isAsked(i, lines.length) && !this.#fills.get(key)?.settled ? [left.symbol] : [],
    );
  }

  #fill(line: DerivationLine, index: number, count: number, run: SceneRun, t: number) {
    if (!this.#isAsked(index, count)) return undefined;
    let fill = this.#fills.get(line.key);
    if (!fill) {
      fill = new FillCheck({
        id: `${this.uid}-${line.key}`,
        name: this.#name,
        line,
        place: { scene: this.scene, run, t, coordinate: this.coordinate },
        changed: () => {
          this.requestUpdate();
          this.#keepPlace();
        },
      });
      this.#fills.set(line.key, fill);
    }
    return fill;
  }

  /** What was filled in belongs to one step, one coordinate and one set of settings. */
  #forgetFills(t: number): void {
    const now = `${t} ${this.coordinate} ${this.scene.generation}`;
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
