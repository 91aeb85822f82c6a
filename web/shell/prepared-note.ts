import { html } from "lit";
import { PageElement } from "../elements/page-element.js";
import { controlAccess } from "../state/control-access.js";
import { pageAddress } from "../state/url-state.js";
import { words } from "../words/en.js";

/** This page's address without what a teacher has locked and hidden. */
function openAddress(): string {
  const url = new URL(pageAddress.now);
  for (const list of ["hide", "lock", "show"]) url.searchParams.delete(list);
  return `${url.pathname}${url.search.replaceAll("%2C", ",")}${url.hash}`;
}

/** `<fl-prepared>`: tells a reader that a teacher has locked or hidden controls, and undoes it. */
export class PreparedNote extends PageElement {
  protected override async prepare(): Promise<void> {}

  override render() {
    this.hidden = !controlAccess.prepared;
    const w = words.teacher;
    return controlAccess.prepared
      ? html`<p class="prepared">${w.prepared} <a href=${openAddress()} @click=${this.#open}>${w.showAll}</a></p>`
      : html``;
  }

  readonly #open = (event: MouseEvent): void => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return; // a page of its own
    event.preventDefault();
    controlAccess.clear();
    document.querySelector("main")?.focus({ preventScroll: true });
  };
}
