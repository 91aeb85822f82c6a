import { html, LitElement, nothing } from "lit";
import { unsafeHTML } from "lit/directives/unsafe-html.js";
import MiniSearch from "minisearch";
import { icon } from "../elements/icons.js";
import { siteRoot } from "../state/site-place.js";
import { searchWords as w } from "../words/search.js";
import { find } from "./find.js";
import { type Found, indexOptions, type SearchEntry } from "./index-options.js";

const file = new URL("../../build/search/index.json", import.meta.url).href;

let coming: Promise<MiniSearch<SearchEntry>> | undefined;

/** The index, fetched once; after a failure the next asker tries again. */
function index(): Promise<MiniSearch<SearchEntry>> {
  coming ??= fetch(file).then(async (response) => {
    if (!response.ok) throw new Error(`index.json: status ${response.status}`);
    return MiniSearch.loadJS(await response.json(), indexOptions);
  });
  coming.catch(() => {
    coming = undefined;
  });
  return coming;
}

/** The field and what was found, over the page: a combobox with its list. */
export class SearchDialog extends LitElement {
  static override properties = {
    query: { state: true },
    found: { state: true },
    chosen: { state: true },
    said: { state: true },
  };
  declare query: string;
  declare found: Found[];
  /** Place of the result that Enter opens; −1 for none. */
  declare chosen: number;
  declare said: string;

  constructor() {
    super();
    this.query = "";
    this.found = [];
    this.chosen = -1;
    this.said = "";
  }

  override createRenderRoot(): this {
    return this;
  }

  /** Shows it, with what has been typed meanwhile or else with what was looked for last. */
  async open(typed: () => string): Promise<void> {
    await this.updateComplete;
    const dialog = this.#dialog;
    if (!dialog || dialog.open) return;
    dialog.showModal();
    const field = this.querySelector("input");
    field?.focus();
    if (field && typed()) {
      this.query = typed();
      field.value = this.query;
    } else field?.select();
    void this.#look();
  }

  get #dialog(): HTMLDialogElement | null {
    return this.querySelector("dialog");
  }

  override render() {
    const shown = this.found.length > 0;
    const active = this.chosen >= 0 ? `search-result-${this.chosen}` : nothing;
    return html`<dialog class="search" aria-label=${w.title} @pointerdown=${this.#beside}>
      <div class="search-head">${icon("search")}
        <input type="text" role="combobox" aria-label=${w.field} placeholder=${w.field} aria-autocomplete="list" aria-controls="search-results"
          aria-expanded=${shown} aria-activedescendant=${active} autocomplete="off" autocapitalize="off" spellcheck="false" enterkeyhint="go" maxlength="100"
          .value=${this.query} @input=${this.#typed} @keydown=${this.#key}>
        <button type="button" class="icon-button" aria-label=${w.close} title=${w.close} @click=${() => this.#dialog?.close()}>${icon("close")}</button></div>
      <p class="search-said" role="status">${this.said}</p>
      <ul id="search-results" role="listbox" aria-label=${w.results} ?hidden=${!shown}>${this.found.map(
        (
          one,
          i,
        ) => html`<li id=${`search-result-${i}`} role="option" aria-selected=${i === this.chosen} @click=${(
          event: MouseEvent,
        ) => this.#go(one, event.ctrlKey || event.metaKey)} @pointermove=${() => this.#choose(i)}>
          <span class="found-title">${unsafeHTML(one.title)}</span>
          <span class="found-place">${w.kinds[one.kind]}${one.place ? ` · ${one.place}` : ""}</span></li>`,
      )}</ul></dialog>`;
  }

  readonly #typed = (event: Event): void => {
    this.query = (event.target as HTMLInputElement).value;
    void this.#look();
  };

  async #look(): Promise<void> {
    const { query } = this;
    if (!coming) this.said = w.loading;
    try {
      const known = await index();
      if (query !== this.query) return;
      this.found = find(known, query);
      this.chosen = this.found.length > 0 ? 0 : -1;
      const asked = query.trim();
      this.said = !asked
        ? w.hint
        : this.found.length > 0
          ? w.count(this.found.length)
          : w.nothing(asked);
    } catch {
      this.found = [];
      this.chosen = -1;
      this.said = w.failed;
    }
  }

  #choose(place: number): void {
    this.chosen = place;
  }

  readonly #key = (event: KeyboardEvent): void => {
    const { length } = this.found;
    const to: Record<string, number> = {
      ArrowDown: (this.chosen + 1) % length,
      ArrowUp: (this.chosen - 1 + length) % length,
      PageDown: Math.min(length - 1, this.chosen + 5),
      PageUp: Math.max(0, this.chosen - 5),
    };
    const place = to[event.key];
    if (event.key === "Enter") {
      const one = this.found[this.chosen];
      if (one) this.#go(one, event.ctrlKey || event.metaKey);
    } else if (place !== undefined && length > 0) {
      this.#choose(place);
      void this.updateComplete.then(() =>
        this.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" }),
      );
    } else return;
    event.preventDefault();
  };

  /** A press beside it puts it away. */
  readonly #beside = (event: PointerEvent): void => {
    if (event.target === this.#dialog) this.#dialog?.close();
  };

  #go({ href }: Found, apart: boolean): void {
    const address = new URL(href, siteRoot);
    if (apart) {
      window.open(address.href, "_blank", "noopener");
      return;
    }
    this.#dialog?.close();
    // on the same page what is set on it stays
    if (address.pathname === location.pathname && address.hash) location.hash = address.hash;
    else location.assign(address.href);
  }
}

customElements.define("fl-search-dialog", SearchDialog);
