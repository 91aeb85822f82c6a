/** How one lecture writes a symbol. */
export interface Letter {
  /** TeX; `#1` is where the index goes. Without it the convention places the index. */
  letter: string;
  /** TeX without an index, where it is more than `letter` with its index left out. */
  bare?: string;
  /** The lecture gives it no index. */
  unindexed?: true;
  /**
   * What its index is more than that of the other quantities of a step: a gradient is taken
   * where the step begins, so that it is −1 where a lecture numbers points and steps alike.
   */
  shift?: number;
  /** Slide that prints it, by its title; or what of the lecture it follows from. */
  printed: string;
  /** Methods in which the lecture does not write it so. */
  except?: string[];
}

/** How a lecture writes formulas. What it never writes keeps the site's own letter. */
export interface Convention {
  /** Letter that counts steps. */
  counter: string;
  /** What the lecture adds to it for the quantities of the step that the site calls t. */
  ahead: 0 | 1;
  /** Where the number of the step stands. */
  index: "below" | "above";
  /** By macro, without the backslash. */
  letters: Record<string, Letter>;
}
