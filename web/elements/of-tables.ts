import { Controls } from "./controls.js";
import { FitChart } from "./fit-chart.js";
import type { ElementName } from "./kinds.js";
import { TableChart } from "./table-chart.js";

/** Elements that show the table of an analysis, those that others contain first. */
export const elements = {
  "fl-controls": Controls,
  "fl-fit-chart": FitChart,
  "fl-table-chart": TableChart,
} satisfies Partial<Record<ElementName, CustomElementConstructor>>;
