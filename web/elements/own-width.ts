import type { LitElement, ReactiveController } from "lit";

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
  /** In pixels; 0 as long as it is not known. */
  now = 0;

  constructor(host: LitElement) {
    this.#host = host;
    this.#observer = new ResizeObserver(([entry]) => {
      this.now = entry?.contentRect.width ?? 0;
      this.#resolveKnown();
      host.requestUpdate();
    });
    host.addController(this);
  }

  hostConnected(): void {
    this.#observer.observe(this.#host);
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
  }
}
