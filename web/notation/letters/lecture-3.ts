import type { Convention } from "./convention.js";

/** Lecture 3, CS 190I: x below t, η, the loss of a sample ℓ; momentum as a signed velocity. */
export const lecture3: Convention = {
  counter: "t",
  ahead: 1,
  index: "below",
  letters: {
    param: { letter: "x", printed: "The momentum method" },
    grad: {
      letter: "\\nabla\\ell(x_{#1})",
      bare: "\\nabla\\ell",
      shift: -1,
      printed: "The momentum method",
    },
    gradnext: {
      letter: "\\nabla\\ell(x_{#1})",
      bare: "\\nabla\\ell^+",
      printed: "follows from “The momentum method”",
    },
    snapshot: { letter: "\\tilde x", printed: "follows from “The momentum method”" },
    loss: { letter: "f(x_{#1})", bare: "f", printed: "Convergence Rate" },
    exampleloss: { letter: "\\ell_{#1}", bare: "\\ell_i", printed: "Apply to Deep Learning" },
    lossabove: {
      letter: "\\ell^{+}_{#1}",
      bare: "\\ell^{+}",
      printed: "follows from “Apply to Deep Learning”",
    },
    lossbelow: {
      letter: "\\ell^{-}_{#1}",
      bare: "\\ell^{-}",
      printed: "follows from “Apply to Deep Learning”",
    },
    logprob: { letter: "\\log p_{#1}", bare: "\\log p", printed: "ℓ is the loss of an example" },
    batchsize: { letter: "\\lvert B_t \\rvert", printed: "Minibatch Stochastic Gradient Descent" },
    lrate: { letter: "\\eta", printed: "Gradient Descent" },
    ratebase: { letter: "\\eta", printed: "Cosine Decay" },
    lratenow: { letter: "\\eta_{#1}", bare: "\\eta_t", printed: "Cosine Decay" },
    rateused: { letter: "\\eta", unindexed: true, printed: "Convergence Rate" },
    largestrate: { letter: "\\eta_{\\max}", printed: "follows from “Gradient Descent”" },
    bestrate: { letter: "\\eta^*", printed: "follows from “Gradient Descent”" },
    circlerate: { letter: "\\eta", printed: "follows from “Gradient Descent”" },
    decayedrate: { letter: "\\eta", bare: "\\eta_t", printed: "Learning rate" },
    meansq: { letter: "G", except: ["adadelta"], printed: "RMSProp" },
    ahead: { letter: "x'", printed: "Nestorov’s Accelerated Gradient" },
    aheadgrad: {
      letter: "\\nabla\\ell(x'_{#1})",
      bare: "\\nabla\\ell(x')",
      printed: "Nestorov’s Accelerated Gradient",
    },
    hess: { letter: "H", shift: -1, printed: "Newton’s Method" },
  },
};
