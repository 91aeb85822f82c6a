import type { Plane } from "../../plots/plane.js";
import { controlAccess } from "../../state/control-access.js";

type Mark = "center" | "at";

/** What the hands work on. */
interface Workplace extends HTMLElement {
  readonly plane: Plane;
  key(mark: Mark): string;
  place(mark: Mark): number;
  set(mark: Mark, value: number): void;
}

/** The centre and the position of a Taylor model, moved by pointer, finger and keyboard. */
export class TaylorHands {
  readonly #at: Workplace;
  #dragging: { pointer: number; mark: Mark } | undefined;

  constructor(at: Workplace) {
    this.#at = at;
  }

  #handle(event: Event): Mark | undefined {
    const handle = (event.target as Element).closest(".taylor-center, .taylor-at");
    const mark = handle?.classList.contains("taylor-center") ? "center" : "at";
    return handle && controlAccess.allows(this.#at.key(mark)) ? mark : undefined;
  }

  /** A finger on a handle must not scroll the page; inside an SVG, touch-action has no say in it. */
  readonly touchStart = {
    handleEvent: (event: Event): void => {
      if (this.#handle(event)) event.preventDefault();
    },
    passive: false,
  };

  readonly pointerDown = (event: PointerEvent): void => {
    const mark = this.#handle(event);
    if (!mark || event.button !== 0) return;
    event.preventDefault();
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
    this.#dragging = { pointer: event.pointerId, mark };
    this.#at.querySelector<SVGElement>(`.taylor-${mark}`)?.focus({ preventScroll: true });
  };

  readonly pointerMove = (event: PointerEvent): void => {
    if (event.pointerId !== this.#dragging?.pointer) return;
    const box = (event.currentTarget as Element).getBoundingClientRect();
    const { plane } = this.#at;
    const [x] = plane.at(((event.clientX - box.left) * plane.width) / box.width, 0);
    this.#at.set(this.#dragging.mark, x);
  };

  readonly pointerLost = (): void => {
    this.#dragging = undefined;
  };

  key(mark: Mark, event: KeyboardEvent): void {
    const by = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 }[event.key];
    if (by === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    if (!controlAccess.allows(this.#at.key(mark))) return;
    event.preventDefault();
    const [low, high] = this.#at.plane.x;
    const share = event.shiftKey ? 0.05 : 0.01;
    const to = this.#at.place(mark) + by * share * (high - low);
    this.#at.set(mark, Number(Math.max(low, Math.min(high, to)).toFixed(4)));
  }
}
