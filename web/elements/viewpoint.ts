import { between, firstOrbit, type Orbit, turned, zoomed } from "../plots/surface/orbit.js";
import type { SurfaceState } from "../scene/surface-state.js";

/** Milliseconds that a move by a key or a button takes. */
const glide = 180;
const turn = 10;
const largeTurn = 30;
const zoom = 1.2;

/** Moves of the camera by name; left and right are the reader's who looks at the surface. */
export const moves = {
  left: (orbit: Orbit, by: number) => turned(orbit, by, 0),
  right: (orbit: Orbit, by: number) => turned(orbit, -by, 0),
  higher: (orbit: Orbit, by: number) => turned(orbit, 0, by),
  lower: (orbit: Orbit, by: number) => turned(orbit, 0, -by),
  nearer: (orbit: Orbit) => zoomed(orbit, zoom),
  further: (orbit: Orbit) => zoomed(orbit, 1 / zoom),
  reset: () => firstOrbit,
};
export type Move = keyof typeof moves;

const keys: Record<string, Move> = {
  ArrowLeft: "left",
  ArrowRight: "right",
  ArrowUp: "higher",
  ArrowDown: "lower",
  "+": "nearer",
  "=": "nearer",
  "-": "further",
  "0": "reset",
};

/** Where the reader stands; moved by pointer, keys and buttons, and kept in the address. */
export class Viewpoint {
  readonly #state: SurfaceState;
  readonly #moved: () => void;
  #orbit: Orbit;
  #rest: Orbit;
  #frame: number | undefined;

  constructor(state: SurfaceState, moved: () => void) {
    this.#state = state;
    this.#moved = moved;
    this.#orbit = this.#rest = state.orbit ?? firstOrbit;
  }

  /** Where the camera is now. */
  get orbit(): Orbit {
    return this.#orbit;
  }

  /** Where it was last at rest, or is gliding to: what is told and kept. */
  get rest(): Orbit {
    return this.#rest;
  }

  /** Follows a pointer. */
  follow(orbit: Orbit): void {
    this.stop();
    this.#orbit = orbit;
    this.#moved();
  }

  /** Stays where the pointer has let go. */
  settle(): void {
    this.#keep(this.#orbit);
    this.#moved();
  }

  move(name: Move, large = false): void {
    this.#glideTo(moves[name](this.#rest, large ? largeTurn : turn));
  }

  /** Does what a key stands for, if it stands for anything. */
  press(event: KeyboardEvent): void {
    const name = keys[event.key];
    if (!name || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    this.move(name, event.shiftKey);
  }

  stop(): void {
    if (this.#frame !== undefined) cancelAnimationFrame(this.#frame);
    this.#frame = undefined;
  }

  #keep(orbit: Orbit): void {
    this.#rest = orbit;
    const first = moves.reset();
    const same = (Object.keys(first) as (keyof Orbit)[]).every((key) => orbit[key] === first[key]);
    this.#state.keepOrbit(same ? undefined : orbit);
  }

  #glideTo(to: Orbit): void {
    this.stop();
    this.#keep(to);
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    if (calm) {
      this.follow(to);
      return;
    }
    const from = this.#orbit;
    const began = performance.now();
    const tick = (now: number) => {
      const share = Math.max(0, Math.min(1, (now - began) / glide));
      this.#orbit = share === 1 ? to : between(from, to, share * (2 - share));
      this.#frame = share === 1 ? undefined : requestAnimationFrame(tick);
      this.#moved();
    };
    this.#frame = requestAnimationFrame(tick);
  }
}
