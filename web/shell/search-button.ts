import { html } from "lit";
import { icon } from "../elements/icons.js";
import { PageElement } from "../elements/page-element.js";
import type { SearchDialog } from "../search/search-dialog.js";
import { controlAccess } from "../state/control-access.js";
import { notices } from "../state/notices.js";
import { words } from "../words/en.js";
import { pageKeys } from "./page-controls.js";

const typing = "input:not([type=range]), textarea, select, [contenteditable]";

/**
 * `<fl-search>`: the button that opens the search, as the key / does. Search and index are
 * fetched when somebody wants them.
 */
export class SearchButton extends PageElement {
  static override properties = { isBusy: { state: true } };
  declare isBusy: boolean;
  /** What was typed before the field was there. */
  #typed = "";
  #stopListening: (() => void) | undefined;

  constructor() {
    super();
    this.isBusy = false;
  }

  protected override async prepare(): Promise<void> {
    const listen = (event: KeyboardEvent) => {
      if (this.isBusy && event.key.length === 1 && !event.ctrlKey && !event.metaKey) {
        event.preventDefault();
        this.#typed += event.key;
        return;
      }
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
      if ((event.target as Element).closest(`${typing}, dialog`)) return;
      if (!controlAccess.allows(pageKeys.search)) return;
      event.preventDefault();
      void this.#open();
    };
    document.addEventListener("keydown", listen);
    this.#stopListening = () => document.removeEventListener("keydown", listen);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopListening?.();
  }

  override render() {
    const { search, searchKey } = words.shell;
    return this.guardedWhole(
      pageKeys.search,
      () => html`<button type="button" class="search-button" aria-label=${search} aria-keyshortcuts="/" aria-haspopup="dialog" aria-busy=${this.isBusy}
        title=${searchKey} @click=${() => void this.#open()}>${icon("search")}<span aria-hidden="true">${search}</span><kbd aria-hidden="true">/</kbd></button>`,
    );
  }

  async #open(): Promise<void> {
    if (this.isBusy) return;
    this.isBusy = true;
    this.#typed = "";
    notices.dismiss(words.shell.searchFailed);
    try {
      await import("../search/search-dialog.js");
      let dialog = document.querySelector<SearchDialog>("fl-search-dialog");
      if (!dialog) {
        dialog = document.createElement("fl-search-dialog") as SearchDialog;
        document.body.append(dialog);
      }
      await dialog.open(() => this.#typed);
    } catch {
      notices.add(words.shell.searchFailed);
    } finally {
      this.isBusy = false;
    }
  }
}
