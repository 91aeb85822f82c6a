import type { PlaneWindow } from "../../scene/plane-points.js";
import { Store } from "../../state/store.js";

/** Whether a tap adds a point, and where the keyboard's cross is; shared by the planes of a figure. */
export class PlanePen extends Store {
  adding = false;
  #place: readonly [number, number] | undefined;

  /** Takes the pen up, or puts it down. */
  put(adding: boolean): void {
    if (adding === this.adding) return;
    this.adding = adding;
    this.changed();
  }

  /** Where the cross is: in the middle until it is moved. */
  placeIn({ x, y }: PlaneWindow): readonly [number, number] {
    const inside = (value: number, [low, high]: readonly [number, number]) =>
      Math.max(low, Math.min(high, value));
    if (!this.#place) return [(x[0] + x[1]) / 2, (y[0] + y[1]) / 2];
    return [inside(this.#place[0], x), inside(this.#place[1], y)];
  }

  moveTo(place: readonly [number, number]): void {
    this.#place = place;
    this.changed();
  }
}
