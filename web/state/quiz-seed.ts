import { words } from "../words/en.js";
import { notices } from "./notices.js";
import { Store } from "./store.js";
import { allFromUrl, toUrl } from "./url-state.js";

/** Seeds in the address: whole numbers that JavaScript holds exactly. */
const seedPattern = /^\d{1,9}$/;
const usual = "1";

export function isSeed(text: string): boolean {
  return seedPattern.test(text);
}

/**
 * The seed that the numbers of the questions are drawn from: `quiz.seed` in the address for
 * all of them, `quiz.<id>` for one that was drawn again.
 */
class QuizSeed extends Store {
  readonly #own = new Map<string, string>();
  #common = usual;

  constructor() {
    super();
    for (const [name, seed] of allFromUrl("quiz.")) {
      if (!isSeed(seed)) notices.add(words.notices.badAddress(`quiz.${name}`, seed));
      else if (name === "seed") this.#common = seed;
      else this.#own.set(name, seed);
    }
  }

  /** The seed of all questions that have none of their own. */
  get common(): string {
    return this.#common;
  }

  of(question: string): string {
    return this.#own.get(question) ?? this.#common;
  }

  /** Draws one question again: the next seed for it. */
  another(question: string): string {
    const seed = String(Number(this.of(question)) + 1);
    this.#own.set(question, seed);
    toUrl(`quiz.${question}`, seed);
    return seed;
  }

  /** The same seed for every question; each is drawn again. */
  choose(seed: string): void {
    for (const question of this.#own.keys()) toUrl(`quiz.${question}`, undefined);
    this.#own.clear();
    this.#common = String(Number(seed));
    toUrl("quiz.seed", this.#common === usual ? undefined : this.#common);
    this.changed();
  }
}

export const quizSeed = new QuizSeed();
