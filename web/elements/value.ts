import { answerTo } from "../ask/ask.js";
import { askFrom } from "../ask/ask-attributes.js";
import { isLoadFailure, pageAsker } from "../engine/page-engine.js";
import { notices } from "../state/notices.js";
import { words } from "../words/en.js";
import { numberText } from "../words/number-text.js";
import { drawTurn } from "./draw-turn.js";

/**
 * `<fl-value problem="…" method="…" settings="…" steps="12" quantity="step_length" digits="3">`,
 * `<fl-value loss="…" scores="3.2,5.1,-1.7" labels="0">`,
 * `<fl-value method="adam" default="learning_rate">`, `<fl-value problem="booth" fact="minimum">`:
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
    await drawTurn(); // a hundred of them would make one long task
    try {
      const value = await answerTo(askFrom(get), pageAsker);
      const text = numberText(value, Number(get("digits") ?? 3));
      if (text !== this.textContent) this.textContent = text;
      this.dataset.computed = "true";
    } catch (error) {
      if (!isLoadFailure(error)) notices.add(words.notices.elementFailed("fl-value", error));
    } finally {
      this.#settle();
    }
  }
}
