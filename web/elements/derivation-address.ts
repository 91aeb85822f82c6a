import { notices } from "../state/notices.js";
import { fromUrl, toUrl } from "../state/url-state.js";
import { words } from "../words/en.js";

export type Mode = "watch" | "last" | "all";
export const modes: Mode[] = ["watch", "last", "all"];

/** What the address says of a derivation: `update.mode`, `update.lines`. */
export class DerivationAddress {
  readonly #name: string;
  readonly declaredMode: Mode;

  constructor(name: string, declaredMode: Mode) {
    this.#name = name;
    this.declaredMode = declaredMode;
  }

  takeMode(): Mode {
    return this.#take("mode", this.declaredMode, (text) => modes.find((one) => one === text));
  }

  takeLines(usual: number, most: number): number {
    return this.#take("lines", usual, (text) =>
      /^[1-9]\d*$/.test(text) && Number(text) <= most ? Number(text) : undefined,
    );
  }

  keepMode(mode: Mode): void {
    toUrl(`${this.#name}.mode`, mode === this.declaredMode ? undefined : mode);
  }

  keepLines(lines: number, usual: number): void {
    toUrl(`${this.#name}.lines`, lines === usual ? undefined : String(lines));
  }

  #take<T>(key: string, usual: T, read: (text: string) => T | undefined): T {
    const text = fromUrl(`${this.#name}.${key}`);
    if (text === undefined) return usual;
    const value = read(text);
    if (value === undefined) notices.add(words.notices.badAddress(`${this.#name}.${key}`, text));
    return value ?? usual;
  }
}
