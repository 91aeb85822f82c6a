import { html, nothing } from "lit";
import { unsafeHTML } from "lit/directives/unsafe-html.js";
import { catalog } from "../engine/page-engine.js";
import type { DeclaredSchedule } from "../scene/declared-schedule.js";
import { LossSubject } from "../scene/loss-subject.js";
import { RunSubject } from "../scene/run-subject.js";
import { sceneOf, scoreSceneOf } from "../scene/scenes.js";
import type { Subject } from "../scene/subject.js";
import { controlAccess } from "../state/control-access.js";
import { printing } from "../state/printing.js";
import { ResultEvent } from "../state/results.js";
import { words } from "../words/en.js";
import type { Answer, Answering } from "./answer.js";
import {
  applicableLines,
  type DerivationLine,
  derivationLines,
  linesOfSchedule,
} from "./derivation-lines.js";
import { guarded } from "./guarded.js";
import { PageElement } from "./page-element.js";
import { richText } from "./rich-text.js";
import { formulaLine, SlipClaims, type SlipLine } from "./slip-claims.js";

/** One of the two formulas. */
export interface Side {
  label: string;
  subject: Subject;
  /** Of a run whose learning rate changes. */
  schedule?: DeclaredSchedule;
}

/**
 * `<fl-slip problem=… runs="adam bias_correction=no_power as as printed; adam as corrected"
 * quantity="step_length">`, or `<fl-slip scores=… losses="… as as printed; … as corrected"
 * unfold="probability example_loss">`, or `analyses="ridge_line … as as printed; …"`, which shows two fits, or with `quantity` that column against `x`: the formula as printed and corrected, both running live.
 * `<div class="before">` in it says in a heading what this is, `caption` or `description` what its
 * figure shows. The reader points at the line that is wrong; then `<div class="after">` explains.
 */
export class Slip extends PageElement implements Answering {
  static override properties = {
    quantity: {},
    unfold: {},
    without: {},
    x: {},
    y: {},
    picked: { state: true },
    told: { state: true },
  };
  declare quantity: string;
  declare unfold: string | undefined;
  /** Names of quantities whose lines are left out. */
  declare without: string | undefined;
  declare x: string | undefined;
  declare y: string | undefined;
  /** Keys of the lines the reader has pointed at. */
  declare picked: Set<string>;
  declare told: boolean;
  #claims = new SlipClaims([]);
  /** Lines of either side. */
  #lines: DerivationLine[][] = [];
  /** As printed, and corrected. */
  #sides: Side[] = [];
  #unsubscribe: (() => void) | undefined;
  #body: () => unknown = () => nothing;
  #intro = "";
  #heading = "";
  #after = "";

  constructor() {
    super();
    this.picked = new Set();
    this.told = false;
  }

