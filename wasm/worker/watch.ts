/**
 * Milliseconds without a word after which a worker counts as ended. Nothing that a page asks for
 * takes a phone as long; long runs are computed in slices, between which it answers.
 */
export const patience = 20_000;

/**
 * Notices that a worker answers no more: a browser short of memory ends workers without a word.
 * While something is awaited, it asks for a sign of life again and again.
 */
export class Watch {
  readonly #ask: () => void;
  readonly #silent: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #heard = false;

  /** `ask` requests a sign of life; `silent` is called when none has come. */
  constructor(ask: () => void, silent: () => void) {
    this.#ask = ask;
    this.#silent = silent;
  }

  /** Begins, unless it has begun already. */
  begin(): void {
    // most answers come in milliseconds: nothing is asked for them
    this.#timer ??= setTimeout(() => this.#askForLife(), patience / 2);
  }

  #askForLife(): void {
    this.#heard = false;
    this.#ask();
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      if (this.#heard) this.begin();
      else this.#silent();
    }, patience / 2);
  }

  /** Something has been heard. */
  heard(): void {
    this.#heard = true;
  }

  /** Nothing is awaited any more. */
  end(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
