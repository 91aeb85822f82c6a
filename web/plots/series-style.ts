import type { SceneRun } from "../scene/scene.js";

/** How one run is told from the others: colour, dash and mark together, never colour alone. */
export interface SeriesStyle {
  /** Class that sets the colour. */
  className: string;
  /** Dash pattern of its line, in pixels; empty for a solid line. */
  dash: number[];
  mark: "circle" | "square" | "triangle" | "diamond";
}

const first: SeriesStyle = { className: "run-ink", dash: [], mark: "circle" };

const byMethod: Record<string, SeriesStyle> = {
  gradient_descent: { className: "run-gradient", dash: [2, 4], mark: "square" },
  momentum: { className: "run-first-moment", dash: [8, 4], mark: "triangle" },
  rmsprop: { className: "run-second-moment", dash: [8, 3, 2, 3], mark: "diamond" },
  adam: first,
  nesterov: { className: "run-step", dash: [8, 4], mark: "triangle" },
  adagrad: { className: "run-factor", dash: [2, 4], mark: "diamond" },
  adadelta: { className: "run-setting", dash: [8, 3, 2, 3], mark: "square" },
  adamax: { className: "run-parameter", dash: [], mark: "circle" },
  amsgrad: { className: "run-setting", dash: [12, 4], mark: "circle" },
  adamw: { className: "run-factor", dash: [8, 3, 2, 3], mark: "circle" },
  newton: { className: "run-factor", dash: [], mark: "square" },
  conjugate_gradient: { className: "run-first-moment", dash: [], mark: "diamond" },
  bfgs: { className: "run-step", dash: [], mark: "square" },
  lbfgs: { className: "run-parameter", dash: [8, 3, 2, 3], mark: "square" },
  gauss_newton: { className: "run-gradient", dash: [], mark: "triangle" },
  levenberg_marquardt: { className: "run-second-moment", dash: [], mark: "triangle" },
};

/** A model looks like the loss it is trained by. */
const byModel: Record<string, SeriesStyle> = {
  softmax_regression: { className: "run-first-moment", dash: [], mark: "circle" },
  linear_svm: { className: "run-gradient", dash: [7, 4], mark: "square" },
  logistic_regression: { className: "run-second-moment", dash: [8, 3, 2, 3], mark: "triangle" },
  mlp: { className: "run-parameter", dash: [12, 4], mark: "diamond" },
};

/** For a second run of the same method, and for methods without a style of their own. */
const others: SeriesStyle[] = [
  { className: "run-gradient", dash: [7, 4], mark: "square" },
  { className: "run-first-moment", dash: [2, 4], mark: "triangle" },
  { className: "run-second-moment", dash: [8, 3, 2, 3], mark: "diamond" },
  { className: "run-parameter", dash: [12, 4], mark: "circle" },
  { className: "run-step", dash: [2, 4], mark: "diamond" },
  { className: "run-factor", dash: [12, 4], mark: "triangle" },
  { className: "run-setting", dash: [2, 4], mark: "triangle" },
  { className: "run-ink", dash: [7, 4], mark: "diamond" },
];

/** The style of the line with number `i`: after four the same colours, with other dashes and marks. */
function otherStyle(i: number): SeriesStyle {
  const style = (at: number) => others[at % others.length] as SeriesStyle;
  const { dash, mark } = style(i + Math.floor(i / others.length));
  return { ...style(i), dash, mark };
}

/** Styles that no two runs share, as far as there are enough. */
export function seriesStyles(
  runs: readonly (Pick<SceneRun, "key" | "method" | "schedule"> & { batch?: SceneRun["batch"] })[],
): SeriesStyle[] {
  // what differs is the schedule, or the minibatches, and not the method
  const differ = runs.every(({ schedule }) => schedule) || runs.some(({ batch }) => batch);
  if (runs.length > 1 && differ) {
    return runs.map((_, i) => (i === 0 ? first : otherStyle(i - 1)));
  }
  let next = 0;
  return runs.map((run) => {
    const own = run.key === run.method.name ? byMethod[run.method.name] : byModel[run.key];
    if (own) return own;
    next += 1;
    return otherStyle(next - 1);
  });
}

/** Styles of quantities that are drawn together, in their order. */
export function quantityStyles(count: number): SeriesStyle[] {
  return Array.from({ length: count }, (_, i) => otherStyle(i + 1));
}

const byLoss: Record<string, SeriesStyle> = {
  softmax_cross_entropy: { className: "run-first-moment", dash: [], mark: "circle" },
  multiclass_svm: { className: "run-gradient", dash: [7, 4], mark: "square" },
};

/** Styles of losses that are drawn together. */
export function lossStyles(
  losses: readonly { key: string; loss: { name: string } }[],
): SeriesStyle[] {
  let next = 0;
  return losses.map(({ key, loss }) => {
    const own = key === loss.name ? byLoss[loss.name] : undefined;
    if (own) return own;
    next += 1;
    return others[next % others.length] as SeriesStyle;
  });
}
