const most = 200;

/** States that can be gone back to, and forward again. */
export class Undo<State> {
  #past: State[] = [];
  #future: State[] = [];
  #lastAbout: string | undefined;

  get canUndo(): boolean {
    return this.#past.length > 0;
  }

  get canRedo(): boolean {
    return this.#future.length > 0;
  }

  /**
   * Keeps `state`, which is about to change. Changes in a row that are `about` the same, such as
   * the movements of one drag, are gone back over together.
   */
  keep(state: State, about?: string): void {
    const same = about !== undefined && about === this.#lastAbout;
    this.#lastAbout = about;
    if (same) return;
    this.#past.push(state);
    if (this.#past.length > most) this.#past.shift();
    this.#future = [];
  }

  /** The state before `now`; undefined where there is none. */
  undo(now: State): State | undefined {
    this.#lastAbout = undefined;
    const state = this.#past.pop();
    if (state !== undefined) this.#future.push(now);
    return state;
  }

  /** The state that undo had left; undefined where there is none. */
  redo(now: State): State | undefined {
    this.#lastAbout = undefined;
    const state = this.#future.pop();
    if (state !== undefined) this.#past.push(now);
    return state;
  }
}
