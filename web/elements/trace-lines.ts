import type { Quantity } from "../../wasm/engine/types.js";
import type { ChartSeries } from "../plots/line-chart.js";
import type { Scene, SceneRun } from "../scene/scene.js";
import { svgPicture } from "../take/svg-picture.js";
import type { Picture } from "../take/takeable.js";
import { words } from "../words/en.js";
import { plainText } from "./rich-text.js";

/** One line of a chart of traces. */
export interface TraceLine extends ChartSeries {
  run: SceneRun;
  quantity: Quantity;
  /** Name of the coordinate, empty for a scalar or a problem in one dimension. */
  coordinate: string;
}

function named({ quantity, coordinate }: TraceLine): string {
  return [quantity.name.replaceAll("_", " "), coordinate].filter(Boolean).join(" ");
}

/** All of a line's name, for who does not see the chart. */
export function spokenName(line: TraceLine): string {
  return `${plainText(line.run.label)} ${named(line)}`;
}

/** As much of it as tells the lines of one chart apart. */
function legendName(line: TraceLine, scene: Scene, names: readonly string[]): string {
  if (scene.runs.length === 1) return named(line);
  if (names.length > 1) return spokenName(line);
  return `${plainText(line.run.label)} ${line.coordinate}`.trim();
}

/** The chart drawn in `element`, as it is now. */
export function chartPicture(
  element: Element,
  { lines, scene, names }: { lines: TraceLine[]; scene: Scene; names: readonly string[] },
): Picture | undefined {
  const swatches = [...element.querySelectorAll<SVGSVGElement>(".readout svg.swatch")];
  const title = words.trace.title(names.join(", "));
  const caption = element.getAttribute("caption");
  return svgPicture(element.querySelector("svg.chart"), {
    legend: lines.map((line, i) => ({
      swatch: swatches[i] ?? null,
      label: legendName(line, scene, names),
    })),
    title,
    description: element.getAttribute("description") ?? (caption ? plainText(caption) : title),
  });
}
