import type { Judgement, Quantity } from "../../wasm/engine/types.js";

function computed(name: string, meaning: string): Quantity {
  const role = name.endsWith("loss") ? "loss" : "factor";
  return { name, symbol: name.replaceAll("_", " "), letter: "", meaning, shape: "scalar", role };
}

/** What the core says of every step of a run beside what its method traces. */
export const ownQuantities: Quantity[] = [
  computed("accuracy", "share of the training examples whose class is predicted"),
  computed("test_loss", "value of the function on the examples set aside"),
  computed("test_accuracy", "share of the examples set aside whose class is predicted"),
];

/** The judgements of training and test as traces of these quantities. */
export function judgedTraces([train, test]: readonly Judgement[]): Record<string, Float64Array> {
  return {
    ...(train && { accuracy: train.accuracies }),
    ...(test && { test_loss: test.values, test_accuracy: test.accuracies }),
  };
}

/** The first row of every trace `rows` times: a run that stays where it is. */
export function repeated(
  traces: Record<string, Float64Array>,
  rows: number,
): Record<string, Float64Array> {
  return Object.fromEntries(
    Object.entries(traces).map(([name, row]) => {
      const all = new Float64Array(rows * row.length);
      for (let t = 0; t < rows; t += 1) all.set(row, t * row.length);
      return [name, all];
    }),
  );
}

/** Names of the weights of C classes, W row by row and then b; of one score alone, w and b. */
export function weightNames(dimension: number): string[] {
  const classes = Math.max(1, Math.round(dimension / 3));
  const index = (k: number) => (classes > 1 ? `${k + 1}` : "");
  const rows = Array.from({ length: classes }, (_, k) => [`w${index(k)}x`, `w${index(k)}y`]);
  return [...rows.flat(), ...Array.from({ length: classes }, (_, k) => `b${index(k)}`)];
}
