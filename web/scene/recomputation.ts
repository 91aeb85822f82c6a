/**
 * Keeps what is shown up with what is set: one computation at a time, and one more for all that
 * has changed meanwhile. So a drag that is faster than the core shows fewer pictures, not none.
 */
export class Recomputation {
  readonly #compute: () => Promise<void>;
  readonly #patience: number;
  readonly #ended: () => void;
  readonly #done: () => void;
  /** The newest that is under way. */
  #current: { began: number } | undefined;
  #computing = 0;
  #wanted = false;
  #queued = false;
  #deadline: ReturnType<typeof setTimeout> | undefined;

  /**
   * After `patience` milliseconds the next computation no longer waits for the one before, which
   * then has to be overtaken without harm. `ended` is called after every computation, when `busy`
   * tells whether another follows, and `done` when all that was wanted is computed.
   */
  constructor(
    compute: () => Promise<void>,
    { patience = Number.POSITIVE_INFINITY, ended = () => {}, done = () => {} } = {},
  ) {
    this.#compute = compute;
    this.#patience = patience;
    this.#ended = ended;
    this.#done = done;
  }

  /** Whether what is shown is about to be computed anew. */
  get busy(): boolean {
    return this.#wanted || this.#computing > 0;
  }

  /** Computes soon, once for all that changes before. */
  schedule(): void {
    this.#wanted = true;
    if (this.#queued) return;
    this.#queued = true;
    queueMicrotask(() => {
      this.#queued = false;
      this.#next();
    });
  }

  #next(): void {
    clearTimeout(this.#deadline);
    if (!this.#wanted) return;
    const left = this.#current ? this.#current.began + this.#patience - performance.now() : 0;
    if (left > 0) {
      if (Number.isFinite(left)) this.#deadline = setTimeout(() => this.#next(), left);
      return;
    }
    this.#wanted = false;
    void this.#run();
  }

  async #run(): Promise<void> {
    const own = { began: performance.now() };
    this.#current = own;
    this.#computing += 1;
    try {
      await this.#compute();
    } finally {
      this.#computing -= 1;
      if (this.#current === own) this.#current = undefined;
      this.#ended();
      if (this.busy) this.#next();
      else this.#done();
    }
  }
}
