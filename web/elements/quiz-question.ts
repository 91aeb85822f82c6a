import { html, nothing } from "lit";
import { unsafeHTML } from "lit/directives/unsafe-html.js";
import { type Drawn, type OpenQuestion, withNumbers } from "../quiz/draw-question.js";
import { grade } from "../quiz/grade.js";
import { plainText } from "../quiz/plain-text.js";
import type { ChoiceQuestion, NumberQuestion } from "../quiz/types.js";
import { controlAccess } from "../state/control-access.js";
import { printing } from "../state/printing.js";
import { words } from "../words/en.js";
import { numberText } from "../words/number-text.js";
import { readNumber } from "../words/read-number.js";
import type { Answer } from "./answer.js";
import { guarded } from "./guarded.js";

/** What a reader answered: a number, or the texts of the choices. */
export interface GradedAnswer {
  given: number | string[];
  right: boolean;
}

export interface CardOptions {
  open: OpenQuestion;
  changed(): void;
  graded(answer: GradedAnswer): void;
  /** The same question with other numbers; without it none is offered. */
  another?(): Promise<OpenQuestion>;
  /** The answer was shown; with this, it may be asked for before the first try. */
  told?(): void;
}

/** One question on the page: what was answered, what is said of it. */
export class QuestionCard {
  #open: OpenQuestion;
  readonly #options: CardOptions;
  #chosen = new Set<number>();
  #typed = "";
  #hints = 0;
  /** Undefined before the first check; explanations are shown after it. */
  #right: boolean | undefined;
  /** Choices whose explanation is shown. */
  #explained = new Set<number>();
  #feedback = "";
  #settled = false;

  constructor(options: CardOptions) {
    this.#options = options;
    this.#open = options.open;
  }

  get id(): string {
    return this.#open.question.id;
  }

  /** Puts other numbers into the question, as if it had just been opened. */
  reopen(open: OpenQuestion, feedback = ""): void {
    this.#open = open;
    this.#chosen.clear();
    this.#explained.clear();
    this.#typed = "";
    this.#hints = 0;
    this.#right = undefined;
    this.#feedback = feedback;
    this.#settled = false;
    this.#options.changed();
  }

