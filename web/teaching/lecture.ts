import { html, LitElement, nothing } from "lit";
import { notices } from "../state/notices.js";
import { toUrl } from "../state/url-state.js";
import { teaching } from "../words/en-teaching.js";
import { listenForMoves, type Move } from "./lecture-keys.js";
import { type Stop, stopsOf, uncover } from "./lecture-stops.js";

const inAddress = "lecture";
/** Marks a block as past, now or next; the style sheet does the rest. */
const placeMark = "lecturePlace";

/**
 * `<fl-lecture>`: the page for a projector. Large type, one block at a time in focus, those to
 * come not yet shown; a bar tells the place and takes the pointer. While it is in the document
 * the lecture goes on. `lecture` in the address keeps the place.
 */
class Lecture extends LitElement {
  static override properties = { at: { state: true }, help: { state: true } };
  /** Index of the stop. */
  declare at: number;
  declare help: boolean;
  /** The place to begin at, as the address has it. */
  asked: string | undefined;
  #stops: Stop[] = [];
  #stopKeys: (() => void) | undefined;
  /** Blocks that can have the focus only while the lecture goes on. */
  readonly #focusable = new Set<HTMLElement>();

  constructor() {
    super();
    this.at = 0;
    this.help = false;
  }

  override createRenderRoot(): this {
    return this;
  }

  get #main(): HTMLElement {
    return document.querySelector("main") as HTMLElement;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stops = stopsOf(this.#main);
    const begin = this.#firstStop();
    document.documentElement.toggleAttribute("data-lecture", true);
    this.#stopKeys = listenForMoves((move) => this.#move(move));
    addEventListener("resize", this.#place);
    this.#go(begin);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopKeys?.();
    removeEventListener("resize", this.#place);
    document.documentElement.toggleAttribute("data-lecture", false);
    for (const one of document.querySelectorAll<HTMLElement>("[data-lecture-place]")) {
      delete one.dataset[placeMark];
    }
    for (const one of this.#focusable) {
      if (one !== document.activeElement) one.removeAttribute("tabindex");
    }
    toUrl(inAddress, undefined);
    this.#place();
  }

  override render() {
    const w = teaching.lecture;
    const count = this.#stops.length;
    const button = (name: string, text: string, off: boolean, act: () => void) =>
      html`<button type="button" class="icon-button" aria-label=${name} title=${name} aria-disabled=${off} @click=${() => !off && act()}>${text}</button>`;
    return html`<div class="lecture-bar" role="group" aria-label=${w.label}>
      ${
        this.help
          ? html`<dl class="lecture-keys">${w.keys.map(([keys, meaning]) => html`<div><dt>${keys}</dt><dd>${meaning}</dd></div>`)}</dl>`
          : nothing
      }
      ${button(w.back, "‹", this.at === 0, () => this.#move("back"))}
      <span class="lecture-place" role="status">${w.place(this.at + 1, count)}</span>
      ${button(w.next, "›", this.at === count - 1, () => this.#move("next"))}
      <button type="button" class="icon-button" aria-label=${w.help} title=${w.help} aria-expanded=${this.help} @click=${() => this.#move("help")}>?</button>
      ${button(w.end, "×", false, () => this.#move("end"))}
    </div>`;
  }

  /** The place that was asked for; without one the first block in sight. */
  #firstStop(): number {
    const { asked } = this;
    if (asked === "") return 0;
    if (asked !== undefined) {
      const place = Number(asked);
      if (/^[1-9]\d*$/.test(asked) && place <= this.#stops.length) return place - 1;
      notices.add(teaching.lecture.bad(asked));
      return 0;
    }
    const inSight = this.#stops.findIndex(({ block }) =>
      block.some((one) => one.getBoundingClientRect().bottom > 0),
    );
    return Math.max(0, inSight);
  }

  #move(move: Move): void {
    if (move === "end") this.#end();
    else if (move === "help") this.help = !this.help;
    else {
      // what is on the page may have changed: a derivation is gone through in another way
      const here = this.#stops[this.at];
      this.#stops = stopsOf(this.#main);
      const same = this.#stops.findIndex(
        ({ block, step }) => block[0] === here?.block[0] && step === here?.step,
      );
      const at = same < 0 ? Math.min(this.at, this.#stops.length - 1) : same;
      const to = { next: at + 1, back: at - 1, first: 0, last: this.#stops.length - 1 }[move];
      this.#go(to);
    }
  }

  #go(to: number): void {
    this.at = Math.max(0, Math.min(this.#stops.length - 1, to));
    toUrl(inAddress, String(this.at + 1));
    const stop = this.#stops[this.at];
    if (!stop) return;
    const now = stop.block[0];
    let place = "past";
    for (const { block } of this.#stops) {
      if (block[0] === now) place = "now";
      else if (place === "now") place = "next";
      for (const one of block) one.dataset[placeMark] = place;
    }
    uncover(stop);
    // the keyboard goes on from here; a pressed button of the bar keeps the focus
    if (now && !this.contains(document.activeElement)) {
      if (!now.hasAttribute("tabindex")) {
        this.#focusable.add(now);
        now.tabIndex = -1;
      }
      now.focus({ preventScroll: true });
    }
    requestAnimationFrame(this.#place);
  }

  /** Scrolls the block into the middle; one that is too tall, to its beginning or newest line. */
  readonly #place = (): void => {
    const { block, step } = this.#stops[this.at] ?? { block: [], step: undefined };
    const boxes = block.map((one) => one.getBoundingClientRect());
    const top = Math.min(...boxes.map((box) => box.top));
    const bottom = Math.max(...boxes.map((box) => box.bottom));
    if (!Number.isFinite(top)) return;
    const edge = innerHeight * 0.04;
    const bar = this.firstElementChild?.clientHeight ?? 0;
    const room = innerHeight - bar - (bottom - top);
    const above = step === undefined ? Math.max(edge, room / 2) : Math.min(room - edge, room / 2);
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    scrollBy({ top: top - above, behavior: calm ? "instant" : "smooth" });
  };

  #end(): void {
    if (this.help) this.help = false;
    else {
      this.#stops[this.at]?.block[0]?.focus({ preventScroll: true });
      this.remove();
    }
  }
}

customElements.define("fl-lecture", Lecture);

/** Starts a lecture at the place asked for, or where the reader is, unless one is going on. */
export function startLecture(asked?: string): void {
  if (document.querySelector("fl-lecture")) return;
  const lecture = new Lecture();
  lecture.asked = asked;
  document.body.append(lecture);
}
