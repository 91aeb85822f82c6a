/** What scores, losses on an axis and their tables say. */
export const scoreWords = {
  class: "class",
  score: "score",
  rightClass: "the right class",
  scoreOf: (name: string) => `Score of ${name}`,
  table: (name: string) => `Scores of an example whose class is ${name}, and what becomes of them`,
  examples: "Example",
  total: (reduction: "mean" | "sum", loss: string) =>
    `${reduction === "mean" ? "Mean" : "Sum"} of the losses${loss && ` (${loss})`}`,
  move: "Move the score of",
  curve: (name: string) => `The losses as the score of ${name} moves and the others stay`,
  /** `above` is empty where the slopes on both sides are one. */
  at: (loss: string, below: string, above: string) =>
    above
      ? `${loss}; a kink: every slope from ${below} to ${above} is a subgradient`
      : `${loss}; slope ${below}`,
  line: "The scores on one axis, and the margin before the right class",
  margin: "Margin that the right class has to keep",
  lossIs: (label: string, value: string) => `${label}: loss ${value}.`,
};
