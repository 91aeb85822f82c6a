import type { NotationName } from "./names.js";

/** MathML of every symbol of the site in one notation. */
export interface NotationTable {
  /**
   * By macro and by index, "" for none. `decay@rmsprop` is the symbol in formulas about that
   * method, where the lecture writes it differently there.
   */
  symbols: Record<string, Record<string, string>>;
}

/** What a page must have, one of it all, for a note to concern it. */
export interface Concerns {
  symbols?: string[];
  methods?: string[];
  losses?: string[];
  problems?: string[];
}

/** Conventions that are not the same thing, in a few sentences. */
export interface NotationNote {
  on: Concerns;
  /** The lectures it is about; all where absent. */
  lectures?: NotationName[];
  /** HTML; in the source with formulas between dollar signs. */
  text: string;
}

/** What the panel of the switch says. */
export interface NotationGuide {
  /** A step of gradient descent in each notation. */
  samples: Record<NotationName, string>;
  /** What every symbol of the site stands for. */
  meanings: Record<string, string>;
  /** Slide of a lecture that prints a symbol. */
  printed: Record<NotationName, Record<string, string>>;
  notes: NotationNote[];
}
