import type { LegendItem } from "../../take/takeable.js";
import { dampingWords as words } from "../../words/damping.js";

/** The eigen-directions of a figure’s table, with their lines and marks. */
export function modeLegend(figure: Element): LegendItem[] {
  return [...figure.querySelectorAll(".damping-table tbody th")].map((cell) => ({
    swatch: cell.querySelector<SVGSVGElement>("svg.swatch"),
    label: words.point(cell.textContent?.trim() ?? ""),
  }));
}
