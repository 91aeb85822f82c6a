import { catalog } from "../engine/page-engine.js";
import { Scene } from "./scene.js";
import { declarationFrom } from "./scene-declaration.js";

const scenes = new Map<string, Promise<Scene>>();
let unnamed = 0;

/** Waits until the page's markup is complete: an element may refer to one further down. */
const parsed = new Promise<void>((resolve) => {
  if (document.readyState === "loading") {
    document.addEventListener("DOMContentLoaded", () => resolve(), { once: true });
  } else resolve();
});

/**
 * The scene of an element. Elements with the same `scene` attribute share one, declared by the
 * first of them that has a `problem`; without the attribute an element has its own.
 */
export async function sceneOf(element: Element): Promise<Scene> {
  await parsed;
  const name = element.getAttribute("scene");
  if (name === null) {
    unnamed += 1;
    const key = element.id || `figure-${unnamed}`;
    return new Scene(key, declarationFrom(element, await catalog));
  }
  const known = scenes.get(name);
  if (known) return known;
  const declaring = document.querySelector(
    // a prediction has a problem too, but its own: the question it puts to the core
    `[scene="${CSS.escape(name)}"][problem]:not(fl-predict)`,
  );
  if (!declaring) throw new Error(`scene "${name}": no element with this scene has a problem`);
  const made = catalog.then((all) => new Scene(name, declarationFrom(declaring, all)));
  scenes.set(name, made);
  return made;
}
