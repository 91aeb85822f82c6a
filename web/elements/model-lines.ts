import { html, nothing, svg } from "lit";
import { contourLevels, type Field } from "../plots/field-view.js";
import { levelPath } from "../plots/level-path.js";
import type { Plane } from "../plots/plane.js";
import type { Scene, ShownModel } from "../scene/scene.js";
import { type QuadraticModel, SceneModel } from "../scene/scene-model.js";
import { modelWords } from "../words/model.js";
import { numberText } from "../words/number-text.js";

/**
 * Heights of the model's lines: those of every second contour of the function, so that both lie on
 * each other where the model is good; and as far below the lowest, where only the model goes.
 */
function levels(values: Float64Array): number[] {
  const above = contourLevels(values).filter((_, k) => k % 2 === 0);
  const [lowest = 0, ...rest] = above;
  return [...rest, ...rest.map((level) => 2 * lowest - level)];
}

function parabola({ field, point }: QuadraticModel, plane: Plane): string {
  const [low, high] = plane.x;
  const parts: string[] = [];
  for (const [i, value] of field.values.entries()) {
    const x = low + ((high - low) * i) / (field.values.length - 1);
    // far outside of the picture an SVG need not go
    const y = Math.max(-1e4, Math.min(1e4, plane.py(value)));
    parts.push(`${plane.px(x).toFixed(1)},${y.toFixed(1)}`);
  }
  return point.length === 1 ? `M${parts.join("L")}` : "";
}

/** The level lines of the model over those of the function, or its parabola, and its level point. */
function modelLines({ now }: SceneModel, plane: Plane, field?: Field) {
  if (!now) return nothing;
  const path =
    now.field.rows === 1
      ? parabola(now, plane)
      : levels(field?.values ?? now.field.values)
          .map((level) => levelPath(now.field, level, plane))
          .join("");
  const [x = 0, y] = now.target ?? [];
  const px = plane.px(x);
  const py = plane.py(y ?? now.promised);
  const seen = now.target && px > -9 && px < plane.width + 9 && py > -9 && py < plane.height + 9;
  return svg`<g class="model-lines" aria-hidden="true"><path d=${path}></path>
    ${seen ? svg`<g class="model-target" transform="translate(${px.toFixed(1)},${py.toFixed(1)})"><circle r="8"></circle><path d="M-4,-4L4,4M-4,4L4,-4"></path></g>` : nothing}</g>`;
}

/** What the model is like, in a sentence. */
function modelKey({ now }: SceneModel) {
  const w = modelWords;
  const point = (numbers: number[]) => {
    const text = numbers.map((one) => numberText(one)).join(", ");
    return numbers.length === 1 ? text : `(${text})`;
  };
  const kinds = now?.point.length === 1 ? w.curves : w.kinds;
  const said = now
    ? w.said(point(now.point), kinds[now.kind]) +
      (now.target
        ? ` ${w.goes(point(now.target), numberText(now.promised), numberText(now.there))}`
        : "")
    : "";
  return html`<p class="model-key"><svg class="swatch" viewBox="0 0 34 14" width="34" height="14" aria-hidden="true"><g class="model-lines"><path d="M1,7H33"></path></g></svg> ${said}</p>`;
}

/** The quadratic model where the selected step of a scene's last run begins, as figures show it. */
export class ModelLines implements ShownModel {
  readonly #model: SceneModel;

  constructor(scene: Scene, changed: () => void) {
    this.#model = new SceneModel(scene, changed);
  }

  lines(plane: Plane, field?: Field) {
    return modelLines(this.#model, plane, field);
  }

  key() {
    return modelKey(this.#model);
  }
}
