import { html } from "lit";
import type { CodeAsset, CodeToken, PythonPrograms } from "../code/code-asset.js";
import { choicesKey } from "../code/code-asset.js";
import type { Scene, SceneRun } from "../scene/scene.js";

/** What stands in a program where a setting is marked, by the setting's name. */
export type SettingTexts = Record<string, string>;

/** The settings in force as they are written in a program: those of `run`, else the defaults. */
export function settingTexts(
  { parameters, options }: CodeAsset,
  scene: Scene | undefined,
  run: SceneRun | undefined,
): SettingTexts {
  const texts: SettingTexts = {};
  for (const parameter of parameters) {
    const declared = run?.method.parameters.find(({ name }) => name === parameter.name);
    const value = scene && run && declared ? scene.value(run, declared) : parameter.default;
    texts[parameter.name] = String(Number.isFinite(value) ? value : parameter.default);
  }
  for (const { name, choices } of options) {
    const declared = run?.method.options.find((one) => one.name === name);
    const choice = scene && run && declared ? scene.choice(run, declared) : "";
    texts[name] = choices.includes(choice) ? choice : (choices[0] ?? "");
  }
  return texts;
}

/** The programs in Python under these settings; undefined where there are none. */
export function pythonUnder(asset: CodeAsset, settings: SettingTexts): PythonPrograms | undefined {
  return asset.python[choicesKey(asset.options, settings)];
}

function linesOf(asset: CodeAsset, numbers: readonly number[]): CodeToken[][] {
  return numbers.map((number) => asset.lines[number] ?? []);
}

function textOf(token: CodeToken, settings: SettingTexts): string {
  if (typeof token === "string") return token;
  const [text, , , setting] = token;
  return setting === undefined ? text : (settings[setting] ?? text);
}

/** A program as text, to be copied or kept. */
export function programText(
  asset: CodeAsset,
  numbers: readonly number[],
  settings: SettingTexts,
): string {
  const lines = linesOf(asset, numbers);
  const texts = lines.map((line) => line.map((token) => textOf(token, settings)).join(""));
  return `${texts.join("\n")}\n`;
}

/** A program as it is shown: symbols in the colours they have in formulas. */
export function programView(asset: CodeAsset, numbers: readonly number[], settings: SettingTexts) {
  return linesOf(asset, numbers).map(
    (line, i) =>
      html`${i > 0 ? "\n" : ""}${line.map((token) => tokenView(token, asset, settings))}`,
  );
}

function tokenView(token: CodeToken, { roles }: CodeAsset, settings: SettingTexts) {
  const text = textOf(token, settings);
  if (typeof token === "string") return text;
  const [, kind, symbol, setting] = token;
  if (setting !== undefined) return html`<span class="in-force">${text}</span>`;
  if (!symbol) return html`<span class="code-${kind}">${text}</span>`;
  return html`<span data-symbol=${symbol} data-role=${roles[symbol] ?? ""}>${text}</span>`;
}
