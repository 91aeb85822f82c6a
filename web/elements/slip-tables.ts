import { html } from "lit";
import { catalog } from "../engine/page-engine.js";
import { parseRuns } from "../scene/run-text.js";
import { TableScene, tableDeclarationFrom } from "../scene/table-scene.js";
import { TableSubject } from "../scene/table-subject.js";
import type { Side } from "./slip.js";

/** A slip about two analyses of the same data; whoever chooses a row of one chooses it in both. */
export async function openTablePair(
  element: Element,
  key: string,
  changed: () => void,
): Promise<{ sides: Side[]; body: () => unknown }> {
  const all = await catalog;
  const named = parseRuns(element.getAttribute("analyses") ?? "");
  const tables = named.map(({ method: name, settings, label }, i) => ({
    label: label ?? name,
    scene: new TableScene(
      i === 0 ? key : `${key}-${i + 1}`,
      tableDeclarationFrom(element, all, { name, settings }),
    ),
  }));
  for (const { scene } of tables) {
    scene.subscribe(() => {
      for (const { scene: other } of tables) {
        if (other.table && other.row !== scene.row) other.select(scene.row);
      }
      changed();
    });
  }
  await Promise.all(tables.map(({ scene }) => scene.computed));
  const description = element.getAttribute("description") ?? element.getAttribute("caption") ?? "";
  return {
    sides: tables.map(({ label, scene }) => ({ label, subject: new TableSubject(scene) })),
    body: () =>
      html`<div class="fit-pair">${tables.map(
        ({ label, scene }) =>
          html`<fl-fit-chart .scene=${scene} caption=${label} description=${description}></fl-fit-chart>`,
      )}</div>`,
  };
}
