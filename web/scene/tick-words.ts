/** What the positions of a scene are called: steps, or what its runs have spent. */
export interface TickWords {
  /** Of an axis. */
  name: string;
  at(tick: number): string;
  of(tick: number, last: number): string;
}

/** The same of what its runs have spent. */
export interface CostWords extends TickWords {
  /** So much of it, which may lie between two positions. */
  cost(ticks: number): string;
}
