import type { Option, Parameter, Settings, TextSetting } from "../../wasm/engine/types.js";
import type { SeriesStyle } from "../plots/series-style.js";

/** Settings of one thing in a figure: a run, a problem, a loss, a dataset. */
export interface SettingGroup {
  /** Under which the address has them, behind the scene's own key. */
  key: string;
  /** The method of a run. */
  method?: string;
  label: string;
  /** Stands before a setting's name in `show`: `problem.` or nothing. */
  prefix: string;
  parameters: readonly Parameter[];
  options: readonly Option[];
  texts?: readonly TextSetting[];
  settings: Settings;
  /** Choices in force where nobody has made one. */
  implied?: Settings;
  /** Those it was declared with. */
  declared: Settings;
  /** What the engine found wrong with them. */
  refused: string | undefined;
  /** That is told beside another group, which it is about. */
  silent?: boolean;
  /** How its line is told from the others, where it has one. */
  style: SeriesStyle | undefined;
  set(name: string, value: number | string): void;
}

/** The choice in force of a group's option. */
export function chosenOf({ settings, implied }: SettingGroup, option: Option): string {
  return String(settings[option.name] ?? implied?.[option.name] ?? option.choices[0]?.name);
}
