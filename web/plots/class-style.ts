import { svg } from "lit";
import type { Ink } from "./ink.js";

type Corner = readonly [x: number, y: number];

/** How the points of one class are told from the others: colour and shape together. */
interface ClassStyle {
  /** Class that sets the colour. */
  className: string;
  /** Property that holds it. */
  property: string;
  /** Corners around (0, 0), of a mark one pixel large; a circle has none. */
  corners: readonly Corner[];
}

/** A star with `arms`, every second corner at `inner` of the radius. */
function star(arms: number, inner: number): Corner[] {
  return Array.from({ length: 2 * arms }, (_, i) => {
    const turn = (Math.PI * i) / arms - Math.PI / 2;
    const radius = i % 2 === 0 ? 1.35 : inner;
    return [radius * Math.cos(turn), radius * Math.sin(turn)];
  });
}

const shapes: Corner[][] = [
  [],
  [
    [0, -1.25],
    [1.15, 0.85],
    [-1.15, 0.85],
  ],
  [
    [-0.9, -0.9],
    [0.9, -0.9],
    [0.9, 0.9],
    [-0.9, 0.9],
  ],
  [
    [0, -1.3],
    [1.3, 0],
    [0, 1.3],
    [-1.3, 0],
  ],
  star(4, 0.5),
  star(5, 0.55),
];

const styles: readonly ClassStyle[] = shapes.map((corners, i) => ({
  className: `class-${i}`,
  property: `--class-${i}`,
  corners,
}));

export function classStyle(label: number): ClassStyle {
  return styles[label % styles.length] as ClassStyle;
}

/** Puts the outline of a class's mark down, to be filled or stroked. */
export function traceMark(ink: Ink, label: number, x: number, y: number, r: number): void {
  const { corners } = classStyle(label);
  ink.beginPath();
  if (corners.length === 0) ink.arc(x, y, r, 0, 2 * Math.PI);
  for (const [i, [dx, dy]] of corners.entries()) {
    if (i === 0) ink.moveTo(x + r * dx, y + r * dy);
    else ink.lineTo(x + r * dx, y + r * dy);
  }
  ink.closePath();
}

/** The mark of a class at a place. */
export function classMark(label: number, x: number, y: number, r: number) {
  const { className, corners } = classStyle(label);
  if (corners.length === 0) {
    return svg`<circle class="mark ${className}" cx=${x} cy=${y} r=${r}></circle>`;
  }
  const points = corners.map(([dx, dy]) => `${(x + r * dx).toFixed(2)},${(y + r * dy).toFixed(2)}`);
  return svg`<polygon class="mark ${className}" points=${points.join(" ")}></polygon>`;
}
