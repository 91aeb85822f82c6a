import { Store } from "./store.js";

/** Which answers are printed: those the reader may ask for on the page, all, or none. */
export type PrintedAnswers = "allowed" | "all" | "none";

/** Whether the page is being printed: from before its paper is laid out until it is done. */
class Printing extends Store {
  #on = false;
  #answers: PrintedAnswers = "allowed";

  constructor() {
    super();
    addEventListener("beforeprint", () => this.#turn(true));
    addEventListener("afterprint", () => this.#turn(false));
    matchMedia("print").addEventListener("change", ({ matches }) => this.#turn(matches));
  }

  get on(): boolean {
    return this.#on;
  }

  get answers(): PrintedAnswers {
    return this.#answers;
  }

  /** Opens the browser's print dialog. */
  print(answers: PrintedAnswers): void {
    this.#answers = answers;
    print();
  }

  #turn(on: boolean): void {
    if (on === this.#on) return;
    this.#on = on;
    // paper is white: what draws with colours of the page asks for them again
    document.documentElement.toggleAttribute("data-printing", on);
    this.changed();
    if (!on) this.#answers = "allowed";
  }
}

export const printing = new Printing();
