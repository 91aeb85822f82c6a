import { reason } from "./reason.js";

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

/** What the 3-D view of a figure says. */
export const surface = {
  show: "Show in 3-D",
  hide: "Hide the 3-D view",
  loading: "Loading the 3-D view…",
  saving:
    "Your browser asks pages to save data. The 3-D view would load about 150 kB more; the contour shows the same.",
  loadAnyway: "Load the 3-D view",
  missing:
    "There is no 3-D view here: this browser does not offer WebGL, or has it switched off. The contour shows the same descent.",
  failed: (error: unknown) =>
    `The 3-D view could not be loaded (${reason(error)}). The contour shows the same descent. To try again, reload the page.`,
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
