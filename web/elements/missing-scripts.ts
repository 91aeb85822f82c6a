import { notices } from "../state/notices.js";
import { words } from "../words/en.js";

/** What did not arrive: the reader is told of all of it at once, and has it fetched again. */
class MissingScripts {
  readonly #again = new Map<string, () => Promise<void>>();
  #said = "";

  add(part: string, fetchAgain: () => Promise<void>): void {
    this.#again.set(part, fetchAgain);
    notices.dismiss(this.#said);
    this.#said = words.notices.notFetched([...this.#again.keys()]);
    notices.add(this.#said, { name: words.notices.fetchAgain, act: () => this.#fetchAgain() });
  }

  #fetchAgain(): void {
    const missing = [...this.#again.values()];
    this.#again.clear();
    notices.dismiss(this.#said);
    for (const fetchAgain of missing) void fetchAgain();
  }
}

export const missingScripts = new MissingScripts();
