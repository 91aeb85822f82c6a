import { html, LitElement, type PropertyValues } from "lit";
import { isLoadFailure } from "../engine/page-engine.js";
import { type Control, controlAccess } from "../state/control-access.js";
import { notices } from "../state/notices.js";
import { printing } from "../state/printing.js";
import type { Takeable } from "../take/takeable.js";
import { words } from "../words/en.js";
import { drawTurn } from "./draw-turn.js";
import { guarded } from "./guarded.js";
import { OwnWidth } from "./own-width.js";

let count = 0;

/**
 * An element that draws into the page itself, not into a shadow tree: what stands in it before
 * the script (text, formulas) stays readable until it is ready, and symbols light up across
 * elements with one style sheet.
 */
export abstract class PageElement extends LitElement implements Takeable {
  /** Begins every id and group name in this element, so that two of a kind do not collide. */
  protected readonly uid = `fl-${++count}`;
  #prepared = false;
  #unsubscribe: (() => void)[] = [];
  #settle!: () => void;

  /** Resolves when the element is drawn, or has said why it cannot be. */
  readonly settled = new Promise<void>((resolve) => {
    this.#settle = resolve;
  });

  override createRenderRoot(): this {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const draw = () => this.requestUpdate();
    this.#unsubscribe = [controlAccess.subscribe(draw), printing.subscribe(draw)];
    if (!this.#prepared) void this.#open();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const stop of this.#unsubscribe) stop();
  }

  protected override shouldUpdate(_changed: PropertyValues): boolean {
    return this.#prepared;
  }

  /** Loads what the first drawing needs; a thrown error is shown, and the content stays. */
  protected abstract prepare(): Promise<void>;

  /** Resolves when its first drawing is complete. */
  protected async drawn(): Promise<void> {
    await this.updateComplete;
  }

  /** What of it a teacher may lock or hide; drawn with `guarded`. Asked once it is prepared. */
  protected controls(): { title: string; controls: (Control | string)[] } | undefined {
    return undefined;
  }

  /** Draws an element that is one control as a whole: hidden, it takes no room either. */
  protected guardedWhole(key: string, view: () => unknown): unknown {
    this.hidden = controlAccess.of(key) === "hidden";
    return guarded(key, view);
  }

  /** A scene is called like its figure where that has it for itself. */
  get addressKeys(): readonly string[] {
    return [this.id, this.getAttribute("scene") ?? this.id];
  }

  /** The button with which a reader takes the figure along, for a corner of it. */
  protected menu() {
    return guarded("page.take", () => html`<fl-figure-menu .figure=${this}></fl-figure-menu>`);
  }

  /**
   * After an update in which the focused control may have vanished or been disabled: gives the
   * focus to what the first fitting selector finds, so that a keyboard reader stays where they are.
   */
  protected async keepFocus(...selectors: string[]): Promise<void> {
    await this.updateComplete;
    const { activeElement, body } = document;
    if (activeElement && activeElement !== body && !activeElement.matches(":disabled")) return;
    const places = selectors.map((selector) => this.querySelector<HTMLElement>(selector));
    places.find((place) => place !== null)?.focus();
  }

  async #open(): Promise<void> {
    try {
      await this.prepare();
      const offered = this.controls();
      if (offered) controlAccess.offer(this, offered.title, offered.controls);
      await OwnWidth.knownOf(this); // else it would be drawn twice
      await drawTurn();
      this.replaceChildren();
      this.#prepared = true;
      this.requestUpdate();
      await this.drawn();
    } catch (error) {
      this.dataset.failed = "true";
      if (!isLoadFailure(error)) {
        notices.add(words.notices.elementFailed(this.localName, error));
      }
    } finally {
      this.#settle();
    }
  }
}
