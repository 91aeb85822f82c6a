import type {
  AccuracyRequest,
  AnalysisRequest,
  Dataset,
  LossAnswer,
  LossRequest,
  Measure,
  Named,
  Table,
} from "../../wasm/engine/types.js";
import { answerToDeclared, type Declarations, type DeclaredQuestion } from "./declared.js";

/** Where in a table the number stands. */
interface TablePlace {
  quantity: string;
  /** From 0; a negative one counts from the end. */
  row?: number;
  /** Which entry of a vector quantity; default 0. */
  coordinate?: number;
}

/**
 * The loss of scores. Without `quantity` the total; `gradient` is that of the total, otherwise a
 * column of the table, row `row` belonging to example `row`. `data` may stand in place of scores
 * and labels where a dataset holds scores.
 */
export type LossQuestion = Omit<LossRequest, "scores"> & { scores?: LossRequest["scores"] } & {
  data?: Named;
} & Partial<TablePlace>;

/** One number of the table that answers an analysis; the last row unless `row` says otherwise. */
export type TableQuestion = AnalysisRequest & TablePlace;

/**
 * A question to the core whose answer is a number, about a run, the loss of scores, an analysis,
 * how many examples a model gets right, or what the catalog says of its entries. `times` scales the answer, e.g. 100 for a percentage.
 */
export type Ask = { times?: number } & (
  | { measure: Measure }
  | { loss: LossQuestion }
  | { table: TableQuestion }
  | { accuracy: AccuracyRequest }
  | { declared: DeclaredQuestion }
);

type Answered<T> = T | Promise<T>;

/** Who can be asked: the engine itself, or its worker. */
export interface Asker {
  measure(request: Measure): Answered<number>;
  loss(request: LossRequest): Answered<LossAnswer>;
  analyse(request: AnalysisRequest): Answered<Table>;
  accuracy(request: AccuracyRequest): Answered<number>;
  dataset(data: Named): Answered<Dataset>;
  draw(seed: number | string, count: number): Answered<Float64Array>;
  catalog(): Answered<Declarations>;
}

/** A list by rows of `width`. */
function inRows(numbers: Float64Array, width: number): number[][] {
  return Array.from({ length: numbers.length / width }, (_, i) => [
    ...numbers.subarray(i * width, (i + 1) * width),
  ]);
}

function entry(table: Table, { quantity, row = -1, coordinate = 0 }: TablePlace): number {
  const column = table.columns[quantity];
  if (!column) {
    const names = Object.keys(table.columns).join(", ");
    throw new Error(`quantity: got "${quantity}"; allowed: ${names}`);
  }
  const width = column.length / table.rows;
  const at = row < 0 ? table.rows + row : row;
  const value = coordinate < width ? column[at * width + coordinate] : undefined;
  if (value === undefined) {
    throw new Error(
      `row, coordinate: got ${row}, ${coordinate}; allowed: below ${table.rows} and ${width}`,
    );
  }
  return value;
}

/** The scores and labels of a question, those of its dataset where it names one. */
export async function lossRequest(question: LossQuestion, asker: Asker): Promise<LossRequest> {
  const { quantity: _, row: __, coordinate: ___, data, scores = [], ...rest } = question;
  if (data === undefined) return { ...rest, scores };
  const { inputs, features, targets } = await asker.dataset(data);
  return { labels: [...targets], ...rest, scores: inRows(inputs, features) };
}

async function answerToLoss(question: LossQuestion, asker: Asker): Promise<number> {
  const { total, gradient, table } = await asker.loss(await lossRequest(question, asker));
  const { quantity, row = 0, coordinate } = question;
  if (quantity === undefined) return total;
  const columns =
    quantity === "gradient" ? { rows: table.rows, columns: { gradient } } : { ...table };
  return entry(
    { dimension: table.dimension, ...columns },
    { quantity, row, ...(coordinate !== undefined && { coordinate }) },
  );
}

async function unscaled(ask: Ask, asker: Asker): Promise<number> {
  if ("measure" in ask) return asker.measure(ask.measure);
  if ("loss" in ask) return answerToLoss(ask.loss, asker);
  if ("accuracy" in ask) return asker.accuracy(ask.accuracy);
  if ("declared" in ask) return answerToDeclared(ask.declared, await asker.catalog());
  const { quantity, row, coordinate, ...request } = ask.table;
  return entry(await asker.analyse(request), {
    quantity,
    ...(row !== undefined && { row }),
    ...(coordinate !== undefined && { coordinate }),
  });
}

/** The core's answer. */
export async function answerTo(ask: Ask, asker: Asker): Promise<number> {
  return (await unscaled(ask, asker)) * (ask.times ?? 1);
}
