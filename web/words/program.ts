/** What programs written from formula lines say in their comments, and what is said of PyTorch’s. */
export const programWords = {
  start: "where to start",
  gradientOf: "gradient_of(theta) is the gradient at theta",
  torchGradient: ", for example torch.func.grad(loss)",
  batchGradientOf: "gradient_of(theta, t) is that of the minibatch of step t at theta",
  fullGradientOf: "full_gradient_of(theta) is the gradient over all examples at theta",
  steps: "how many",
  returns: "Returns theta after all steps.",
  choice: (option: string, meaning: string) => `${option}: ${meaning}.`,
  tiny: "0 / tiny is 0: what has had no gradient yet stays",
  schedulers: "called lr, as PyTorch’s schedulers expect",
  optim: {
    sameDefaults: "Its defaults are the same.",
    otherDefaults: (defaults: string) => `Left to itself it takes ${defaults}.`,
    velocityOfGradients:
      "Its velocity adds gradients up, and is multiplied by lr only in the step. While lr stays as it is, the steps are the same.",
    lookedAt: "Its parameters are the points looked at, as in this form.",
    keepsLookedAt:
      "It keeps the points looked at as its parameters; the forms called shifted do so here.",
    adamax:
      "Its own eps is added to the size of each gradient, inside the maximum; with 0 the rule is this one. But then a parameter that has had no gradient yet becomes 0/0, not a number.",
    corrects:
      "It corrects the bias of both moments, after the maximum; the paper corrects neither.",
    correctsAfter: "It divides by 1 − β₂ᵗ after the maximum, not before it.",
  },
};
