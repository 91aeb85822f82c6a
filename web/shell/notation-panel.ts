import { html, nothing } from "lit";
import { unsafeHTML } from "lit/directives/unsafe-html.js";
import { type Change, changedForms, changes, notesOnPage } from "../notation/changes.js";
import type { NotationName } from "../notation/names.js";
import type { NotationGuide, NotationTable } from "../notation/table.js";
import { notation, notationGuide, notationTable } from "../state/notation.js";
import { words } from "../words/en.js";
import { panelWords } from "../words/notation-panel.js";

/** A formula as the panel shows it: whatever is chosen, it stays as it is. */
function asItIs(mathml: string) {
  const formula = mathml.startsWith("<math") ? mathml : `<math>${mathml}</math>`;
  return html`<span data-as-is>${unsafeHTML(formula)}</span>`;
}

function changeTable(name: NotationName, rows: Change[]) {
  const { names } = words.notation;
  return html`<table><thead><tr><th scope="col">${names.own.short}</th><th scope="col">${names[name].short}</th><th scope="col">${panelWords.meaning}</th></tr></thead>
    <tbody>${rows.map(
      ({
        own,
        lecture,
        meaning,
        printed,
      }) => html`<tr><td>${asItIs(own)}</td><td>${asItIs(lecture)}</td>
        <td>${meaning}${printed ? html` <small>${panelWords.slide(printed)}</small>` : nothing}</td></tr>`,
    )}</tbody></table>`;
}

/** What the panel of the switch shows; most pages are read without it, and do not fetch it. */
export class NotationPanel {
  readonly #guide: NotationGuide;
  readonly #own: NotationTable;

  private constructor(guide: NotationGuide, own: NotationTable) {
    this.#guide = guide;
    this.#own = own;
  }

  static async fetch(): Promise<NotationPanel> {
    const [guide, own] = await Promise.all([notationGuide(), notationTable("own")]);
    return new NotationPanel(guide, own);
  }

  /** A step of gradient descent in a notation. */
  sample(name: NotationName) {
    return asItIs(this.#guide.samples[name]);
  }

  /** What the notation changes on this page, and what it does not. */
  about() {
    const w = panelWords;
    const { name, table } = notation;
    const rows = name === "own" || !table ? [] : changes(name, this.#own, table, this.#guide);
    const forms = changedForms(name);
    const notes = notesOnPage(name, this.#guide.notes);
    return html`${
      rows.length + forms.length > 0
        ? html`<section><h2>${w.changes}</h2>${rows.length > 0 ? changeTable(name, rows) : nothing}
          ${forms.map(({ method, form }) => html`<p>${w.form(method, form)}</p>`)}</section>`
        : nothing
    }${
      notes.length > 0
        ? html`<section><h2>${w.notes}</h2>${notes.map(({ text }) => html`<p>${unsafeHTML(text)}</p>`)}</section>`
        : nothing
    }`;
  }
}
