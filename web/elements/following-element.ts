import { PageElement } from "./page-element.js";

/** What an element can follow: it tells of changes, and resolves when it has something to show. */
export interface Followed {
  subscribe(listener: () => void): () => void;
  readonly computed: Promise<void>;
}

/** An element that shows a scene and is drawn again whenever the scene changes. */
export abstract class FollowingElement<Scene extends Followed> extends PageElement {
  /** Set by an element that contains this one; else what `findScene` gives. */
  declare protected scene: Scene;
  #unsubscribe: (() => void) | undefined;

  /** The scene that the attributes declare. */
  protected abstract findScene(): Promise<Scene>;

  protected override async prepare(): Promise<void> {
    this.scene ??= await this.findScene();
    this.#listen();
    await this.scene.computed;
  }

  /** Whether nothing of what it shows depends on the change that it is being told of. */
  protected ignores(): boolean {
    return false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.scene) this.#listen();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
  }

  #listen(): void {
    this.#unsubscribe ??= this.scene.subscribe(() => {
      if (!this.ignores()) this.requestUpdate();
    });
  }
}