  answer(): Answer {
    const { question, drawn, answer, holds } = this.#open;
    const explain = unsafeHTML(withNumbers(question.explain, this.#numbers()));
    if (question.kind === "number") {
      return { question: this.#text(), answer: numberText(answer ?? Number.NaN, 4), explain };
    }
    const right = question.choices.filter((_, i) => holds[i]);
    const reasons = right.map(
      (choice) =>
        html`<li>${unsafeHTML(withNumbers(choice.text, drawn))} <span class="why">${unsafeHTML(withNumbers(choice.explain, drawn))}</span></li>`,
    );
    return { question: this.#text(), answer: html`<ul>${reasons}</ul>`, explain };
  }

  #text() {
    const { question, drawn } = this.#open;
    return unsafeHTML(withNumbers(question.text, drawn));
  }

  view() {
    const { question, drawn } = this.#open;
    const w = words.quiz;
    const hints = question.hints ?? [];
    return html`<form @submit=${(event: Event) => this.#check(event)}>
      <div class="question-text" id="${this.id}-text">${this.#text()}</div>
      ${question.kind === "number" ? this.#numberField(question) : this.#choices(question)}
      ${hints.slice(0, this.#hints).map((hint) => html`<p class="hint">${unsafeHTML(withNumbers(hint, drawn))}</p>`)}
      ${printing.on ? html`<div class="writing-lines"><span></span><span></span><span></span></div>` : nothing}
      <div class="buttons">
        ${guarded("quiz.check", () => html`<button type="submit" class="primary">${w.check}</button>`)}
        ${this.#hints < hints.length ? guarded("quiz.hint", () => html`<button type="button" @click=${() => this.#hint()}>${w.hint}</button>`) : nothing}
        ${this.#mayBeTold() ? guarded("quiz.tell", () => html`<button type="button" @click=${() => this.#tell()}>${w.tell}</button>`) : nothing}
        ${question.draw && this.#options.another ? guarded("quiz.another", () => html`<button type="button" @click=${() => void this.#another()}>${w.another}</button>`) : nothing}
      </div>
      <div class="feedback ${this.#right === undefined ? "" : this.#right ? "right" : "wrong"}" role="status">
        ${this.#feedback ? html`<p>${unsafeHTML(this.#feedback)}</p>` : nothing}
        ${this.#settled ? html`<p class="explain">${unsafeHTML(withNumbers(question.explain, this.#numbers()))}</p>` : nothing}
      </div>
    </form>`;
  }

  #mayBeTold(): boolean {
    return !this.#settled && (this.#right === false || this.#options.told !== undefined);
  }

  #numbers(): Drawn {
    const { drawn, answer } = this.#open;
    return answer === undefined ? drawn : { ...drawn, answer };
  }

  #numberField(question: NumberQuestion) {
    const id = `${this.id}-number`;
    return html`<p class="answer"><label for=${id}>${words.quiz.answer(numberText(100 * question.tolerance))}</label>
      <input id=${id} class="number" type="text" inputmode="decimal" autocomplete="off" spellcheck="false" .value=${this.#typed}
        aria-describedby="${this.id}-text" @input=${(event: Event) => {
          this.#typed = (event.target as HTMLInputElement).value;
        }}></p>`;
  }

  #choices(question: ChoiceQuestion) {
    const type = question.kind === "single" ? "radio" : "checkbox";
    return html`<fieldset class="choices" aria-labelledby="${this.id}-text">
      <legend class="visually-hidden">${question.kind === "single" ? words.quiz.chooseOne : words.quiz.chooseAll}</legend>
      ${question.choices.map(
        (choice, i) => html`<div class="choice">
          <label><input type=${type} name=${this.id} value=${i} .checked=${this.#chosen.has(i)} @change=${(event: Event) => this.#choose(i, type, event)}>
            <span>${unsafeHTML(withNumbers(choice.text, this.#open.drawn))}</span></label>
          ${
            this.#explained.has(i)
              ? html`<p class="choice-explain ${this.#open.holds[i] ? "right" : "wrong"}"><b>${this.#open.holds[i] ? words.quiz.true : words.quiz.false}</b> ${unsafeHTML(withNumbers(choice.explain, this.#open.drawn))}</p>`
              : nothing
          }
        </div>`,
      )}</fieldset>`;
  }

  #choose(index: number, type: string, event: Event): void {
    const { checked } = event.target as HTMLInputElement;
    if (type === "radio") this.#chosen.clear();
    if (checked) this.#chosen.add(index);
    else this.#chosen.delete(index);
  }

  #check(event: Event): void {
    event.preventDefault();
    if (!controlAccess.allows("quiz.check", `question.${this.id}`)) return;
    if (this.#open.question.kind === "number") this.#checkNumber(this.#open.question);
    else this.#checkChoices(this.#open.question);
    this.#options.changed();
  }

  #checkChoices(question: ChoiceQuestion): void {
    if (this.#chosen.size === 0) {
      this.#feedback = words.quiz.nothingChosen;
      return;
    }
    const { holds } = this.#open;
    const right = question.choices.every((_, i) => this.#chosen.has(i) === holds[i]);
    // a missed choice is explained only once the answer is told, or it would give it away
    this.#explained = new Set(right ? question.choices.keys() : this.#chosen);
    const missed = question.choices.some((_, i) => holds[i] && !this.#chosen.has(i));
    const soFar = [...this.#chosen].every((i) => holds[i]);
    this.#feedback = right
      ? words.quiz.right
      : missed && soFar
        ? words.quiz.more
        : words.quiz.wrong;
    const chosen = question.choices.filter((_, i) => this.#chosen.has(i));
    const given = chosen.map(({ text }) => plainText(withNumbers(text, this.#open.drawn)));
    this.#finish({ given, right });
  }

  #checkNumber(question: NumberQuestion): void {
    const { answer, wrong } = this.#open;
    const given = readNumber(this.#typed);
    if (given === undefined || answer === undefined) {
      this.#feedback = words.quiz.notANumber(this.#typed);
      return;
    }
    const right = grade(given, answer, question.tolerance);
    if (right) this.#feedback = words.quiz.rightNumber(numberText(answer, 4));
    else {
      const known = wrong.findIndex((value) => grade(given, value, question.tolerance));
      const explain = question.misconceptions[known]?.explain ?? question.otherwise;
      const numbers = { ...this.#open.drawn, ...(known >= 0 && { wrong: wrong[known] as number }) };
      this.#feedback = `${words.quiz.wrong} ${withNumbers(explain, numbers)}`;
    }
    this.#finish({ given, right });
  }

  #finish(answer: GradedAnswer): void {
    this.#right = answer.right;
    this.#settled ||= answer.right;
    this.#options.graded(answer);
  }

  #hint(): void {
    this.#hints += 1;
    this.#options.changed();
  }

  #tell(): void {
    const { answer, question } = this.#open;
    this.#settled = true;
    if (question.kind !== "number") this.#explained = new Set(question.choices.keys());
    if (answer !== undefined) this.#feedback = words.quiz.told(numberText(answer, 4));
    this.#options.told?.();
    this.#options.changed();
  }

  async #another(): Promise<void> {
    const open = await this.#options.another?.();
    if (open) this.reopen(open, words.quiz.fresh);
  }
}
