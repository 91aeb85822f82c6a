import type {
  Parameter,
  Problem,
  Range,
  SettingDeclarations,
  Settings,
} from "../../wasm/engine/types.js";
import type { PageMethod } from "../engine/page-catalog.js";
import { words } from "../words/en.js";
import type { DeclaredSchedule } from "./declared-schedule.js";
import { parsePoint } from "./run-text.js";
import { type SurfaceState, surfaceKeys } from "./surface-state.js";

/** What of a scene an address can say. */
interface Addressable {
  readonly key: string;
  readonly problem: Problem;
  readonly steps: number;
  readonly surface: SurfaceState;
  readonly runs: readonly {
    key: string;
    method: PageMethod;
    settings: Settings;
    schedule?: Pick<DeclaredSchedule, "offered" | "settings">;
    batch?: { offered: SettingDeclarations; settings: Settings };
  }[];
  problemSettings: Settings;
  start: number[];
  step: number;
  coordinate: number;
}

/** A derivation with a scene of its own shares the scene's name in the address. */
export const ofDerivation = new Set(["mode", "lines"]);

/** Whether `text` is a number that `range` takes. */
function allowed(text: string, { low, high, lowOpen, highOpen }: Range): boolean {
  const value = text.trim() === "" ? Number.NaN : Number(text);
  if (!Number.isFinite(value)) return false;
  const above = low === null || (lowOpen ? value > low : value >= low);
  const below = high === null || (highOpen ? value < high : value <= high);
  return above && below;
}

/** Sets a parameter to the number in `text`, if it is one that the parameter takes. */
export function takeParameter(
  parameters: Parameter[],
  name: string,
  text: string,
  set: (value: number) => void,
): boolean {
  const parameter = parameters.find((one) => one.name === name);
  if (!parameter || !allowed(text, parameter.allowed)) return false;
  set(Number(text));
  return true;
}

/** No text that a schedule is set to is longer: as much as a link can hold. */
const longestText = 1000;

/** Puts the setting called `name` among `settings`, if `offered` has it and it takes `text`. */
export function takeSetting(
  { parameters, options, texts }: Readonly<SettingDeclarations>,
  settings: Settings,
  name: string,
  text: string,
): boolean {
  const option = options.find((one) => one.name === name);
  const known = option
    ? option.choices.some((choice) => choice.name === text)
    : // what a text may say only its owner knows: the engine refuses it in words
      texts.some((one) => one.name === name) && text.length <= longestText;
  if (known) settings[name] = text;
  return (
    known ||
    takeParameter(parameters, name, text, (value) => {
      settings[name] = value;
    })
  );
}

/** The start in `text`, if it is one that the problem takes. */
export function startIn(text: string, { dimension }: Problem): number[] | undefined {
  const point = parsePoint(text);
  const fits =
    point?.length === dimension && point.every((coordinate) => Math.abs(coordinate) <= 1e100);
  return fits ? point : undefined;
}

/**
 * Puts what the address says into the scene. What makes no sense is left out; the returned
 * sentences tell the reader.
 */
export function applyAddress(scene: Addressable, entries: Map<string, string>): string[] {
  const faults: string[] = [];
  for (const [key, text] of entries) {
    if (ofDerivation.has(key)) continue;
    if (!applyEntry(scene, key, text))
      faults.push(words.notices.badAddress(`${scene.key}.${key}`, text));
  }
  return faults;
}

function applyEntry(scene: Addressable, key: string, text: string): boolean {
  if (key === "start") {
    const start = startIn(text, scene.problem);
    if (start) scene.start = start;
    return start !== undefined;
  }
  if (key === "step") {
    const step = Number(text);
    if (!/^\d+$/.test(text) || step > scene.steps) return false;
    scene.step = step;
    return true;
  }
  const ofSurface = surfaceKeys.find((one) => one === key);
  if (ofSurface) return scene.surface.take(ofSurface, text);
  if (key === "coordinate") {
    const coordinate = words.coordinates.indexOf(text);
    if (coordinate < 0 || coordinate >= scene.problem.dimension) return false;
    scene.coordinate = coordinate;
    return true;
  }
  const dot = key.indexOf(".");
  const owner = key.slice(0, dot);
  const name = key.slice(dot + 1);
  if (owner === "problem") {
    return takeParameter(scene.problem.parameters, name, text, (value) => {
      scene.problemSettings[name] = value;
    });
  }
  const run = scene.runs.find((one) => one.key === owner);
  if (!run) return false;
  const { schedule, batch } = run;
  if (batch && name.startsWith("batch.")) {
    return takeSetting(batch.offered, batch.settings, name.slice("batch.".length), text);
  }
  return schedule && name.startsWith("schedule.")
    ? takeSetting(schedule.offered, schedule.settings, name.slice("schedule.".length), text)
    : takeSetting({ ...run.method, texts: [] }, run.settings, name, text);
}
