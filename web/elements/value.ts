import { engine, isLoadFailure } from "../engine/page-engine.js";
import { measureFrom } from "../scene/measure-attributes.js";
import { notices } from "../state/notices.js";
import { words } from "../words/en.js";
import { numberText } from "../words/number-text.js";

/**
 * `<fl-value problem="…" method="…" settings="…" steps="12" quantity="step_length" digits="3">`:
 * a number in a sentence. The build writes it, and the page's own engine computes it again.
 */
export class Value extends HTMLElement {
  readonly settled: Promise<void>;
  #settle!: () => void;

  constructor() {
    super();
    this.settled = new Promise((resolve) => {
      this.#settle = resolve;
    });
  }

  connectedCallback(): void {
    void this.#compute();
  }

  async #compute(): Promise<void> {
    const get = (name: string) => this.getAttribute(name);
    try {
      const value = await engine.call("measure", measureFrom(get));
      const text = numberText(value * Number(get("times") ?? 1), Number(get("digits") ?? 3));
      if (text !== this.textContent) this.textContent = text;
      this.dataset.computed = "true";
    } catch (error) {
      if (!isLoadFailure(error)) notices.add(words.notices.elementFailed("fl-value", error));
    } finally {
      this.#settle();
    }
  }
}
