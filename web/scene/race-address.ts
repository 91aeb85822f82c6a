import { words } from "../words/en.js";
import type { RaceScene } from "./race-scene.js";
import { applyAddress, takeParameter } from "./scene-address.js";

function takeRule(scene: RaceScene, name: string, text: string): boolean {
  const { options, parameters } = scene.declared.offered.race;
  if (name === "cost") {
    const known = options.flatMap(({ choices }) => choices).some((one) => one.name === text);
    if (known) scene.rules.settings = { ...scene.rules.settings, cost: text };
    return known;
  }
  if (name === "first") return false;
  return takeParameter(parameters, name, text, (value) => {
    scene.rules.settings = { ...scene.rules.settings, [name]: value };
  });
}

/**
 * Puts what the address says into the race: first which function and which methods, then their
 * settings. The returned sentences tell the reader of what makes no sense.
 */
export function applyRaceAddress(scene: RaceScene, entries: Map<string, string>): string[] {
  const rest = new Map(entries);
  const faults: string[] = [];
  const take = (key: string, apply: (text: string) => boolean) => {
    const text = rest.get(key);
    rest.delete(key);
    if (text !== undefined && !apply(text)) {
      faults.push(words.notices.badAddress(`${scene.key}.${key}`, text));
    }
  };
  take("problem", (text) => scene.useProblem(text));
  take("methods", (text) => scene.useEntrants(text.split(",")));
  take("sort", (text) => scene.starts.sortBy(text));
  for (const key of entries.keys()) {
    if (key.startsWith("rules.")) {
      take(key, (text) => takeRule(scene, key.slice("rules.".length), text));
    }
  }
  scene.takeBudget();
  return [...faults, ...applyAddress(scene, rest)];
}
