import { traceMark } from "./class-style.js";
import type { Ink } from "./ink.js";
import type { Plane } from "./plane.js";

export interface PlanePointMark {
  x: number;
  y: number;
  label: number;
}

export interface PointColours {
  classes: readonly string[];
  /** Around every mark, to tell it from what is below. */
  paper: string;
}

/** How large marks are: the more points there are, the smaller. */
export function markRadius(count: number): number {
  if (count <= 60) return 6;
  return count <= 300 ? 5 : count <= 1500 ? 3.5 : 2.2;
}

/** Draws the points; those set aside are hollow. */
export function drawPoints(
  ink: Ink,
  plane: Plane,
  points: readonly PlanePointMark[],
  aside: readonly boolean[],
  colours: PointColours,
): void {
  const r = markRadius(points.length);
  ink.setLineDash([]);
  for (const [i, { x, y, label }] of points.entries()) {
    const colour = colours.classes[label] ?? "";
    const [inside, around] = aside[i] ? [colours.paper, colour] : [colour, colours.paper];
    traceMark(ink, label, plane.px(x), plane.py(y), r);
    ink.fillStyle = inside;
    ink.fill();
    ink.strokeStyle = around;
    ink.lineWidth = aside[i] ? 1.8 : 1.2;
    ink.stroke();
  }
}

/** Number of the point nearest to a pixel, if one is within `reach` pixels; −1 otherwise. */
export function pointNear(
  plane: Plane,
  points: readonly PlanePointMark[],
  px: number,
  py: number,
  reach: number,
): number {
  let [nearest, least] = [-1, reach * reach];
  for (const [i, { x, y }] of points.entries()) {
    const [dx, dy] = [plane.px(x) - px, plane.py(y) - py];
    const distance = dx * dx + dy * dy;
    if (distance <= least) [nearest, least] = [i, distance];
  }
  return nearest;
}
