import type { Option, Parameter, Settings } from "../../wasm/engine/types.js";
import { toUrl } from "../state/url-state.js";

/** What has settings in a scene: one of its runs, or its problem. */
export interface SettingsOwner {
  /** Stands before the name of a setting in the address. */
  key: string;
  declared: Settings;
  parameters: Parameter[];
  options: Option[];
}

/** What the owner has where nobody has changed it. */
function usual({ declared, parameters, options }: SettingsOwner, name: string): unknown {
  return (
    declared[name] ??
    parameters.find((one) => one.name === name)?.default ??
    options.find((one) => one.name === name)?.choices[0]?.name
  );
}

/** Keeps the settings a reader has changed in the address, once the engine has taken them. */
export class SettingsAddress {
  readonly #prefix: string;
  readonly #changed = new Map<string, Set<string>>();

  constructor(scene: string) {
    this.#prefix = scene;
  }

  change(owner: string, name: string): void {
    const names = this.#changed.get(owner) ?? new Set();
    this.#changed.set(owner, names.add(name));
  }

  /** The setting is as the page declares it again. */
  restore(owner: string, name: string): void {
    this.#changed.get(owner)?.delete(name);
    toUrl(`${this.#prefix}.${owner}.${name}`, undefined);
  }

  /** The engine has computed with `settings`. */
  take(owner: SettingsOwner, settings: Settings): void {
    for (const name of this.#changed.get(owner.key) ?? []) {
      const text = String(settings[name]);
      const same = text === String(usual(owner, name));
      toUrl(`${this.#prefix}.${owner.key}.${name}`, same ? undefined : text);
    }
  }
}
