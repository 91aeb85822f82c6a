import { catalog } from "../engine/page-engine.js";
import type { Scene } from "../scene/scene.js";
import { sceneOf } from "../scene/scenes.js";
import type { NumberTable } from "../take/takeable.js";
import { PageElement } from "./page-element.js";

/** An element that shows a scene and is drawn again whenever the scene changes. */
export abstract class SceneElement extends PageElement {
  protected scene!: Scene;
  #unsubscribe: (() => void) | undefined;

  protected override async prepare(): Promise<void> {
    // set as a property by an element that contains this one
    this.scene ??= await sceneOf(this);
    this.scene.want(this.quantities());
    this.#listen();
    await this.scene.computed;
  }

  /** Everything traced of the scene, for the reader to take along. */
  async numbers(): Promise<NumberTable | undefined> {
    const { sceneNumbers } = await import("../take/scene-numbers.js");
    return sceneNumbers(this.scene, await catalog);
  }

  /** Quantities this element reads besides theta and loss. */
  protected quantities(): string[] {
    return [];
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
