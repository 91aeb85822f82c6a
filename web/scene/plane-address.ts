import type { SettingDeclarations, Settings } from "../../wasm/engine/types.js";
import { words as pageWords } from "../words/en.js";
import { fewestClasses, mostClasses, mostPoints, type PlaneState } from "./plane-data.js";
import type { PlaneDeclaration } from "./plane-declaration.js";
import { type PlanePoint, pointsFromAddress, pointsToAddress, windowOf } from "./plane-points.js";
import { mostSteps, type PlaneRun, type PlaneScene } from "./plane-scene.js";
import { parsePoint } from "./run-text.js";
import { takeParameter } from "./scene-address.js";

/** What an address makes of the points of a plane. */
export type LinkState = "exact" | "rounded" | "too long";

/** Longer, and a link would not survive being passed on. */
const longestLink = 1500;

/** What an address says of the points: what draws them, or they themselves. */
export function planeAddress(
  { points, classes, generator }: PlaneState,
  declared: PlaneDeclaration,
): { link: LinkState; entries: [key: string, value: string | undefined][] } {
  const text = generator ? undefined : pointsToAddress(points, classes);
  const link = text === undefined ? "exact" : linkState(text, points);
  const other = generator && generator.name !== declared.generator.name;
  const names = new Set(
    declared.offered.datasets.flatMap(({ parameters }) => parameters.map(({ name }) => name)),
  );
  const settings = [...names].map((name): [string, string | undefined] => {
    const value = generator?.settings[name];
    const usual = other ? undefined : declared.generator.settings[name];
    const same = value === undefined || String(value) === String(usual);
    return [`data.${name}`, same ? undefined : String(value)];
  });
  return {
    link,
    entries: [
      ["points", link === "too long" ? undefined : text],
      ["data", other ? generator.name : undefined],
      ...settings,
    ],
  };
}

function linkState(text: string, points: readonly PlanePoint[]): LinkState {
  if (text.length > longestLink) return "too long";
  const inOrder = [...points].sort((a, b) => a.label - b.label);
  const read = pointsFromAddress(text)?.points ?? [];
  return read.every(({ x, y }, i) => x === inOrder[i]?.x && y === inOrder[i]?.y)
    ? "exact"
    : "rounded";
}

/**
 * Puts what the address says into the plane. What makes no sense is left out; the returned
 * sentences tell the reader. What names something comes first: settings are of what it names.
 */
export function applyPlaneAddress(scene: PlaneScene, entries: Map<string, string>): string[] {
  const named = (key: string) => key === "data" || key === "steps" || key.endsWith(".method");
  const inOrder = [...entries].sort(([a], [b]) => Number(named(b)) - Number(named(a)));
  const faults: string[] = [];
  for (const [key, text] of inOrder) {
    if (!takeEntry(scene, key, text)) {
      faults.push(pageWords.notices.badAddress(`${scene.key}.${key}`, text));
    }
  }
  return faults;
}

function takeEntry(scene: PlaneScene, key: string, text: string): boolean {
  switch (key) {
    case "points":
      return takePoints(scene, text);
    case "data":
      return takeGenerator(scene, text);
    case "steps":
      return takeWhole(text, 1, mostSteps, (steps) => {
        scene.beginWith(steps);
      });
    case "step":
      return takeWhole(text, 0, scene.steps, (step) => {
        scene.step = step;
      });
  }
  const dot = key.indexOf(".");
  const [owner, name] = [key.slice(0, dot), key.slice(dot + 1)];
  if (owner === "data") return takeDataSetting(scene, name, text);
  const { offered } = scene.declared;
  if (owner === "dealing") return takeSetting(offered.dealing, scene.dealing, name, text);
  if (owner === "batch") return takeSetting(offered.batch, scene.batch, name, text);
  const run = scene.runs.find((one) => one.key === owner);
  return run !== undefined && takeOfRun(scene, run, name, text);
}

function takeWhole(
  text: string,
  low: number,
  high: number,
  take: (value: number) => void,
): boolean {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < low || value > high) return false;
  take(value);
  return true;
}

function takePoints(scene: PlaneScene, text: string): boolean {
  const read = pointsFromAddress(text);
  if (!read || read.points.length > mostPoints) return false;
  if (read.classes < fewestClasses || read.classes > mostClasses) return false;
  scene.data.set({ ...read, classNames: [], generator: undefined, window: windowOf(read.points) });
  return true;
}

function takeGenerator(scene: PlaneScene, name: string): boolean {
  if (!scene.declared.offered.datasets.some((one) => one.name === name)) return false;
  scene.data.set({ ...scene.data.now, generator: { name, settings: {} } });
  return true;
}

function takeDataSetting(scene: PlaneScene, name: string, text: string): boolean {
  const { datasets } = scene.declared.offered;
  const { generator } = scene.data.now;
  const declared = datasets.find((one) => one.name === generator?.name);
  if (!generator || !declared) return false;
  const settings = { ...generator.settings };
  if (!takeSetting(declared, settings, name, text)) return false;
  scene.data.set({ ...scene.data.now, generator: { ...generator, settings } });
  return true;
}

function takeOfRun(scene: PlaneScene, run: PlaneRun, name: string, text: string): boolean {
  switch (name) {
    case "method":
      return scene.useMethod(run, text);
    case "weights": {
      const weights = parsePoint(text);
      if (!weights || weights.some((value) => Math.abs(value) > 1e100)) return false;
      run.hand = weights;
      return true;
    }
    case "held":
      run.held = text === "1";
      return run.held;
  }
  const ofModel = "problem.";
  return name.startsWith(ofModel)
    ? takeSetting(run.model, run.modelSettings, name.slice(ofModel.length), text)
    : takeSetting(run.method, run.settings, name, text);
}

/** Sets a parameter or an option to what `text` says, if that is one it takes. */
function takeSetting(
  { parameters, options }: Pick<SettingDeclarations, "parameters" | "options">,
  settings: Settings,
  name: string,
  text: string,
): boolean {
  const option = options.find((one) => one.name === name);
  if (option) {
    if (!option.choices.some((choice) => choice.name === text)) return false;
    settings[name] = text;
    return true;
  }
  return takeParameter(parameters, name, text, (value) => {
    settings[name] = value;
  });
}
