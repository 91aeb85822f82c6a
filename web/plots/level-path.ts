import { type Field, linesAt } from "./field-view.js";
import type { Plane } from "./plane.js";

/** Where a field over a plane's window has one value, as the path of an SVG. */
export function levelPath(field: Field, value: number, plane: Plane): string {
  const ends = linesAt(field, value);
  const x = (grid: number) => ((grid / (field.columns - 1)) * plane.width).toFixed(1);
  const y = (grid: number) => ((1 - grid / (field.rows - 1)) * plane.height).toFixed(1);
  const parts: string[] = [];
  let before = "";
  for (let i = 0; i < ends.length; i += 4) {
    const [ax = 0, ay = 0, bx = 0, by = 0] = ends.slice(i, i + 4);
    const [from, to] = [`${x(ax)},${y(ay)}`, `${x(bx)},${y(by)}`];
    // one line as far as it goes, so that its dashes are even
    parts.push(from === before ? `L${to}` : `M${from}L${to}`);
    before = to;
  }
  return parts.join("");
}
