import type { DrapedPath } from "./draped-path.js";

/** A step of one of several paths, and where it is on the screen. */
export interface Picked {
  /** Index of the path. */
  path: number;
  step: number;
  px: number;
  py: number;
}

/** The step nearest to a pixel, of those from `first` that are in sight within `reach`. */
export function pick(
  paths: readonly (DrapedPath | undefined)[],
  x: number,
  y: number,
  reach: number,
  first = 0,
): Picked | undefined {
  let best: Picked | undefined;
  let shortest = reach;
  for (const [path, one] of paths.entries()) {
    for (let step = first; step <= (one?.steps ?? -1); step += 1) {
      const place = one?.step(step);
      if (!place || place.hidden) continue;
      const length = Math.hypot(place.px - x, place.py - y);
      if (length >= shortest) continue;
      shortest = length;
      best = { path, step, px: place.px, py: place.py };
    }
  }
  return best;
}
