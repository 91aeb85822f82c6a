/** Every word of penalties in the plane of two weights; they come with the code of these. */
export const penaltyWords = {
  title: "Penalties on two weights",
  choose: "Penalty",
  plane: (penalty: string) => `Two weights under ${penalty}`,
  strength: "strength of the penalty",
  strengthSlider: "Strength of the penalty, λ; from none at all to very strong",
  badStrength: (text: string) =>
    `“${text.slice(0, 30)}” is no strength: λ is a number from 0 to 10¹². The one before is kept.`,
  least: "Best weights without a penalty; arrow keys move them",
  leastFixed: "Best weights without a penalty",
  optimum: (penalty: string) => `Best weights under ${penalty}; arrow keys change λ`,
  point: (w1: string, w2: string) => `w₁ ${w1}, w₂ ${w2}`,
  at: (strength: string, point: string) => `λ ${strength}: ${point}`,
  axes: ["w₁", "w₂"],

  // what is drawn
  key: "What is drawn",
  keyLeast: "best without a penalty",
  keyOptimum: "best with it",
  keyPath: "its path as λ grows",
  keyLevel: "weights of its price",
  keyLoss: "weights of its loss",
  hint: "Drag the ring to other data, or the filled mark along its path. By keyboard: arrow keys, with Shift further.",
  hintFixed: "Drag the filled mark along its path. By keyboard: arrow keys, with Shift further.",

  // the numbers beside it
  numbers: (penalty: string) => `Numbers under ${penalty}`,
  loss: "data loss",
  price: "penalty",
  total: "total",
  zeros: (names: string[]) => {
    if (names.length === 0) return "No weight is exactly 0.";
    return names.length === 1 ? `${names[0]} is exactly 0.` : "Both weights are exactly 0.";
  },
  summary: (penalty: string, strength: string, point: string, zeros: string) =>
    `${penalty}, λ ${strength}: ${point}. ${zeros}`,
  data: "Data",
  penalty: "Penalty",
};
