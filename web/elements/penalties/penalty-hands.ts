import type { Plane } from "../../plots/plane.js";
import type { PenaltyAnswer } from "../../scene/penalty-answers.js";
import type { PenaltyScene } from "../../scene/penalty-scene.js";
import { controlAccess } from "../../state/control-access.js";

/** How near to a mark a press has to be, in pixels. */
const reachOf = { mouse: 16, pen: 18, touch: 26 };

/** How much an arrow key changes a strength, and how much with Shift. */
const factors = [10 ** (1 / 20), 10 ** (1 / 4)] as const;

type Mark = "least" | "optimum";

/** What the hands work on. */
interface Workplace {
  readonly scene: PenaltyScene;
  readonly plane: Plane;
  readonly answer: PenaltyAnswer | undefined;
  /** The drawing, without a border. */
  readonly sheet: Element | null;
  focusOn(mark: Mark): void;
}

interface Spot {
  clientX: number;
  clientY: number;
}

/** The best weights without a penalty, and those with it, moved by pointer, finger and keyboard. */
export class PenaltyHands {
  readonly #at: Workplace;
  #dragging: { pointer: number; mark: Mark } | undefined;

  constructor(at: Workplace) {
    this.#at = at;
  }

  #pixel({ clientX, clientY }: Spot): [number, number] {
    const box = this.#at.sheet?.getBoundingClientRect() ?? new DOMRect(0, 0, 1, 1);
    const scale = this.#at.plane.width / box.width;
    return [(clientX - box.left) * scale, (clientY - box.top) * scale];
  }

  #distance([px, py]: [number, number], weights: readonly [number, number] | undefined): number {
    const { plane } = this.#at;
    if (!weights) return Number.POSITIVE_INFINITY;
    return Math.hypot(plane.px(weights[0]) - px, plane.py(weights[1]) - py);
  }

  /** The mark under a pointer; where one lies on the other, the one that has no slider. */
  #hit(spot: Spot, reach: number): Mark | undefined {
    const { scene, answer } = this.#at;
    const pixel = this.#pixel(spot);
    const least = scene.movesLeast ? this.#distance(pixel, scene.least) : Number.POSITIVE_INFINITY;
    const allowed = controlAccess.allows(scene.strengthKey);
    const optimum = allowed ? this.#distance(pixel, answer?.weights) : Number.POSITIVE_INFINITY;
    if (Math.min(least, optimum) > reach) return undefined;
    return least <= optimum ? "least" : "optimum";
  }

  /** A finger on a mark must not scroll the page; inside an SVG, touch-action has no say in it. */
  readonly touchStart = {
    handleEvent: (event: TouchEvent): void => {
      const [touch] = event.touches;
      if (touch && event.touches.length === 1 && this.#hit(touch, reachOf.touch)) {
        event.preventDefault();
      }
    },
    passive: false,
  };

  readonly pointerDown = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    const reach = reachOf[event.pointerType as keyof typeof reachOf] ?? reachOf.mouse;
    const mark = this.#hit(event, reach);
    if (!mark) return;
    event.preventDefault();
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
    this.#dragging = { pointer: event.pointerId, mark };
    this.#at.focusOn(mark);
  };

  readonly pointerMove = (event: PointerEvent): void => {
    if (!this.#dragging || event.pointerId !== this.#dragging.pointer) return;
    const pixel = this.#pixel(event);
    if (this.#dragging.mark === "least") this.#at.scene.setLeast(this.#at.plane.at(...pixel));
    else this.#toPath(pixel);
  };

  readonly pointerLost = (): void => {
    this.#dragging = undefined;
  };

  /** The strength whose best weights are nearest to a pixel. */
  #toPath(pixel: [number, number]): void {
    const { path } = this.#at.answer ?? {};
    const { weights, strength } = path?.columns ?? {};
    if (!weights || !strength) return;
    let best = 0;
    let distance = Number.POSITIVE_INFINITY;
    for (let i = 0; i < strength.length; i += 1) {
      const away = this.#distance(pixel, [weights[2 * i] ?? 0, weights[2 * i + 1] ?? 0]);
      if (away < distance) [best, distance] = [i, away];
    }
    this.#at.scene.setStrength(Number((strength[best] ?? 0).toPrecision(3)));
  }

  readonly leastKey = (event: KeyboardEvent): void => {
    const { scene, plane } = this.#at;
    const direction = {
      ArrowLeft: [-1, 0],
      ArrowRight: [1, 0],
      ArrowUp: [0, 1],
      ArrowDown: [0, -1],
    }[event.key];
    const { least } = scene;
    if (!direction || !least || !scene.movesLeast || event.ctrlKey || event.metaKey || event.altKey)
      return;
    event.preventDefault();
    const share = event.shiftKey ? 0.05 : 0.01;
    const moved = (i: 0 | 1, [low, high]: readonly [number, number]) => {
      const to = least[i] + (direction[i] ?? 0) * share * (high - low);
      return Number(Math.max(low, Math.min(high, to)).toFixed(6));
    };
    scene.setLeast([moved(0, plane.x), moved(1, plane.y)]);
  };

  readonly optimumKey = (event: KeyboardEvent): void => {
    const { scene } = this.#at;
    const by = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 }[event.key];
    const [low, high] = scene.declared.strengths;
    const jump = { Home: 0, End: high }[event.key];
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if ((by === undefined && jump === undefined) || !controlAccess.allows(scene.strengthKey))
      return;
    event.preventDefault();
    if (jump !== undefined || by === undefined) {
      scene.setStrength(jump ?? 0);
      return;
    }
    const { strength } = scene;
    const factor = factors[event.shiftKey ? 1 : 0] ** by;
    // from none at all the first step is to the smallest there is, and back
    const to = strength === 0 ? (by > 0 ? low : 0) : strength * factor;
    scene.setStrength(
      to < low * 0.999 ? 0 : Number(Math.min(to, Math.max(high, strength)).toPrecision(3)),
    );
  };
}
