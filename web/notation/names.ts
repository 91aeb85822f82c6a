import type { Settings } from "../../wasm/engine/types.js";

/** Whose letters formulas may be written in; `own` are the site's. */
export const notationNames = ["own", "l0", "l1", "l2", "l3", "l4"] as const;
export type NotationName = (typeof notationNames)[number];

/**
 * Where a lecture differs in form and not in letters: the settings of a method that are its form.
 * Only forms that give the same run at a constant learning rate, AdaGrad's but for ε; a figure
 * whose author has chosen a form keeps it.
 */
export const lectureForms: Partial<Record<NotationName, Record<string, Settings>>> = {
  l3: { momentum: { form: "step" } },
  l4: { adagrad: { form: "root_mean_square" } },
};

export function isNotationName(text: string | null | undefined): text is NotationName {
  return notationNames.some((name) => name === text);
}
