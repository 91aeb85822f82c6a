import type { Choice, Parameter, Problem, Settings } from "../../wasm/engine/types.js";
import type { PageCatalog } from "../engine/page-catalog.js";
import { find } from "./find.js";
import { parseNamed, parsePoint, parseSettings } from "./run-text.js";

/** What penalties on two weights are like when the page has just been opened. */
export interface PenaltyDeclaration {
  problem: Problem;
  /** Those that are shown, of the problem's. */
  penalties: Choice[];
  /** What the problem is set to besides the penalty and its strength. */
  problemSettings: Settings;
  data: { name: string; parameters: Parameter[]; settings: Settings };
  strength: number;
  /** Ends of the path, after none at all. */
  strengths: readonly [number, number];
  /** The window, the same for both weights. */
  range: readonly [number, number];
}

export const defaultData = "two_inputs";

function pair(element: Element, name: string, fallback: string, least: number): [number, number] {
  const text = element.getAttribute(name) ?? fallback;
  const [low = Number.NaN, high = Number.NaN, ...more] = parsePoint(text) ?? [];
  if (low > least && low < high && more.length === 0) return [low, high];
  throw new Error(
    `${name}: got "${text}"; allowed: two numbers, the larger last, like ${fallback}`,
  );
}

/** The declaration that the attributes of an element make. */
export function penaltyDeclarationFrom(element: Element, catalog: PageCatalog): PenaltyDeclaration {
  const get = (name: string) => element.getAttribute(name);
  const problem = find(catalog.problems, "problem", "linear_regression");
  const offered = problem.options.find(({ name }) => name === "penalty")?.choices ?? [];
  const names = (get("penalties") ?? "l2 l1 elastic_net").trim().split(/\s+/);
  const { name, settings } = parseNamed(get("data") ?? defaultData);
  const text = get("strength") ?? "1";
  const strength = Number(text);
  if (text.trim() === "" || !(strength >= 0 && strength <= 1e12)) {
    throw new Error(`strength: got "${text}"; allowed: a number from 0 to 1e12`);
  }
  return {
    problem,
    penalties: names.map((penalty) => find(offered, "penalties", penalty)),
    problemSettings: parseSettings(get("settings") ?? "").problemSettings,
    data: {
      name,
      parameters: find(catalog.datasets, "data", name).parameters,
      settings: settings ?? {},
    },
    strength,
    strengths: pair(element, "strengths", "0.01,100", 0),
    range: pair(element, "range", "-3,3", Number.NEGATIVE_INFINITY),
  };
}
