import { Store } from "./store.js";

/** What a reader can do about a message. */
export interface NoticeAction {
  name: string;
  act: () => void;
}

/** Messages to the reader that belong to the page and not to one element. */
class Notices extends Store {
  readonly #messages = new Map<string, NoticeAction | undefined>();

  get messages(): readonly [message: string, action: NoticeAction | undefined][] {
    return [...this.#messages];
  }

  add(message: string, action?: NoticeAction): void {
    if (this.#messages.has(message)) return;
    this.#messages.set(message, action);
    this.changed();
  }

  dismiss(message: string): void {
    if (this.#messages.delete(message)) this.changed();
  }
}

export const notices = new Notices();
