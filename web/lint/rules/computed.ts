import { type Asker, answerTo } from "../../ask/ask.js";
import { askFrom } from "../../ask/ask-attributes.js";
import type { LintPage } from "../page.js";
import type { Problem } from "../problem.js";

/** Every question that an element puts to the core has an answer. */
export async function computedRule({ source }: LintPage, asker: Asker): Promise<Problem[]> {
  const { $, file, lineOf } = source;
  const problems: Problem[] = [];
  for (const element of $("fl-value, fl-predict").toArray()) {
    const got = `got <${element.name}>`;
    const line = lineOf(element);
    try {
      const value = await answerTo(
        askFrom((name) => element.attribs[name]),
        asker,
      );
      if (Number.isNaN(value)) {
        const message = `${got} to which the core’s answer is no number; allowed: one that is`;
        problems.push({ file, line, message });
      }
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      problems.push({ file, line, message: `${got} that the core refuses: ${reason}` });
    }
  }
  return problems;
}
