import type { PlaneRun } from "./plane-scene.js";

/** From where on a model is drawn as firm in its decision. */
export interface Firmness {
  decision: "lead" | "probability";
  level: number;
}

const sure = 0.9;

/** A model with a margin by its margin, others by the probability they give. */
export function firmness({ model, modelSettings }: PlaneRun): Firmness {
  const margin = model.parameters.find(({ name }) => name === "margin");
  if (!margin) return { decision: "probability", level: sure };
  return { decision: "lead", level: Number(modelSettings.margin ?? margin.default) };
}
