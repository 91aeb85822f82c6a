import { catalog } from "../engine/page-engine.js";
import type { Scene } from "../scene/scene.js";
import { sceneOf } from "../scene/scenes.js";
import type { NumberTable } from "../take/takeable.js";
import { FollowingElement } from "./following-element.js";

/** An element that shows runs of methods and is drawn again whenever they change. */
export abstract class SceneElement extends FollowingElement<Scene> {
  protected override findScene(): Promise<Scene> {
    return sceneOf(this);
  }

  protected override async prepare(): Promise<void> {
    this.scene ??= await this.findScene();
    this.scene.want(this.quantities());
    await super.prepare();
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
}
