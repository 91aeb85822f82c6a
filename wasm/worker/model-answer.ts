import type { Engine } from "../engine/engine.js";
import type { Axis, DecisionsRequest, Named } from "../engine/types.js";

/** What is asked of a model at some weights. */
export interface ModelQuestion {
  /** Data that tell how many classes there are; one example will do. */
  data: Named;
  /** What it decides on a grid: an answer for each of `decisions`. */
  grid?: { x: Axis; y: Axis; decisions: DecisionsRequest["decision"][] };
  examples?: ExamplesQuestion;
}

/** Examples whose scores are wanted. */
export interface ExamplesQuestion {
  data: Named;
  /** Number of the class of each. */
  labels: number[];
  /** The loss whose share of each example is wanted: of one score an example, or of several. */
  losses?: { single?: Named; several?: Named };
}

export interface ModelAnswer {
  /** As a DecisionsRequest is answered, in the order of the question. */
  decisions: Float64Array[];
  /** Entry `example·outputs + k`; empty where no examples were asked for. */
  scores: Float64Array;
  /** One an example; undefined where no loss was asked for that fits their scores. */
  losses: Float64Array | undefined;
}

type Answering = Pick<Engine, "decisions" | "scores" | "loss">;

/** Answers a question about a model with these weights. */
export function modelAnswer(
  engine: Answering,
  problem: Named,
  weights: readonly number[],
  { data, grid, examples }: ModelQuestion,
): ModelAnswer {
  const model = { problem, data, weights };
  const decisions = (grid?.decisions ?? []).map((decision) =>
    engine.decisions({ ...model, x: grid?.x as Axis, y: grid?.y as Axis, decision }),
  );
  if (!examples) return { decisions, scores: new Float64Array(), losses: undefined };
  const scores = engine.scores({ ...model, examples: examples.data });
  return { decisions, scores, losses: lossesOf(engine, scores, examples) };
}

function lossesOf(
  engine: Answering,
  scores: Float64Array,
  { labels, losses }: ExamplesQuestion,
): Float64Array | undefined {
  const width = scores.length / labels.length;
  const loss = width === 1 ? losses?.single : losses?.several;
  if (!loss) return undefined;
  const { table } = engine.loss({
    loss,
    scores: labels.map((_, i) => [...scores.subarray(i * width, (i + 1) * width)]),
    // a loss of one score goes by the sign
    labels: width === 1 ? labels.map((label) => (label === 1 ? 1 : -1)) : labels,
  });
  return table.columns.example_loss;
}
