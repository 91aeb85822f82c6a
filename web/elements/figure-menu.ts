import { html, LitElement, nothing } from "lit";
import { figureAddress } from "../embed/figure-address.js";
import { isOneFile, pageName, showsOneFigure, siteRoot } from "../state/site-place.js";
import { pageAddress } from "../state/url-state.js";
import type { TakenAs } from "../take/take.js";
import type { Takeable } from "../take/takeable.js";
import { words } from "../words/en.js";
import { icon } from "./icons.js";

/** Room for the margins and the link that a figure has around it when it is alone. */
const frameHeight = 70;

let count = 0;

function notLoaded(): never {
  throw new Error(words.figure.notLoaded);
}

/**
 * The button in the corner of a figure with what a reader can take along of it: picture, drawing
 * and numbers as files, its own address, and the HTML that puts it into another page.
 */
export class FigureMenu extends LitElement {
  static override properties = {
    figure: { attribute: false },
    question: {},
    said: { state: true },
    code: { state: true },
    isBusy: { state: true },
  };
  declare figure: Takeable;
  /** Id of the question of a quiz that the button belongs to. */
  declare question: string | undefined;
  declare said: string;
  /** The HTML to embed the figure, once it was asked for. */
  declare code: string | undefined;
  /** A file is on its way. */
  declare isBusy: boolean;
  readonly #id = `figure-menu-${++count}`;

  constructor() {
    super();
    this.said = "";
    this.isBusy = false;
  }

  override createRenderRoot(): this {
    return this;
  }

  override render() {
    const label = this.#label();
    return html`<button type="button" class="menu-button" popovertarget=${this.#id} aria-label=${label} title=${label}>${icon("more")}</button>
      <div id=${this.#id} class="figure-menu" popover role="group" aria-label=${label} aria-busy=${this.isBusy}
        @beforetoggle=${this.#toggle} @toggle=${this.#opened} @keydown=${this.#key}>
        <p class="eyebrow" aria-hidden="true">${label}</p>
        ${this.#files().map((as) => html`<button type="button" @click=${() => void this.#take(as)}>${words.figure.as[as]}</button>`)}
        ${this.#isPlaced() ? this.#addresses() : nothing}
        <p class="said" role="status">${this.said}</p>
      </div>`;
  }

  #addresses() {
    const w = words.figure;
    return html`
      ${showsOneFigure ? nothing : html`<a href=${this.#address()} target="_blank" rel="noopener">${w.openAlone}</a>`}
      <button type="button" @click=${() => void this.#embed()}>${w.embed}</button>
      ${
        this.code === undefined
          ? nothing
          : html`<textarea readonly rows="4" spellcheck="false" aria-label=${w.code} .value=${this.code}></textarea>
            <a class="how-to" href=${`${siteRoot}embedding/`} target="_blank" rel="noopener">${w.howTo}</a>`
      }`;
  }

  #label(): string {
    if (this.question !== undefined) return words.figure.takeQuestion;
    if (this.figure.id) return words.figure.take;
    return this.figure.picture ? words.figure.takeChart : words.figure.takeNumbers;
  }

  #files(): TakenAs[] {
    if (this.question !== undefined) return [];
    const { picture, numbers } = this.figure;
    return [...(picture ? (["png", "svg"] as const) : []), ...(numbers ? (["csv"] as const) : [])];
  }

  /** Whether the figure has an address: a chart inside another figure has none. */
  #isPlaced(): boolean {
    return this.figure.id !== "" && !isOneFile;
  }

  /** Where the figure can be opened alone, in the state it is in. */
  #address(): string {
    const { figure, question } = this;
    return figureAddress(
      { page: pageName, figure: figure.id, question },
      { from: pageAddress.now, root: siteRoot, owners: figure.addressKeys },
    );
  }

  /** Lesson and figure, as a file is called. */
  #fileName(): string {
    const place = this.figure.closest("[id]")?.id;
    return [pageName || "fall-line", place, this.figure.partName].filter(Boolean).join("-");
  }

  readonly #toggle = (event: ToggleEvent): void => {
    if (event.newState !== "open") return;
    this.said = "";
    this.code = undefined;
    this.requestUpdate();
    const menu = event.target as HTMLElement;
    const button = this.querySelector(".menu-button")?.getBoundingClientRect();
    if (!button) return;
    // the menu lies over the page and moves with it, its right edge under that of the button
    menu.style.top = `${button.bottom + scrollY + 4}px`;
    menu.style.right = `${document.documentElement.clientWidth - button.right}px`;
  };

  readonly #opened = (event: ToggleEvent): void => {
    if (event.newState === "open")
      (event.target as HTMLElement).scrollIntoView({ block: "nearest" });
  };

  /** Arrow keys go from one item to the next. */
  readonly #key = (event: KeyboardEvent): void => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by === undefined || event.target instanceof HTMLTextAreaElement) return;
    const items = [...this.querySelectorAll<HTMLElement>(".figure-menu > :is(button, a)")];
    const at = items.indexOf(event.target as HTMLElement);
    items.at((at + by) % items.length)?.focus();
    event.preventDefault();
    event.stopPropagation();
  };

  async #take(as: TakenAs): Promise<void> {
    if (this.isBusy) return;
    this.isBusy = true;
    this.said = "";
    try {
      const { take } = await import("../take/take.js").catch(notLoaded);
      this.said = words.figure.saved(await take(this.figure, as, this.#fileName()));
    } catch (error) {
      this.said = words.figure.failed(error);
    } finally {
      this.isBusy = false;
    }
  }

  async #embed(): Promise<void> {
    try {
      const { embedSnippet } = await import("../embed/snippet.js").catch(notLoaded);
      this.code = embedSnippet({
        address: this.#address(),
        title: this.figure.getAttribute("description") ?? document.title,
        height: Math.ceil(this.figure.getBoundingClientRect().height) + frameHeight,
      });
      await this.updateComplete;
      this.said = await this.#copy(this.code);
      await this.updateComplete;
      this.querySelector(".figure-menu")?.scrollIntoView({ block: "nearest" });
    } catch (error) {
      this.said = words.figure.failed(error);
    }
  }

  /** Copies the text; where the browser does not let it, selects it for the reader to copy. */
  async #copy(text: string): Promise<string> {
    try {
      await navigator.clipboard.writeText(text);
      return words.figure.copied;
    } catch {
      this.querySelector("textarea")?.select();
      return words.figure.selected;
    }
  }
}
