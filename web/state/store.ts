/** Something that tells its listeners when it has changed. */
export class Store {
  readonly #listeners = new Set<() => void>();

  /** Calls `listener` at every change until the returned function is called. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  protected changed(): void {
    for (const listener of this.#listeners) listener();
  }
}
