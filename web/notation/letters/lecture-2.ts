import type { Convention } from "./convention.js";

/** Lecture 2, CS5330: w below t; its slides on momentum write x and f in place of w and L. */
export const lecture2: Convention = {
  counter: "t",
  ahead: 1,
  index: "below",
  letters: {
    param: { letter: "w", printed: "Optimization (x on the slides “SGD + Momentum”)" },
    grad: {
      letter: "\\nabla_w L(w_{#1})",
      bare: "\\nabla_w L",
      shift: -1,
      printed: "Idea #2: Follow the slope",
    },
    gradnext: {
      letter: "\\nabla_w L(w_{#1})",
      bare: "\\nabla_w L^+",
      printed: "follows from “Idea #2: Follow the slope”",
    },
    ahead: { letter: "\\tilde w", printed: "follows from “Optimization”" },
    aheadgrad: {
      letter: "\\nabla_w L(\\tilde w_{#1})",
      bare: "\\nabla_w L(\\tilde w)",
      printed: "follows from “Idea #2: Follow the slope”",
    },
    snapshot: { letter: "\\tilde w", printed: "follows from “Optimization”" },
    loss: { letter: "L(w_{#1})", bare: "L", printed: "Optimization" },
    trialloss: { letter: "L^{\\text{try}}", printed: "follows from “Optimization”" },
    exampleloss: { letter: "L_{#1}", bare: "L_i", printed: "Choosing W: Loss Function" },
    svmterm: { letter: "\\ell", printed: "not in this lecture, whose L is the loss of an example" },
    decay: { letter: "\\rho", except: ["rmsprop"], printed: "SGD + Momentum" },
    predictedrate: { letter: "R", printed: "not in this lecture, whose ρ is friction" },
    bestfactor: { letter: "R^*", printed: "not in this lecture, whose ρ is friction" },
    stepsize: { letter: "\\epsilon", printed: "Computing Gradients: Numeric" },
    valueahead: { letter: "f(x+\\epsilon u)", printed: "Computing Gradients: Numeric" },
    valuebehind: { letter: "f(x-\\epsilon u)", printed: "Computing Gradients: Numeric" },
    lipschitz: { letter: "K", printed: "not in this lecture, whose L is the loss" },
  },
};
