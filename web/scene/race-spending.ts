import type { RunOrder, RunRefusal, RunResult } from "../../wasm/worker/protocol.js";
import { engine } from "../engine/page-engine.js";

type Answer = RunResult | RunRefusal;

/** As many steps as a run of the core may take. */
const mostSteps = 200_000;

function hasMoreToSpend(answer: Answer | undefined, budget: number): boolean {
  if (!answer || "refused" in answer || answer.report.stopped !== "none") return false;
  return (answer.traces.evaluations?.at(-1) ?? budget) < budget;
}

/**
 * The answers to `orders`, each run with as many steps as its gradients last: Levenberg–Marquardt
 * takes steps back for which it has computed none, and so has more steps than `budget`.
 */
export async function untilSpent(
  orders: readonly RunOrder[],
  answers: readonly Answer[],
  { budget, channel }: { budget: number; channel: string },
): Promise<Answer[]> {
  const all = [...answers];
  for (let steps = 4 * budget; steps <= mostSteps; steps *= 4) {
    const places = [...orders.keys()].filter((place) => hasMoreToSpend(all[place], budget));
    if (places.length === 0) break;
    const runs = places.map((place) => orders[place] as RunOrder);
    const longer = await engine.call("runs", { runs, steps }, channel);
    for (const [i, place] of places.entries()) all[place] = longer[i] as Answer;
  }
  return all;
}
