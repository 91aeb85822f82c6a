import { Derivation } from "./derivation.js";
import type { ElementName } from "./kinds.js";
import { Predict } from "./predict.js";
import { Quiz } from "./quiz.js";
import { Slip } from "./slip.js";
import { Value } from "./value.js";

/** Elements that ask the reader something, or the core on behalf of the text. */
export const elements = {
  "fl-derivation": Derivation,
  "fl-predict": Predict,
  "fl-quiz": Quiz,
  "fl-slip": Slip,
  "fl-value": Value,
} satisfies Partial<Record<ElementName, CustomElementConstructor>>;
