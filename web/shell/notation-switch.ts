import { html, nothing } from "lit";
import { live } from "lit/directives/live.js";
import { unsafeHTML } from "lit/directives/unsafe-html.js";
import { PageElement } from "../elements/page-element.js";
import { symbolMathml } from "../engine/page-math.js";
import { type NotationName, notationNames } from "../notation/names.js";
import { notation } from "../state/notation.js";
import { notices } from "../state/notices.js";
import { words } from "../words/en.js";
import type { NotationPanel } from "./notation-panel.js";
import { pageKeys } from "./page-controls.js";

/**
 * `<fl-notation>`: whose letters formulas are written in, what that changes on this page, and
 * where conventions are not the same thing.
 */
export class NotationSwitch extends PageElement {
  static override properties = { panel: { state: true }, said: { state: true } };
  /** Undefined until it has been opened. */
  declare panel: NotationPanel | undefined;
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
    this.#stopListening = undefined;
  }

  override render() {
    const w = words.notation;
    const label = w.chosen(w.names[notation.name].short);
    const id = `${this.uid}-panel`;
    return this.guardedWhole(
      pageKeys.notation,
      () => html`<button type="button" class="icon-button" popovertarget=${id} aria-haspopup="dialog" aria-label=${label} title=${label}><span class="face" aria-hidden="true">${unsafeHTML(symbolMathml("param"))}</span></button>
      <div id=${id} class="notation-panel" popover role="dialog" aria-label=${w.title} @toggle=${(event: ToggleEvent) => event.newState === "open" && void this.#open()}>
        <fieldset><legend>${w.choose}</legend>${notationNames.map((name) => this.#choice(name))}</fieldset>
        ${this.panel?.about() ?? nothing}
      </div>
      <p class="visually-hidden" role="status">${this.said}</p>`,
    );
  }

  #choice(name: NotationName) {
    const { short, full } = words.notation.names[name];
    return html`<label><input type="radio" name="${this.uid}-name" value=${name} .checked=${live(notation.name === name)} @change=${() => void this.#choose(name)}>
      <span><b>${short}</b> ${full}</span>${this.panel?.sample(name) ?? nothing}</label>`;
  }

  async #open(): Promise<void> {
    if (this.panel) return;
    try {
      const { NotationPanel } = await import("./notation-panel.js");
      this.panel = await NotationPanel.fetch();
    } catch (error) {
      notices.add(words.notices.notationFailed(error));
    }
  }

  async #choose(name: NotationName): Promise<void> {
    const done = await notation.choose(name);
    if (done) this.said = words.notation.chosen(words.notation.names[name].short);
  }
}
