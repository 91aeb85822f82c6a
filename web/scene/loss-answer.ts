import type { LossAnswer, LossRequest } from "../../wasm/engine/types.js";
import { engine } from "../engine/page-engine.js";

/** What the engine found wrong with a request. */
export interface EngineRefusal {
  refused: string;
}

/** The answer, with the columns of every derivation in `derivations`, or what was refused. */
export async function lossAnswer(
  request: LossRequest,
  derivations: readonly string[],
  channel: string,
): Promise<LossAnswer | EngineRefusal> {
  const questions = derivations.length > 0 ? derivations : [undefined];
  try {
    const answers = await Promise.all(
      questions.map((derivation) =>
        engine.call(
          "loss",
          { ...request, ...(derivation && { derivation }) },
          `${channel} ${derivation}`,
        ),
      ),
    );
    const [first, ...others] = answers as [LossAnswer, ...LossAnswer[]];
    for (const { table } of others) Object.assign(first.table.columns, table.columns);
    return first;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "invalid_argument") {
      return { refused: error.message };
    }
    throw error;
  }
}
