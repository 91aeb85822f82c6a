import type { ElementName } from "../kinds.js";
import { MatrixShape } from "./matrix-shape.js";
import { StepCost } from "./step-cost.js";
import { Taylor } from "./taylor.js";

/** Elements about models of a function and what they cost. */
export const elements = {
  "fl-matrix": MatrixShape,
  "fl-step-cost": StepCost,
  "fl-taylor": Taylor,
} satisfies Partial<Record<ElementName, CustomElementConstructor>>;
