import type { Plane } from "../../plots/plane.js";
import type { TableScene } from "../../scene/table-scene.js";
import type { Pair } from "./circle-lines.js";

/** How near to a handle a press has to be, in pixels. */
const reachOf = { mouse: 16, pen: 18, touch: 26 };

/** How many rows an arrow key turns the direction, with Shift. */
const farTurn = 15;

type Handle = "centre" | "direction";

/** What the hands work on. */
interface Workplace {
  readonly scene: TableScene;
  readonly plane: Plane;
  /** Where the handles are, in pixels. */
  readonly handles: Record<Handle, Pair>;
  /** The drawing, without a border. */
  readonly sheet: Element | null;
  readonly movesCentre: boolean;
  focusOn(handle: Handle): void;
}

interface Spot {
  clientX: number;
  clientY: number;
}

/** The point and the direction out of it, moved by pointer, finger and keyboard. */
export class CircleHands {
  readonly #at: Workplace;
  #dragging: { pointer: number; handle: Handle } | undefined;

  constructor(at: Workplace) {
    this.#at = at;
  }

  #pixel({ clientX, clientY }: Spot): Pair {
    const box = this.#at.sheet?.getBoundingClientRect() ?? new DOMRect(0, 0, 1, 1);
    const scale = this.#at.plane.width / box.width;
    return [(clientX - box.left) * scale, (clientY - box.top) * scale];
  }

  /** The handle under a pointer that may be moved. */
  #hit([x, y]: Pair, reach: number): Handle | undefined {
    const { handles, scene, movesCentre } = this.#at;
    const away = (handle: Handle, allowed: boolean) =>
      allowed
        ? Math.hypot(handles[handle][0] - x, handles[handle][1] - y)
        : Number.POSITIVE_INFINITY;
    const centre = away("centre", movesCentre);
    const direction = away("direction", scene.allowsRow);
    if (!(Math.min(centre, direction) <= reach)) return undefined;
    return centre < direction ? "centre" : "direction";
  }

  /** A finger on a handle must not scroll the page; inside an SVG, touch-action has no say in it. */
  readonly touchStart = {
    handleEvent: (event: TouchEvent): void => {
      const [touch] = event.touches;
      if (touch && event.touches.length === 1 && this.#hit(this.#pixel(touch), reachOf.touch)) {
        event.preventDefault();
      }
    },
    passive: false,
  };

  readonly pointerDown = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    const pixel = this.#pixel(event);
    const reach = reachOf[event.pointerType as keyof typeof reachOf] ?? reachOf.mouse;
    // a finger beside the handles wants to scroll the page; a mouse puts the point there
    const beside = event.pointerType !== "touch" && this.#at.movesCentre ? "centre" : undefined;
    const handle = this.#hit(pixel, reach) ?? beside;
    if (!handle) return;
    event.preventDefault();
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
    this.#dragging = { pointer: event.pointerId, handle };
    this.#at.focusOn(handle);
    this.#move(pixel);
  };

  readonly pointerMove = (event: PointerEvent): void => {
    if (event.pointerId === this.#dragging?.pointer) this.#move(this.#pixel(event));
  };

  readonly pointerLost = (): void => {
    this.#dragging = undefined;
  };

  #move(pixel: Pair): void {
    const { scene, plane, handles } = this.#at;
    if (this.#dragging?.handle === "centre") {
      scene.setStart(plane.at(...pixel));
      return;
    }
    const [x, y] = handles.centre;
    const turns = Math.atan2(y - pixel[1], pixel[0] - x) / (2 * Math.PI);
    this.#turnTo(turns * (scene.lastRow + 1));
  }

  /** Selects a row, all the way round. */
  #turnTo(row: number): void {
    const { scene } = this.#at;
    const rows = scene.lastRow + 1;
    scene.select(((Math.round(row) % rows) + rows) % rows);
  }

  readonly directionKey = (event: KeyboardEvent): void => {
    const { scene } = this.#at;
    const by = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 }[event.key];
    if (by === undefined || !scene.allowsRow || event.ctrlKey || event.metaKey || event.altKey)
      return;
    event.preventDefault();
    this.#turnTo(scene.row + by * (event.shiftKey ? farTurn : 1));
  };

  readonly centreKey = (event: KeyboardEvent): void => {
    const { scene, plane, movesCentre } = this.#at;
    const direction = {
      ArrowLeft: [-1, 0],
      ArrowRight: [1, 0],
      ArrowUp: [0, 1],
      ArrowDown: [0, -1],
    }[event.key];
    if (!direction || !movesCentre || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const share = event.shiftKey ? 0.05 : 0.01;
    const moved = (i: 0 | 1, [low, high]: Pair) => {
      const to = (scene.start?.[i] ?? 0) + (direction[i] ?? 0) * share * (high - low);
      return Number(Math.max(low, Math.min(high, to)).toPrecision(6));
    };
    scene.setStart([moved(0, plane.x), moved(1, plane.y)]);
  };
}
