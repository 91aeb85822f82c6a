import type { SeriesStyle } from "./series-style.js";

const byPenalty: Record<string, SeriesStyle> = {
  l2: { className: "run-first-moment", dash: [], mark: "circle" },
  half_l2: { className: "run-parameter", dash: [2, 4], mark: "triangle" },
  l1: { className: "run-gradient", dash: [7, 4], mark: "diamond" },
  elastic_net: { className: "run-second-moment", dash: [8, 3, 2, 3], mark: "square" },
};

/** How what a penalty does is told from what the others do. */
export function penaltyStyle(penalty: string): SeriesStyle {
  return byPenalty[penalty] as SeriesStyle;
}
