import { html, nothing } from "lit";
import { guard } from "lit/directives/guard.js";
import { unsafeHTML } from "lit/directives/unsafe-html.js";
import { catalog } from "../engine/page-engine.js";
import { symbolMathml } from "../engine/page-math.js";
import type { SceneRun } from "../scene/scene.js";
import { sceneOf } from "../scene/scenes.js";
import { notices } from "../state/notices.js";
import { fromUrl, toUrl } from "../state/url-state.js";
import { words } from "../words/en.js";
import { applicableLines, type DerivationLine, derivationLines } from "./derivation-lines.js";
import { substituted } from "./derivation-numbers.js";
import { FillCheck } from "./fill-check.js";
import { richText } from "./rich-text.js";
import { SceneElement } from "./scene-element.js";
import { handleSceneKey } from "./scene-keys.js";

type Mode = "watch" | "last" | "all";
const modes: Mode[] = ["watch", "last", "all"];

/**
 * `<fl-derivation method="adam" problem="booth" start="-4,-4" mode="watch">`: the formula lines
 * of a method (or of the `derivation` named) one by one, every symbol with the number the
 * engine used in the selected step. In the modes `last` and `all` the reader works out the
 * left side of the last line, or of every line.
 */
export class Derivation extends SceneElement {
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
    if (this.hasAttribute("all-lines")) this.shown = this.#lines().length;
    this.#takeAddress();
  }

  /** Where the address keeps the mode. */
  get #modeKey(): string {
    return `${this.id || this.derivation || this.method}.mode`;
  }

  #takeAddress(): void {
    const asked = fromUrl(this.#modeKey);
    const mode = modes.find((one) => one === asked);
    if (mode) this.#choose(mode);
    else if (asked !== undefined) notices.add(words.notices.badAddress(this.#modeKey, asked));
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
    const t = Math.max(1, Math.min(scene.step, run.report?.steps ?? scene.steps));
    this.#forgetFills(t);
    const shown = Math.min(this.shown, lines.length);
    const w = words.derivation;
    return html`<section class="derivation" role="group" aria-label=${w.label} @keydown=${(event: KeyboardEvent) => handleSceneKey(event, scene)}>
      <div class="derivation-bar">
        <div class="stepper" role="group" aria-label=${w.chooseStep}>
          <button type="button" aria-label=${words.transport.back} aria-disabled=${t <= 1} @click=${() => t > 1 && scene.select(t - 1)}>−</button>
          <output>${unsafeHTML(symbolMathml("now"))} = ${t}</output>
          <button type="button" aria-label=${words.transport.step} aria-disabled=${t >= scene.steps} @click=${() => scene.select(t + 1)}>+</button>
        </div>
        ${scene.problem.dimension > 1 ? this.#coordinates() : nothing}
        <fieldset class="option modes"><legend class="visually-hidden">${w.modes}</legend><div class="segments">
          ${modes.map(
            (
              mode,
            ) => html`<label><input type="radio" name="${this.uid}-mode" .checked=${this.mode === mode}
              @change=${() => this.#choose(mode)}><span>${w.mode[mode]}</span></label>`,
          )}</div></fieldset>
      </div>
      <ol class="formula-lines">
        ${lines.slice(0, shown).map((line, i) => this.#line(line, i, lines.length, run, t))}
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
    const names = ["x", "y"];
    return html`<fieldset class="option"><legend class="visually-hidden">${words.derivation.coordinate}</legend><div class="segments">
      ${names.slice(0, this.scene.problem.dimension).map(
        (
          name,
          i,
        ) => html`<label><input type="radio" name="${this.uid}-coordinate" .checked=${this.coordinate === i}
          @change=${() => {
            this.coordinate = i;
          }}><span><i>${name}</i></span></label>`,
      )}</div></fieldset>`;
  }

  #line(line: DerivationLine, index: number, count: number, run: SceneRun, t: number) {
    const fill = this.#fill(line, index, count, run, t);
    const place = { scene: this.scene, run, t, coordinate: this.coordinate };
    const asked = fill !== undefined && !fill.settled;
    const numbers = guard([line, this.scene.generation, t, this.coordinate, asked], () =>
      unsafeHTML(substituted(line, place, asked)),
    );
    return html`<li tabindex="-1">
      <div class="symbolic">${unsafeHTML(line.mathml)}</div>
      <div class="numbers">${numbers}</div>
      ${asked ? fill.view() : fill ? html`<p class="verdict-line">${fill.verdict()}</p>` : nothing}
      <p class="reason">${richText(line.reason)}</p>
    </li>`;
  }

  #fill(line: DerivationLine, index: number, count: number, run: SceneRun, t: number) {
    const asked = this.mode === "all" || (this.mode === "last" && index === count - 1);
    if (!asked) return undefined;
    let fill = this.#fills.get(line.key);
    if (!fill) {
      fill = new FillCheck({
        id: `${this.uid}-${line.key}`,
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
    toUrl(this.#modeKey, mode === (this.getAttribute("mode") ?? "watch") ? undefined : mode);
    this.#fills.clear();
    this.shown = mode === "last" ? this.#lines().length : 1;
  }

  #next(to = this.shown + 1): void {
    this.shown = to;
    this.#keepPlace();
  }
}
