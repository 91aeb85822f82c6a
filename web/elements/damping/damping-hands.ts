import type { DampingFrame } from "../../plots/damping-frame.js";
import type { DampingScene } from "../../scene/damping-scene.js";

/** How near to a mark a press has to be, in pixels. */
const reachOf = { mouse: 18, pen: 20, touch: 30 };

/** What an arrow key multiplies the learning rate by and adds to β, and with Shift. */
const strides = { usual: [1.02, 0.005], far: [1.15, 0.05] } as const;

/** What the hands work on. */
interface Workplace {
  readonly scene: DampingScene;
  readonly frame: DampingFrame | undefined;
  readonly sheet: SVGSVGElement | null;
  focusOn(mode: number): void;
}

interface Spot {
  clientX: number;
  clientY: number;
}

/** Moves learning rate and β by the mark of an eigen-direction: pointer, finger and keyboard. */
export class DampingHands {
  readonly #at: Workplace;
  #dragging: { pointer: number; mode: number } | undefined;

  constructor(at: Workplace) {
    this.#at = at;
  }

  #pixel({ clientX, clientY }: Spot): [number, number] {
    const { sheet, frame } = this.#at;
    const box = sheet?.querySelector(".plane-area")?.getBoundingClientRect();
    if (!box || !frame) return [0, 0];
    return [
      ((clientX - box.left) / box.width) * frame.width,
      ((clientY - box.top) / box.height) * frame.height,
    ];
  }

  /** The mark nearest to a pixel, within reach. */
  #hit(spot: Spot, reach: number): number | undefined {
    const { scene, frame } = this.#at;
    if (!frame) return undefined;
    const [px, py] = this.#pixel(spot);
    let found: number | undefined;
    let nearest = reach;
    for (const [i, { stepCurvature, eigenvalue }] of scene.modes.entries()) {
      const x = Math.min(frame.width, frame.px(stepCurvature));
      const away = Math.hypot(x - px, frame.py(scene.beta) - py);
      if (eigenvalue > 0 && away <= nearest) [found, nearest] = [i, away];
    }
    return found;
  }

  get #allowed(): boolean {
    const { scene } = this.#at;
    return scene.speaksOfRun && scene.mayBeSteered;
  }

  /** A finger on a mark must not scroll the page; inside an SVG, touch-action has no say in it. */
  readonly touchStart = {
    handleEvent: (event: TouchEvent): void => {
      const [touch] = event.touches;
      if (!touch || event.touches.length > 1 || !this.#allowed) return;
      if (this.#hit(touch, reachOf.touch) !== undefined) event.preventDefault();
    },
    passive: false,
  };

  readonly pointerDown = (event: PointerEvent): void => {
    if (event.button !== 0 || !this.#allowed) return;
    const reach = reachOf[event.pointerType as keyof typeof reachOf] ?? reachOf.mouse;
    const mode = this.#hit(event, reach);
    if (mode === undefined) return;
    event.preventDefault();
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
    this.#dragging = { pointer: event.pointerId, mode };
    this.#at.focusOn(mode);
  };

  readonly pointerMove = (event: PointerEvent): void => {
    const { scene, frame } = this.#at;
    if (!frame || event.pointerId !== this.#dragging?.pointer) return;
    const { eigenvalue } = scene.modes[this.#dragging.mode] ?? {};
    if (!eigenvalue) return;
    const [product, beta] = frame.at(...this.#pixel(event));
    // the axis of this mark is the learning rate, stretched by its curvature
    scene.steer(Number((product / eigenvalue).toPrecision(3)), beta);
  };

  readonly pointerLost = (): void => {
    this.#dragging = undefined;
  };

  readonly key = (event: KeyboardEvent): void => {
    const { scene } = this.#at;
    const direction = {
      ArrowLeft: [-1, 0],
      ArrowRight: [1, 0],
      ArrowUp: [0, 1],
      ArrowDown: [0, -1],
    }[event.key];
    if (!direction || event.ctrlKey || event.metaKey || event.altKey || !this.#allowed) return;
    event.preventDefault();
    const [factor, sum] = strides[event.shiftKey ? "far" : "usual"];
    const [right = 0, up = 0] = direction;
    const beta = Math.max(0, Math.min(0.995, scene.beta + up * sum));
    const learningRate = right === 0 ? scene.learningRate : scene.learningRate * factor ** right;
    scene.steer(Number(learningRate.toPrecision(4)), Number(beta.toFixed(4)));
  };
}
