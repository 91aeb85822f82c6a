import type { Settings } from "../../wasm/engine/types.js";
import { controlAccess } from "../state/control-access.js";
import { toUrl } from "../state/url-state.js";
import type { SettingGroup } from "./setting-group.js";

/** Settings by the key of what has them. */
export type SettingsByKey = ReadonlyMap<string, Settings>;

/** What the groups are set to at this moment. */
export function settingsOf(groups: SettingGroup[]): SettingsByKey {
  return new Map(groups.map(({ key, settings }) => [key, { ...settings }]));
}

/** What a group has where nobody has changed it. */
function usual({ declared, parameters, options, texts }: SettingGroup, name: string): unknown {
  return (
    declared[name] ??
    parameters.find((one) => one.name === name)?.default ??
    options.find((one) => one.name === name)?.choices[0]?.name ??
    texts?.find((one) => one.name === name)?.default
  );
}

/**
 * The settings of a scene that a reader changes, as far as they may: those that the engine has
 * taken, and that are not as usual, stand in the address.
 */
export class SettingsAddress {
  readonly #scene: string;
  readonly #changed = new Map<string, Set<string>>();

  constructor(scene: string) {
    this.#scene = scene;
  }

  #allows(group: string, name: string): boolean {
    return controlAccess.allows(`${this.#scene}.${group}.${name}`);
  }

  /** Notes that a setting is about to change; false where the reader may not change it. */
  change(group: string, name: string): boolean {
    if (!this.#allows(group, name)) return false;
    const names = this.#changed.get(group) ?? new Set();
    this.#changed.set(group, names.add(name));
    return true;
  }

  /** The settings as they were declared, but for those that the reader may not change. */
  restored(group: string, settings: Settings, declared: Settings = {}): Settings {
    const restored = { ...declared };
    for (const [name, value] of Object.entries(settings)) {
      if (this.#allows(group, name)) toUrl(`${this.#scene}.${group}.${name}`, undefined);
      else restored[name] = value;
    }
    this.#changed.delete(group);
    return restored;
  }

  /** What had these settings is no longer there. */
  forget(group: string, settings: Settings): void {
    for (const name of Object.keys(settings)) toUrl(`${this.#scene}.${group}.${name}`, undefined);
    this.#changed.delete(group);
  }

  /** The engine has computed with these settings. */
  take(groups: SettingGroup[], asked: SettingsByKey): void {
    for (const group of groups) {
      for (const name of this.#changed.get(group.key) ?? []) {
        const text = String(asked.get(group.key)?.[name]);
        const same = text === String(usual(group, name));
        toUrl(`${this.#scene}.${group.key}.${name}`, same ? undefined : text);
      }
    }
  }
}
