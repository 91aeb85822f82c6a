import type { Problem, SettingDeclarations, Settings } from "../../wasm/engine/types.js";
import type { PageCatalog, PageMethod } from "../engine/page-catalog.js";
import { type DeclaredSchedule, declaredSchedule } from "./declared-schedule.js";
import { find } from "./find.js";
import { type NamedText, parseNamed, parsePoint, parseRuns, parseSettings } from "./run-text.js";
import type { SurfaceOffer } from "./surface-state.js";

export interface DeclaredRun {
  /** Unique within the scene: the method's name, with a number from the second on. */
  key: string;
  label: string;
  method: PageMethod;
  /** Quantities that derivations about the method add to those it traces itself. */
  derived: string[];
  settings: Settings;
  /** Absent where the learning rate stays as it is. */
  schedule?: DeclaredSchedule;
  /** How its minibatches are drawn; absent where every step takes all examples. */
  batch?: DeclaredBatch;
}

export interface DeclaredBatch {
  offered: SettingDeclarations;
  settings: Settings;
}

/** What a figure shows when it has just been opened. */
export interface SceneDeclaration {
  problem: Problem;
  problemSettings: Settings;
  /** The examples it is about; absent where they are the problem's own, or it is about none. */
  data?: NamedText;
  runs: DeclaredRun[];
  start: number[];
  steps: number;
  /** Step selected at first. */
  step: number;
  seed: string;
  /** Undefined where the figure offers no surface. */
  surface: SurfaceOffer | undefined;
}

/** The schedule of a run, its own or the one that all runs of its figure have. */
function scheduleOf(named: NamedText | undefined, method: PageMethod, catalog: PageCatalog) {
  if (!named) return {};
  if (!method.hasLearningRate) {
    const allowed = `none: ${method.name} has no learning rate`;
    throw new Error(`schedule: got "${named.name}"; allowed: ${allowed}`);
  }
  return { schedule: declaredSchedule(named, catalog) };
}

/** How many examples the element's data are made of, where that is said. */
function exampleCount(element: Element): number {
  const count = parseNamed(element.getAttribute("data") ?? "").settings?.count;
  return count === undefined ? Number.POSITIVE_INFINITY : Number(count);
}

/**
 * How a run draws its minibatches out of so many examples, which are the most that its slider
 * offers; throws for settings that do not exist.
 */
function batchOf(settings: Settings | undefined, examples: number, catalog: PageCatalog) {
  if (!settings) return {};
  const { parameters, ...others } = catalog.batch ?? { parameters: [], options: [], texts: [] };
  const offered = {
    ...others,
    parameters: parameters.map((one) =>
      one.name === "size"
        ? {
            ...one,
            slider: { ...one.slider, high: Math.min(one.slider.high ?? examples, examples) },
          }
        : one,
    ),
  };
  const known = [...offered.parameters, ...offered.options];
  for (const name of Object.keys(settings)) find(known, "setting of batch", name);
  return { batch: { offered, settings } };
}

export function declaredRuns(element: Element, catalog: PageCatalog): DeclaredRun[] {
  const text =
    element.getAttribute("runs") ??
    element.getAttribute("entrants") ??
    (element.getAttribute("methods") ?? element.getAttribute("method") ?? "")
      .trim()
      .replace(/\s+/g, ";");
  const { settings: shared, batch: sharedBatch } = parseSettings(
    element.getAttribute("settings") ?? "",
  );
  const sharedSchedule = element.getAttribute("schedule");
  const examples = exampleCount(element);
  const counts = new Map<string, number>();
  return parseRuns(text).map(({ method: name, settings, label, schedule, batch }) => {
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
      ...scheduleOf(
        schedule ?? (sharedSchedule ? parseNamed(sharedSchedule) : undefined),
        method,
        catalog,
      ),
      ...batchOf(
        sharedBatch || batch ? { ...sharedBatch, ...batch } : undefined,
        examples,
        catalog,
      ),
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

/** The problem of an element, with the window that its author has set. */
export function problemOf(element: Element, catalog: PageCatalog): Problem {
  const problem = find(catalog.problems, "problem", element.getAttribute("problem") ?? "");
  const text = element.getAttribute("window");
  if (text === null) return problem;
  const ends = parsePoint(text) ?? [];
  const [x0 = 0, x1 = 0, y0 = 0, y1 = 0] = ends;
  const flat = problem.dimension === 1;
  if (ends.length !== (flat ? 2 : 4) || x0 >= x1 || (!flat && y0 >= y1)) {
    throw new Error(
      `window: got "${text}"; allowed: ${flat ? "two numbers, like -1,2" : "four numbers, like -1,2,-3,3"}, each pair with the larger last`,
    );
  }
  return { ...problem, domain: { x: [x0, x1], y: [y0, y1] } };
}

/** The start that an element names, or the problem's own. */
export function startOf(element: Element, problem: Problem): number[] {
  const text = element.getAttribute("start");
  const start = text === null ? [...problem.start] : parsePoint(text);
  if (start?.length === problem.dimension) return start;
  throw new Error(`start: got "${text}"; allowed: ${problem.dimension} numbers`);
}

/** The declaration that the attributes of an element make. */
export function declarationFrom(element: Element, catalog: PageCatalog): SceneDeclaration {
  const problem = problemOf(element, catalog);
  const start = startOf(element, problem);
  const steps = whole(element, "steps", 100);
  const data = element.getAttribute("data");
  return {
    problem,
    problemSettings: parseSettings(element.getAttribute("settings") ?? "").problemSettings,
    ...(data !== null && { data: parseNamed(data) }),
    runs: declaredRuns(element, catalog),
    start,
    steps,
    step: Math.min(steps, whole(element, "step", steps)),
    seed: element.getAttribute("seed") ?? "1",
    surface: surfaceOffer(element),
  };
}
