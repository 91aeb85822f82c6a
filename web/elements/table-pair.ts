import { catalog } from "../engine/page-engine.js";
import { parseRuns } from "../scene/run-text.js";
import { TableScene, tableDeclarationFrom } from "../scene/table-scene.js";
import { TableSubject } from "../scene/table-subject.js";
import type { Side } from "./slip.js";

/** What a slip about two analyses shows. */
export interface OpenedPair {
  sides: Side[];
  body: () => unknown;
}

/** Two analyses of the same data or problem, as printed and corrected. */
export interface TablePair {
  sides: Side[];
  scenes: TableScene[];
}

/** Opens the analyses of a slip; whoever chooses a row or a setting of one chooses it in both. */
export async function tablePair(
  element: Element,
  key: string,
  changed: () => void,
): Promise<TablePair> {
  const all = await catalog;
  const tables = parseRuns(element.getAttribute("analyses") ?? "").map(
    ({ method: name, settings, label }, i) => ({
      label: label ?? name,
      scene: new TableScene(
        i === 0 ? key : `${key}-${i + 1}`,
        tableDeclarationFrom(element, all, { name, settings }),
      ),
    }),
  );
  const scenes = tables.map(({ scene }) => scene);
  await Promise.all(scenes.map(({ computed }) => computed));
  const follow = (leading: TableScene | undefined) => {
    for (const other of scenes) {
      if (!leading || other === leading) continue;
      if (other.row !== leading.row) other.select(leading.row);
      other.takeProblemSettings(leading.problemSettings);
    }
  };
  follow(scenes[0]);
  for (const scene of scenes) {
    scene.subscribe(() => {
      follow(scene);
      changed();
    });
  }
  return {
    sides: tables.map(({ label, scene }) => ({ label, subject: new TableSubject(scene) })),
    scenes,
  };
}
