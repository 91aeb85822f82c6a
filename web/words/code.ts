/** What the code view says, and what the programs it shows say in their comments. */
export const codeWords = {
  label: (title: string) => `${title} as code`,
  languages: "Language",
  language: { cpp: "C++", numpy: "NumPy", torch: "PyTorch" },
  copy: "Copy",
  copied: "Copied.",
  selected: "Selected: copy it with Ctrl + C, on a Mac with ⌘ C.",
  download: "Download",
  waiting: "The update rule as code, in C++, NumPy and PyTorch.",
  plainText: "The update rule as code, in C++, NumPy and PyTorch (plain text)",
  failed: "The code could not be loaded. Everything else on this page still works.",
  retry: "Try again",
  about: {
    cpp: "The kernel that computes every number on this page, from its source file. The tape records the numbers shown; a run that nobody looks at has none, and nothing of it is compiled.",
    cppUse: "With the settings in force:",
    numpy: "Written from the formula lines, and tested to give the kernel’s numbers.",
    torch: "Written from the formula lines, and tested to give the kernel’s numbers.",
    torchHas: "PyTorch has this very rule:",
    torchNear: "The nearest that PyTorch has:",
    torchHasNone: "PyTorch has no optimizer with this rule.",
    cppOnly: (title: string) =>
      `${title} is here in C++ only. Its formulas hold at every step, but they are no recipe: they contain equations to be solved, or searches.`,
    choiceCppOnly:
      "With these choices the formulas are no recipe to be followed line by line. The C++ has them all.",
  },
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
  program: {
    start: "where to start",
    gradientOf: "gradient_of(theta) is the gradient at theta",
    batchGradientOf: "gradient_of(theta, t) is that of the minibatch of step t at theta",
    fullGradientOf: "full_gradient_of(theta) is the gradient over all examples at theta",
    torchGradient: ", for example torch.func.grad(loss)",
    steps: "how many",
    returns: "Returns theta after all steps.",
    choice: (option: string, meaning: string) => `${option}: ${meaning}.`,
    tiny: "0 / tiny is 0: what has had no gradient yet stays",
    schedulers: "called lr, as PyTorch’s schedulers expect",
    plainTextHead: (title: string) => `${title}: the update rule as code`,
  },
};
