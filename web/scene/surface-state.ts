import { type HeightKind, heightKinds } from "../plots/surface/height-kind.js";
import { type Orbit, orbitText, parseOrbit } from "../plots/surface/orbit.js";
import { toUrl } from "../state/url-state.js";

/** How a figure that offers a surface is declared: closed, or open from the start. */
export type SurfaceOffer = "closed" | "open";

export const surfaceKeys = ["surface", "view", "heights"] as const;

/** What the address holds of a scene's 3-D view: whether it is shown, from where, and how high. */
export class SurfaceState {
  readonly #key: string;
  readonly #offer: SurfaceOffer | undefined;
  #shown: boolean;
  /** Where the reader, or a link, has put the camera. */
  orbit: Orbit | undefined;
  /** The scale of heights that was chosen in place of the natural one. */
  heights: HeightKind | undefined;

  constructor(key: string, offer: SurfaceOffer | undefined) {
    this.#key = key;
    this.#offer = offer;
    this.#shown = offer === "open";
  }

  /** Whether the figure offers it at all. */
  get offered(): boolean {
    return this.#offer !== undefined;
  }

  get shown(): boolean {
    return this.#shown;
  }

  show(shown: boolean): void {
    this.#shown = shown;
    const same = shown === (this.#offer === "open");
    toUrl(`${this.#key}.surface`, same ? undefined : shown ? "1" : "0");
  }

  /** Keeps where the camera stands; undefined for where it stood at first. */
  keepOrbit(orbit: Orbit | undefined): void {
    this.orbit = orbit;
    toUrl(`${this.#key}.view`, orbit && orbitText(orbit));
  }

  keepHeights(kind: HeightKind | undefined): void {
    this.heights = kind;
    toUrl(`${this.#key}.heights`, kind);
  }

  /** Takes what the address says; false where that is not possible. */
  take(name: (typeof surfaceKeys)[number], text: string): boolean {
    if (name === "view") {
      this.orbit = parseOrbit(text);
      return this.orbit !== undefined;
    }
    if (name === "heights") {
      this.heights = heightKinds.find((kind) => kind === text);
      return this.heights !== undefined;
    }
    if (!this.#offer || !/^[01]$/.test(text)) return false;
    this.#shown = text === "1";
    return true;
  }
}
