import type { ChartFrame } from "../../plots/line-chart.js";
import { finest, type Pieces } from "../../scene/pieces.js";
import { controlAccess } from "../../state/control-access.js";
import { type End, endsOf, placeOf } from "./rate-chart.js";

/** How near to a ring a press has to be, in pixels. */
const reachOf = { mouse: 18, pen: 20, touch: 28 };

/** What the hands work on. */
interface Workplace extends Element {
  readonly piecesKey: string;
  readonly pieces: Pieces;
  readonly base: number;
  readonly frame: ChartFrame;
  readonly top: number;
  readonly steps: number;
  take(pieces: Pieces): void;
  hold(held: boolean): void;
}

interface Spot {
  clientX: number;
  clientY: number;
}

/** Ends of pieces, moved by pointer, finger and keyboard. */
export class ScheduleHands {
  readonly #at: Workplace;
  #dragging: { pointer: number; end: End; dx: number; dy: number } | undefined;

  constructor(at: Workplace) {
    this.#at = at;
  }

  get #allowed(): boolean {
    return controlAccess.allows(this.#at.piecesKey);
  }

  /** A place in the units of the drawing. */
  #pixel({ clientX, clientY }: Spot): [number, number] {
    const chart = this.#at.querySelector(".rate-chart");
    const box = chart?.getBoundingClientRect() ?? new DOMRect(0, 0, 1, 1);
    const scale = this.#at.frame.options.width / box.width;
    return [(clientX - box.left) * scale, (clientY - box.top) * scale];
  }

  #ringAt(end: End): [number, number] {
    const { frame, base, pieces } = this.#at;
    const [time, share] = placeOf(pieces, end);
    return [frame.x(Math.min(time, frame.options.steps)), frame.yOf(share * base)];
  }

  /** The nearest end, if it is within reach. */
  #hit(spot: Spot, reach: number): End | undefined {
    const [x, y] = this.#pixel(spot);
    let best: End | undefined;
    let distance = reach;
    for (const end of endsOf(this.#at.pieces)) {
      const [ex, ey] = this.#ringAt(end);
      const away = Math.hypot(ex - x, ey - y);
      if (away <= distance) [best, distance] = [end, away];
    }
    return best;
  }

  /** A finger on a ring must not scroll the page; inside an SVG, touch-action has no say in it. */
  readonly touchStart = {
    handleEvent: (event: TouchEvent): void => {
      const [touch] = event.touches;
      if (!touch || event.touches.length > 1 || !this.#allowed) return;
      if (this.#hit(touch, reachOf.touch)) event.preventDefault();
    },
    passive: false,
  };

  readonly pointerDown = (event: PointerEvent): void => {
    if (event.button !== 0 || !this.#allowed) return;
    const reach = reachOf[event.pointerType as keyof typeof reachOf] ?? reachOf.mouse;
    const end = this.#hit(event, reach);
    if (!end) return;
    event.preventDefault();
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
    const [x, y] = this.#pixel(event);
    const [ex, ey] = this.#ringAt(end);
    // it is taken where it was pressed, and does not jump to the finger
    this.#dragging = { pointer: event.pointerId, end, dx: ex - x, dy: ey - y };
    this.#at.hold(true);
    const { piece, side } = end;
    this.#at
      .querySelector<SVGElement>(`.piece-end[data-piece="${piece}"][data-side="${side}"]`)
      ?.focus({ preventScroll: true });
  };

  readonly pointerMove = (event: PointerEvent): void => {
    if (!this.#dragging || event.pointerId !== this.#dragging.pointer) return;
    const { end, dx, dy } = this.#dragging;
    const { frame, base, top } = this.#at;
    const [x, y] = this.#pixel(event);
    const share = Math.max(0, Math.min(top, frame.y.invert(y + dy) / base));
    this.#move(end, frame.x.invert(x + dx), share);
  };

  readonly pointerLost = (): void => {
    if (!this.#dragging) return;
    this.#dragging = undefined;
    this.#at.hold(false);
  };

  readonly keyDown = (event: KeyboardEvent): void => {
    const ring = (event.target as Element).closest<SVGElement>(".piece-end");
    const direction = {
      ArrowUp: [0, 1],
      ArrowDown: [0, -1],
      ArrowRight: [1, 0],
      ArrowLeft: [-1, 0],
    }[event.key];
    if (!ring || !direction || !this.#allowed) return;
    event.preventDefault();
    event.stopPropagation();
    const end: End = {
      piece: Number(ring.dataset.piece),
      side: ring.dataset.side === "from" ? "from" : "to",
    };
    const [right = 0, up = 0] = direction;
    const times = event.shiftKey ? 10 : 1;
    const [time, share] = placeOf(this.#at.pieces, end);
    this.#move(end, time + right * times, share + up * times * finest);
  };

  #move({ piece, side }: End, time: number, share: number): void {
    const { pieces, steps } = this.#at;
    if (side === "from") {
      // where a piece begins apart from the one before, that one ends at the same time
      const moved = piece > 0 ? pieces.withEnd(piece - 1, time, steps) : pieces;
      this.#at.take(moved.withFrom(piece, share));
    } else {
      this.#at.take(pieces.withEnd(piece, time, steps).withTo(piece, share));
    }
  }
}
