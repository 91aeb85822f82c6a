import type { CheerioAPI } from "cheerio";
import type { Engine } from "../../wasm/engine/engine.js";
import { measureFrom } from "../scene/measure-attributes.js";
import { numberText } from "../words/number-text.js";

/** Writes the core's answer into every fl-value, so that the text is whole without a script. */
export function expandValues($: CheerioAPI, engine: Engine): void {
  for (const element of $("fl-value").toArray()) {
    const get = (name: string) => $(element).attr(name);
    const value = engine.measure(measureFrom(get)) * Number(get("times") ?? 1);
    $(element).text(numberText(value, Number(get("digits") ?? 3)));
  }
}
