import type { Convention } from "./convention.js";

/** Lecture 1, TUM I2DL lecture 6: the step above, k and k + 1. */
export const lecture1: Convention = {
  counter: "k",
  ahead: 1,
  index: "above",
  letters: {
    grad: {
      letter: "\\nabla_\\theta L(\\theta^{#1})",
      bare: "\\nabla_\\theta L",
      shift: -1,
      printed: "Gradient Descent with Momentum",
    },
    gradnext: {
      letter: "\\nabla_\\theta L(\\theta^{#1})",
      bare: "\\nabla_\\theta L^+",
      printed: "follows from “Gradient Descent with Momentum”",
    },
    aheadgrad: {
      letter: "\\nabla_\\theta L(\\tilde\\theta^{#1})",
      bare: "\\nabla_\\theta L(\\tilde\\theta)",
      printed: "follows from “Gradient Descent with Momentum”",
    },
    loss: { letter: "L(\\theta^{#1})", bare: "L", printed: "Newton’s method" },
    trialloss: { letter: "L^{\\text{try}}", printed: "follows from “Newton’s method”" },
    exampleloss: {
      letter: "L_{#1}",
      bare: "L_i",
      printed: "Stochastic Gradient Descent (SGD)",
    },
    svmterm: { letter: "\\ell", printed: "not in this lecture, whose L is the loss of an example" },
    batchsize: { letter: "m", printed: "Stochastic Gradient Descent (SGD)" },
    hess: { letter: "\\mathbf{H}", unindexed: true, printed: "Newton’s method" },
    jtj: { letter: "J_F^\\top J_F", unindexed: true, printed: "Gauss-Newton" },
    jtr: { letter: "J_F^\\top r", unindexed: true, printed: "follows from “Gauss-Newton”" },
    decayrate: { letter: "\\text{decayrate}", printed: "Learning Rate Decay" },
    ratedrop: { letter: "t", printed: "Learning Rate Decay: step decay" },
    ratedecay: { letter: "t", printed: "Learning Rate Decay: exponential decay" },
    lipschitz: { letter: "K", printed: "not in this lecture, whose L is the loss" },
  },
};
