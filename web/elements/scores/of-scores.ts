import { Controls } from "../controls.js";
import type { ElementName } from "../kinds.js";
import { LossCurve } from "./loss-curve.js";
import { ScoreLine } from "./score-line.js";
import { Scores } from "./scores.js";

/** Elements that show scores under their losses, those that others contain first. */
export const elements = {
  "fl-controls": Controls,
  "fl-loss-curve": LossCurve,
  "fl-score-line": ScoreLine,
  "fl-scores": Scores,
} satisfies Partial<Record<ElementName, CustomElementConstructor>>;
