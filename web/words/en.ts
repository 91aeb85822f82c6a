import type { RunReport } from "../../wasm/engine/types.js";
import { surface } from "./en-surface.js";
import { teacher, worksheet } from "./en-teacher.js";
import { figureWords } from "./figure.js";
import { numberText } from "./number-text.js";
import { reason } from "./reason.js";
import { partsOf } from "./script-parts.js";

const coordinateNames = ["x", "y"];

/** "in x" where there is more than one coordinate to speak of. */
function along(coordinate: number, dimension: number): string {
  return dimension > 1 ? ` in ${coordinateNames[coordinate] ?? coordinate}` : "";
}

/** What a run is doing, as one sentence. */
function verdict({ verdict: name, numbers, stopped }: RunReport, dimension: number): string {
  const n = (key: string) => numberText(numbers[key] ?? Number.NaN);
  switch (name) {
    case "zero_by_zero":
      return `Stopped at step ${n("step")}: it divided 0 by 0${along(numbers.coordinate ?? 0, dimension)}. The gradient is zero there, and nothing protects the denominator.`;
    case "ascending":
      return "Every step goes uphill: it follows the gradient instead of opposing it.";
    case "overshooting": {
      const factor =
        "factor" in numbers
          ? ` Along the steepest direction the error is multiplied by ${n("factor")} at every step.`
          : "";
      return `Diverges: a learning rate of ${n("learning_rate")} is stable up to curvature ${n("stable_curvature")}, and here it is ${n("curvature")}.${factor}`;
    }
    case "diverged":
      return stopped === "none"
        ? `Diverges: the loss has grown to ${n("loss")}.`
        : "Stopped: the next number would be too large to hold.";
    case "oscillating":
      return `Still swings back and forth${along(numbers.coordinate ?? 0, dimension)}.`;
    case "arrived":
      return "Arrived: the gradient is almost zero.";
    case "stuck":
      return stuck(stopped);
    case "climbing":
      return "At the end the loss is rising again.";
    case "descending":
      return "Still going down at the end.";
  }
}

function stuck(stopped: RunReport["stopped"]): string {
  if (stopped === "singular") return "Stopped: the equations of the step have no single solution.";
  if (stopped === "damping_exhausted") return "Stopped: no damping, however strong, helps.";
  return "Stopped: along its direction no step length lowers the loss enough.";
}

