/** Every word of the figure of many seeds; they come with its code. */
export const bandWords = {
  title: "One run, many seeds",
  chart: (x: string) => `Loss above the lowest against ${x}, over many seeds`,
  against: "Against",
  iterations: "iterations",
  evaluations: "gradient evaluations",
  loss: "loss above the lowest",
  cursor: (x: string, at: string) => `${at} ${x}`,
  runs: "Runs",
  seeds: "Seeds",
  columns: ["Run", "Median", "From 10 % to 90 % of the seeds"],
  range: (low: string, high: string) => `${low} to ${high}`,
  at: (x: string) => `After ${x}, where the cursor is`,
  run: (name: string, median: string, low: string, high: string) =>
    `${name}: median ${median}, from ${low} to ${high}`,
  over: "not so far",
};
