import { Store } from "./store.js";

/** What a reader can do about a message. */
export interface NoticeAction {
  name: string;
  act: () => void;
}

/** Messages to the reader that belong to the page and not to one element. */
class Notices extends Store {
  readonly #messages = new Map<string, NoticeAction | undefined>();
  readonly #offers = new Map<string, NoticeAction>();

  get messages(): readonly [message: string, action: NoticeAction | undefined][] {
    return [...this.#messages];
  }

  /** What the reader may do, or leave: nothing is amiss. */
  get offers(): readonly [message: string, action: NoticeAction][] {
    return [...this.#offers];
  }

  add(message: string, action?: NoticeAction): void {
    if (this.#messages.has(message)) return;
    this.#messages.set(message, action);
    this.changed();
  }

  offer(message: string, action: NoticeAction): void {
    if (this.#offers.has(message)) return;
    this.#offers.set(message, action);
    this.changed();
  }

  dismiss(message: string): void {
    const known = [this.#messages, this.#offers].map((messages) => messages.delete(message));
    if (known.includes(true)) this.changed();
  }
}

export const notices = new Notices();
