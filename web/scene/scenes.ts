import type { PageCatalog } from "../engine/page-catalog.js";
import { catalog } from "../engine/page-engine.js";
import type { Scene } from "./scene.js";
import { declarationFrom } from "./scene-declaration.js";
import type { ScoreScene } from "./score-scene.js";
import type { TableScene } from "./table-scene.js";

/** A scene whose numbers wait for a prediction. */
export interface Concealable {
  readonly revealed: boolean;
  conceal(): void;
  reveal(): void;
}

let unnamed = 0;

/** Waits until the page's markup is complete: an element may refer to one further down. */
const parsed = new Promise<void>((resolve) => {
  if (document.readyState === "loading") {
    document.addEventListener("DOMContentLoaded", () => resolve(), { once: true });
  } else resolve();
});

/**
 * Scenes of one kind. Elements with the same `scene` attribute share one, declared by the first of
 * them that `declares` matches; without the attribute an element has its own.
 */
function sharedScenes<Made>(
  declares: string,
  make: (key: string, element: Element, all: PageCatalog) => Promise<Made> | Made,
): (element: Element) => Promise<Made> {
  const scenes = new Map<string, Promise<Made>>();
  return async (element) => {
    await parsed;
    const name = element.getAttribute("scene");
    if (name === null) {
      unnamed += 1;
      return make(element.id || `figure-${unnamed}`, element, await catalog);
    }
    const known = scenes.get(name);
    if (known) return known;
    // a prediction asks the core a question of its own
    const declaring = [...document.querySelectorAll(`[scene="${CSS.escape(name)}"]`)].find(
      (one) => one.matches(declares) && one.localName !== "fl-predict",
    );
    if (!declaring) throw new Error(`scene "${name}": no element with this scene has ${declares}`);
    const made = catalog.then((all) => make(name, declaring, all));
    scenes.set(name, made);
    return made;
  };
}

// The code of a kind of scene is only where one is; what shows such scenes comes with it.

async function runScene(key: string, element: Element, all: PageCatalog): Promise<Scene> {
  const { Scene } = await import("./scene.js");
  return new Scene(key, declarationFrom(element, all)).open();
}

async function planeScene(key: string, element: Element, all: PageCatalog): Promise<Scene> {
  const { PlaneScene, planeDeclarationFrom } = await import("./plane-scene.js");
  return new PlaneScene(key, planeDeclarationFrom(element, all)).open();
}

async function dampingScene(key: string, element: Element, all: PageCatalog): Promise<Scene> {
  const { DampingScene } = await import("./damping-scene.js");
  return new DampingScene(key, declarationFrom(element, all)).open();
}

async function raceScene(key: string, element: Element, all: PageCatalog): Promise<Scene> {
  const { RaceScene, raceDeclarationFrom } = await import("./race-scene.js");
  return new RaceScene(key, raceDeclarationFrom(element, all)).open();
}

/**
 * The scene of an element: runs of methods on a problem, a race whose methods the reader chooses,
 * or models of points of the plane.
 */
export const sceneOf = sharedScenes<Scene>("[problem], [models]", (key, element, all) => {
  if (element.hasAttribute("models")) return planeScene(key, element, all);
  if (element.hasAttribute("entrants")) return raceScene(key, element, all);
  if (element.localName === "fl-damping-pad") return dampingScene(key, element, all);
  return runScene(key, element, all);
});

/** The scores that an element is about, under their losses. */
export const scoreSceneOf = sharedScenes<ScoreScene>(
  "[scores], [data]",
  async (key, element, all) => {
    const { ScoreScene, scoreDeclarationFrom } = await import("./score-scene.js");
    return new ScoreScene(key, await scoreDeclarationFrom(element, all));
  },
);

/** The table that an element is about. */
export const tableSceneOf = sharedScenes<TableScene>("[analysis]", async (key, element, all) => {
  const { TableScene, tableDeclarationFrom } = await import("./table-scene.js");
  return new TableScene(key, tableDeclarationFrom(element, all));
});

/** What has settings under the name of an element's scene: a table where there is one, else runs. */
export async function tunableOf(element: Element): Promise<Scene | TableScene> {
  await parsed;
  const name = CSS.escape(element.getAttribute("scene") ?? "");
  const table = document.querySelector(`[scene="${name}"][analysis]`);
  return table ? tableSceneOf(element) : sceneOf(element);
}

/** The named scene of an element, of either kind. */
export async function concealableOf(element: Element): Promise<Concealable> {
  await parsed;
  const name = CSS.escape(element.getAttribute("scene") ?? "");
  const ofRuns = document.querySelector(
    `[scene="${name}"]:is([problem], [models]):not(fl-predict)`,
  );
  return ofRuns ? sceneOf(element) : scoreSceneOf(element);
}
