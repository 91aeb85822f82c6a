const compass = [
  "north",
  "north-east",
  "east",
  "south-east",
  "south",
  "south-west",
  "west",
  "north-west",
];

/** What a 3-D view says; loaded with it. */
export const surfaceWords = {
  lost: "The browser has taken the 3-D view away for a moment; it comes back by itself when the browser allows. The contour shows the same descent.",
  label: (title: string) =>
    `${title} as a surface, with the path of every method. Arrow keys move your viewpoint, plus and minus zoom, 0 resets.`,
  kind: "3-D view",
  title: (problem: string) => `${problem} as a surface, with the path of every method`,
  viewpoint: "Viewpoint",
  left: "View from further left",
  right: "View from further right",
  higher: "View from higher up",
  lower: "View from lower down",
  nearer: "Zoom in",
  further: "Zoom out",
  reset: "Reset the view",
  log: "Log height",
  heightName: { linear: "loss", log: "loss, log scale" },
  /** `point`: of the eight of the compass, from the north clockwise. */
  seen: (point: number, elevation: number) =>
    elevation >= 88
      ? `Seen from straight above, ${compass[point]} at the bottom.`
      : `Seen from the ${compass[point]}, ${elevation}° above the horizon.`,
  heights: { linear: "", log: "Heights are on a log scale." },
  at: (run: string, step: number, loss: string) => `${run}, step ${step}: loss ${loss}`,
};
