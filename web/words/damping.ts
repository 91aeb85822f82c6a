import type { Regime } from "../scene/damping-scene.js";

/** Every word of the plane of learning rate against β; they come with its code. */
export const dampingWords = {
  title: "Learning rate against momentum",
  plane: "Learning rate times curvature against β, by what momentum does there",
  axes: ["learning rate × curvature, αλ", "β"],
  pan: (curvature: string) =>
    `Direction of curvature ${curvature}; left and right change the learning rate, up and down β, with Shift further`,
  at: (product: string, beta: string, regime: string, rate: string) =>
    `αλ ${product}, β ${beta}: ${regime}, rate ${rate}`,
  point: (curvature: string) => `λ = ${curvature}`,
  regimes: {
    overdamped: "overdamped",
    critically_damped: "critically damped",
    underdamped: "underdamped",
    alternating: "alternating",
    divergent: "divergent",
  } satisfies Record<Regime, string>,
  meanings: {
    overdamped: "creeps in from one side",
    critically_damped: "as fast as it can without swinging",
    underdamped: "swings, and shrinks by √β a step",
    alternating: "changes side at every step",
    divergent: "grows, or stays as it is",
  } satisfies Record<Regime, string>,
  key: "What the colours mean",
  darker: "The fuller the colour, the faster. Thin lines join equal rates.",
  hint: "Drag a mark. By keyboard: arrow keys, with Shift further.",
  otherForm: "The plane is about the forms “sum” and “last step” of the velocity; another is set.",
  modes: "The eigen-directions",
  columns: ["curvature λ", "αλ", "what it does", "rate ρ"],
  chart: "Distance from the minimum along each eigenvector, against the step",
  step: "step",
  best: "Best for this bowl",
  bestTitle: "Set the learning rate and β that are fastest here",
  predicted: "predicted rate",
  measured: "measured rate",
  none: "none",
  summary: (modes: string[], predicted: string, measured: string) =>
    `${modes.join(" ")} Predicted rate ${predicted}, measured ${measured}.`,
  mode: (curvature: string, regime: string, rate: string) =>
    `Curvature ${curvature}: ${regime}, rate ${rate}.`,
};
