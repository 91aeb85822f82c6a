import { Controls } from "./controls.js";
import { Descent } from "./descent.js";
import { DescentPlot } from "./descent-plot.js";
import type { ElementName } from "./kinds.js";
import { Surface } from "./surface.js";
import { Trace } from "./trace.js";
import { Transport } from "./transport.js";

/** Elements that show a scene of runs, those that others contain first. */
export const elements = {
  "fl-controls": Controls,
  "fl-descent-plot": DescentPlot,
  "fl-surface": Surface,
  "fl-trace": Trace,
  "fl-transport": Transport,
  "fl-descent": Descent,
} satisfies Partial<Record<ElementName, CustomElementConstructor>>;
