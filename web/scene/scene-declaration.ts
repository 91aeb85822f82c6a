import type { Problem, Settings } from "../../wasm/engine/types.js";
import type { PageCatalog, PageMethod } from "../engine/page-catalog.js";
import { parsePoint, parseRuns, parseSettings } from "./run-text.js";
import type { SurfaceOffer } from "./surface-state.js";

export interface DeclaredRun {
  /** Unique within the scene: the method's name, with a number from the second on. */
  key: string;
  label: string;
  method: PageMethod;
  /** Quantities that derivations about the method add to those it traces itself. */
  derived: string[];
  settings: Settings;
}

/** What a figure shows when it has just been opened. */
export interface SceneDeclaration {
  problem: Problem;
  problemSettings: Settings;
  runs: DeclaredRun[];
  start: number[];
  steps: number;
  /** Step selected at first. */
  step: number;
  seed: string;
  /** Undefined where the figure offers no surface. */
  surface: SurfaceOffer | undefined;
}

/** The entry called `name`; the error lists those there are. */
export function find<T extends { name: string }>(entries: T[], kind: string, name: string): T {
  const found = entries.find((entry) => entry.name === name);
  if (found) return found;
  const names = entries.map((entry) => entry.name).join(", ");
  throw new Error(`${kind}: got "${name}"; allowed: ${names}`);
}

function declaredRuns(element: Element, catalog: PageCatalog): DeclaredRun[] {
  const text =
    element.getAttribute("runs") ??
    element.getAttribute("entrants") ??
    (element.getAttribute("methods") ?? element.getAttribute("method") ?? "")
      .trim()
      .replace(/\s+/g, ";");
  const shared = parseSettings(element.getAttribute("settings") ?? "").settings;
  const counts = new Map<string, number>();
  return parseRuns(text).map(({ method: name, settings, label }) => {
    const method = find(catalog.methods, "method", name);
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    const known = new Set([...method.parameters, ...method.options].map((one) => one.name));
    const own = Object.fromEntries(Object.entries(shared).filter(([key]) => known.has(key)));
    return {
      key: count === 1 ? name : `${name}-${count}`,
      label: label ?? method.title,
      method,
      derived: catalog.derivations
        .filter((derivation) => derivation.method === name)
        .flatMap((derivation) => derivation.quantities.map((quantity) => quantity.name)),
      settings: { ...own, ...settings },
    };
  });
}

/** A whole number from an attribute. */
export function whole(element: Element, attribute: string, fallback: number): number {
  const text = element.getAttribute(attribute);
  if (text === null) return fallback;
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0) {
    throw new Error(`${attribute}: got "${text}"; allowed: a whole number from 0`);
  }
  return value;
}

function surfaceOffer(element: Element): SurfaceOffer | undefined {
  const text = element.getAttribute("surface");
  if (text === null) return undefined;
  if (text === "" || text === "open") return text || "closed";
  throw new Error(`surface: got "${text}"; allowed: nothing, or open`);
}

/** The declaration that the attributes of an element make. */
export function declarationFrom(element: Element, catalog: PageCatalog): SceneDeclaration {
  const problem = find(catalog.problems, "problem", element.getAttribute("problem") ?? "");
  const startText = element.getAttribute("start");
  const start = startText === null ? [...problem.start] : parsePoint(startText);
  if (start?.length !== problem.dimension) {
    throw new Error(`start: got "${startText}"; allowed: ${problem.dimension} numbers`);
  }
  const steps = whole(element, "steps", 100);
  return {
    problem,
    problemSettings: parseSettings(element.getAttribute("settings") ?? "").problemSettings,
    runs: declaredRuns(element, catalog),
    start,
    steps,
    step: Math.min(steps, whole(element, "step", steps)),
    seed: element.getAttribute("seed") ?? "1",
    surface: surfaceOffer(element),
  };
}
