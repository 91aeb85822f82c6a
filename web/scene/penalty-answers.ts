import type { AnalysisRequest, Settings, Table } from "../../wasm/engine/types.js";
import { engine } from "../engine/page-engine.js";
import type { Field } from "../plots/field-view.js";

/** A regression of two weights without a bias, under one penalty. */
export interface PenaltyQuestion {
  data: { name: string; settings: Settings };
  problemSettings: Settings;
}

/** What a penalty makes of it at one strength. */
export interface PenaltyAnswer {
  weights: readonly [number, number];
  /** What the data lose, what the penalty charges, and both. */
  loss: number;
  price: number;
  total: number;
  /** The best weights of every strength from none on, as regularization_path has them. */
  path: Table;
  /** Once around the weights that cost the same: pairs. */
  level: Float64Array;
}

const pathPoints = 301;
const gridPoints = 91;

function askPath(
  { data, problemSettings }: PenaltyQuestion,
  [lowest, highest]: readonly [number, number],
  points: number,
): Promise<Table> {
  const request: AnalysisRequest = {
    analysis: { name: "regularization_path", settings: { lowest, highest, points } },
    problem: { name: "linear_regression", settings: problemSettings },
    data,
  };
  return engine.call("analyse", request);
}

/** The path of the best weights. */
export function penaltyPath(
  question: PenaltyQuestion,
  strengths: readonly [number, number],
): Promise<Table> {
  return askPath(question, strengths, pathPoints);
}

/** The best weights at one strength, and all that cost as much. */
export async function penaltyAnswer(
  question: PenaltyQuestion,
  strength: number,
  path: Table,
): Promise<PenaltyAnswer> {
  const none = strength === 0;
  const table = none ? path : await askPath(question, [strength, strength], 2);
  const row = none ? 0 : 1;
  const at = (name: string, entry = 0) => {
    const column = table.columns[name];
    return column?.[row * (column.length / table.rows) + entry] ?? Number.NaN;
  };
  const weights = [at("weights", 0), at("weights", 1)] as const;
  const { penalty, square_share } = question.problemSettings;
  const { columns, rows } = await engine.call("analyse", {
    analysis: {
      name: "penalty_level",
      settings: {
        through: weights.join(","),
        penalty: penalty as string,
        ...(square_share !== undefined && { square_share }),
      },
    },
  });
  const level = new Float64Array(2 * rows);
  for (let i = 0; i < rows; i += 1) {
    level[2 * i] = columns.weight_1?.[i] ?? Number.NaN;
    level[2 * i + 1] = columns.weight_2?.[i] ?? Number.NaN;
  }
  return {
    weights,
    loss: at("training_error"),
    price: at("penalty"),
    total: at("objective"),
    path,
    level,
  };
}

/** What the data lose, without a penalty, over a window. */
export async function lossField(
  { data, problemSettings }: PenaltyQuestion,
  [low, high]: readonly [number, number],
): Promise<Field> {
  const values = await engine.call("field", {
    problem: {
      name: "linear_regression",
      settings: { ...problemSettings, regularization_strength: 0 },
    },
    data,
    x: [low, high, gridPoints],
    y: [low, high, gridPoints],
  });
  return { values, columns: gridPoints, rows: gridPoints };
}
