import { html, nothing } from "lit";
import { grade } from "../quiz/grade.js";
import { words } from "../words/en.js";
import { numberText } from "../words/number-text.js";
import { readNumber } from "../words/read-number.js";
import type { DerivationLine, Place } from "./derivation-lines.js";
import { guarded } from "./guarded.js";
import { plainText } from "./rich-text.js";

const tolerance = 0.02;

export interface Fill {
  id: string;
  /** The derivation's, for a teacher. */
  name: string;
  line: DerivationLine;
  place: Place;
  changed(): void;
  graded(right: boolean): void;
}

/**
 * The left side of one derivation line for the reader to work out: checked against the
 * engine's number, and where it is wrong against what each other variant of the method would
 * have given from the same state.
 */
export class FillCheck {
  settled = false;
  #right = false;
  #tries = 0;
  #feedback = "";
  readonly #fill: Fill;

  constructor(fill: Fill) {
    this.#fill = fill;
  }

  view() {
    const { id, line, name } = this.#fill;
    const w = words.derivation;
    return html`<form class="fill" @submit=${(event: Event) => this.#submit(event)}>
      <label for=${id}>${w.fill}</label>
      <input id=${id} name="number" class="number" type="text" inputmode="decimal" autocomplete="off" aria-describedby="${id}-feedback">
      <button type="submit" class="primary">${w.check}</button>
      ${guarded(`${name}.hint`, () => html`<button type="button" @click=${() => this.#hint()}>${w.hint}</button>`)}
      ${guarded(`${name}.tell`, () => html`<button type="button" @click=${() => this.#settle(false)}>${w.tell}</button>`)}
      <p id="${id}-feedback" class="feedback" role="status">${this.#feedback || nothing}</p>
      <span class="visually-hidden">${line.left.meaning}</span>
    </form>`;
  }

  /** A few words beside the number once it is known. */
  verdict(): string {
    return this.#right ? words.derivation.right : words.derivation.told;
  }

  #submit(event: Event): void {
    event.preventDefault();
    const text = new FormData(event.target as HTMLFormElement).get("number");
    const given = readNumber(String(text ?? ""));
    if (given === undefined) {
      this.#say(words.quiz.notANumber(String(text ?? "")));
      return;
    }
    const { line, place } = this.#fill;
    const expected = line.value(place);
    if (grade(given, expected, tolerance)) {
      this.#right = true;
      this.#settle(true);
      this.#fill.graded(true);
      return;
    }
    this.#tries += 1;
    this.#fill.graded(false);
    void this.#explain(given, expected);
  }

  #hint(): void {
    const { line, place } = this.#fill;
    const expected = line.value(place);
    this.#tries += 1;
    this.#say(
      this.#tries < 2
        ? words.derivation.hintMethod
        : words.derivation.hintDigits(numberText(expected, 1)),
    );
  }

  async #explain(given: number, expected: number): Promise<void> {
    const slip = await this.#matchingVariant(given);
    if (slip) this.#say(words.derivation.slip(plainText(slip)));
    else if (grade(given, -expected, tolerance)) this.#say(words.derivation.wrongSign);
    else this.#say(words.derivation.wrong);
  }

  /** The meaning of the variant whose number was given, if it is one's. */
  async #matchingVariant(given: number): Promise<string | undefined> {
    const { line, place } = this.#fill;
    const { subject, row, coordinate } = place;
    const expected = line.value(place);
    const variants = await subject.variants(line.left, row, coordinate);
    return variants.find(
      ({ value }) => !grade(value, expected, tolerance) && grade(given, value, tolerance),
    )?.meaning;
  }

  #say(feedback: string): void {
    this.#feedback = feedback;
    this.#fill.changed();
  }

  #settle(right: boolean): void {
    this.settled = true;
    this.#right = right;
    this.#fill.changed();
  }
}
