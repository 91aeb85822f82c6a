import { html, nothing } from "lit";
import { unsafeHTML } from "lit/directives/unsafe-html.js";
import type { Quantity } from "../../wasm/engine/types.js";
import { catalog } from "../engine/page-engine.js";
import { RunSubject } from "../scene/run-subject.js";
import type { SceneRun } from "../scene/scene.js";
import { controlAccess } from "../state/control-access.js";
import { printing } from "../state/printing.js";
import { words } from "../words/en.js";
import type { Answer, Answering } from "./answer.js";
import { applicableLines, type DerivationLine, derivationLines } from "./derivation-lines.js";
import { guarded } from "./guarded.js";
import { SceneElement } from "./scene-element.js";

/**
 * `<fl-slip problem=… runs="adam bias_correction=no_power as as printed; adam as corrected"
 * quantity="step_length">`: the formula as printed (first run) and corrected (second run), both
 * running live. The reader points at the line that is wrong; then what is in it
 * (`<div class="after">`) explains.
 */
export class Slip extends SceneElement implements Answering {
  static override properties = {
    quantity: {},
    x: {},
    y: {},
    picked: { state: true },
    told: { state: true },
  };
  declare quantity: string;
  declare x: string | undefined;
  declare y: string | undefined;
  /** Keys of the lines the reader has pointed at. */
  declare picked: Set<string>;
  declare told: boolean;
  #lines: DerivationLine[] = [];
  #stepQuantities: readonly Quantity[] = [];
  #intro = "";
  #after = "";

  constructor() {
    super();
    this.picked = new Set();
    this.told = false;
  }

  protected override quantities(): string[] {
    return [this.quantity];
  }

  protected override async prepare(): Promise<void> {
    this.#intro = this.querySelector(":scope > .before")?.innerHTML ?? "";
    this.#after = this.querySelector(":scope > .after")?.innerHTML ?? "";
    await super.prepare();
    this.#stepQuantities = (await catalog).stepQuantities;
    this.#lines = derivationLines(this.#subject(0), undefined);
  }

  get #name(): string {
    return this.id || this.scene.key;
  }

  protected override controls() {
    return {
      title: this.answersTitle,
      controls: [
        { key: `${this.#name}.lines`, label: words.teacher.slipLines },
        { key: `${this.#name}.tell`, label: words.teacher.slipTell },
      ],
    };
  }

  get answersTitle(): string {
    return `${words.slip.label}: ${this.#run(0).label}`;
  }

  answers(all: boolean): Answer[] {
    if (this.#found || (!all && !controlAccess.allows(`${this.#name}.tell`))) return [];
    const wrong = this.#wrongKeys();
    const names = this.#linesOf(0).flatMap((line, i) =>
      wrong.has(line.key) ? [words.slip.line(i + 1, line.left.meaning)] : [],
    );
    return [
      { question: words.slip.ask, answer: names.join("; "), explain: unsafeHTML(this.#after) },
    ];
  }

  #run(index: number): SceneRun {
    const run = this.scene.runs[index];
    if (!run) throw new Error("runs: a slip needs two, as printed and corrected");
    return run;
  }

  #subject(index: number): RunSubject {
    return new RunSubject(this.scene, this.#run(index), this.#stepQuantities);
  }

  /** Lines of the printed run that the corrected one does not have. */
  #wrongKeys(): Set<string> {
    const corrected = new Set(this.#linesOf(1).map(({ key }) => key));
    return new Set(this.#linesOf(0).flatMap(({ key }) => (corrected.has(key) ? [] : [key])));
  }

  #linesOf(index: number): DerivationLine[] {
    return applicableLines(this.#lines, this.#subject(index));
  }

  get #found(): boolean {
    const wrong = this.#wrongKeys();
    return this.told || [...this.picked].some((key) => wrong.has(key));
  }

  override render() {
    const w = words.slip;
    const wrong = this.#wrongKeys();
    const found = this.#found;
    return html`<section class="slip" role="group" aria-label=${w.label}>
      <p class="eyebrow">${w.label}</p>
      ${unsafeHTML(this.#intro)}
      <div class="slip-columns">
        <div><h4>${this.#run(0).label}</h4>
          <ol class="slip-lines">${this.#linesOf(0).map((line, i) => this.#printedLine(line, i, wrong, found))}</ol></div>
        ${
          found
            ? html`<div><h4>${this.#run(1).label}</h4><ol class="slip-lines">${this.#linesOf(1).map(
                (line) =>
                  html`<li class=${this.#linesOf(0).some(({ key }) => key === line.key) ? "" : "corrected"}>${unsafeHTML(line.mathml)}</li>`,
              )}</ol></div>`
            : nothing
        }
      </div>
      <p role="status" tabindex="-1" class="feedback ${found ? "right" : this.picked.size > 0 ? "wrong" : ""}">${
        found ? (this.told ? w.told : w.found) : this.picked.size > 0 ? w.notThis : w.ask
      }</p>
      ${!found && printing.on ? html`<p class="to-write">${words.worksheet.line}</p>` : nothing}
      ${found ? nothing : html`<div class="buttons">${guarded(`${this.#name}.tell`, () => html`<button type="button" @click=${() => this.#tell()}>${w.tell}</button>`)}</div>`}
      <fl-trace .scene=${this.scene} quantities=${this.quantity} x=${this.x ?? nothing} y=${this.y ?? nothing}></fl-trace>
      <fl-transport .scene=${this.scene}></fl-transport>
      ${found ? html`<div class="after">${unsafeHTML(this.#after)}</div>` : nothing}
    </section>`;
  }

  /** The formula stands beside its button: what is inside a button is no formula to a screen reader. */
  #printedLine(line: DerivationLine, index: number, wrong: Set<string>, found: boolean) {
    const picked = this.picked.has(line.key);
    const state = found && wrong.has(line.key) ? "slipped" : picked ? "cleared" : "";
    const label = words.slip.line(index + 1, line.left.meaning);
    const access = controlAccess.of(`${this.#name}.lines`);
    const button = html`<button type="button" aria-label=${label} aria-pressed=${picked}
      title=${access === "locked" ? words.teacher.locked : nothing} ?disabled=${found || access === "locked"}></button>`;
    return html`<li class="pickable ${state}" @click=${() => this.#pick(line.key)}>
      ${access === "hidden" ? nothing : button}${unsafeHTML(line.mathml)}</li>`;
  }

  #pick(key: string): void {
    if (this.#found || !controlAccess.allows(`${this.#name}.lines`)) return;
    this.picked = new Set([...this.picked, key]);
    void this.keepFocus(".feedback");
  }

  #tell(): void {
    this.told = true;
    void this.keepFocus(".feedback");
  }
}
