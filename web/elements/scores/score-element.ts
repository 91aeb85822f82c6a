import { scoreSceneOf } from "../../scene/scenes.js";
import type { ScoreScene } from "../../scene/score-scene.js";
import type { NumberTable } from "../../take/takeable.js";
import { PageElement } from "../page-element.js";

/** An element that shows scores under their losses and is drawn again whenever they change. */
export abstract class ScoreElement extends PageElement {
  protected scene!: ScoreScene;
  #unsubscribe: (() => void) | undefined;

  protected override async prepare(): Promise<void> {
    this.scene ??= await scoreSceneOf(this);
    this.#listen();
    await this.scene.computed;
  }

  protected override controls() {
    const { key, losses, scores } = this.scene;
    return {
      title: losses.map(({ label }) => label).join(", "),
      controls: [
        `${key}.scores`,
        ...(scores.length > 1 ? [`${key}.example`] : []),
        `${key}.coordinate`,
        `${key}.reset`,
      ],
    };
  }

  /** The scores and what their losses make of them, for the reader to take along. */
  async numbers(): Promise<NumberTable | undefined> {
    const { scoreNumbers } = await import("../../take/score-numbers.js");
    return scoreNumbers(this.scene);
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
    this.#unsubscribe ??= this.scene.subscribe(() => this.requestUpdate());
  }
}
