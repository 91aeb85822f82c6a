import { html, nothing, type TemplateResult } from "lit";
import { classMark } from "../../plots/class-style.js";
import { fewestClasses, mostClasses } from "../../scene/plane-data.js";
import type { PlaneScene } from "../../scene/plane-scene.js";
import { planeWords as words } from "../../words/plane.js";
import { icon } from "../icons.js";
import type { PlanePen } from "./plane-pen.js";

function radios<Value>(
  name: string,
  label: string,
  choices: readonly { value: Value; spoken: string; view: unknown }[],
  chosen: Value | undefined,
  choose: (value: Value) => void,
): TemplateResult {
  return html`<div class="segments" role="radiogroup" aria-label=${label}>
    ${choices.map(
      ({ value, spoken, view }) => html`<label title=${spoken}>
        <input type="radio" name=${name} aria-label=${spoken} .checked=${value === chosen} @change=${() => choose(value)}>
        <span>${view}</span></label>`,
    )}</div>`;
}

/** What the points are changed with: move or add, which class, how many classes, back and forth. */
export function pointTools(uid: string, scene: PlaneScene, pen: PlanePen): TemplateResult {
  const { data, selected } = scene;
  const { points, classes } = data.now;
  const point = points[selected];
  const own = !pen.adding && point ? point.label : scene.pen;
  const button = (
    name: string,
    shape: Parameters<typeof icon>[0],
    enabled: boolean,
    act: () => void,
  ) =>
    html`<button type="button" class="icon-button" aria-label=${name} title=${name} aria-disabled=${enabled ? nothing : "true"}
      @click=${() => enabled && act()}>${icon(shape)}</button>`;
  return html`<div class="point-tools" role="group" aria-label=${words.tools}>
    ${radios(
      `${uid}-mode`,
      words.mode,
      (["move", "add"] as const).map((mode) => ({
        value: mode === "add",
        spoken: words.modes[mode],
        view: words.modes[mode],
      })),
      pen.adding,
      (adding) => pen.put(adding),
    )}
    ${radios(
      `${uid}-class`,
      !pen.adding && point ? words.pointClass : words.penClass,
      Array.from({ length: classes }, (_, k) => ({
        value: k,
        spoken: words.classOption(scene.nameOf(k)),
        view: html`<svg class="class-swatch" viewBox="0 0 20 20" width="18" height="18" aria-hidden="true">${classMark(k, 10, 10, 6)}</svg> ${scene.nameOf(k)}`,
      })),
      own,
      (label) => {
        scene.holdPen(label);
        if (!pen.adding && point) scene.change((one) => one.change(selected, { label }));
      },
    )}
    <span class="class-count" role="group" aria-label=${words.classes(classes)}>
      ${button(words.fewerClasses, "minus", classes > fewestClasses, () => scene.setClasses(classes - 1))}
      ${button(words.moreClasses, "plus", classes < mostClasses, () => scene.setClasses(classes + 1))}
    </span>
    <span class="edits">
      ${button(words.remove, "bin", point !== undefined, () => scene.change((one) => one.remove(selected)))}
      ${button(words.undo, "undo", data.canUndo, () => scene.change((one) => one.undo()))}
      ${button(words.redo, "redo", data.canRedo, () => scene.change((one) => one.redo()))}
    </span>
  </div>`;
}
