/** What the panel for teachers and the lecture mode say; loaded with them. */
export const teaching = {
  panel: {
    title: "For teachers",
    intro:
      "Set the page up as your class should find it: settings, start, step, uncovered lines. Then copy its link.",
    close: "Close this panel",
    link: "Link",
    copy: "Copy the link",
    copied: "Copied. Whoever opens the link finds the page as it is now.",
    notCopied:
      "The browser does not let this page copy. The link is selected: copy it with your keyboard, or by a long press.",
    address: "The link",
    holds:
      "It holds the lesson, every setting and step, the numbers of the questions, and what you lock or hide. Answers and predictions are not in it.",
    seed: "Numbers of the questions",
    seedMeaning:
      "The same seed gives the same numbers and the same order of choices to everyone. Choose one, or draw one.",
    seedLabel: "Seed",
    draw: "Draw afresh",
    drawn: (seed: string) => `The questions have the numbers of seed ${seed}.`,
    badSeed: (text: string) =>
      `“${text.slice(0, 30)}” is no seed. A whole number of up to nine digits is one. Nothing was changed.`,
    lecture: "In class",
    lectureMeaning:
      "Large type, and the page block by block: Space, → or a clicker goes on, ← goes back, Esc ends. Alt+L starts it too.",
    startLecture: "Start lecture mode",
    print: "On paper",
    printMeaning:
      "The page as a worksheet: figures as they stand, blanks to fill in, lines to write on.",
    withAnswers: "Print worksheet and answers",
    withoutAnswers: "Print without answers",
    controls: "What students may use",
    controlsMeaning:
      "Locked: they see it, and it stays as you have set it. Hidden: it is not there. This tidies the page; it is no safe against a student who wants to know.",
    all: "All of it",
    allOf: (part: string) => `All of ${part}`,
    access: { visible: "visible", locked: "locked", hidden: "hidden" },
    counts: (locked: number, hidden: number) =>
      [locked > 0 ? `${locked} locked` : "", hidden > 0 ? `${hidden} hidden` : ""]
        .filter(Boolean)
        .join(", "),
    showAll: "Let students use everything",
  },
  /** Figures without a title of their own, by the first word of their keys. */
  groups: {
    page: "The page",
    question: "Questions, one by one",
    quiz: "Buttons of all questions",
  } as Record<string, string>,
  /** Controls by the last word of their keys; of a setting that is its name. */
  controls: {
    all: "“Show all”",
    another: "“Another like this”",
    answers: "Answers when printing",
    check: "“Check”",
    code: "The code",
    coordinate: "Which coordinate is looked at",
    example: "Choosing an example",
    examples: "Looking at single points",
    hint: "Hints",
    language: "Its language",
    lines: "Choosing a line",
    map: "Course map",
    method: "Choosing the method",
    mode: "Watch or fill in",
    next: "“Next line”",
    notation: "Notation",
    points: "Changing the points",
    prediction: "The whole prediction",
    reset: "“Reset everything”",
    row: "Choosing a place",
    scores: "Scores",
    search: "Search",
    skip: "“Skip”",
    start: "Starting point",
    surface: "The surface in three dimensions",
    view: "Turning the surface",
    step: "Choosing a step",
    table: "The numbers as a table",
    take: "Menus to take a figure along",
    teacher: "The button of this panel",
    tell: "Telling the answer",
    theme: "Colours",
    transport: "Choosing a step (play bar, chart, keys)",
    weights: "Setting the weights by hand",
  } as Record<string, string>,
  lecture: {
    label: "Lecture",
    place: (now: number, count: number) => `${now} of ${count}`,
    next: "Next",
    back: "Back",
    end: "End the lecture",
    help: "Keys",
    keys: [
      ["Space, →, Page Down, N", "next"],
      ["←, Page Up, P, Shift+Space", "back"],
      ["Home, End", "first, last"],
      ["Tab", "into the block: sliders and figures keep their own keys"],
      ["?", "this list"],
      ["Esc", "end the lecture"],
    ],
    bad: (text: string) =>
      `The link asks for block “${text.slice(0, 40)}” of the lecture, which there is not. It begins at the first.`,
  },
};
