import { reason } from "./reason.js";

/** What stands where a 3-D view is offered, loading or missing. */
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
};
