import { scoreSceneOf } from "../../scene/scenes.js";
import type { ScoreScene } from "../../scene/score-scene.js";
import type { NumberTable } from "../../take/takeable.js";
import { FollowingElement } from "../following-element.js";

/** An element that shows scores under their losses and is drawn again whenever they change. */
export abstract class ScoreElement extends FollowingElement<ScoreScene> {
  protected override findScene(): Promise<ScoreScene> {
    return scoreSceneOf(this);
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
}
