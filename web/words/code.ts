/** What the code view says. */
export const codeWords = {
  label: (title: string) => `${title} as code`,
  languages: "Language",
  language: { cpp: "C++", numpy: "NumPy", torch: "PyTorch" },
  copy: "Copy",
  copyOf: (what: string) => `Copy ${what}`,
  copied: "Copied.",
  selected:
    "Your browser does not let this page copy. The code is selected: press Ctrl + C, on a Mac ⌘ C.",
  download: "Download",
  downloadOf: (what: string) => `Download ${what}`,
  program: (language: string, what: string) => `${language}: ${what}`,
  plainText: "The update rule as code, in C++, NumPy and PyTorch",
  failed: "The code could not be loaded.",
  retry: "Try again",
  about: {
    cpp: "The kernel that computes the numbers on this page, from its source file. It covers every choice. The tape takes down the quantities that the page shows; where nobody looks it is a NoTape, which compiles to nothing.",
    cppUse: "A step with the settings in force",
    python:
      "Written from the formula lines, with the settings in force, and tested against the kernel.",
    scheduled: (schedule: string) =>
      `The run above has a schedule, ${schedule}: before each step the learning rate in this code is multiplied by the schedule’s factor. PyTorch does that with torch.optim.lr_scheduler.`,
    torchHas: "PyTorch itself has this very rule",
    torchNear: "The nearest that PyTorch itself has",
    torchHasNone: "PyTorch itself has no optimizer with this rule.",
    cppOnly: (title: string) =>
      `${title} is here in C++ only. Its formulas hold at every step, but they are no recipe: they contain equations to be solved, or a search.`,
    choiceCppOnly:
      "With these choices the formulas are no recipe to be followed line by line. The C++ covers them.",
  },
};
