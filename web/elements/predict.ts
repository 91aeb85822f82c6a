import { html, nothing } from "lit";
import { unsafeHTML } from "lit/directives/unsafe-html.js";
import { answerTo } from "../ask/ask.js";
import { askFrom } from "../ask/ask-attributes.js";
import { pageAsker } from "../engine/page-engine.js";
import { type Concealable, concealableOf } from "../scene/scenes.js";
import { controlAccess } from "../state/control-access.js";
import { printing } from "../state/printing.js";
import { ResultEvent } from "../state/results.js";
import { words } from "../words/en.js";
import { numberText } from "../words/number-text.js";
import type { Answer, Answering } from "./answer.js";
import { guarded } from "./guarded.js";
import { PageElement } from "./page-element.js";
import { richText } from "./rich-text.js";

interface PredictChoice {
  value: string;
  html: string;
}

/**
 * `<fl-predict scene="…" kind="number|choice" problem=… quantity=…>`: asks for a prediction
 * before the runs of a scene are shown, then shows own and actual side by side. Inside it:
 * the question in a `<p>`, for a choice its choices as `<li data-value="…">`, and in
 * `<div class="after">` what to see afterwards. The actual number is the core's answer to the
 * measure in its attributes; of a choice the right one is the `data-value` nearest to it.
 */
export class Predict extends PageElement implements Answering {
  static override properties = { given: { state: true }, drag: { state: true } };
  declare given: number | "skipped" | undefined;
  declare drag: number;
  #question = "";
  #after = "";
  #choices: PredictChoice[] = [];
  #actual = Number.NaN;
  #scene: Concealable | undefined;

  protected override async prepare(): Promise<void> {
    this.#question = this.querySelector(":scope > p")?.innerHTML ?? "";
    this.#after = this.querySelector(":scope > .after")?.innerHTML ?? "";
    this.#choices = [...this.querySelectorAll<HTMLElement>(":scope > ul > li[data-value]")].map(
      (item) => ({
        value: item.dataset.value ?? "",
        html: item.innerHTML,
      }),
    );
    this.drag = Number(this.getAttribute("guess") ?? this.getAttribute("min") ?? 0);
    const get = (name: string) => this.getAttribute(name);
    this.#actual = await answerTo(askFrom(get), pageAsker);
    if (this.hasAttribute("scene")) {
      this.#scene = await concealableOf(this);
      if (controlAccess.of(this.#key) !== "hidden") this.#scene.conceal();
      controlAccess.subscribe(() => this.#accessChanged());
    }
  }

  get #name(): string {
    return this.id || this.uid;
  }

  get #key(): string {
    return `${this.#name}.prediction`;
  }

