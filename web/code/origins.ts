/**
 * Where a quantity comes from that no formula line computes, by its symbol: a step asks for it.
 * A method that only computes with its gradient needs no entry here.
 */
export type Origin =
  /** The gradient at a point; of the step's minibatch, where there are any. */
  | { kind: "gradient"; at: string }
  /** The gradient of the whole, asked for only in the steps in which `when` is 1. */
  | { kind: "full gradient"; at: string; when: string }
  /** 1 in the first step and then in every so many, else 0. */
  | { kind: "every"; parameter: string }
  /** What `of` is made of `from` by. */
  | { kind: "factor"; of: string; from: string };

export const origins: Record<string, Origin> = {
  grad: { kind: "gradient", at: "param" },
  aheadgrad: { kind: "gradient", at: "ahead" },
  fresh: { kind: "every", parameter: "snapevery" },
  anchor: { kind: "full gradient", at: "snapshot", when: "fresh" },
  batchgrad: { kind: "gradient", at: "param" },
  batchgradsnap: { kind: "gradient", at: "snapshot" },
  fixone: { kind: "factor", of: "momhat", from: "mom" },
  fixtwo: { kind: "factor", of: "sqmomhat", from: "sqmom" },
};
