import { LitElement } from "lit";
import { controlAccess } from "../state/control-access.js";
import type { Store } from "../state/store.js";
import { theme } from "../state/theme.js";
import { OwnWidth } from "./own-width.js";

/** A picture on canvases, drawn into the page as wide as it is, in the colours of the theme. */
export abstract class CanvasFigure extends LitElement {
  protected readonly ownWidth = new OwnWidth(this, { inTurn: true });
  /** By the name of their property, until the theme changes. */
  readonly #colours = new Map<string, string>();
  #unsubscribe: (() => void)[] = [];

  /** What it shows: at every change of these it is drawn again. */
  protected abstract follows(): Store[];

  /** Whether nothing of what it shows depends on the change that it is being told of. */
  protected ignores(): boolean {
    return false;
  }

  /** The theme has changed; nothing that was drawn holds any more. */
  protected recoloured(): void {}

  override createRenderRoot(): this {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const draw = () => {
      if (!this.ignores()) this.requestUpdate();
    };
    this.#unsubscribe = [
      ...[...this.follows(), controlAccess].map((store) => store.subscribe(draw)),
      theme.subscribe(() => {
        this.#colours.clear();
        this.recoloured();
        draw();
      }),
    ];
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const stop of this.#unsubscribe) stop();
  }

  protected colour(property: string): string {
    let colour = this.#colours.get(property);
    if (colour === undefined) {
      colour = getComputedStyle(this).getPropertyValue(property);
      this.#colours.set(property, colour);
    }
    return colour;
  }
}
