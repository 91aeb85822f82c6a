import type { DatasetDeclaration, LossDerivation, Settings } from "../../wasm/engine/types.js";
import type { PageCatalog, PageLoss } from "../engine/page-catalog.js";
import { find } from "./find.js";
import { parseNamed, parsePoint, parseRuns, parseSettings } from "./run-text.js";

export interface DeclaredLoss {
  /** Unique within the scene: the loss's name, with a number from the second on. */
  key: string;
  label: string;
  loss: PageLoss;
  settings: Settings;
}

/** Scores as they are when the page has just been opened. */
export interface ScoreDeclaration {
  classes: string[];
  /** Absent where they are those of a dataset. */
  scores: number[][] | undefined;
  labels: number[] | undefined;
  data: { declaration: DatasetDeclaration; settings: Settings } | undefined;
  losses: DeclaredLoss[];
  derivations: Omit<LossDerivation, "lines">[];
  /** Example selected at first, and the class whose score is looked at. */
  example: number;
  coordinate: number;
  reduction: "mean" | "sum";
  /** What dragging offers. */
  range: readonly [number, number];
}

/** Rows of numbers with semicolons between, all of one length; undefined where it is none. */
export function parseRows(text: string): number[][] | undefined {
  const rows = text.split(";").map(parsePoint);
  const width = rows[0]?.length;
  return rows.every((row) => row !== undefined && row.length === width)
    ? (rows as number[][])
    : undefined;
}

/** What a declaration is read from: an element, or its attributes at build. */
export type Attributes = Pick<Element, "getAttribute">;

function declaredLosses(element: Attributes, catalog: PageCatalog): DeclaredLoss[] {
  const text = element.getAttribute("losses") ?? element.getAttribute("loss") ?? "";
  const shared = parseSettings(element.getAttribute("settings") ?? "").settings;
  const counts = new Map<string, number>();
  return parseRuns(text).map(({ method: name, settings, label }) => {
    const loss = find(catalog.losses, "loss", name);
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    const known = new Set([...loss.parameters, ...loss.options].map((one) => one.name));
    const own = Object.fromEntries(Object.entries(shared).filter(([key]) => known.has(key)));
    return {
      key: count === 1 ? name : `${name}-${count}`,
      label: label ?? loss.title,
      loss,
      settings: { ...own, ...settings },
    };
  });
}

function needed<Value>(
  value: Value | undefined,
  argument: string,
  text: string | null,
  allowed: string,
): Value {
  if (value === undefined) throw new Error(`${argument}: got "${text}"; allowed: ${allowed}`);
  return value;
}

/** The declaration that the attributes of an element make. */
export function scoreDeclarationFrom(element: Attributes, catalog: PageCatalog): ScoreDeclaration {
  const get = (name: string) => element.getAttribute(name);
  const data = get("data") ? parseNamed(get("data") ?? "") : undefined;
  const scores = get("scores");
  const labels = get("labels");
  const range = parsePoint(get("range") ?? "-10,10");
  if (range?.length !== 2) throw new Error(`range: got "${get("range")}"; allowed: low,high`);
  return {
    classes: (get("classes") ?? "").split(/\s+/).filter(Boolean),
    scores:
      scores === null
        ? undefined
        : needed(parseRows(scores), "scores", scores, "rows like 1,2; 3,4"),
    labels:
      labels === null
        ? undefined
        : needed(parsePoint(labels), "labels", labels, "numbers like 0,1"),
    data: data && {
      declaration: find(catalog.datasets, "data", data.name),
      settings: data.settings ?? {},
    },
    losses: declaredLosses(element, catalog),
    derivations: catalog.lossDerivations,
    example: Number(get("example") ?? 0),
    coordinate: Number(get("coordinate") ?? 0),
    reduction: get("reduction") === "sum" ? "sum" : "mean",
    range: range as [number, number],
  };
}
