import { numberText } from "./number-text.js";

/** "0.6 µs", "1.2 ms" */
function timeText(microseconds: number): string {
  return microseconds < 1000
    ? `${numberText(microseconds, 2)} µs`
    : `${numberText(microseconds / 1000, 2)} ms`;
}

/** Every word of races; they come with the code of these. */
export const raceWords = {
  title: "Race",
  rules: "Rules of the race",
  function: "Function",
  methods: "Methods in the race",
  method: "Method",
  rate: "Learning rate",
  rateOf: (method: string) => `Learning rate of ${method}`,
  noRate: "none",
  loss: "Loss",
  arrival: "Arrived",
  remove: (method: string) => `Remove ${method}`,
  removeHead: "Remove",
  add: "Add a method",
  addPrompt: "Add a method …",
  firstOrder: "From gradients alone",
  secondOrder: "With curvature",
  full: (most: number) => `${most} methods are as many as there may be.`,
  first: "first",
  notYet: "not yet",
  never: "not within the budget",
  hidden: "–",
  lost: "left the finite numbers",
  arrivedAt: (cost: string, first: boolean) => (first ? `${cost}, first` : cost),
  ticks: {
    steps: {
      name: "step",
      at: (tick: number) => `Step ${tick}`,
      of: (tick: number, last: number) => `step ${tick} of ${last}`,
      cost: (tick: number) => `${numberText(tick, 4)} ${tick === 1 ? "step" : "steps"}`,
    },
    evaluations: {
      name: "gradients",
      at: (tick: number) => `${tick} gradients`,
      of: (tick: number, last: number) => `${tick} of ${last} gradients`,
      cost: (tick: number) => `${numberText(tick, 4)} ${tick === 1 ? "gradient" : "gradients"}`,
    },
  },
  /** `unit`: microseconds of a tick. */
  timeTicks: (unit: number) => ({
    name: "time",
    at: (tick: number) => timeText(tick * unit),
    of: (tick: number, last: number) => `${timeText(tick * unit)} of ${timeText(last * unit)}`,
    cost: (tick: number) => timeText(tick * unit),
  }),
  aboutCost: {
    steps: "Every step counts 1, whatever is computed in it.",
    evaluations:
      "Every gradient counts 1, those of a line search too. Values and Hessians are not counted, which flatters Newton’s method.",
    time: "A step costs what it takes here: the median of nine measurements on this machine, traces and all. The budget is counted in steps of the fastest. Another machine, and another visit, will measure something else.",
  },
  stepTime: (time: number) => `${timeText(time)} a step`,

  tune: "Tune each",
  tuning: "Searching …",
  tuneHint:
    "Tries every learning rate of a logarithmic grid for this function and this start, and takes the one that arrives first and stays. Where none does, the lowest loss at the end counts.",
  searched: "What the search found",
  searchChart:
    "What each method spends until it arrives to stay, against its learning rate; a line breaks off where it does not arrive",
  searchAxis: "learning rate",
  searchTable: "Best learning rates of the grid",
  bestRate: "Best rate",
  bestCost: "Arrives after",
  bestLoss: "Loss at the end",
  searchNote: (low: string, high: string, count: number) =>
    `${count} rates were tried for each, from ${low} to ${high}, ten to a power of ten.`,

  starts: "The same race from many starts",
  startsOf: (count: number) => `from ${count} starts`,
  map: "Starts in the window, each with the mark of the method that won from there",
  mapHint: "Arrow keys go from start to start, Enter races from there.",
  progress: (done: number, wanted: number) => `${done} of ${wanted} starts`,
  stop: "Stop",
  again: "Race from all of them",
  stopped: (done: number, wanted: number) =>
    `Stopped: the table is about the first ${done} of ${wanted} starts.`,
  standings: "Standings",
  wins: "Wins",
  arrivals: "Arrivals",
  median: "Median cost",
  share: "Share",
  shareOf: (share: string, error: string) => `${share} ± ${error} %`,
  beyond: (budget: string) => `over ${budget}`,
  sortBy: (column: string) => `Sort by ${column}`,
  startIs: (number: number, x: string, y: string) => `Start ${number}: x ${x}, y ${y}.`,
  wonBy: (method: string, cost: string) => `${method} is first, after ${cost}.`,
  wonByNobody: "Nobody arrives within the budget.",
  raceFromHere: "Race from here",
  chooseStart: "Choose a start on the map.",
  medianNote:
    "The median is over all starts; from one where a method did not arrive it counts as beyond the budget.",
  waiting: "Make your prediction first.",
  summary: (leader: string, wins: number, starts: number) =>
    `${leader} wins most often, from ${wins} of ${starts} starts.`,
  refusedNote: "does not take part",
} as const;
