import type { CheerioAPI } from "cheerio";
import type { Engine } from "../../wasm/engine/engine.js";
import { answerTo } from "../ask/ask.js";
import { askFrom } from "../ask/ask-attributes.js";
import { numberText } from "../words/number-text.js";

/** Writes the core's answer into every fl-value, so that the text is whole without a script. */
export async function expandValues($: CheerioAPI, engine: Engine): Promise<void> {
  for (const element of $("fl-value").toArray()) {
    const get = (name: string) => $(element).attr(name);
    const value = await answerTo(askFrom(get), engine);
    $(element).text(numberText(value, Number(get("digits") ?? 3)));
  }
}
