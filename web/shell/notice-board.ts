import { html, nothing } from "lit";
import { PageElement } from "../elements/page-element.js";
import { type NoticeAction, notices } from "../state/notices.js";
import { words } from "../words/en.js";

/** `<fl-notice>`: what the page has to say to the reader about itself. */
export class NoticeBoard extends PageElement {
  protected override async prepare(): Promise<void> {
    notices.subscribe(() => this.requestUpdate());
  }

  override render() {
    const { messages, offers } = notices;
    return [
      messages.length > 0
        ? html`<div class="notices" role="alert">${this.#list(messages)}</div>`
        : nothing,
      // beside the page and not in it: what is being read must not move
      offers.length > 0
        ? html`<div class="notices offers" role="status">${this.#list(offers)}</div>`
        : nothing,
    ];
  }

  #list(messages: typeof notices.messages) {
    return messages.map(
      ([message, action]) =>
        html`<p>${message} ${action ? html`<button type="button" class="act" @click=${() => this.#do(action)}>${action.name}</button>` : nothing}
          <button type="button" aria-label=${words.notices.dismiss} @click=${() => this.#dismiss(message)}>×</button></p>`,
    );
  }

  async #do(action: NoticeAction): Promise<void> {
    action.act();
    await this.#keepFocus();
  }

  async #dismiss(message: string): Promise<void> {
    notices.dismiss(message);
    await this.#keepFocus();
  }

  async #keepFocus(): Promise<void> {
    await this.keepFocus("button");
    if (document.activeElement === document.body) document.querySelector("main")?.focus();
  }
}
