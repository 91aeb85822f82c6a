import type { ScoredLoss, ScoreScene } from "../scene/score-scene.js";
import type { NumberTable } from "./takeable.js";

interface Column {
  name: string;
  values: Float64Array;
  /** Numbers in a row of the losses' table: one, or one for each class. */
  width: number;
}

/** Everything the losses say of an example; of several losses each says whose it is. */
function columnsOf(losses: readonly ScoredLoss[]): Column[] {
  return losses.flatMap(({ key, answer }) => {
    const { rows = 1, columns = {} } = answer?.table ?? {};
    return Object.entries(columns)
      .filter(([name]) => name !== "score")
      .map(([name, values]) => ({
        name: losses.length > 1 ? `${key}.${name}` : name,
        values,
        width: values.length / rows,
      }));
  });
}

/** The scores of a scene and what its losses make of them, a row for every class of every example. */
export function scoreNumbers(scene: ScoreScene): NumberTable | undefined {
  if (!scene.revealed) return undefined;
  const { classes, labels, scores } = scene;
  // a number for each pair of classes has no place in a row of one class
  const columns = columnsOf(scene.losses).filter(({ width }) => width <= classes.length);
  const rows = scores.flatMap((row, example) =>
    row.map((score, k) => [
      example,
      classes[labels[example] ?? 0] ?? "",
      classes[k] ?? "",
      score,
      ...columns.map(({ values, width }) => values[example * width + (width > 1 ? k : 0)] ?? ""),
    ]),
  );
  const names = columns.map(({ name }) => name);
  return { columns: ["example", "right class", "class", "score", ...names], rows };
}