/** Every word the elements and the shell say; a language is one more file like this. */
export const words = {
  verdict,
  figure: figureWords,
  coordinates: coordinateNames,
  shell: {
    theme: "Colours",
    themes: { auto: "as the system", light: "light", dark: "dark" },
    solvedShort: (count: number) => `${count} solved`,
    solvedOf: (count: number, total: number) => `${count} of ${total} solved`,
    search: "Search",
    searchKey: "Search (press /)",
    searchFailed: "The search could not be loaded. Check the connection and try again.",
    continueWith: (title: string) => `Continue with “${title}”`,
    review: "Review",
    dueShort: (count: number) => `${count} due`,
  },
  notices: {
    dismiss: "Dismiss this message",
    noEngine: (error: unknown) =>
      `The engine that computes the numbers could not start (${reason(error)}). The text and formulas below can be read; the figures need a browser with WebAssembly and all the site’s files. Reload the page, or try another browser.`,
    elementFailed: (name: string, error: unknown) =>
      `A part of this page (${name}) could not be drawn: ${reason(error)}`,
    notFetched: (scripts: string[]) =>
      `A part of this page could not be loaded: ${partsOf(scripts)}. The text can be read all the same. Check the connection and try again, or reload the page.`,
    fetchAgain: "Try again",
    engineFailed: (error: unknown) =>
      `A computation broke off (${reason(error)}). The last good picture is still shown.`,
    badAddress: (key: string, value: string) =>
      `The link asks for ${key} = “${value.slice(0, 40)}”, which is not possible here. The usual value is used instead.`,
    notationFailed: (error: unknown) =>
      `The letters of that lecture could not be fetched (${reason(error)}). The formulas stay as they are; choose again to try once more.`,
    progressUnreadable:
      "Your saved progress could not be read. It was set aside, and counting starts afresh.",
    progressOfOtherTab:
      "Your progress was saved in another tab, in a form that this page cannot read. Reload this page; what you answer here before is not kept.",
    progressNotSaved: "Your browser does not let this page save your progress.",
  },
  notation: {
    title: "Notation",
    choose: "Write formulas as",
    names: {
      own: { short: "Fall Line", full: "this site’s own" },
      l0: { short: "Lecture 0", full: "CS182-style" },
      l1: { short: "Lecture 1", full: "TUM I2DL" },
      l2: { short: "Lecture 2", full: "CS5330" },
      l3: { short: "Lecture 3", full: "CS 190I" },
      l4: { short: "Lecture 4", full: "Hung-yi Lee" },
    },
    chosen: (name: string) => `Notation: ${name}`,
  },
  transport: {
    label: "Play through the steps",
    play: "Play",
    pause: "Pause",
    back: "One step back",
    step: "One step on",
    scrub: "Step",
    reset: "Reset everything",
    stepOf: (step: number, steps: number) => `step ${step} of ${steps}`,
  },
  controls: { more: "More settings", batches: "Minibatches" },
  descent: {
    plot: (title: string) => `${title}: contours, with the path of every method`,
    curve: (title: string) => `${title}: its curve, with the path of every method`,
    start: "Starting point; arrow keys move it, with Shift in larger steps",
    minimum: "Minimum",
    runs: "Methods",
    arrows: (run: string) => `Directions at the selected step of ${run}:`,
    step: (run: string) => `The selected step of ${run}:`,
    slope: "slope where it begins",
    change: "step",
    hidden: "Make your prediction first.",
    point: (x: string, y: string) => `x ${x}, y ${y}`,
    loss: (loss: string) => `loss ${loss}`,
    place: (x: string) => `x ${x}`,
    lossAt: (step: number, loss: string) => `Loss ${loss} at step ${step}.`,
  },
  surface,
  tableChart: {
    label: (names: string, x: string) =>
      `Chart of ${names} against ${x}; arrow keys choose a place on it`,
    entry: (name: string, entry: string) => `${name} ${entry}`,
  },
  trace: {
    label: (names: string) =>
      `Chart of ${names.replaceAll("_", " ")} against the step; arrow keys choose a step`,
    title: (names: string) => `Chart of ${names.replaceAll("_", " ")} against the step`,
    step: "step",
    at: (step: number) => `Step ${step}`,
    table: "The numbers as a table",
  },
  derivation: {
    about: (title: string) => `${title}, line by line`,
    chooseStep: "Step whose numbers are shown",
    coordinate: "Coordinate",
    modes: "How to go through it",
    mode: { watch: "Watch", last: "Fill in the last line", all: "Fill in every line" },
    next: (shown: number, count: number) => `Next line (${shown} of ${count})`,
    showAll: "Show all",
    fill: "Work out the left side:",
    check: "Check",
    hint: "Hint",
    tell: "Tell me",
    right: "✓ right",
    told: "shown to you",
    hintMethod:
      "Put the numbers of the second row into the right side, innermost bracket first. Two or three digits are enough.",
    hintDigits: (rounded: string) => `To one digit it is ${rounded}.`,
    wrong: "Not this. Check that each symbol got the number of this step, not of the one before.",
    wrongSign: "The size is right, but the sign is not.",
    slip: (meaning: string) => `That is what you get with this variant: ${meaning}.`,
  },
  quiz: {
    solved: (solved: number, count: number) => `${solved} of ${count} solved`,
    solvedMark: "solved",
    check: "Check",
    hint: "Hint",
    tell: "Show the answer",
    another: "Another like this",
    answer: (percent: string) => `Your answer (within ${percent} %):`,
    chooseOne: "Choose one answer",
    chooseAll: "Choose every right answer",
    true: "True.",
    false: "No.",
    right: "Right.",
    rightNumber: (answer: string) => `Right: ${answer}.`,
    wrong: "Not quite.",
    more: "What you chose is right, but there is more.",
    told: (answer: string) => `The answer is ${answer}.`,
    nothingChosen: "Choose an answer first.",
    notANumber: (text: string) =>
      text.trim() === ""
        ? "Type a number first."
        : `“${text.slice(0, 30)}” is not a number. Write it like 0.25, −3 or 2e-5.`,
    fresh: "New numbers.",
    reviewOffer: "If you like, these questions come back in a few days:",
  },
  predict: {
    label: "Predict first",
    commit: "That is my prediction",
    skip: "Skip",
    own: "You said",
    actual: "It is",
    skipped: "(skipped)",
    hit: "Well predicted.",
    miss: "A surprise. Look closely at why.",
  },
  slip: {
    label: "Find the slip",
    about: (heading: string) => (heading ? `Find the slip: ${heading}` : "Find the slip"),
    ask: "Something above is wrong. Which line is it? Choose one.",
    askClaim: "One of these sentences is wrong. Which? Choose one.",
    line: (number: number, meaning: string) => `Line ${number}: ${meaning}`,
    notThis: "That line is fine. Look at another.",
    found: "Found it.",
    told: "Here it is.",
    tell: "Show me",
  },
  teacher,
  worksheet,
};
