import type { Convention } from "./convention.js";

/** Lecture 0, CS182-style: θ below k, the gradient of step k at θ below k, so the start is θ₁. */
export const lecture0: Convention = {
  counter: "k",
  ahead: 0,
  index: "below",
  letters: {
    param: { letter: "\\theta", shift: 1, printed: "Momentum" },
    grad: {
      letter: "\\nabla_\\theta\\mathcal{L}(\\theta_{#1})",
      bare: "\\nabla_\\theta\\mathcal{L}",
      printed: "Tractable acceleration",
    },
    loss: {
      letter: "\\mathcal{L}(\\theta_{#1})",
      bare: "\\mathcal{L}",
      shift: 1,
      printed: "The loss “landscape”",
    },
    trialloss: {
      letter: "\\mathcal{L}^{\\text{try}}",
      printed: "follows from “The loss ‘landscape’”",
    },
    gradnext: {
      letter: "\\nabla_\\theta\\mathcal{L}(\\theta_{#1})",
      bare: "\\nabla_\\theta\\mathcal{L}^+",
      shift: 1,
      printed: "follows from “Tractable acceleration”",
    },
    aheadgrad: {
      letter: "\\nabla_\\theta\\mathcal{L}(\\tilde\\theta_{#1})",
      bare: "\\nabla_\\theta\\mathcal{L}(\\tilde\\theta)",
      printed: "follows from “Tractable acceleration”",
    },
    velocity: { letter: "g", printed: "Momentum" },
    decay: { letter: "\\mu", except: ["rmsprop"], printed: "Momentum" },
    squares: { letter: "s", printed: "Algorithm: AdaGrad" },
    hess: {
      letter: "\\nabla_\\theta^2\\mathcal{L}(\\theta_{#1})",
      bare: "\\nabla_\\theta^2\\mathcal{L}",
      printed: "Newton’s method",
    },
    classcount: { letter: "m", printed: "The loss surface: logistic regression" },
  },
};