  protected override controls() {
    return { title: words.predict.label, controls: [this.#key, `${this.#name}.skip`] };
  }

  /** A prediction that nobody can make must not keep the runs from being seen. */
  #accessChanged(): void {
    const revealed = controlAccess.of(this.#key) === "hidden" || this.given !== undefined;
    if (this.#scene?.revealed === revealed) return;
    if (revealed) this.#scene?.reveal();
    else this.#scene?.conceal();
  }

  get answersTitle(): string {
    return words.predict.label;
  }

  answers(all: boolean): Answer[] {
    if (this.given !== undefined || this.hidden) return [];
    if (!all && !controlAccess.allows(this.#key, `${this.#name}.skip`)) return [];
    return [
      {
        question: unsafeHTML(this.#question),
        answer: this.#shownActual(),
        explain: unsafeHTML(this.#after),
      },
    ];
  }

  override render() {
    return this.guardedWhole(this.#key, () =>
      this.given === undefined ? this.#form() : this.#outcome(),
    );
  }

  #form() {
    const w = words.predict;
    return html`<section class="predict" role="group" aria-label=${w.label} aria-describedby="${this.uid}-question">
      <div class="figure-bar"><p class="eyebrow">${w.label}</p>${this.menu()}</div>
      <form @submit=${(event: Event) => this.#commit(event)}>
        <div id="${this.uid}-question">${unsafeHTML(this.#question)}</div>
        ${this.#choices.length > 0 ? this.#choiceField() : this.#numberField()}
        <div class="buttons"><button type="submit" class="primary">${w.commit}</button>
          ${guarded(`${this.#name}.skip`, () => html`<button type="button" @click=${() => this.#reveal("skipped")}>${w.skip}</button>`)}</div>
      </form></section>`;
  }

  #choiceField() {
    return html`<fieldset class="choices"><legend class="visually-hidden">${words.predict.label}</legend>
      ${this.#choices.map(
        ({ value, html: content }) => html`<div class="choice"><label>
          <input type="radio" name="${this.uid}-choice" value=${value} required><span>${unsafeHTML(content)}</span></label></div>`,
      )}</fieldset>`;
  }

  #numberField() {
    if (printing.on) return this.#toWrite();
    return this.#slider();
  }

  #slider() {
    const min = Number(this.getAttribute("min") ?? 0);
    const max = Number(this.getAttribute("max") ?? 10);
    const step = Number(this.getAttribute("step") ?? (max - min) / 100);
    return html`<p class="guess"><input type="range" name="guess" min=${min} max=${max} step=${step} .value=${String(this.drag)}
      aria-labelledby="${this.uid}-question" @input=${(event: Event) => {
        this.drag = Number((event.target as HTMLInputElement).value);
      }}> <output>${numberText(this.drag)}${this.#unit()}</output></p>`;
  }

  /** What the number counts; there may be symbols in it. */
  #unit(): unknown {
    return richText(this.getAttribute("unit") ?? "");
  }

  #toWrite() {
    return html`<p class="to-write">${words.worksheet.prediction}<span class="writing-space"></span>${this.#unit()}</p>`;
  }

  #commit(event: Event): void {
    event.preventDefault();
    if (!controlAccess.allows(this.#key)) return;
    const form = new FormData(event.target as HTMLFormElement);
    this.#reveal(Number(form.get(this.#choices.length > 0 ? `${this.uid}-choice` : "guess")));
  }

  #reveal(given: number | "skipped"): void {
    this.given = given;
    if (given !== "skipped") {
      const right = this.#hit(given);
      this.dispatchEvent(new ResultEvent({ kind: "prediction", question: this.id, right }));
    }
    this.#scene?.reveal();
    void this.updateComplete.then(() => this.querySelector<HTMLElement>(".outcome")?.focus());
  }

  /** The choice whose value is nearest to a number, for own and actual alike. */
  #nearest(value: number): PredictChoice | undefined {
    const distance = (choice: PredictChoice) => Math.abs(Number(choice.value) - value);
    return [...this.#choices].sort((a, b) => distance(a) - distance(b))[0];
  }

  #shown(value: number) {
    return this.#choices.length > 0
      ? html`${unsafeHTML(this.#nearest(value)?.html ?? "")}`
      : html`${numberText(value)}${this.#unit()}`;
  }

  #shownActual() {
    const shown = this.#shown(this.#actual);
    if (this.#choices.length === 0) return shown;
    return html`${shown} <small>(${numberText(this.#actual)}${this.#unit()})</small>`;
  }

  #outcome() {
    const w = words.predict;
    return html`<section class="predict outcome" role="group" tabindex="-1" aria-label=${w.label}>
      <div class="figure-bar"><p class="eyebrow">${w.label}</p>${this.menu()}</div>
      <dl>
        <div><dt>${w.own}</dt><dd>${this.given === "skipped" ? w.skipped : this.#shown(this.given as number)}</dd></div>
        <div><dt>${w.actual}</dt><dd>${this.#shownActual()}</dd></div>
      </dl>
      <p role="status">${this.given === "skipped" ? nothing : this.#comparison()}</p>
      ${unsafeHTML(this.#after)}
    </section>`;
  }

  #comparison(): string {
    return this.#hit(this.given as number) ? words.predict.hit : words.predict.miss;
  }

  #hit(given: number): boolean {
    if (this.#choices.length > 0) return this.#nearest(given) === this.#nearest(this.#actual);
    return Math.abs(given - this.#actual) <= 0.1 * Math.abs(this.#actual);
  }
}