  protected override async prepare(): Promise<void> {
    this.#intro = this.querySelector(":scope > .before")?.innerHTML ?? "";
    this.#heading = this.querySelector(":scope > .before :is(h2, h3, h4)")?.textContent ?? "";
    this.#after = this.querySelector(":scope > .after")?.innerHTML ?? "";
    this.#claims = new SlipClaims([...this.querySelectorAll<HTMLElement>(":scope > .claims > li")]);
    if (this.hasAttribute("losses")) await this.#openLosses();
    else if (this.hasAttribute("analyses")) await this.#openTables();
    else await this.#openRuns();
    const out = (this.without ?? "").split(/\s+/);
    this.#lines = [0, 1].map((index) => {
      const { subject, schedule } = this.#side(index);
      const lines = [...linesOfSchedule(schedule), ...derivationLines(subject, undefined)];
      return lines.filter(({ left }) => !out.includes(left.name));
    });
  }

  get #name(): string {
    return this.id || this.getAttribute("scene") || this.uid;
  }

  protected override controls() {
    return {
      title: this.answersTitle,
      controls: [`${this.#name}.lines`, `${this.#name}.tell`],
    };
  }

  get answersTitle(): string {
    return `${words.slip.label}: ${this.#ofClaims ? this.#heading : this.#side(0).label}`;
  }

  answers(all: boolean): Answer[] {
    if (this.#found || (!all && !controlAccess.allows(`${this.#name}.tell`))) return [];
    const wrong = this.#wrongKeys();
    const names = this.#printed.flatMap(({ key, spoken }) => (wrong.has(key) ? [spoken] : []));
    return [
      { question: words.slip.ask, answer: names.join("; "), explain: unsafeHTML(this.#after) },
    ];
  }

  async #openRuns(): Promise<void> {
    const { stepQuantities } = await catalog;
    const said = this.#said;
    const scene = await sceneOf(this);
    scene.want([this.quantity]);
    this.#unsubscribe = scene.subscribe(() => this.requestUpdate());
    await scene.computed;
    this.#sides = scene.runs.map((run) => ({
      label: run.label,
      subject: new RunSubject(scene, run, stepQuantities),
      ...(run.schedule && { schedule: run.schedule }),
    }));
    this.#body =
      () => html`<fl-trace .scene=${scene} quantities=${this.quantity} x=${this.x ?? nothing} y=${this.y ?? nothing}
        caption=${said.caption} description=${said.description}></fl-trace>
      <fl-transport .scene=${scene}></fl-transport>`;
  }

  async #openLosses(): Promise<void> {
    const { exampleQuantities } = await catalog;
    const said = this.#said;
    const scene = await scoreSceneOf(this);
    this.#unsubscribe = scene.subscribe(() => this.requestUpdate());
    await scene.computed;
    this.#sides = scene.losses.map((scored) => ({
      label: scored.label,
      subject: new LossSubject(scene, scored, exampleQuantities),
    }));
    this.#body =
      () => html`<fl-scores .scene=${scene} unfold=${this.unfold ?? "example_loss"} show=""
        caption=${said.caption} description=${said.description}></fl-scores>`;
  }

  async #openTables(): Promise<void> {
    const open = this.hasAttribute("matrix")
      ? (await import("./slip-matrix.js")).openMatrixPair
      : (await import("./slip-tables.js")).openTablePair;
    const { sides, body } = await open(this, this.#name, () => this.requestUpdate());
    this.#sides = sides;
    this.#body = body;
  }

  /** What is to be seen in its figure. */
  get #said() {
    const said = (name: string) => this.getAttribute(name) ?? nothing;
    return { caption: said("caption"), description: said("description") };
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unsubscribe?.();
  }

  #side(index: number): Side {
    const side = this.#sides[index];
    if (!side) throw new Error("runs: a slip needs two, as printed and corrected");
    return side;
  }

  /** As they are drawn: two variants may share a line, each with a reason of its own. */
  #formulasOf(index: number): Set<string> {
    return new Set(this.#linesOf(index).map(({ mathml }) => mathml));
  }

  /** Lines of the printed run that the corrected one does not have. */
  #wrongKeys(): ReadonlySet<string> {
    if (this.#ofClaims) return this.#claims.wrong;
    const corrected = this.#formulasOf(1);
    const wrong = this.#linesOf(0).filter(({ mathml }) => !corrected.has(mathml));
    return new Set(wrong.map(({ key }) => key));
  }

  #linesOf(index: number): DerivationLine[] {
    return applicableLines(this.#lines[index] ?? [], this.#side(index).subject);
  }

  /** Whether it is a sentence that slipped, and not a formula. */
  get #ofClaims(): boolean {
    return this.#claims.lines.length > 0;
  }

  get #printed(): SlipLine[] {
    return this.#ofClaims ? this.#claims.lines : this.#linesOf(0).map(formulaLine);
  }

  get #found(): boolean {
    const wrong = this.#wrongKeys();
    return this.told || [...this.picked].some((key) => wrong.has(key));
  }

  override render() {
    const w = words.slip;
    const wrong = this.#wrongKeys();
    const found = this.#found;
    return html`<section class="slip" role="group" aria-label=${w.about(this.#heading)}>
      <div class="figure-bar"><p class="eyebrow">${w.label}</p>${this.menu()}</div>
      ${unsafeHTML(this.#intro)}
      <div class="slip-columns">
        <div>${this.#ofClaims ? nothing : html`<h4>${richText(this.#side(0).label)}</h4>`}
          <ol class="slip-lines">${this.#printed.map((line) => this.#printedLine(line, wrong, found))}</ol></div>
        ${
          found && !this.#ofClaims
            ? html`<div><h4>${richText(this.#side(1).label)}</h4><ol class="slip-lines">${this.#linesOf(
                1,
              ).map(
                (line) =>
                  html`<li class=${this.#formulasOf(0).has(line.mathml) ? "" : "corrected"}>${unsafeHTML(line.mathml)}</li>`,
              )}</ol></div>`
            : nothing
        }
      </div>
      <p role="status" tabindex="-1" class="feedback ${found ? "right" : this.picked.size > 0 ? "wrong" : ""}">${
        found
          ? this.told
            ? w.told
            : w.found
          : this.picked.size > 0
            ? w.notThis
            : this.#ofClaims
              ? w.askClaim
              : w.ask
      }</p>
      ${!found && printing.on ? html`<p class="to-write">${words.worksheet.line}</p>` : nothing}
      ${found ? nothing : html`<div class="buttons">${guarded(`${this.#name}.tell`, () => html`<button type="button" @click=${() => this.#tell()}>${w.tell}</button>`)}</div>`}
      ${this.#body()}
      ${found ? html`<div class="after">${unsafeHTML(this.#after)}</div>` : nothing}
    </section>`;
  }

  /** The formula stands beside its button: what is inside a button is no formula to a screen reader. */
  #printedLine({ key, spoken, view }: SlipLine, wrong: ReadonlySet<string>, found: boolean) {
    const picked = this.picked.has(key);
    const state = found && wrong.has(key) ? "slipped" : picked ? "cleared" : "";
    const access = controlAccess.of(`${this.#name}.lines`);
    const button = html`<button type="button" aria-label=${spoken} aria-pressed=${picked}
      title=${access === "locked" ? words.teacher.locked : nothing} ?disabled=${found || access === "locked"}></button>`;
    return html`<li class="pickable ${state}" @click=${() => this.#pick(key)}>
      ${access === "hidden" ? nothing : button}${view}</li>`;
  }

  #pick(key: string): void {
    if (this.#found || !controlAccess.allows(`${this.#name}.lines`)) return;
    this.picked = new Set([...this.picked, key]);
    const right = this.#wrongKeys().has(key);
    this.dispatchEvent(new ResultEvent({ kind: "slip", question: this.id, right }));
    void this.keepFocus(".feedback");
  }

  #tell(): void {
    this.told = true;
    void this.keepFocus(".feedback");
  }
}
