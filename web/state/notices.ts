import { Store } from "./store.js";

/** Messages to the reader that belong to the page and not to one element. */
class Notices extends Store {
  readonly #messages: string[] = [];

  get messages(): readonly string[] {
    return this.#messages;
  }

  add(message: string): void {
    if (this.#messages.includes(message)) return;
    this.#messages.push(message);
    this.changed();
  }

  dismiss(message: string): void {
    const at = this.#messages.indexOf(message);
    if (at >= 0) this.#messages.splice(at, 1);
    this.changed();
  }
}

export const notices = new Notices();
