/** Words of the figures about curvature; they come with the code of these. */
export const curvatureWords = {
  taylor: {
    title: "Taylor models",
    plot: (name: string, order: number) =>
      `${name} and its Taylor polynomial of order ${order}; lower orders faint`,
    center: "Centre, where the derivatives are taken; arrow keys move it, with Shift further",
    at: "Position where the polynomial is asked; arrow keys move it, with Shift further",
    order: "Order",
    lower: "One order lower",
    higher: "One order higher",
    said: (x: string, model: string, value: string, error: string) =>
      `At x = ${x} the polynomial is ${model}, the function ${value}: off by ${error}.`,
    keys: { value: "function", model: "polynomial of this order", lower: "the orders below" },
    table: "The terms, order by order",
    columns: ["order", "derivative", "divided by", "term at x", "sum so far", "off by"],
    hint: "Drag the ring along the curve, or the diamond along the axis. By keyboard: arrow keys, with Shift further.",
  },
  cost: {
    title: "The cost of a step, measured here",
    measure: "Measure now",
    again: "Measure again",
    cancel: "Stop",
    idle: "Nothing has been measured yet. It takes some seconds, and this page stays usable.",
    running: (kind: string, n: string) => `Measuring ${kind} with ${n} parameters …`,
    stopped: "Stopped. What had been measured is kept.",
    done: "Done.",
    kinds: { newton: "a Newton step", gradient: "a gradient step" },
    chart: "Time of one step against the number of parameters, both axes logarithmic",
    xLabel: "parameters n",
    law: (kind: string, from: string, power: string) =>
      `From ${from} parameters on, the time of ${kind} grew like n to the power ${power}.`,
    reference: (power: number) =>
      power === 3 ? "exactly n³, through the last point" : "exactly n",
    predicted: (duration: string) =>
      `Carried on like n³, one Newton step with a million parameters would take this device ${duration}.`,
    table: "The measured times",
    columns: ["parameters", "a Newton step", "a gradient step"],
  },
  matrix: {
    title: "A matrix and the shape it makes",
    plot: "Level lines of half xᵀHx for this matrix, with the directions of its eigenvectors",
    byEigenvalues: "By the eigenvalues",
    byDiagonal: "By the diagonal",
    verdict: (value: number) =>
      value === 1
        ? "minimum"
        : value === -1
          ? "maximum"
          : value === 0
            ? "saddle"
            : "not decided: flat along some direction",
    agree: "Here both say the same.",
    differ: "Here the diagonal is wrong.",
  },
};

/** A duration as one says it. */
export function durationText(milliseconds: number, number: (value: number) => string): string {
  const units: [string, number][] = [
    ["years", 365.25 * 24 * 3600e3],
    ["days", 24 * 3600e3],
    ["hours", 3600e3],
    ["minutes", 60e3],
    ["s", 1000],
    ["ms", 1],
    ["µs", 1e-3],
    ["ns", 1e-6],
  ];
  const [unit, size] = units.find(([, size]) => milliseconds >= size) ?? ["ns", 1e-6];
  return `${number(milliseconds / size)} ${unit}`;
}
