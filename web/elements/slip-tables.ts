import { html, nothing } from "lit";
import { catalog } from "../engine/page-engine.js";
import { parseRuns } from "../scene/run-text.js";
import { TableScene, tableDeclarationFrom } from "../scene/table-scene.js";
import { TableSubject } from "../scene/table-subject.js";
import { richText } from "./rich-text.js";
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
  const scenes = tables.map(({ scene }) => scene);
  await Promise.all(scenes.map(({ computed }) => computed));
  const follow = (leading: TableScene | undefined) => {
    for (const other of scenes) if (leading && other.row !== leading.row) other.select(leading.row);
  };
  follow(scenes[0]);
  for (const scene of scenes) {
    scene.subscribe(() => {
      follow(scene);
      changed();
    });
  }
  const said = (name: string) => element.getAttribute(name) ?? nothing;
  const quantity = element.getAttribute("quantity");
  const description = element.getAttribute("description") ?? element.getAttribute("caption") ?? "";
  return {
    sides: tables.map(({ label, scene }) => ({ label, subject: new TableSubject(scene) })),
    body: () =>
      html`<div class="fit-pair">${tables.map(
        ({ label, scene }) =>
          html`<div><h4>${richText(label)}</h4>${
            quantity === null
              ? html`<fl-fit-chart .scene=${scene} x=${said("x")} y=${said("y")} description=${description}></fl-fit-chart>`
              : html`<fl-table-chart .scene=${scene} x=${said("x")} y=${quantity} description=${description}></fl-table-chart>`
          }</div>`,
      )}</div>`,
  };
}
