import type { Convention } from "./convention.js";

/** Lecture 4, Hung-yi Lee: the step above, t and t + 1; its first slides count with i. */
export const lecture4: Convention = {
  counter: "t",
  ahead: 1,
  index: "above",
  letters: {
    grad: { letter: "g", shift: -1, printed: "Adagrad" },
    gradnext: { letter: "g", bare: "g^+", printed: "follows from “Adagrad”" },
    loss: { letter: "L(\\theta^{#1})", bare: "L", printed: "Review: Gradient Descent" },
    trialloss: { letter: "L^{\\text{try}}", printed: "follows from “Review: Gradient Descent”" },
    exampleloss: {
      letter: "L^{#1}",
      bare: "L^n",
      printed: "Stochastic Gradient Descent",
    },
    target: {
      letter: "\\hat y^{#1}",
      bare: "\\hat y",
      printed: "Stochastic Gradient Descent",
    },
    lrate: { letter: "\\eta", printed: "Learning Rate" },
    ratebase: { letter: "\\eta", printed: "Adaptive Learning Rates" },
    lratenow: { letter: "\\eta^{#1}", bare: "\\eta^t", printed: "Adaptive Learning Rates" },
    rateused: { letter: "\\eta", unindexed: true, printed: "Learning Rate" },
    largestrate: { letter: "\\eta_{\\max}", printed: "follows from “Learning Rate”" },
    bestrate: { letter: "\\eta^*", printed: "follows from “Learning Rate”" },
    circlerate: { letter: "\\eta", printed: "Back to Formal Derivation" },
    circleradius: { letter: "d", printed: "Back to Formal Derivation" },
    circlecentre: { letter: "s", printed: "Back to Formal Derivation" },
    decayedrate: { letter: "\\eta", bare: "\\eta^t", shift: -1, printed: "Adagrad" },
    gradscale: { letter: "\\sigma", shift: -1, printed: "Adagrad" },
    squares: { letter: "G", shift: -1, printed: "Adagrad (a sum without a letter)" },
    taylorvalue: { letter: "h(x)", printed: "Taylor Series" },
    lipschitz: { letter: "K", printed: "not in this lecture, whose L is the loss" },
  },
};
