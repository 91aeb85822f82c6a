import type { LitElement, ReactiveController } from "lit";
import { drawTurn, nextFrame } from "./draw-turn.js";

const widths = new WeakMap<LitElement, OwnWidth>();

/**
 * The width an element is laid out with; it is drawn again at every other one. Kept from an
 * observer: asking for it in a drawing would lay the page out.
 */
export class OwnWidth implements ReactiveController {
  readonly #host: LitElement;
  readonly #observer: ResizeObserver;
  #resolveKnown!: () => void;
  /** Resolves when it has been laid out for the first time. */
  readonly known = new Promise<void>((resolve) => {
    this.#resolveKnown = resolve;
  });
  /** In pixels; 0 as long as it is not known. Of what is hidden again, the last one. */
  now = 0;

  /** `inTurn`: what is empty until its width is known is drawn when it is its turn. */
  constructor(host: LitElement, { inTurn = false } = {}) {
    this.#host = host;
    this.#observer = new ResizeObserver(([entry]) => {
      const width = entry?.contentRect.width ?? 0;
      if (width === 0) return; // hidden, it keeps its picture until it is seen again
      const first = this.now === 0;
      this.now = width;
      this.#resolveKnown();
      if (first && inTurn) void drawTurn().then(() => host.requestUpdate());
      else host.requestUpdate();
    });
    host.addController(this);
    widths.set(host, this);
  }

  /**
   * Waits until the width of `host` is known, where it goes by it. Of what is hidden the observer
   * says nothing in the next frame either; to ask would have the browser work out all styles.
   */
  static async knownOf(host: LitElement): Promise<void> {
    const width = widths.get(host);
    if (width?.now === 0) await Promise.race([width.known, nextFrame().then(nextFrame)]);
  }

  hostConnected(): void {
    this.#observer.observe(this.#host);
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
  }
}
