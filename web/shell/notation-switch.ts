import { html, nothing } from "lit";
import { live } from "lit/directives/live.js";
import { unsafeHTML } from "lit/directives/unsafe-html.js";
import { PageElement } from "../elements/page-element.js";
import { symbolMathml } from "../engine/page-math.js";
import { type Change, changedForms, changes, notesOnPage } from "../notation/changes.js";
import { type NotationName, notationNames } from "../notation/names.js";
import type { NotationGuide, NotationTable } from "../notation/table.js";
import { notation, notationGuide, notationTable } from "../state/notation.js";
import { notices } from "../state/notices.js";
import { words } from "../words/en.js";

/** What the panel shows, once it has been fetched. */
interface Contents {
  guide: NotationGuide;
  own: NotationTable;
}

/** A formula of a table as the panel shows it: whatever is chosen, it stays as it is. */
function asItIs(mathml: string) {
  return html`<span data-as-is>${unsafeHTML(mathml.startsWith("<math") ? mathml : `<math>${mathml}</math>`)}</span>`;
}

/**
 * `<fl-notation>`: whose letters formulas are written in, what that changes on this page, and
 * where conventions are not the same thing.
 */
export class NotationSwitch extends PageElement {
  static override properties = { contents: { state: true }, said: { state: true } };
  declare contents: Contents | undefined;
  declare said: string;
  #stopListening: (() => void) | undefined;

  constructor() {
    super();
    this.said = "";
  }

  protected override async prepare(): Promise<void> {
    this.#stopListening ??= notation.subscribe(() => this.requestUpdate());
    await notation.settled;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopListening?.();
  }

  override render() {
    const w = words.notation;
    const label = w.chosen(w.names[notation.name].short);
    return html`<button type="button" class="icon-button" popovertarget=${this.#panel} aria-haspopup="dialog" aria-label=${label} title=${label}><span class="face" aria-hidden="true">${unsafeHTML(symbolMathml("param"))}</span></button>
      <div id=${this.#panel} class="notation-panel" popover role="dialog" aria-label=${w.title} @toggle=${(event: ToggleEvent) => event.newState === "open" && void this.#fetch()}>
        <fieldset><legend>${w.choose}</legend>${notationNames.map((name) => this.#choice(name))}</fieldset>
        ${this.contents ? this.#about(this.contents) : nothing}
      </div>
      <p class="visually-hidden" role="status">${this.said}</p>`;
  }

  get #panel(): string {
    return `${this.uid}-panel`;
  }

  #choice(name: NotationName) {
    const { short, full } = words.notation.names[name];
    const sample = this.contents?.guide.samples[name];
    return html`<label><input type="radio" name="${this.uid}-name" value=${name} .checked=${live(notation.name === name)} @change=${() => void this.#choose(name)}>
      <span><b>${short}</b> ${full}</span>${sample ? asItIs(sample) : nothing}</label>`;
  }

  #about({ guide, own }: Contents) {
    const w = words.notation;
    const { name, table } = notation;
    const rows = name === "own" || !table ? [] : changes(name, own, table, guide);
    const forms = changedForms(name);
    const notes = notesOnPage(name, guide.notes);
    return html`${
      rows.length + forms.length > 0
        ? html`<section><h2>${w.changes}</h2>${rows.length > 0 ? this.#table(rows) : nothing}
          ${forms.map(({ method, form }) => html`<p>${w.form(method, form)}</p>`)}</section>`
        : nothing
    }${
      notes.length > 0
        ? html`<section><h2>${w.notes}</h2>${notes.map(({ text }) => html`<p>${unsafeHTML(text)}</p>`)}</section>`
        : nothing
    }`;
  }

  #table(rows: Change[]) {
    const w = words.notation;
    return html`<table><thead><tr><th scope="col">${w.names.own.short}</th><th scope="col">${w.names[notation.name].short}</th><th scope="col">${w.meaning}</th></tr></thead>
      <tbody>${rows.map(
        ({
          own,
          lecture,
          meaning,
          printed,
        }) => html`<tr><td>${asItIs(own)}</td><td>${asItIs(lecture)}</td>
          <td>${meaning}${printed ? html` <small>${w.slide(printed)}</small>` : nothing}</td></tr>`,
      )}</tbody></table>`;
  }

  async #fetch(): Promise<void> {
    if (this.contents) return;
    try {
      const [guide, own] = await Promise.all([notationGuide(), notationTable("own")]);
      this.contents = { guide, own };
    } catch (error) {
      notices.add(words.notices.notationFailed(error));
    }
  }

  async #choose(name: NotationName): Promise<void> {
    const done = await notation.choose(name);
    if (done) this.said = words.notation.chosen(words.notation.names[name].short);
  }
}
