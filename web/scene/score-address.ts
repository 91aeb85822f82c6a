import type { Settings } from "../../wasm/engine/types.js";
import { words } from "../words/en.js";
import { ofDerivation, takeParameter } from "./scene-address.js";
import type { DeclaredLoss, ScoreDeclaration } from "./score-declaration.js";
import { parseRows } from "./score-declaration.js";

/** What of scores an address can say. */
interface Addressable {
  readonly key: string;
  readonly declared: ScoreDeclaration;
  readonly losses: readonly DeclaredLoss[];
  scores: number[][];
  dataSettings: Settings;
  readonly classes: string[];
  example: number;
  coordinate: number;
}

/** Beyond it sums of scores may overflow. */
const largestScore = 1e100;

/**
 * Puts what the address says into the scene. What makes no sense is left out, and a sentence tells
 * the reader; `own` says whether scores were among it.
 */
export function applyScoreAddress(
  scene: Addressable,
  entries: Map<string, string>,
): { own: boolean; faults: string[] } {
  const faults: string[] = [];
  let own = false;
  for (const [key, text] of entries) {
    if (ofDerivation.has(key)) continue;
    if (key === "scores" && takeScores(scene, text)) own = true;
    else if (!takeEntry(scene, key, text)) {
      faults.push(words.notices.badAddress(`${scene.key}.${key}`, text));
    }
  }
  return { own, faults };
}

function takeScores(scene: Addressable, text: string): boolean {
  const rows = parseRows(text);
  const fits = rows?.length === scene.scores.length && rows[0]?.length === scene.scores[0]?.length;
  if (!rows || !fits || rows.flat().some((score) => Math.abs(score) > largestScore)) return false;
  scene.scores = rows;
  return true;
}

function takeEntry(scene: Addressable, key: string, text: string): boolean {
  if (key === "example") {
    const example = Number(text);
    if (!/^\d+$/.test(text) || example >= scene.scores.length) return false;
    scene.example = example;
    return true;
  }
  if (key === "coordinate") {
    const coordinate = scene.classes.indexOf(text);
    if (coordinate >= 0) scene.coordinate = coordinate;
    return coordinate >= 0;
  }
  const dot = key.indexOf(".");
  const owner = key.slice(0, dot);
  const name = key.slice(dot + 1);
  const loss = scene.losses.find((one) => one.key === owner);
  const declared = owner === "data" ? scene.declared.data?.declaration : loss?.loss;
  const settings = owner === "data" ? scene.dataSettings : loss?.settings;
  if (!declared || !settings) return false;
  const option = declared.options.find((one) => one.name === name);
  if (option) {
    if (!option.choices.some((choice) => choice.name === text)) return false;
    settings[name] = text;
    return true;
  }
  return takeParameter(declared.parameters, name, text, (value) => {
    settings[name] = value;
  });
}
