import type { Dataset, Settings } from "../../wasm/engine/types.js";
import { engine, isRefused } from "../engine/page-engine.js";
import { Undo } from "../state/undo.js";
import type { Generator } from "./plane-declaration.js";
import {
  type PlanePoint,
  type PlaneWindow,
  pointsText,
  roundedTo,
  setAside,
  unitOf,
  windowOf,
} from "./plane-points.js";

/** Points with their classes, and what has drawn them, unless the reader has changed them since. */
export interface PlaneState {
  readonly points: readonly PlanePoint[];
  readonly classes: number;
  /** Empty where classes go by their letters. */
  readonly classNames: readonly string[];
  readonly generator: Generator | undefined;
  readonly window: PlaneWindow;
}

export const fewestClasses = 2;
export const mostClasses = 6;
/** As many as the core takes (core/data/dataset.hpp). */
export const mostPoints = 20_000;

/** The examples of a dataset of two features. */
export function pointsOf({ inputs, targets }: Dataset): PlanePoint[] {
  return Array.from(targets, (label, i) => ({
    x: inputs[2 * i] ?? 0,
    y: inputs[2 * i + 1] ?? 0,
    label,
  }));
}

/** The points of a plane as they are now, and as they were. */
export class PlaneData {
  readonly #channel: string;
  readonly #undo = new Undo<PlaneState>();
  #state: PlaneState;
  /** The generator whose points these are. */
  #drawn: Generator | undefined;
  #dealtFor = "";
  /** What the core found wrong with the generator; the points are those of the last good one. */
  refused: string | undefined;
  /** Which points are set aside for the test. */
  aside: readonly boolean[] = [];

  constructor(key: string, generator: Generator) {
    this.#channel = `${key} data`;
    this.#state = { ...this.#blank(fewestClasses), generator };
  }

  get now(): PlaneState {
    return this.#state;
  }

  get canUndo(): boolean {
    return this.#undo.canUndo;
  }

  get canRedo(): boolean {
    return this.#undo.canRedo;
  }

  /** What coordinates that a reader chooses are rounded to. */
  get unit(): number {
    return unitOf(this.#state.window);
  }

  /** Puts a state in place of the present one, which is kept; `about` as in Undo. */
  replace(state: PlaneState, about?: string): void {
    this.#undo.keep(this.#state, about);
    this.set(state);
  }

  /** The same without keeping the present one. */
  set(state: PlaneState): void {
    this.#state = state;
    if (!state.generator) this.#drawn = undefined;
  }

  /**
   * Points that the reader has changed. Those that a generator has drawn are rounded with them,
   * so that an address can hold them.
   */
  edit(points: readonly PlanePoint[], about?: string): void {
    const { unit } = this;
    const rounded = this.#state.generator
      ? points.map(({ x, y, label }) => ({ x: roundedTo(unit, x), y: roundedTo(unit, y), label }))
      : points;
    this.replace({ ...this.#state, points: rounded, generator: undefined }, about);
  }

  /** Puts a point elsewhere, or into another class. */
  change(i: number, change: Partial<PlanePoint>, about?: string): void {
    const { points } = this.#state;
    this.edit(
      points.map((point, k) => (k === i ? { ...point, ...change } : point)),
      about,
    );
  }

  add(point: PlanePoint): void {
    this.edit([...this.#state.points, point]);
  }

  remove(i: number): void {
    this.edit(this.#state.points.filter((_, k) => k !== i));
  }

  /** Another number of classes; the points of those that go, go with them. */
  setClasses(classes: number): void {
    const kept = this.#state.points.filter(({ label }) => label < classes);
    this.edit(kept, "classes");
    this.#state = { ...this.#state, classes };
  }

  generate(generator: Generator, about?: string): void {
    this.replace({ ...this.#state, generator }, about);
  }

  /** Points of the reader's own. */
  paste(points: readonly PlanePoint[], classes: number, classNames: readonly string[]): void {
    const window = windowOf(points);
    this.replace({ points, classes, classNames, generator: undefined, window });
  }

  clear(): void {
    this.replace(this.#blank(this.#state.classes));
  }

  /** False where there is nothing to go back to. */
  undo(): boolean {
    return this.#take(this.#undo.undo(this.#state));
  }

  /** False where there is nothing to go forward to. */
  redo(): boolean {
    return this.#take(this.#undo.redo(this.#state));
  }

  /** Whether a generator has points to draw that it has not drawn yet. */
  get isToDraw(): boolean {
    const { generator } = this.#state;
    return generator !== undefined && generator !== this.#drawn;
  }

  /** Has the core draw the points, where a generator is to and has not yet. */
  async draw(): Promise<void> {
    const { generator } = this.#state;
    if (!generator || !this.isToDraw) return;
    try {
      const settings = { ...generator.settings, part: "all" };
      const drawn = await engine.call("dataset", { ...generator, settings }, this.#channel);
      if (this.#state.generator !== generator) return; // the reader has changed points meanwhile
      this.#drawn = generator;
      this.refused = undefined;
      const points = pointsOf(drawn);
      const { classes, classNames } = drawn;
      this.#state = { points, classes, classNames, generator, window: windowOf(points) };
    } catch (error) {
      if (!isRefused(error)) throw error;
      this.refused = error.message;
    }
  }

  /** A single point as data: enough to tell how many classes there are. */
  anExample() {
    const { points, classes } = this.#state;
    return { name: "points", settings: { classes, points: pointsText(points.slice(0, 1)) } };
  }

  /** The points (or some of them) as data of a run, dealt to training and test. */
  asData(dealing: Settings, points = this.#state.points) {
    const { classes } = this.#state;
    return { name: "points", settings: { ...dealing, classes, points: pointsText(points) } };
  }

  /** Asks the core which points are set aside: by their labels, not by where they are. */
  async deal(dealing: Settings): Promise<void> {
    const { points } = this.#state;
    const wanted = Number(dealing.test_share) > 0 && points.length > 0;
    const key = wanted ? JSON.stringify([dealing, points.map(({ label }) => label)]) : "";
    if (key === this.#dealtFor) return;
    this.#dealtFor = key;
    this.aside = [];
    if (!wanted) return;
    try {
      const { name, settings } = this.asData(dealing);
      const test = { name, settings: { ...settings, part: "test" } };
      const dealt = await engine.call("dataset", test, `${this.#channel} test`);
      this.aside = setAside(points, pointsOf(dealt));
    } catch (error) {
      this.#dealtFor = "";
      // too few to be dealt: the runs say so
      if (!isRefused(error)) throw error;
    }
  }

  #blank(classes: number): PlaneState {
    return { points: [], classes, classNames: [], generator: undefined, window: windowOf([]) };
  }

  #take(state: PlaneState | undefined): boolean {
    if (!state) return false;
    this.#state = state;
    this.#drawn = state.generator;
    this.refused = undefined;
    return true;
  }
}
